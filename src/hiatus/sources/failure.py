"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass

_TOO_MANY_REQUESTS = 429  # RFC 6585
_SERVER_ERROR = 500


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that could not be read.

    Attributes:
        target: which file, line (`FILE:3`) or address it is.
        reason: what is wrong and what to do about it, in one plain line.
    """

    target: str
    reason: str


class UnreadableError(Exception):
    """Something cannot be read; the message is the reason of the `Failure` that this room's door makes of it."""


class UnansweredError(UnreadableError):
    """A server did not give what it was asked for.

    Attributes:
        status: what it answered (RFC 9110, section 15); None where it did not.
        retry_after: how many seconds it wants to be left alone; None where it does not say.
    """

    def __init__(self, reason: str, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.status = status
        self.retry_after = retry_after

    @property
    def passing(self) -> bool:
        """Whether it may well answer another time."""
        return self.status is None or self.status == _TOO_MANY_REQUESTS or self.status >= _SERVER_ERROR
