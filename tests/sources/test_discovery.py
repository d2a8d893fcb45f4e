"""Finding what to watch of an address."""

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from hiatus.source import Source
from hiatus.sources.discovery import discover
from hiatus.sources.failure import UnreadableError
from tests.sources.servers import item, local, page, prose, rss

FEED = rss(item("/quay"))


@pytest.fixture(autouse=True)
def _missing_is_404(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpserver, "no_handler_status_code", 404)


def serve(httpserver: HTTPServer, path: str, body: str | bytes, media_type: str = "text/html") -> None:
    httpserver.expect_request(path).respond_with_data(body, content_type=media_type)


def found(address: str) -> list[Source]:
    with local() as client:
        return discover(address, client)


def paths(httpserver: HTTPServer, address: str = "/") -> list[tuple[str, str]]:
    base = httpserver.url_for("/").rstrip("/")
    return [(source.kind, source.url.removeprefix(base)) for source in found(httpserver.url_for(address))]


def test_a_feed_is_itself(httpserver: HTTPServer) -> None:
    serve(httpserver, "/feed", FEED, "text/xml")
    assert found(httpserver.url_for("/feed?utm_source=x#y")) == [
        Source(httpserver.url_for("/feed"), "feed", title="Quay News")
    ]


def test_the_feeds_that_a_page_names(httpserver: HTTPServer) -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">'
        '<link rel="alternate" type="application/rss+xml" href="/feed">'
        '<link rel="alternate" type="application/rss+xml" href="/missing">'
        '<LINK REL="Alternate" TYPE="Application/Atom+XML" HREF="tv/feed">'
        '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">'
        '<link rel="alternate" type="text/html" hreflang="fr" href="/fr/">'
        '<link rel="stylesheet" type="application/rss+xml" href="/style">'
        '<link rel="alternate" type="application/rss+xml" href="javascript:x">'
    )
    for path in ("/", "/tv"):
        serve(httpserver, path, f"<html><head>{head}</head><body>x</body></html>")
    for path in ("/comments/feed", "/feed", "/tv/feed", "/style", "/fr/"):
        serve(httpserver, path, FEED, "text/xml")
    assert paths(httpserver) == [("feed", "/feed"), ("feed", "/tv/feed"), ("feed", "/comments/feed")]
    assert paths(httpserver, "/tv")[0] == ("feed", "/tv/feed")


@pytest.mark.parametrize("path", ["/tv/feed/", "/feed/", "/rss.xml", "/feed.json", "/rss"])
def test_else_the_usual_places(httpserver: HTTPServer, path: str) -> None:
    serve(httpserver, "/tv/", page("x"))
    serve(httpserver, path, FEED, "text/xml")
    assert paths(httpserver, "/tv/") == [("feed", path)]


def test_else_the_sitemap_for_news(httpserver: HTTPServer) -> None:
    serve(httpserver, "/", page("x"))
    named = f"Sitemap: {httpserver.url_for('/all.xml')}\nSitemap: {httpserver.url_for('/a-news.xml')}\n"
    serve(httpserver, "/robots.txt", named, "text/plain")
    for path in ("/a-news.xml", "/all.xml"):
        serve(httpserver, path, "<urlset><url><loc>/quay</loc></url></urlset>", "text/xml")
    assert paths(httpserver) == [("sitemap", "/a-news.xml")]


def test_else_the_page(httpserver: HTTPServer) -> None:
    serve(httpserver, "/quay", page(prose(60)))
    [source] = found(httpserver.url_for("/quay"))
    assert (source.kind, source.title) == ("page", "Quay is back")


def test_a_place_that_answers_everything_with_a_page_has_no_feed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("")
    for path in ("/", "/feed/", "/rss.xml", "/feed.xml", "/rss"):
        serve(httpserver, path, page(prose(60)))
    assert paths(httpserver) == [("page", "/")]


def test_what_robots_bar_is_not_tried(httpserver: HTTPServer) -> None:
    serve(httpserver, "/robots.txt", "User-agent: *\nDisallow: /feed/\n", "text/plain")
    serve(httpserver, "/", page(prose(60)))
    serve(httpserver, "/feed/", FEED, "text/xml")
    assert paths(httpserver) == [("page", "/")]


def test_a_folder_and_a_file(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text("x")
    assert found(str(tmp_path)) == [Source(str(tmp_path), "folder", title=tmp_path.name)]
    assert found(str(tmp_path / "quay.txt"))[0].kind == "file"


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "ftp://127.0.0.1/", "", "no such place"])
def test_what_is_nowhere_is_said_plainly(address: str) -> None:
    with pytest.raises(UnreadableError):
        found(address)


def test_a_page_without_feed_or_article_is_said_plainly(httpserver: HTTPServer) -> None:
    serve(httpserver, "/", "<html><body></body></html>")
    with pytest.raises(UnreadableError, match="no feed"):
        found(httpserver.url_for("/"))
