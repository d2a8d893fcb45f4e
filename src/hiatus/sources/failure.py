"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass


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
