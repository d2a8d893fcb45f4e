"""What a feed says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

MAX_ENTRIES = 200
"""How many entries of one feed are looked at: the first ones, of a sitemap the newest."""

FeedKind = Literal["feed", "sitemap", "index"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry.

    Attributes:
        url: the address of its page, absolute; empty where it has none.
        id: what the feed calls it; its address where the feed gives no name.
        title: its headline.
        published: when it came out, aware, in the writer's own time zone where that is given.
        updated: when it was last changed.
        summary: the beginning or the gist of it, in HTML.
        content: the whole of it as far as the feed has it, in HTML.
        author: who wrote it.
        publisher: the outlet, where the entry names its own.
    """

    url: str
    id: str
    title: str | None = None
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    summary: str = ""
    content: str = ""
    author: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, a sitemap, or an index of sitemaps, whose entries are then these.

    Attributes:
        kind: which of them it is.
        title: what it calls itself.
        home: the page that it is the feed of.
        ttl: how many seconds it asks to be left alone.
        entries: in its own order, those of a sitemap from the newest on.
    """

    kind: FeedKind = "feed"
    title: str | None = None
    home: str | None = None
    ttl: float | None = None
    entries: tuple[Entry, ...] = ()
