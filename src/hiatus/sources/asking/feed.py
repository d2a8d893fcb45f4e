"""Asking a feed or a sitemap for its new entries."""

from __future__ import annotations

import dataclasses
import time
from typing import TYPE_CHECKING

from hiatus.sources.asking.answers import answered, digest_of, get, nothing_new
from hiatus.sources.checked import Checked, Retrieved
from hiatus.sources.entries import Settled, name_of, settle, unknown
from hiatus.sources.feeds import Feed, parse
from hiatus.sources.feeds.wholeness import needs_page
from hiatus.sources.schedule import MIN_INTERVAL, Answer, decide
from hiatus.sources.sitemaps import opened_index, recent

if TYPE_CHECKING:
    from hiatus.source import Source
    from hiatus.sources.asking.run import Run
    from hiatus.sources.feeds import Entry
    from hiatus.sources.page import Page
    from hiatus.sources.schedule import Outcome

MAX_PAGES = 50
"""How many pages one asking fetches; the next goes on."""

MAX_TIME = 300.0
"""Seconds after which an asking fetches no further page; the next goes on."""


def ask_feed(source: Source, run: Run) -> Checked:
    """The one step of a feed, a sitemap or an index of sitemaps.

    Raises:
        UnreadableError: if it cannot be had, or is none of them.
    """
    page = get(source, run)
    digest = None if page.unchanged else digest_of(page.data)
    if page.unchanged or digest == source.body_hash:
        return nothing_new(source, page, digest, run)
    feed = parse(page.data, page.url, page.media_type)
    if feed.kind == "index":
        # what is new shows in its sitemaps, so that whether it changed itself says nothing
        found, failures = opened_index(feed, run.client)
        step = _feed(source, dataclasses.replace(page, etag=None, last_modified=None), None, found, run)
        return dataclasses.replace(step, failures=failures + step.failures)
    return _feed(source, page, digest, feed, run)


def _feed(source: Source, page: Page, digest: str | None, feed: Feed, run: Run) -> Checked:
    entries = recent(feed.entries, source.added) if feed.kind == "sitemap" else feed.entries
    names = [name_of(entry, source.url) for entry in entries]
    fresh = list(unknown(entries, names, run.known(names) if names else set()))
    settled, left = _settled(fresh, source.publisher or feed.title or source.title, run)
    again = [max(each.wait, source.interval, MIN_INTERVAL) for _, each in settled if each.again]
    outcome: Outcome = "unfinished" if left or again else "new" if fresh else "nothing new"
    said = Answer(outcome, title=feed.title, body_hash=digest, wait=max((feed.ttl or 0.0, *again)))
    return Checked(
        source.url,
        decide(source, answered(source, page, run, said), run.now()),
        tuple(_named(name, each.article) for name, each in settled if each.article),
        tuple(each.failure for _, each in settled if each.failure),
        tuple(dict.fromkeys(address for name, each in settled for address in _seen(name, each))),
    )


def _settled(fresh: list[tuple[str, Entry]], publisher: str | None, run: Run) -> tuple[list[tuple[str, Settled]], bool]:
    """What came of the entries, and whether some are left for the next time."""
    done: list[tuple[str, Settled]] = []
    ends, pages = time.monotonic() + MAX_TIME, 0
    for name, entry in fresh:
        pages += needs_page(entry)
        if pages > MAX_PAGES or time.monotonic() > ends:
            return done, True
        done.append((name, settle(entry, publisher, run.client, run.now())))
    return done, False


def _named(name: str, article: Retrieved) -> Retrieved:
    return dataclasses.replace(article, addresses=tuple(dict.fromkeys((name, *article.addresses))))


def _seen(name: str, settled: Settled) -> tuple[str, ...]:
    if settled.again:
        return ()
    return (name, *(settled.article.addresses if settled.article else ()))
