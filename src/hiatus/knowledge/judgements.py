"""What people decided about names and claims: filed beside them, undone by another line, never lost by a later run."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, insert, select, update

from hiatus.knowledge.database.schema import judgements, mentions

Verdict = Literal["same", "different", "rejected", "titled"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision.

    Attributes:
        left: a mention; for `rejected` a claim.
        right: the other mention, None where there is but one.
        words: why, or the title that a work should go by.
        undone: when it was taken back, None while it holds.
    """

    id: int
    verdict: Verdict
    left: int
    right: int | None
    words: str | None
    made: dt.datetime
    undone: dt.datetime | None


class Judged:
    """The judgements on names that hold, for whoever resolves names."""

    def __init__(self, connection: Connection) -> None:
        left, right = mentions.alias("left_mention"), mentions.alias("right_mention")
        query = (
            select(judgements.c.verdict, left.c.name, left.c.scope, left.c.id, right.c.name, right.c.scope, right.c.id)
            .join(left, judgements.c.left == left.c.id)
            .join(right, judgements.c.right == right.c.id)
            .where(judgements.c.undone.is_(None), judgements.c.verdict.in_(("same", "different")))
            .order_by(judgements.c.id)
        )
        self._others: dict[str, dict[int, list[_Side]]] = {"same": defaultdict(list), "different": defaultdict(list)}
        for verdict, one_name, one_scope, one, other_name, other_scope, other in connection.execute(query):
            namesakes = one_name == other_name
            self._others[verdict][one_name].append(_Side(one_scope if namesakes else None, other))
            self._others[verdict][other_name].append(_Side(other_scope if namesakes else None, one))

    def same(self, name: int, scope: int) -> list[int]:
        """Mentions that a name, in what is said of a work, has been judged to be the same as."""
        return self._of("same", name, scope)

    def different(self, name: int, scope: int) -> list[int]:
        """Mentions that a name, in what is said of a work, has been judged to be different from."""
        return self._of("different", name, scope)

    def _of(self, verdict: str, name: int, scope: int) -> list[int]:
        return [side.other for side in self._others[verdict].get(name, ()) if side.scope in (None, scope)]


@dataclass(frozen=True, slots=True)
class _Side:
    """The other side of a judgement; on namesakes it is of one scope alone."""

    scope: int | None
    other: int


def add(connection: Connection, verdict: Verdict, left: int, right: int | None = None, words: str | None = None) -> int:
    """File a judgement; its number."""
    values = {"verdict": verdict, "left": left, "right": right, "words": words, "made": dt.datetime.now(dt.UTC)}
    return int(connection.execute(insert(judgements).values(**values)).inserted_primary_key[0])  # type: ignore[index]


def listed(connection: Connection) -> list[Judgement]:
    """Every judgement, in the order in which they were made."""
    return [Judgement(*row) for row in connection.execute(select(judgements).order_by(judgements.c.id))]


def undo(connection: Connection, number: int) -> bool:
    """Take a judgement back; whether there was one that held."""
    query = update(judgements).where(judgements.c.id == number, judgements.c.undone.is_(None))
    return connection.execute(query.values(undone=dt.datetime.now(dt.UTC))).rowcount == 1
