"""How things stand for every show that is known, from the claims about stages and dates alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from hiatus.knowledge.claims import Claim
from hiatus.knowledge.database.schema import claims, mentions
from hiatus.knowledge.dossiers import Standing, known, outlook
from hiatus.knowledge.dossiers.outlook import KINDS
from hiatus.knowledge.entities import Entity, entities_numbered
from hiatus.knowledge.loading import claims_of_works

ORDER = ("in production", "dated", "renewed", "ordered", "announced", "delayed", "undecided", "released", "ended",
         "cancelled", "unknown")  # fmt: skip
"""The order of a scorecard: what is on its way first, what is over last."""


@dataclass(frozen=True, slots=True)
class Score:
    """How things stand for one work."""

    work: Entity
    standing: Standing


def scorecard(connection: Connection, moment: dt.date, works: Collection[int] | None = None) -> list[Score]:
    """How things stand as of a day, by outlook, then by date where there is one to wait for, then by title.

    Args:
        connection: the database.
        moment: the day as of which.
        works: those that are asked for; all of which a stage or date is known where not given.
    """
    wanted = _with_news(connection) if works is None else works
    by_work: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims_of_works(connection, wanted, KINDS):
        if claim.document.day <= moment:
            by_work[claim.work].append(claim)
    named = entities_numbered(connection, "work", by_work)
    found = [Score(named[work], outlook(known(own, moment), moment)) for work, own in by_work.items()]
    return sorted(found, key=_place)


def _place(score: Score) -> tuple[int, str, str]:
    """Where a show stands in the list: among those that are dated, the next one first."""
    because = score.standing.because
    date = str(because.value) if because and score.standing.outlook == "dated" else ""
    return ORDER.index(score.standing.outlook), date, score.work.name.casefold()


def _with_news(connection: Connection) -> list[int]:
    query = (
        select(mentions.c.entity)
        .join(claims, claims.c.work == mentions.c.id)
        .where(claims.c.kind.in_(KINDS))
        .distinct()
    )
    return list(connection.execute(query).scalars())
