"""HTML to a tree, within bounds."""

import pytest

from hiatus.sources.failure import UnreadableError
from hiatus.sources.html.tree import parse


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("<p>Quay", "Quay"),
        ("Quay", "Quay"),
        ("<html><body><p>Qu<b>ay</html>", "Quay"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><html><p>Peña “Quay”</p></html>', "Peña “Quay”"),
        ('<meta charset="koi8-r"><p>Peña “Quay”', "Peña “Quay”"),
        ("<p>&#66;&#x42;&#27;&#8217;&#x2019;&amp;#27;</p>", "BB ’’&#27;"),
        ("<p>half a pair: \ud800</p>", "half a pair: ?"),
    ],
)
def test_whatever_is_there_is_kept(page: str, words: str) -> None:
    assert parse(page).text_content() == words


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("<title>Quay</title><article><p>x</p></article>", "body/article/p"),
        ("<meta charset=utf-8><main><p>x</p></main>", "body/main/p"),
        ("Quay is <b>back", "body/p/b"),
        ("Quay", "body/p"),
        ("<div>Quay</div>", "body/div"),
        ("<title>Quay</title>", "body"),
    ],
)
def test_everything_stands_in_the_body_and_in_a_block(page: str, path: str) -> None:
    tree = parse(page)
    assert tree.find(path) is not None
    assert len(tree.findall("body")) == 1
    assert tree.find("head/*/p") is None


@pytest.mark.parametrize("page", ["", "  \n", "<!-- nothing -->"])
def test_an_empty_page_is_refused(page: str) -> None:
    with pytest.raises(UnreadableError, match="empty"):
        parse(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>x</p>" * 50_000,
        "<b " + " ".join(f"a{n}=1" for n in range(1000)) + ">x</b>",
        "<b " + " ".join(f"a{n}='>'" for n in range(1000)) + ">x</b>",
        "<p>" + "words " * 400_000,
    ],
)
def test_a_page_made_to_be_slow_is_refused(page: str) -> None:
    with pytest.raises(UnreadableError, match="too large"):
        parse(page)


@pytest.mark.parametrize(
    "page", ["<div>" * 30_000 + "x", "<p>" + "words " * 300_000, "<script>" + "x" * 3_000_000 + "</script>x"]
)
def test_a_large_page_is_not(page: str) -> None:
    assert parse(page) is not None
