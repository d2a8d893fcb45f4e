"""What is read: an article, its text, and what its page marked in that text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

MarkupKind = Literal["heading", "bold", "italic", "quote", "list item", "caption", "link"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: half open, in Unicode code points.

    Raises:
        ValueError: if it is empty, runs backwards or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no stretch of a text: {self.start} to {self.end}")

    def covers(self, other: Span) -> bool:
        """Whether the other stretch lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Markup(Span):
    """A stretch that the page set apart: italics and quotation marks are the best clue to what is a title."""

    kind: MarkupKind


@dataclass(frozen=True, slots=True)
class Article:
    """One article, from whichever source.

    Attributes:
        text: what is read; evidence counts its offsets in it.
        id: a name for it, unique among those read together; the file's stem where it came from a file.
        title: its headline, None where unknown. The text may or may not begin with it.
        publisher: the outlet.
        published: the day it came out; relative dates are worked out from it.
        language: ISO 639-1 code, None where unknown.
        markup: what the page set apart in the text, in order of place.
    """

    text: str
    id: str = "article"
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    language: str | None = None
    markup: tuple[Markup, ...] = ()
