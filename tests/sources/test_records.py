"""Articles in JSON."""

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.article import Article
from hiatus.sources.failure import UnreadableError
from hiatus.sources.records import article, is_whole, parse


def test_every_field_is_taken_over() -> None:
    record = {
        "id": "a-1",
        "url": "https://news.example/quay",
        "publisher": "Port Herald",
        "published": "2025-03-04",
        "title": "Quay is back",
        "text": "Quay is back.\n\nSam Oh leads.",
    }
    assert article(record, "file") == Article(
        text="Quay is back.\n\nSam Oh leads.",
        id="a-1",
        url="https://news.example/quay",
        title="Quay is back",
        publisher="Port Herald",
        published=dt.date(2025, 3, 4),
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"id": 7}, Article("x", id="7")),
        ({"id": None, "title": None, "published": None}, Article("x", id="file")),
        ({"id": True, "title": ["a"], "url": {}, "published": 3}, Article("x", id="file")),
        ({"id": "", "title": "  "}, Article("x", id="file")),
        ({"published": "2020-02"}, Article("x", id="file", published=dt.date(2020, 2, 1))),
        ({"published": "soon"}, Article("x", id="file")),
        ({"title": "a \n b\x1b"}, Article("x", id="file", title="a b ")),
        ({"id": "../../etc/passwd"}, Article("x", id="etc-passwd")),
        ({"id": "a\x00/b"}, Article("x", id="a -b")),
        ({"id": ".hidden"}, Article("x", id="hidden")),
        ({"id": "../"}, Article("x", id="article")),
        ({"id": "x" * 500}, Article("x", id="x" * 80)),
        ({"more": "fields"}, Article("x", id="file")),
    ],
)
def test_fields_may_be_missing_or_odd(fields: dict[str, object], expected: Article) -> None:
    assert article({"text": "x"} | fields, "file") == expected


@pytest.mark.parametrize(
    "record", [{}, {"text": None}, {"text": 3}, {"title": "x"}, [], "text", None, 3, [{"text": "x"}]]
)
def test_without_a_text_it_is_no_article(record: object) -> None:
    with pytest.raises(UnreadableError, match="no article"):
        article(record, "file")


def test_the_text_is_fit_to_print() -> None:
    assert article(parse(r'{"text": " a\u001b[31m\ud83db\u0000\r\n"}'), "file").text == " a [31m\ufffdb  \n"


@given(st.text())
def test_the_text_keeps_every_place(text: str) -> None:
    taken = article(parse(json.dumps({"text": text})), "file").text
    assert len(taken) == len(text)
    assert all(one == other for one, other in zip(taken, text, strict=True) if other.isprintable())


@pytest.mark.parametrize(
    "text", ["{", '{"text": }', "", "nul", '{"a": 1,}', "[" * 100_000, "1" * 5000, "{'text': 'x'}"]
)
def test_broken_json_is_a_plain_error(text: str) -> None:
    with pytest.raises(UnreadableError):
        parse(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"text": "x"}\n', True),
        (b'\xef\xbb\xbf{"text": "x"}', True),
        (b'  {"other": 1}\r\n', True),
        (b"{\n", False),
        (b'["x"]\n', False),
        (b"Quay {is} back\n", False),
        (b'{"text": "\xff"}\n', False),
        (b"", False),
    ],
)
def test_a_line_of_json_lines_is_known(line: bytes, expected: bool) -> None:
    assert is_whole(line) is expected
