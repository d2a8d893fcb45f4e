import re

import pytest

from hiatus.reading.marks.numerals import CARDINAL, ORDINAL, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("one", 1),
        ("Twelve", 12),
        ("twenty-one", 21),
        ("ninety nine", 99),
        ("second", 2),
        ("thirtieth", 30),
        ("forty-fifth", 45),
        ("3rd", 3),
        ("112th", 112),
        ("07", 7),
        ("IX", 9),
        ("ix", None),
        ("half", None),
        ("", None),
        ("9" * 50, None),
        ("٣", None),
    ],
)
def test_number(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize("word", ["seven", "seventeen", "seventy", "seventy-seven"])
def test_the_longest_cardinal_is_matched(word: str) -> None:
    match = re.match(rf"{CARDINAL}\b", word)
    assert match is not None
    assert match.group() == word


@pytest.mark.parametrize("word", ["seventh", "seventeenth", "seventieth", "seventy-seventh", "77th"])
def test_the_longest_ordinal_is_matched(word: str) -> None:
    match = re.match(rf"{ORDINAL}\b", word)
    assert match is not None
    assert match.group() == word
