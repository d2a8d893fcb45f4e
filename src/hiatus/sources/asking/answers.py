"""What a source answered, as far as that is the same for feeds and pages."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
from typing import TYPE_CHECKING

from hiatus.sources.canonical import cleaned
from hiatus.sources.checked import Checked
from hiatus.sources.failure import Failure, UnansweredError, UnreadableError
from hiatus.sources.schedule import Answer, decide

if TYPE_CHECKING:
    from hiatus.source import Source
    from hiatus.sources.asking.run import Run
    from hiatus.sources.page import Page

_GONE = 410  # RFC 9110, section 15.5.11: for good, as opposed to 404


def failed(source: Source, error: UnreadableError, now: dt.datetime) -> Checked:
    """The step of a source that could not be asked."""
    status = error.status if isinstance(error, UnansweredError) else None
    wait = (error.retry_after if isinstance(error, UnansweredError) else None) or 0.0
    reason = f"{error}; it is gone for good, so it is paused" if status == _GONE else str(error)
    answer = Answer("gone" if status == _GONE else "failed", wait=wait, error=reason)
    return Checked(source.url, decide(source, answer, now), failures=(Failure(source.url, reason),))


def get(source: Source, run: Run) -> Page:
    """The source as it is now, or that it is as it was.

    Raises:
        UnreadableError: if it cannot be had.
    """
    return run.client.get(source.url, etag=source.etag, last_modified=source.last_modified)


def nothing_new(source: Source, page: Page, digest: str | None, run: Run) -> Checked:
    """The step of a source that is as it was."""
    answer = answered(source, page, run, Answer("nothing new", body_hash=digest))
    return Checked(source.url, decide(source, answer, run.now()))


def answered(source: Source, page: Page, run: Run, said: Answer) -> Answer:
    """What was found, with what the page's header fields say."""
    return dataclasses.replace(
        said,
        url=_moved(source, page, run),
        etag=page.etag,
        last_modified=page.last_modified,
        wait=max(said.wait, page.max_age or 0.0),
    )


def _moved(source: Source, page: Page, run: Run) -> str | None:
    """Where the source has moved for good; nobody is led from TLS to a place without."""
    if page.moved is None or (source.url.startswith("https:") and not page.moved.startswith("https:")):
        return None
    moved = cleaned(page.moved)
    return moved if moved != source.url and run.claim(moved) else None


def digest_of(data: bytes) -> str:
    """A digest of 128 bits, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()[:32]
