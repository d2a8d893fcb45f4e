"""Changes as consumers take them: each is told once, and none is lost."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from hiatus.knowledge.claims import Claim
from hiatus.knowledge.database.schema import changes, consumers, mentions
from hiatus.knowledge.dossiers.changes import Change
from hiatus.knowledge.loading import claims_numbered


@dataclass(frozen=True, slots=True)
class Told:
    """A change as filed.

    Attributes:
        number: its place among all changes.
        work: the entity that it is about.
        made: when it was filed.
    """

    number: int
    work: int
    made: dt.datetime
    change: Change


def taken(connection: Connection, consumer: str, works: Collection[int] | None = None) -> list[Told]:
    """The changes that a consumer has not acknowledged yet, in the order in which they came up.

    Args:
        connection: the database.
        consumer: who takes them.
        works: those that are asked for; all where not given.
    """
    return filed(connection, after=_seen(connection, consumer), works=works)


def acknowledge(connection: Connection, consumer: str, number: int) -> None:
    """What was told up to this change need not be told to the consumer again."""
    known = update(consumers).where(consumers.c.name == consumer)
    if not connection.execute(known.values(seen=max(number, _seen(connection, consumer)))).rowcount:
        connection.execute(insert(consumers).values(name=consumer, seen=number))


def last(connection: Connection) -> int:
    """The number of the newest change; 0 where there is none."""
    return connection.execute(select(func.max(changes.c.id))).scalar() or 0


def _seen(connection: Connection, consumer: str) -> int:
    return connection.execute(select(consumers.c.seen).where(consumers.c.name == consumer)).scalar() or 0


def filed(
    connection: Connection, *, after: int = 0, since: dt.datetime | None = None, works: Collection[int] | None = None
) -> list[Told]:
    """The changes after a number, or since a moment, of these works or of all."""
    query = (
        select(changes.c.id, mentions.c.entity, changes.c.made, changes.c.claim, changes.c.body)
        .join(mentions, changes.c.work == mentions.c.id)
        .where(changes.c.id > after)
        .order_by(changes.c.id)
    )
    if since is not None:
        query = query.where(changes.c.made >= since)
    if works is not None:
        query = query.where(mentions.c.entity.in_(list(works)))
    rows = connection.execute(query).all()
    claims = {claim.id: claim for claim in claims_numbered(connection, {row.claim for row in rows})}
    return [_told(row, claims[row.claim]) for row in rows if row.claim in claims]


def _told(row: Any, claim: Claim) -> Told:
    return Told(row.id, row.entity, row.made, Change.from_dict(json.loads(row.body), claim))
