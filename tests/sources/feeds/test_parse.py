"""Feeds and sitemaps to entries."""

import datetime as dt
import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.sources.failure import UnreadableError
from hiatus.sources.feeds import Entry, Feed, parse
from hiatus.sources.feeds.fields import address, line, moment
from tests.sources.servers import item, rss

URL = "https://example.org/news/feed"
EAST = dt.timezone(dt.timedelta(hours=-5))


def first(data: bytes | str) -> Entry:
    return parse(data.encode() if isinstance(data, str) else data, URL).entries[0]


def test_rss() -> None:
    feed = parse(rss(item("quay?a=1&amp;b=2", "Short.", "<p>Long.</p>", "“Quay” &amp; more"), head="<ttl>5</ttl>"), URL)
    assert (feed.kind, feed.title, feed.home, feed.ttl) == ("feed", "Quay News", "https://example.org/", 300)
    [entry] = feed.entries
    assert entry.url == "https://example.org/news/quay?a=1&b=2"
    assert entry.id == "quay?a=1&b=2"
    assert entry.title == "“Quay” & more"
    assert entry.published == dt.datetime(2026, 3, 1, 20, tzinfo=EAST)
    assert (entry.summary, entry.content) == ("Short.", "<p>Long.</p>")


def test_atom() -> None:
    entry = first(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><id>tag:1</id><link href="/quay"/>'
        '<link rel="enclosure" href="/quay.mp3"/><author><name>Jo Pier</name></author>'
        "<published>2026-03-01T20:00:00-05:00</published><updated>2026-03-02T10:00:00Z</updated>"
        '<summary>a &lt; b</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The '
        "<em>Quay</em></p></div></content></entry></feed>"
    )
    assert (entry.url, entry.id, entry.author) == ("https://example.org/quay", "tag:1", "Jo Pier")
    assert entry.published == dt.datetime(2026, 3, 1, 20, tzinfo=EAST)
    assert entry.updated == dt.datetime(2026, 3, 2, 10, tzinfo=dt.UTC)
    assert entry.summary == "<p>a &lt; b</p>"
    assert "<em>Quay</em>" in entry.content


def test_json_feed() -> None:
    items: list[Any] = [
        {"id": 7, "url": "/quay", "title": "Quay", "content_text": "One.\n\n<Two>", "authors": [{"name": "Jo Pier"}]},
        {
            "id": "x",
            "external_url": "https://other.example/",
            "content_html": "<p>a</p>",
            "date_published": "2026-03-01",
        },
        "no item",
        {"id": ["odd"], "url": 3, "title": {}, "authors": "x", "date_published": 5},
    ]
    feed = parse(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode(), URL)
    one, two, odd = feed.entries
    assert (one.id, one.url, one.author) == ("7", "https://example.org/quay", "Jo Pier")
    assert one.content == "<p>One.</p><p>&lt;Two&gt;</p>"
    assert (two.url, two.content) == ("https://other.example/", "<p>a</p>")
    assert two.published == dt.datetime(2026, 3, 1, tzinfo=dt.UTC)
    assert (odd.url, odd.title, odd.author, odd.published) == ("", None, None, None)


def test_sitemaps_from_the_newest_on() -> None:
    feed = parse(
        b"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:n='http://www.google.com/schemas/"
        b"sitemap-news/0.9'><url><loc>/a</loc></url><url><loc>/b</loc><lastmod>2026-03-02</lastmod></url><url>"
        b"<loc> /c </loc><n:news><n:publication><n:name>Quay News</n:name></n:publication><n:title>Quay</n:title>"
        b"<n:publication_date>2026-03-02T10:00:00+01:00</n:publication_date></n:news></url><url><loc>file:///x</loc>"
        b"</url></urlset>",
        URL,
    )
    assert feed.kind == "sitemap"
    assert [entry.url[-2:] for entry in feed.entries] == ["/c", "/b", "/a"]
    assert (feed.entries[0].publisher, feed.entries[0].title) == ("Quay News", "Quay")
    assert parse(b"<sitemapindex><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>", URL).kind == "index"


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "http://[::1", ""])
def test_an_entry_leads_to_the_web_or_nowhere(link: str) -> None:
    assert first(rss(item(link))).url in ("", URL)


def test_the_number_of_entries_is_bounded() -> None:
    assert len(parse(rss(*(item(f"/{number}") for number in range(500))), URL).entries) == 200
    sitemap = "<urlset>" + "".join(f"<url><loc>/{number}</loc></url>" for number in range(500)) + "</urlset>"
    assert len(parse(sitemap.encode(), URL).entries) == 200


def test_a_doctype_without_entities_is_harmless() -> None:
    doctype = b'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'
    assert first(doctype + rss(item("/quay"))).title == "Quay is back"
    assert "<!ENTITY" in first(rss(item("/quay", "", "<p>How to write <!ENTITY x 'y'></p>"))).content


def test_what_a_feed_is_called_with_markup_and_controls() -> None:
    assert (
        parse(rss().replace(b"Quay News", b"&lt;b&gt;Quay&lt;/b&gt;\n &#7; &amp;amp; News"), URL).title == "Quay & News"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sun, 01 Mar 2026 20:00:00 -0500", dt.datetime(2026, 3, 1, 20, tzinfo=EAST)),
        ("2026-03-01T20:00:00Z", dt.datetime(2026, 3, 1, 20, tzinfo=dt.UTC)),
        ("2026-03-01T20:00:00.123+00:00", dt.datetime(2026, 3, 1, 20, 0, 0, 123000, tzinfo=dt.UTC)),
        ("2026-03-01", dt.datetime(2026, 3, 1, tzinfo=dt.UTC)),
        ("March 1, 2026", dt.datetime(2026, 3, 1, tzinfo=dt.UTC)),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31T23:59:59Z", None),
        ("soon", None),
        ("", None),
        (None, None),
        (20260301, None),
    ],
)
def test_moments(text: object, expected: dt.datetime | None) -> None:
    assert moment(text) == expected


@given(st.text() | st.none() | st.integers())
def test_any_field_is_tamed(value: object) -> None:
    found = moment(value)
    assert found is None or found.tzinfo is not None
    assert address(value, URL) == "" or address(value, URL).startswith(("http://", "https://"))
    said = line(value)
    assert said is None or (said == " ".join(said.split()) and said)


@given(st.binary(max_size=300) | st.text(alphabet="<>&;![]{}\"'/?rsfeditm:CDATAxml= ", max_size=200).map(str.encode))
def test_whatever_the_bytes_are_there_is_a_feed_or_a_reason(data: bytes) -> None:
    with suppress(UnreadableError):
        assert isinstance(parse(data, URL), Feed)
