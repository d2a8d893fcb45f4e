"""What the memory holds: facts as filed, with who said them, when, and whom and what their names mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hiatus.facts import Fact


@dataclass(frozen=True, slots=True)
class Document:
    """An article as filed.

    Attributes:
        address: where it came from; unique together with its text.
        story: the number that copies and light rewrites of one text share; those count as one source.
        published: the day it came out, None where unknown.
        fetched: when it was filed, in UTC.
    """

    id: int
    address: str
    publisher: str | None
    headline: str | None
    published: dt.date | None
    fetched: dt.datetime
    story: int

    @property
    def day(self) -> dt.date:
        """The day from which what it says was known."""
        return self.published or self.fetched.date()


@dataclass(frozen=True, slots=True)
class Claim:
    """A fact that a document states, with the entities that its names were found to mean.

    Attributes:
        work: what `fact.title` means.
        person: what `fact.person` means, or the author of what a work is based on.
        character: what `fact.character` means.
        organization: what the name of a company or a platform means.
        other: the other work: what someone is known for, or what a work is based on.
    """

    id: int
    fact: Fact
    document: Document
    work: int
    person: int | None = None
    character: int | None = None
    organization: int | None = None
    other: int | None = None
