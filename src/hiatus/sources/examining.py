"""Looking at a source once, for a person who wants to know whether it works; nothing is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hiatus.sources import files
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.feeds import parse
from hiatus.sources.loading import of_page

if TYPE_CHECKING:
    from hiatus.source import Source
    from hiatus.sources.client import Client


@dataclass(frozen=True, slots=True)
class Examined:
    """What a source holds just now.

    Attributes:
        title: what it calls itself.
        entries: how many articles it names, or files it has.
        newest: the day of its newest article, None where none says.
        moved: the address that it has moved to for good.
    """

    title: str | None
    entries: int
    newest: dt.date | None = None
    moved: str | None = None


def examine(source: Source, client: Client) -> Examined:
    """Ask a source as an update would, its validators aside.

    Raises:
        UnreadableError: if it cannot be had, or is not what it was.
    """
    if source.kind in ("folder", "file"):
        return _on_this_machine(source)
    page = client.get(source.url)
    if source.kind == "page":
        found = next(of_page(page, source.url), Failure(source.url, "it is empty"))
        if isinstance(found, Failure):
            raise UnreadableError(found.reason)
        return Examined(found.title, 1, found.published, page.moved)
    feed = parse(page.data, page.url, page.media_type)
    days = [entry.published.date() for entry in feed.entries if entry.published]
    return Examined(feed.title, len(feed.entries), max(days, default=None), page.moved)


def _on_this_machine(source: Source) -> Examined:
    if not Path(source.url).exists():
        raise UnreadableError("it is not there: put it back, or remove the source")
    found = list(files.walk(source.url))
    failure = next((each for each in found if isinstance(each, Failure)), None)
    if failure and len(found) == 1:
        raise UnreadableError(failure.reason)
    return Examined(Path(source.url).name, sum(isinstance(each, Path) for each in found))
