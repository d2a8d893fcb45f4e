"""Sitemaps (sitemaps.org) and their news extension to a feed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hiatus.sources.failure import UnreadableError
from hiatus.sources.feeds.entry import MAX_ENTRIES, Entry, Feed
from hiatus.sources.feeds.fields import address, line, moment
from hiatus.sources.feeds.guard import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_MAX_TAGS = 1_500_000  # a sitemap may have 50,000 pages, and a news sitemap some 20 tags for each
_LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


def read(text: str, url: str) -> Feed:
    """The newest entries of a sitemap, or of an index of sitemaps.

    Raises:
        UnreadableError: if it is neither, or is made to harm.
    """
    root = tree(text, _MAX_TAGS)
    kind = _name(root)
    if kind not in ("urlset", "sitemapindex"):
        raise UnreadableError("it is no sitemap: check the address")
    entries = sorted(_entries(root, url), key=_moment, reverse=True)
    return Feed("index" if kind == "sitemapindex" else "sitemap", entries=tuple(entries[:MAX_ENTRIES]))


def _entries(root: etree._Element, base: str) -> Iterator[Entry]:
    for element in root:
        said = {_name(field): field.text for field in element.iter() if field.text and field.text.strip()}
        if url := address(said.get("loc"), base):
            yield Entry(
                url=url,
                id=url,
                title=line(said.get("title")),
                published=moment(said.get("publication_date")),
                updated=moment(said.get("lastmod")),
                publisher=line(said.get("name")),
            )


def _moment(entry: Entry) -> dt.datetime:
    return entry.published or entry.updated or _LONG_AGO


def _name(element: etree._Element) -> str:
    """Without its namespace, which half of all sitemaps get wrong."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
