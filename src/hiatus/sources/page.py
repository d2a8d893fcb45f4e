"""What an address answered."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered.

    Attributes:
        data: its body, unpacked.
        url: where it was found in the end.
        media_type: its `Content-Type`, empty where none is given.
        unchanged: whether there is nothing new since the validators that were sent (status 304), and so no body.
        moved: where it has moved for good; None where it has not.
        etag: its validators, to be sent the next time (RFC 9110, section 8.8).
        last_modified: see `etag`.
        max_age: how many seconds it stays fresh (RFC 9111, section 5.2.2.1), None where it does not say.
    """

    data: bytes
    url: str
    media_type: str
    unchanged: bool = False
    moved: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    max_age: float | None = None
