"""Servers that mean harm: each source ends in a clear state, and the others are asked all the same."""

import gzip
import itertools
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress

import pytest
from pytest_httpserver import HTTPServer

from hiatus.source import Source
from tests.sources.servers import NOW, Answer, item, local, prose, rss, sending, server, step, steps

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 20}">' for a, b in itertools.pairwise("abcdefgh"))
    + "]><rss version='2.0'><channel><item><title>&h;</title></item></channel></rss>"
).encode()
EXTERNAL = (
    b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<rss version='2.0'><channel><item><title>&x;</title><link>/quay</link></item></channel></rss>"
)
PARAMETER = b'<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>' + rss()


def hang(connection: socket.socket) -> None:
    connection.recv(1)


def drip(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    stop = threading.Event()
    while not stop.wait(0.02):
        connection.sendall(b"x")


def endless(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n")
    while True:
        connection.sendall(bytes(100_000))


def gzip_bomb(connection: socket.socket) -> None:
    data = gzip.compress(bytes(30_000_000))
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(data) + data)


def for_ever(connection: socket.socket) -> None:
    connection.sendall(b"HTTP/1.1 301 Moved\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def nonsense(connection: socket.socket) -> None:
    connection.sendall(b"220 ready\r\n")


@pytest.mark.parametrize("kind", ["feed", "sitemap", "page"])
@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (hang, "in time"),
        (drip, "in time"),
        (endless, "larger"),
        (gzip_bomb, "larger"),
        (for_ever, "redirects more than 5 times"),
        (nonsense, "proper HTTP"),
        (sending(b""), "no feed|empty|no article"),
        (sending(bytes(1000)), "not text"),
        (sending(b"\x89PNG\r\n\x1a\n"), "picture"),
    ],
)
def test_each_source_ends_in_a_clear_state(kind: str, answer: Answer, words: str) -> None:
    with server(answer) as url, local(timeout=0.4, max_bytes=300_000) as client:
        began = time.monotonic()
        found = step(Source(url, kind), client=client)  # type: ignore[arg-type]
        assert time.monotonic() - began < 5
    assert found.source.failures == 1
    assert found.source.failing_since is not None
    assert found.source.due is not None
    assert found.source.due > NOW
    assert any(word in (found.source.error or "") for word in words.split("|")), found.source.error
    assert [each.target for each in found.failures] == [url]
    assert found.articles == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (BOMB, "XML entities"),
        (BOMB.decode().encode("utf-16"), "XML entities"),
        (b"<!-- <rss> -->" + BOMB[21:], "XML entities"),
        (EXTERNAL, "XML entities"),
        (PARAMETER, "XML entities"),
        (rss("<item/>" * 300_000), "too large"),
        (b"<html><body>Quay</body></html>", "web page"),
        (b'{"version": "x", "items": []}', "JSON Feed"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": ' + b"[" * 100_000, "nested"),
        (b"no markup at all", "no feed"),
        (b"<a><b></c>", "no feed"),
    ],
)
def test_a_feed_that_is_none_or_made_to_harm(data: bytes, words: str) -> None:
    with server(sending(data)) as url, local(max_bytes=5_000_000) as client:
        found = step(Source(url), client=client)
    assert words in (found.source.error or "")
    assert found.source.failures == 1


@pytest.mark.parametrize("root", ["urlset", "sitemapindex"])
def test_a_sitemap_made_to_harm(root: str) -> None:
    data = BOMB.replace(b"rss", root.encode())
    with server(sending(data)) as url:
        assert "XML entities" in (step(Source(url, "sitemap")).source.error or "")


def test_an_index_that_names_itself_ends() -> None:
    asked: list[bytes] = []
    data = b"<sitemapindex>" + b"<sitemap><loc>/a</loc></sitemap><sitemap><loc>/b</loc></sitemap>" * 500

    def answer(connection: socket.socket) -> None:
        asked.append(b"")
        sending(data)(connection)

    with server(answer) as url:
        assert "none of its sitemaps" in (step(Source(url, "sitemap")).source.error or "")
    assert len(asked) == 6


ARTICLE = item("/quay", "x", f"<p>“Quay” is back – {prose(100)}</p>")


@pytest.mark.parametrize(
    "data",
    [
        rss(ARTICLE).replace(b"</channel></rss>", b""),
        rss(ARTICLE, "<item><title>a & b").replace(b"</channel>", b""),
        rss(ARTICLE).replace(b"<channel>", b"<channel><title>Q&A</title>&nbsp;<br>"),
        b"\n\n  " + rss(ARTICLE),
        rss(ARTICLE).replace(b"utf-8", b"iso-8859-1"),
        rss(ARTICLE).decode().replace("utf-8", "windows-1252").encode("cp1252"),
        rss(ARTICLE).decode().encode("cp1252"),
        rss(ARTICLE).decode().replace("utf-8", "utf-16").encode("utf-16"),
        rss(ARTICLE).decode().encode("utf-16-le"),
        b"\xef\xbb\xbf" + rss(ARTICLE),
        rss(ARTICLE).replace(b"utf-8", b"klingon"),
        rss(ARTICLE).replace(b"Quay News", b"Quay \x00\x0b News"),
        gzip.compress(rss(ARTICLE)),
    ],
)
def test_broken_xml_and_wrong_charsets_are_read_all_the_same(data: bytes) -> None:
    with server(sending(data)) as url:
        found = step(Source(url))
    assert found.source.error is None
    assert found.articles[0].article.text.startswith("“Quay” is back – The second season")


def test_what_a_feed_links_to_is_bounded_too() -> None:
    def answer(connection: socket.socket) -> None:
        with_links = rss(*(item(f"/{number}", prose(30)) for number in range(5)))
        asked = paths.pop(0) if paths else hang
        (sending(with_links) if asked is None else hang)(connection)

    paths: list[Callable[[socket.socket], None] | None] = [None]
    with server(answer) as url, local(timeout=0.3) as client:
        began = time.monotonic()
        found = step(Source(url), client=client)
        assert time.monotonic() - began < 3  # a host that is silent three times in a row is asked no more
    assert len(found.articles) == 5
    assert len(found.failures) == 5
    assert "3 times in a row" in found.failures[-1].reason


def test_all_of_them_at_once_stop_no_good_one(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("")
    httpserver.expect_request("/feed").respond_with_data(rss(ARTICLE))
    with server(hang) as one, server(endless) as two, server(for_ever) as three, local(timeout=0.5) as client:
        found = steps([Source(one), Source(two), Source(three), Source(httpserver.url_for("/feed"))], client=client)
    assert sorted(each.source.failures for each in found) == [0, 1, 1, 1]
    assert sum(len(each.articles) for each in found) == 1


def test_a_robots_txt_that_hangs_or_never_ends() -> None:
    for answer in (hang, endless):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            threading.Thread(target=_one, args=(listening, answer), daemon=True).start()
            with local(timeout=0.4) as client:
                found = step(Source(f"http://127.0.0.1:{listening.getsockname()[1]}/"), client=client)
        assert "robots.txt cannot be had" in (found.source.error or "")


def _one(listening: socket.socket, answer: Answer) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.recv(4096)
        with suppress(OSError):
            answer(connection)
