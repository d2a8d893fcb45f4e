"""Taking turns with a host: one request at a time, a pause between two, and leaving alone what wants to be."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hiatus.sources.failure import UnansweredError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENCES = 3  # askings in a row without an answer, after which a host is not asked again in this run
_REST = 60.0  # seconds for a host that wants to be left alone and does not say how long (RFC 6585, section 4)
_OVERLOADED = frozenset((429, 503))


@dataclass(slots=True)
class _Host:
    turn: threading.Lock = field(default_factory=threading.Lock)
    free_from: float = 0.0
    closed_until: float = 0.0
    silences: int = 0


class Hosts:
    """The hosts of one run, shared by its threads."""

    def __init__(self) -> None:
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    @contextmanager
    def turn(self, name: str, gap: float, early: float = 0.0) -> Iterator[None]:
        """Waits until it is this thread's turn with a host, and keeps it until the block ends.

        Args:
            name: the host.
            gap: seconds between the end of one turn and the start of the next; with 0 it neither waits nor counts.
            early: by how much a turn may come sooner as long as the later ones make up for it (the generic cell rate
                algorithm, ITU-T I.371): with as much as the gap, a feed and its first page come at once.

        Raises:
            UnansweredError: if the host asked to be left alone, or has not answered for some time.
        """
        host = self._host(name)
        with host.turn:
            _refuse_closed(host, name)
            if gap:
                time.sleep(max(0.0, host.free_from - early - time.monotonic()))
            try:
                yield
                host.silences = 0
            except UnansweredError as error:
                _take_note(host, error)
                raise
            finally:
                if gap:
                    host.free_from = max(host.free_from, time.monotonic()) + gap

    def _host(self, name: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(name, _Host())


def _refuse_closed(host: _Host, name: str) -> None:
    wait = host.closed_until - time.monotonic()
    if wait > 0:
        raise UnansweredError(f"{name} asked to be left alone for {wait:.0f} s: try again later", 429, wait)
    if host.silences >= _SILENCES:
        raise UnansweredError(f"{name} has not answered {_SILENCES} times in a row: try again later")


def _take_note(host: _Host, error: UnansweredError) -> None:
    host.silences = host.silences + 1 if error.status is None else 0
    if error.status in _OVERLOADED and (error.status == 429 or error.retry_after):
        host.closed_until = time.monotonic() + (error.retry_after or _REST)
