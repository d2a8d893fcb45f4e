"""Which sitemaps of an index are read, and which of a sitemap's pages are news."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.feeds import Feed, parse
from hiatus.sources.feeds.entry import MAX_ENTRIES

if TYPE_CHECKING:
    from hiatus.sources.client import Client
    from hiatus.sources.feeds import Entry

MAX_SITEMAPS = 5
"""How many sitemaps of an index are read: those for news first, then the newest."""

RECENT = dt.timedelta(days=30)
"""How long before the watching began a page may have come out: a sitemap lists a whole archive."""

_LONG_AGO = dt.datetime(1, 1, 2, tzinfo=dt.UTC)


def opened_index(index: Feed, client: Client) -> tuple[Feed, tuple[Failure, ...]]:
    """The newest entries of an index's sitemaps, and which of these could not be read.

    Raises:
        UnreadableError: if none of them can.
    """
    entries: list[Entry] = []
    failures: list[Failure] = []
    chosen = sorted(index.entries, key=lambda entry: ("news" not in entry.url, -_moment(entry).timestamp()))
    for child in chosen[:MAX_SITEMAPS]:
        try:
            page = client.get(child.url)
            entries += _entries(parse(page.data, page.url, page.media_type))
        except UnreadableError as error:
            failures.append(Failure(child.url, str(error)))
    if failures and len(failures) == len(chosen[:MAX_SITEMAPS]):
        raise UnreadableError(f"none of its sitemaps can be read: {failures[0].reason}")
    entries.sort(key=_moment, reverse=True)
    return Feed("sitemap", index.title, entries=tuple(entries[:MAX_ENTRIES])), tuple(failures)


def recent(entries: tuple[Entry, ...], added: dt.datetime | None) -> tuple[Entry, ...]:
    """Those that came out since shortly before the watching began, and those that do not say when."""
    if added is None:
        return entries
    return tuple(entry for entry in entries if not _LONG_AGO < _moment(entry) < added - RECENT)


def _entries(feed: Feed) -> tuple[Entry, ...]:
    if feed.kind == "index":
        raise UnreadableError("it is an index within an index, which sitemaps.org rules out")
    return feed.entries


def _moment(entry: Entry) -> dt.datetime:
    return entry.published or entry.updated or _LONG_AGO
