"""Asking all sources that are due, several at a time, and handing out what comes as it comes."""

from __future__ import annotations

import datetime as dt
import threading
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from hiatus.sources.asking import Run, ask, failed
from hiatus.sources.client import Client
from hiatus.sources.desk import Desk, LeftError
from hiatus.sources.failure import UnreadableError
from hiatus.sources.schedule import is_due

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from hiatus.source import Source
    from hiatus.sources.checked import Checked

WORKERS = 16


def watch(
    sources: Iterable[Source],
    known: Callable[[Collection[str]], set[str]],
    now: dt.datetime,
    *,
    client: Client | None = None,
    workers: int = WORKERS,
) -> Iterator[Checked]:
    """Asks sources what is new; each step comes as soon as it is there, and is to be filed whole.

    Whatever one source does, the others are asked, and its own new state says what went wrong. Sources of one host
    are asked one after the other. What `known` raises ends the run; so does leaving the iterator.

    Args:
        sources: all that are watched; those that are paused or not due yet are passed over.
        known: which of some addresses are settled already (`Checked.seen`). It is called in the thread that iterates.
        now: the moment at the start, aware, in UTC.
        client: what fetches; one of its own where None.
        workers: how many hosts are asked at a time.
    """
    watched = list(sources)
    began = time.monotonic()
    desk = Desk()
    with nullcontext(client) if client else Client() as fetching:
        run = Run(
            fetching,
            desk.known,
            lambda: now + dt.timedelta(seconds=time.monotonic() - began),
            _Addresses(source.url for source in watched).claim,
        )
        groups = _by_host(source for source in watched if is_due(source, now))
        for _ in range(threads := min(workers, len(groups))):
            threading.Thread(target=_work, args=(groups, run, desk), name="hiatus-watch", daemon=True).start()
        yield from desk.serve(known, threads)


def _by_host(sources: Iterable[Source]) -> list[list[Source]]:
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(urlsplit(source.url).hostname or "", []).append(source)
    return sorted(groups.values(), key=len)  # taken from its end: the longest first, so that none is left for last


def _work(groups: list[list[Source]], run: Run, desk: Desk) -> None:
    try:
        while True:
            try:
                group = groups.pop()
            except IndexError:
                break
            for source in group:
                for step in _guarded(source, run):
                    desk.put(step)
    except LeftError:
        pass
    finally:
        desk.close()


def _guarded(source: Source, run: Run) -> Iterator[Checked]:
    """The steps of asking a source, a mistake of ours in reading what it sends among its failures."""
    try:
        yield from ask(source, run)
    except LeftError:
        raise
    except Exception as error:  # whatever is sent must not stop the others
        reason = f"it cannot be taken apart ({type(error).__name__}): report it with the address"
        yield failed(source, UnreadableError(reason), run.now())


class _Addresses:
    """The addresses of all sources: a source that moves takes one that is free."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._lock = threading.Lock()

    def claim(self, address: str) -> bool:
        with self._lock:
            free = address not in self._taken
            self._taken.add(address)
            return free
