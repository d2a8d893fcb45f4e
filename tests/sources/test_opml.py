"""Lists of sources in and out."""

import pytest

from hiatus.source import Source
from hiatus.sources import opml
from hiatus.sources.canonical import cleaned
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.starter import starter

LIST = b"""<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.1"><head><title>Mine</title></head><body>
  <outline text="TV"><outline text="Quay" xmlUrl="https://example.org/feed?utm_source=x" htmlUrl="https://example.org"/>
    <outline text="Film"><outline title="Pier" text="x" type="rss" xmlUrl="https://example.com/rss"/></outline>
  </outline>
  <outline text="twice" xmlUrl="https://example.org/feed"/>
  <outline text="mine" xmlUrl="file:///etc/passwd"/>
  <outline text="a page" type="link" url="https://example.net/quay"/>
  <outline text="no address"/>
</body></opml>"""


def test_a_list_of_another_reader() -> None:
    assert opml.read(LIST) == [
        Source("https://example.org/feed", title="twice"),
        Source("https://example.com/rss", title="Pier"),
        Failure("file:///etc/passwd", "it is no web address"),
        Source("https://example.net/quay", "page", title="a page"),
    ]


def test_there_and_back() -> None:
    sources = [
        Source("https://example.org/feed?a=1&b=2", title='“Quay” & more < "yes"', publisher="Quay News"),
        Source("https://example.org/quay", "page", title="Quay"),
        Source("https://example.org/news.xml", "sitemap", title="News"),
    ]
    assert opml.read(opml.write([*sources, Source("/home/one", "folder")])) == sources


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<html></html>", "no OPML"),
        (b"", "broken XML"),
        (b"not xml", "broken XML"),
        (b'<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml>&x;</opml>', "XML entities"),
        (b"<opml>" + b'<outline xmlUrl="https://example.org/"/>' * 5001 + b"</opml>", "5,000"),
        (b"<opml>" + b"<outline>" * 300_000, "too large"),
    ],
)
def test_what_is_no_list_or_made_to_harm(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        opml.read(data)


def test_nesting_without_end_is_no_harm() -> None:
    assert opml.read(b"<opml>" + b"<outline>" * 50_000 + b"</opml>") == []


def test_the_sources_to_start_with() -> None:
    sources = starter()
    assert len(sources) > 20
    assert len({source.url for source in sources}) == len(sources)
    for source in sources:
        assert source.url.startswith("https://")
        assert cleaned(source.url) == source.url
        assert source.title
        assert source.publisher
        assert source.kind == "feed"
