"""Sentences: where they end, and above all where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.reading.text import sentences


def split(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is back. She is not.", ["It is back.", "She is not."]),
        ("Is it back? Yes! It is.", ["Is it back?", "Yes!", "It is."]),
        ("“It is back.” She smiled.", ["“It is back.”", "She smiled."]),
        ("A headline\n\nA first line. And more.", ["A headline", "A first line.", "And more."]),
        ("One…  Two", ["One…", "Two"]),
        ("It ended in 2019. 1883 began.", ["It ended in 2019.", "1883 began."]),
        ("  \n \n", []),
        ("", []),
    ],
)
def test_sentences_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Robert Downey Jr. stars in it.",
        "J. J. Abrams and Samuel L. Jackson made it.",
        "Dr. Dana meets Mr. Ray in the U.S. Senate.",
        "It is No. 1 on the list.",
        "It is out on Jan. 28 at 9 p.m. Eastern.",
        "The score is 8.5 of 10.",
        "Go to example.com for more.",
        "The film (“Dr. No”) is old.",
        "He asked why? and left.",
        "Inc. and Ltd. are companies.",
    ],
)
def test_sentences_do_not_end(text: str) -> None:
    assert split(text) == [text]


@given(st.text(alphabet="aB .!?…\n\"”'()Mr1"))
def test_sentences_hold_every_sign_once_and_nothing_around(text: str) -> None:
    spans = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)
    assert "".join("".join(part.split()) for part in split(text)) == "".join(text.split())
    assert all("\n" not in part for part in split(text))
