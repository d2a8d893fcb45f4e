"""What comes out of reading one article, and the interface that whoever reads it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from hiatus.article import Article, Span
from hiatus.facts import Fact
from hiatus.reading.marks import Mark


@dataclass(frozen=True, slots=True, order=True)
class Role(Span):
    """What the model takes a stretch of the text for, and how sure it is (0 to 1)."""

    label: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """The facts of one article, and the stages that led to them.

    Attributes:
        facts: in order of their evidence.
        spellings: other spellings of a name that the article uses, by the spelling that the facts have.
        sentences, marks, roles: the stages before the facts; empty for a reader that has none.
        dropped: how many facts a reader proposed whose evidence is not in the article.
    """

    article: Article
    facts: tuple[Fact, ...]
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sentences: tuple[Span, ...] = ()
    marks: tuple[Mark, ...] = ()
    roles: tuple[Role, ...] = ()
    dropped: int = 0


class ReadingError(Exception):
    """One article could not be read; the message says why, and what to do about it, in one plain line."""


class Reader(Protocol):
    """Whoever reads articles. Must be safe to call from several threads."""

    def read(self, article: Article) -> Reading:
        """The facts of the article, each with evidence that is literally in its text.

        Raises:
            ReadingError: if the reader depends on something that fails for this article.
        """
        ...
