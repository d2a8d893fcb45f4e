"""What is watched for articles, and how the watching goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["feed", "page", "sitemap", "folder", "file"]


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that is watched, as it stood when it was last asked. Every moment is aware and in UTC.

    Attributes:
        url: its address as given, cleaned; an absolute path for a folder or a file.
        kind: what it is.
        title: what it calls itself.
        publisher: the outlet of those of its articles that do not say.
        added: when the watching began.
        paused: whether it is left alone until someone says otherwise.
        etag: the validator of its last whole answer (RFC 9110, section 8.8.3), sent back to hear only of changes.
        last_modified: its other validator, as it was written.
        body_hash: a digest of its content at the last whole answer, for those that give no validator.
        checked: when it was last asked.
        changed: when it last had something new.
        due: when it is asked next; at once where None.
        interval: seconds between two askings, 0 before the first.
        failures: how many askings in a row have failed.
        failing_since: the first of these.
        error: what went wrong at the last asking, or why it is paused, in one plain line.
    """

    url: str
    kind: SourceKind = "feed"
    title: str | None = None
    publisher: str | None = None
    added: dt.datetime | None = None
    paused: bool = False
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    checked: dt.datetime | None = None
    changed: dt.datetime | None = None
    due: dt.datetime | None = None
    interval: float = 0.0
    failures: int = 0
    failing_since: dt.datetime | None = None
    error: str | None = None
