"""What is to be watched of an address that someone gives: its feed, wherever that is."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from hiatus.source import Source
from hiatus.sources.canonical import cleaned
from hiatus.sources.decode import decode
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.feeds import parse
from hiatus.sources.html.tree import parse as parse_page
from hiatus.sources.loading import of_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hiatus.sources.client import Client
    from hiatus.sources.page import Page

MAX_FEEDS = 5
"""How many feeds of one page are offered."""

_TYPES = frozenset(
    ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/json", "application/rdf+xml")
)
_MAX_LINKS = 12
_BELOW = ("feed/", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json", "rss")
_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml")
_MAX_SITEMAPS = 4


def discover(address: str, client: Client) -> list[Source]:
    """What can be watched of an address, the best first.

    That is the feed or the sitemap at it; else the feeds that the page there names; else those at the usual places;
    else the site's sitemap for news; else the page itself. A path on this machine is a folder or a file.

    Args:
        address: an http or https address, with or without its scheme, or a path.
        client: what fetches.

    Raises:
        UnreadableError: if there is nothing there that can be watched.
    """
    path = Path(address).expanduser()
    if address and "://" not in address and os.path.exists(path):  # it takes names that no file can have
        return [Source(str(path.resolve()), "folder" if path.is_dir() else "file", title=path.name)]
    url = cleaned(address if "://" in address else f"https://{address}")
    page = client.get(url, robots=False)  # a person asks for it
    if source := _read(page, url):
        return [source]
    return (
        _first(_linked(page), client, MAX_FEEDS)
        or _first(_usual(page.url), client, 1)
        or _first(_sitemaps(page.url, client), client, 1)
        or [_as_page(page, url)]
    )


def _read(page: Page, url: str) -> Source | None:
    """The source that a page is by itself, None where it is no feed and no sitemap."""
    try:
        feed = parse(page.data, page.url, page.media_type)
    except UnreadableError:
        return None
    return Source(cleaned(page.moved or url), "feed" if feed.kind == "feed" else "sitemap", title=feed.title)


def _first(addresses: Iterable[str], client: Client, count: int) -> list[Source]:
    """The first `count` addresses that are one."""
    found: dict[str, Source] = {}
    for url in addresses:
        if len(found) == count:
            break
        try:
            source = _read(client.get(url), url)
        except UnreadableError:
            continue
        if source:
            found.setdefault(source.url, source)
    return list(found.values())


def _linked(page: Page) -> list[str]:
    """The feeds that a page names (HTML Standard, 4.6.7.1), those of comments last, those of its own section first."""
    try:
        tree = parse_page(decode(page.data))
    except UnreadableError:
        return []
    base = urljoin(page.url, next(iter(tree.xpath("//base/@href")), ""))
    links = [
        (_is_aside(f"{link.get('title', '')} {link.get('href')}"), urljoin(base, link.get("href", "").strip()))
        for link in tree.xpath("//link[@rel and @href]")
        if "alternate" in link.get("rel").lower().split() and link.get("type", "").lower().strip() in _TYPES
    ]
    section = urlsplit(page.url).path.rstrip("/") + "/"
    ranked = sorted(links, key=lambda link: (link[0], not urlsplit(link[1]).path.startswith(section)))
    return list(dict.fromkeys(url for _, url in ranked))[:_MAX_LINKS]


def _is_aside(text: str) -> bool:
    """Whether a feed is of comments, or no feed but the page in a content system's own JSON."""
    return "comment" in text.lower() or "/wp-json/" in text or "oembed" in text


def _usual(url: str) -> Iterator[str]:
    """Where feeds are when no page names them: below the page, then below the site's root."""
    own = urljoin(url, urlsplit(url).path.rstrip("/") + "/")
    for base in dict.fromkeys((own, urljoin(url, "/"))):
        yield from (urljoin(base, name) for name in _BELOW)


def _sitemaps(url: str, client: Client) -> Iterator[str]:
    """The sitemaps for news: those that robots.txt names (RFC 9309 leaves room for them), and the usual ones."""
    parts = urlsplit(url)
    try:
        named = list(client.robots.rules(f"{parts.scheme}://{parts.netloc}").sitemaps)
    except UnreadableError:
        named = []
    yield from [sitemap for sitemap in named if "news" in sitemap.lower()][:_MAX_SITEMAPS]
    yield from (urljoin(url, path) for path in _SITEMAPS)


def _as_page(page: Page, url: str) -> Source:
    found = next(of_page(page, url), Failure(url, "it is empty"))
    if isinstance(found, Failure):
        raise UnreadableError(f"it has no feed, and is no article itself: {found.reason}")
    return Source(url, "page", title=found.title, publisher=found.publisher)
