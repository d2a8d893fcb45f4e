"""Where the threads of a run hand in what they have, and ask what only one thread may answer."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from hiatus.sources.checked import Checked

_WAITING = 16  # steps that wait to be taken; then the threads wait
_PULSE = 0.2  # seconds


class LeftError(Exception):
    """Nobody takes any more steps."""


class _Question:
    def __init__(self, addresses: Collection[str]) -> None:
        self.addresses = addresses
        self.answer: Future[set[str]] = Future()


class Desk:
    """Where threads hand in what they have, and ask what only the thread that iterates may answer."""

    def __init__(self) -> None:
        self._waiting: queue.Queue[Checked | _Question | None] = queue.Queue(_WAITING)
        self._left = threading.Event()

    def put(self, item: Checked | _Question | None) -> None:
        while not self._left.is_set():
            try:
                return self._waiting.put(item, timeout=_PULSE)
            except queue.Full:
                continue
        raise LeftError

    def close(self) -> None:
        """Says that a thread has ended."""
        with suppress(LeftError):
            self.put(None)

    def known(self, addresses: Collection[str]) -> set[str]:
        question = _Question(addresses)
        self.put(question)
        while not self._left.is_set():
            try:
                return question.answer.result(_PULSE)
            except NotYetError:
                continue
        raise LeftError

    def serve(self, known: Callable[[Collection[str]], set[str]], threads: int) -> Iterator[Checked]:
        try:
            while threads:
                item = self._waiting.get()
                if item is None:
                    threads -= 1
                elif isinstance(item, _Question):
                    item.answer.set_result(known(item.addresses))
                else:
                    yield item
        finally:
            self._left.set()
