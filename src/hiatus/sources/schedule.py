"""When a source is asked again, and what its state becomes: decided by what it answered alone."""

from __future__ import annotations

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from hiatus.source import Source

MIN_INTERVAL = 30 * 60.0
FIRST_INTERVAL = 60 * 60.0
MAX_INTERVAL = 24 * 60 * 60.0
"""Seconds. Outlets publish by the hour, and a day late is late enough for news."""

MAX_WAIT = 7 * 24 * 60 * 60.0
"""Seconds: no server's wish and no row of failures puts a source off for longer."""

_GROWTH = 1.5
_SHRINKAGE = 0.5
_UNFINISHED = 60.0  # seconds until what was left is gone on with

Outcome = Literal["new", "nothing new", "unfinished", "failed", "gone"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of asking a source.

    Attributes:
        outcome: `unfinished` where some of what is new could not be had yet: it is asked again without validators.
        title: what it calls itself.
        url: where it has moved for good.
        etag: its validators.
        last_modified: see `etag`.
        body_hash: a digest of its content.
        wait: seconds that it asks to be left alone: `Retry-After`, `max-age`, a feed's `ttl`.
        error: what went wrong.
    """

    outcome: Outcome
    title: str | None = None
    url: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    wait: float = 0.0
    error: str | None = None


def decide(source: Source, answer: Answer, now: dt.datetime) -> Source:
    """The state of a source after it was asked.

    Args:
        source: its state before.
        answer: what came of it.
        now: when that was.
    """
    if answer.outcome in ("failed", "gone"):
        return _failed(source, answer, now)
    interval = _interval(source, answer)
    etag, last_modified, body_hash = _validators(source, answer)
    wait = _UNFINISHED if answer.outcome == "unfinished" else interval
    return dataclasses.replace(
        source,
        url=answer.url or source.url,
        title=source.title or answer.title,
        checked=now,
        changed=source.changed if answer.outcome == "nothing new" else now,
        due=_later(source, now, max(wait, answer.wait)),
        interval=interval,
        failures=0,
        failing_since=None,
        error=None,
        etag=etag,
        last_modified=last_modified,
        body_hash=body_hash,
    )


def _interval(source: Source, answer: Answer) -> float:
    if not source.interval or answer.outcome == "unfinished":
        return source.interval or FIRST_INTERVAL
    factor = _GROWTH if answer.outcome == "nothing new" else _SHRINKAGE
    return min(max(source.interval * factor, MIN_INTERVAL), MAX_INTERVAL)


def _validators(source: Source, answer: Answer) -> tuple[str | None, str | None, str | None]:
    """Those of an answer all of which was had; else the older ones, so that the next answer has the rest again."""
    old = source.etag, source.last_modified, source.body_hash
    new = answer.etag, answer.last_modified, answer.body_hash
    if answer.outcome == "unfinished":
        return old
    # "not modified" need not repeat what still holds (RFC 9110, section 15.4.5)
    return new if answer.outcome == "new" or answer.body_hash else (new[0] or old[0], new[1] or old[1], old[2])


def _failed(source: Source, answer: Answer, now: dt.datetime) -> Source:
    """Asked again after a time that doubles with each failure; never again where it is gone for good."""
    failures = source.failures + 1
    backoff = (source.interval or FIRST_INTERVAL) * 2.0 ** min(failures - 1, 20)
    return dataclasses.replace(
        source,
        paused=source.paused or answer.outcome == "gone",
        checked=now,
        due=_later(source, now, max(backoff, answer.wait)),
        failures=failures,
        failing_since=source.failing_since or now,
        error=answer.error,
    )


def _later(source: Source, now: dt.datetime, seconds: float) -> dt.datetime | None:
    """What lies on this machine is asked every time: that costs nobody anything."""
    return None if source.kind in ("folder", "file") else now + dt.timedelta(seconds=min(seconds, MAX_WAIT))


def is_due(source: Source, now: dt.datetime) -> bool:
    """Whether a source is to be asked now."""
    return not source.paused and (source.due is None or source.due <= now)


def resumed(source: Source) -> Source:
    """The state of a source that someone wants watched again, whatever happened before."""
    return dataclasses.replace(source, paused=False, due=None, failures=0, failing_since=None, error=None)
