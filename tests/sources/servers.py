"""Local servers that do what they like, and sources to watch on them."""

from __future__ import annotations

import datetime as dt
import socket
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial

from hiatus.source import Source
from hiatus.sources.checked import Checked
from hiatus.sources.client import Client
from hiatus.sources.watching import watch

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
NO_ROBOTS = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

Answer = Callable[[socket.socket], None]

local = partial(Client, allow_private=True, gap=0, timeout=5.0, max_bytes=1_000_000)


def sending(data: bytes, status: str = "200 OK") -> Answer:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(data)}\r\nConnection: close\r\n\r\n".encode()
    return lambda connection: connection.sendall(head + data)


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """A server whose robots.txt is missing, and that does as `answer` says with every other request."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_accept, args=(listening, answer), daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        listening.shutdown(socket.SHUT_RDWR)


def _accept(listening: socket.socket, answer: Answer) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        threading.Thread(target=_serve, args=(connection, answer), daemon=True).start()


def _serve(connection: socket.socket, answer: Answer) -> None:
    try:
        with connection:
            asked = connection.recv(8192)
            if b" /robots.txt " in asked:
                connection.sendall(NO_ROBOTS)
            else:
                answer(connection)
    except OSError:
        pass


def known_in(seen: Collection[str]) -> Callable[[Collection[str]], set[str]]:
    return lambda addresses: set(addresses) & set(seen)


def steps(
    sources: Iterable[Source], seen: Collection[str] = (), now: dt.datetime = NOW, client: Client | None = None
) -> list[Checked]:
    with client or local() as fetching:
        return list(watch(sources, known_in(seen), now, client=fetching))


def step(source: Source, seen: Collection[str] = (), now: dt.datetime = NOW, client: Client | None = None) -> Checked:
    [only] = steps([source], seen, now, client)
    return only


def prose(words: int, topic: str = "quay") -> str:
    """Some English."""
    sentence = f"The second season of the {topic} drama was written by those who made the first, and it is due later. "
    return (sentence * (words // 18 + 1)).strip()


def rss(*items: str, head: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay News</title>'
        f"<link>/</link>{head}{''.join(items)}</channel></rss>"
    ).encode()


def item(link: str, summary: str = "", content: str = "", title: str = "Quay is back") -> str:
    whole = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>{link}</guid>"
        f"<pubDate>Sun, 01 Mar 2026 20:00:00 -0500</pubDate>"
        f"<description><![CDATA[{summary}]]></description>{whole}</item>"
    )


def page(text: str, title: str = "Quay is back") -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"  # noqa: E501
