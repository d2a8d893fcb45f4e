"""Names near to one that is not known: for who mistyped."""

from __future__ import annotations

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from hiatus.knowledge.database.schema import names
from hiatus.knowledge.mentions import Kind

MOST_NAMES = 500_000
"""Spellings that are looked at."""

NEAR = 70.0
"""How alike (0 to 100) a name has to be to be offered."""


def near(connection: Connection, kind: Kind, words: str, most: int = 5) -> list[str]:
    """The spellings of a kind that are near to these words, the nearest first."""
    query = select(names.c.spelling).where(names.c.kind == kind).order_by(names.c.id).limit(MOST_NAMES)
    known = list(connection.execute(query).scalars())
    found = process.extract(
        words.casefold(), known, scorer=fuzz.WRatio, processor=str.casefold, limit=most, score_cutoff=NEAR
    )
    return [name for name, *_ in found]
