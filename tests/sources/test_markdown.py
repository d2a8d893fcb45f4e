"""Markdown to text and what it marks."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.article import Article
from hiatus.sources.failure import UnreadableError
from hiatus.sources.markdown import read


def marks(article: Article) -> list[tuple[str, str]]:
    return [(mark.kind, article.text[mark.start : mark.end]) for mark in article.markup]


def test_marks_become_markup_and_leave_the_text() -> None:
    article = read(
        "# *Quay* is back\n\nThe BBC has **renewed** [*Quay*](https://bbc.example/quay),\nwhich stars Sam Oh.\n\n"
        "> “We sail again.”\n\n- Sam Oh as Marsh\n- Rita Vale\n",
        "quay",
    )
    assert article.text == (
        "Quay is back\n\nThe BBC has renewed Quay, which stars Sam Oh.\n\n“We sail again.”\n\n"
        "Sam Oh as Marsh\nRita Vale"
    )
    assert marks(article) == [
        ("italic", "Quay"),
        ("heading", "Quay is back"),
        ("bold", "renewed"),
        ("italic", "Quay"),
        ("link", "Quay"),
        ("quote", "“We sail again.”"),
        ("list item", "Sam Oh as Marsh"),
        ("list item", "Rita Vale"),
    ]
    assert (article.id, article.title) == ("quay", "Quay is back")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("a  \nb", "a\nb"),
        ("a\\\nb", "a\nb"),
        ("1. a\n\n2. b", "a\n\nb"),
        ("- a\n  - b\n- c", "a\n\nb\n\nc"),
        ("| Week | Views |\n|--|--|\n| 1 | 9 |\n| 2 | 8 |", "Week | Views\n1 | 9\n2 | 8"),
        ("a `b` c", "a b c"),
        ("```\na\n b\n```\nc", "a\nb\n\nc"),
        ("a <em>b</em> c <!-- d --> e", "a b c e"),
        ("<div>a <b>b</b><br>c &amp; d</div>\n\ne", "a b\nc & d\n\ne"),
        ("a ![a picture](x.png) b", "a b"),
        ("a\\*b \\# 3 * 4 &copy; snake_case_name", "a*b # 3 * 4 © snake_case_name"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("Setext\n===\n\nb", "Setext\n\nb"),
        ("[a][1] b\n\n[1]: https://a.example", "a b"),
        ("#NoHeading", "#NoHeading"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_sees(source: str, text: str) -> None:
    assert read(source, "x").text == text


def test_front_matter_says_what_is_known() -> None:
    article = read(
        '---\ntitle: "Quay is back"\ndate: 2025-03-04\nsite: Port Herald\nurl: https://p.example/q\n'
        "tags: [a, b]\n---\n\n# Other\n\nText.",
        "quay",
        "https://fetched.example/",
    )
    assert article.text == "Other\n\nText."
    assert article.title == "Quay is back"
    assert article.published == dt.date(2025, 3, 4)
    assert article.publisher == "Port Herald"
    assert article.url == "https://p.example/q"


def test_without_front_matter_the_address_is_where_it_was_fetched() -> None:
    assert read("Text.", "quay", "https://fetched.example/").url == "https://fetched.example/"


@pytest.mark.parametrize("source", ["## Second\n\nText.", "Text.\n\n# Late", "#\n\nText.", "---\n\nText."])
def test_only_a_first_heading_is_the_title(source: str) -> None:
    assert read(source, "x").title is None


@given(st.text(alphabet="ab *_`#>-|[]()<>!&\n\\1.", max_size=80))
def test_every_mark_lies_within_the_text(source: str) -> None:
    article = read(source, "x")
    for mark in article.markup:
        assert mark.end <= len(article.text)
        assert article.text[mark.start : mark.end].strip()


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(UnreadableError, match="Markdown"):
        read("word " * 500_000, "x")
