"""An entry of a feed to its article: from the feed where that has all of it, else from its page."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiatus.article import Article
from hiatus.sources.canonical import canonical, cleaned, same_site
from hiatus.sources.checked import Retrieved
from hiatus.sources.documents import Origin, articles
from hiatus.sources.failure import Failure, UnansweredError, UnreadableError
from hiatus.sources.feeds.wholeness import as_page, needs_page, plain
from hiatus.sources.files import safe_name, stem
from hiatus.sources.loading import of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiatus.sources.client import Client
    from hiatus.sources.feeds.entry import Entry

_TOMORROW = dt.timedelta(days=2)  # it is the next day already east of here; what is dated later is no date


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of an entry: an article, a failure, or a summary with the failure of its page.

    Attributes:
        article: what is read.
        failure: what went wrong.
        again: whether it is worth another try.
        wait: seconds that its host wants to be left alone before.
    """

    article: Retrieved | None = None
    failure: Failure | None = None
    again: bool = False
    wait: float = 0.0


def name_of(entry: Entry, feed_url: str) -> str:
    """The name under which an entry is known: its page's, or the feed's with what that calls it."""
    return canonical(entry.url) if entry.url else f"{canonical(feed_url)}#{entry.id}"


def settle(entry: Entry, publisher: str | None, client: Client, now: dt.datetime) -> Settled:
    """The article of an entry, fetched where the feed does not have it.

    Args:
        entry: the entry.
        publisher: the outlet, where neither the entry nor its page says.
        client: what fetches its page.
        now: when that is.
    """
    if not needs_page(entry) or not entry.url:
        return _from_feed(entry, publisher, now)
    try:
        page = client.get(entry.url)
    except UnreadableError as error:
        return _without_page(entry, publisher, now, error)
    found = next(of_page(page, entry.url), Failure(entry.url, "it is empty"))
    if isinstance(found, Failure):
        return _from_summary(entry, publisher, now, found)
    found = dataclasses.replace(found, url=_address(found.url, page.url))
    return Settled(_retrieved(found, entry, publisher, now, page.url))


def _from_feed(entry: Entry, publisher: str | None, now: dt.datetime) -> Settled:
    found = _read(entry)
    if isinstance(found, Failure):
        return Settled(failure=found)
    return Settled(_retrieved(found, entry, publisher, now))


def _without_page(entry: Entry, publisher: str | None, now: dt.datetime, error: UnreadableError) -> Settled:
    settled = _from_summary(entry, publisher, now, Failure(entry.url, str(error)))
    if settled.article or not isinstance(error, UnansweredError):
        return settled
    return dataclasses.replace(settled, again=error.passing, wait=error.retry_after or 0.0)


def _from_summary(entry: Entry, publisher: str | None, now: dt.datetime, failure: Failure) -> Settled:
    found = _read(entry)
    if isinstance(found, Failure):
        return Settled(failure=failure)
    retrieved = dataclasses.replace(_retrieved(found, entry, publisher, now), whole=False)
    return Settled(retrieved, Failure(failure.target, f"only its summary is read: {failure.reason}"))


def _read(entry: Entry) -> Article | Failure:
    """The article that the feed itself has, taken apart as any page is."""
    text = max(entry.content, entry.summary, key=len)
    if not plain(text):
        return Failure(entry.url or entry.id, "the feed has no text for it, and no address of a page")
    name = safe_name(stem(entry.url.rstrip("/")) if entry.url else entry.id)
    origin = Origin(entry.url or entry.id, name, "html", "utf-8", entry.url or None)
    found = next(articles(io.BytesIO(as_page(text).encode("utf-8", "replace")), origin))
    if isinstance(found, Failure):
        return found
    said = _said(entry)  # what the text itself seems to say of its day is of something in it
    return dataclasses.replace(found, title=None, publisher=None, url=None, published=said or found.published)


def _retrieved(
    article: Article, entry: Entry, publisher: str | None, now: dt.datetime, at: str | None = None
) -> Retrieved:
    """The article with what the entry knows of it where it does not say itself."""
    published = article.published or _said(entry)
    url = article.url or (cleaned(entry.url) if entry.url else None)
    completed = dataclasses.replace(
        article,
        url=url,
        title=article.title or entry.title,
        publisher=article.publisher or entry.publisher or publisher,
        published=published if published and published <= (now + _TOMORROW).date() else None,
    )
    return Retrieved(completed, now, tuple(dict.fromkeys(canonical(name) for name in (entry.url, at, url) if name)))


def _said(entry: Entry) -> dt.date | None:
    moment = entry.published or entry.updated
    return moment.date() if moment else None


def _address(own: str | None, at: str) -> str:
    """Where a page says it is, if that is on the same site: none takes the place of another's."""
    return cleaned(own if own and same_site(own, at) else at)


def unknown(entries: tuple[Entry, ...], names: list[str], known: set[str]) -> Iterator[tuple[str, Entry]]:
    """The entries that are not known yet, each once."""
    taken = set(known)
    for name, entry in zip(names, entries, strict=True):
        if name not in taken:
            taken.add(name)
            yield name, entry
