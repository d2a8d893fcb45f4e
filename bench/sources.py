"""How long an update takes over 500 feeds of 500 hosts: when nothing has changed, and when each has a new article.

The server is on this machine, in a process of its own. The hosts are addresses of the loopback network, so that each
has its own robots.txt and its own turn, as outlets have. Reading and filing are not part of it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import multiprocessing
import socketserver
import threading
import time
from http.server import BaseHTTPRequestHandler
from multiprocessing.connection import Connection

FEEDS = 500
PARAGRAPH = (
    "<p>The second season of <em>Harbor Lights</em> was written by those who made the first, and it is due in spring. "
    "<strong>Jo Pier</strong> plays the keeper again, and three actors join whom the makers have not named so far. "
    "Filming took half a year in two towns by the sea, which the crew knew from the first season and liked a lot.</p>"
)
PAGE = (
    "<!doctype html><html lang='en'><head><title>{0} - Quay News</title>"
    "<meta property='og:title' content='{0}'><meta property='og:site_name' content='Quay News'>"
    "<meta property='article:published_time' content='2026-03-01T20:00:00Z'>" + "<script>var x = 1;</script>" * 200 + ""
    "</head><body><nav>" + "<a href='/x'>A section of the site</a> " * 60 + "</nav><article><h1>{0}</h1>"
    + PARAGRAPH * 8 + "</article><aside>" + "<p><a href='/y'>Another story</a></p>" * 40 + "</aside></body></html>"
)  # fmt: skip
ITEM = "<item><title>Story {0}</title><link>/story/{0}</link><description>In short: story {0}.</description></item>"
OLD_ITEMS = "".join(ITEM.format(number) for number in range(19))


class Outlet(BaseHTTPRequestHandler):
    """One outlet: a feed of 20 entries that has one more after the first asking, and its pages."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        if self.path.startswith("/feed"):
            self._feed()
        elif self.path.startswith("/story/"):
            self._send(200, PAGE.format(f"Story {self.path[7:]}").encode(), "text/html")
        else:
            self._send(404, b"", "text/plain")

    def _feed(self) -> None:
        if self.headers.get("If-None-Match") == '"1"' and self.path == "/feed?same":
            self._send(304, b"", "")
            return
        new = ITEM.format("new") if self.path == "/feed?new" else ""
        text = f"<rss version='2.0'><channel><title>Quay News</title>{new}{OLD_ITEMS}</channel></rss>"
        self._send(200, text.encode(), "application/rss+xml")

    def _send(self, status: int, data: bytes, media_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("ETag", '"1"')
        if status != 304:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """All the outlets: it listens on every address of the loopback network."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128


def serve(port: Connection) -> None:
    with Server(("", 0), Outlet) as server:
        port.send(server.server_address[1])
        threading.Thread(target=server.serve_forever, daemon=True).start()
        port.recv()
        server.shutdown()


def measure(port: int, query: str, feeds: int) -> tuple[float, int, int]:
    """Seconds, articles, and feeds that failed."""
    from hiatus.source import Source
    from hiatus.sources.canonical import canonical
    from hiatus.sources.client import Client
    from hiatus.sources.watching import watch

    hosts = [f"http://127.0.{number // 250 + 1}.{number % 250 + 1}:{port}" for number in range(feeds)]
    seen = {canonical(f"{host}/story/{number}") for host in hosts for number in range(19)}
    sources = [Source(f"{host}/feed?{query}", etag='"1"') for host in hosts]
    began = time.perf_counter()
    with Client(allow_private=True) as client:
        steps = list(watch(sources, lambda names: seen & set(names), dt.datetime.now(dt.UTC), client=client))
    wall = time.perf_counter() - began
    return wall, sum(len(step.articles) for step in steps), sum(bool(step.source.failures) for step in steps)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--feeds", type=int, default=FEEDS)
    feeds = parser.parse_args().feeds
    here, there = multiprocessing.get_context("spawn").Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(there,), daemon=True)
    server.start()
    port = here.recv()
    measure(port, "warm", 5)  # loads what only the first article needs
    print(f"{feeds} feeds of as many hosts, each with its robots.txt; 16 at a time, one visit a second to each")
    for name, query in (("nothing has changed (304)", "same"), ("one new article each", "new")):
        wall, articles, failed = measure(port, query, feeds)
        print(f"  {name:26} {wall:7.2f} s  {feeds / wall:7.1f} feeds/s  {articles:4} articles  {failed} failed")
    here.send(None)
    server.join(5)


if __name__ == "__main__":
    main()
