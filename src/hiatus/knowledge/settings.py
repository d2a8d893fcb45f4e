"""What is known around the people of the database: their works, characters, jobs and documents."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Literal

from sqlalchemy import Connection, select

from hiatus.knowledge.database.schema import claims, mentions
from hiatus.knowledge.mentions import in_parts
from hiatus.knowledge.people import Setting
from hiatus.knowledge.spelling import simple

_person, _work, _other = (mentions.alias(name) for name in ("person", "work", "other"))

ENOUGH = 2_000
"""Claims of a person that are looked at: those who have more are known well enough."""


def settings_of(
    connection: Connection, people: Collection[int], by: Literal["entity", "mention"] = "entity"
) -> dict[int, Setting]:
    """The setting of each of these people, or of each of these mentions of people, from the claims about them."""
    column = _person.c.entity if by == "entity" else _person.c.id
    rows: dict[int, list[tuple[int, str, str, int, int | None]]] = {person: [] for person in people}
    for part in in_parts(people):
        query = (
            select(column, claims.c.document, claims.c.kind, claims.c.body, _work.c.entity, _other.c.entity)
            .join(_person, claims.c.person == _person.c.id)
            .join(_work, claims.c.work == _work.c.id)
            .outerjoin(_other, claims.c.other == _other.c.id)
            .where(column.in_(part))
            .limit(ENOUGH * len(part))
        )
        for entity, *row in connection.execute(query):
            rows[entity].append(tuple(row))
    return {person: _setting(found) for person, found in rows.items()}


def _setting(rows: Iterable[tuple[int, str, str, int, int | None]]) -> Setting:
    works, characters, jobs, documents = set(), set(), set(), set()
    for document, kind, body, work, other in rows:
        documents.add(document)
        works.add(work)
        if kind == "known_for" and other is not None:
            works.add(other)
        values = json.loads(body) if kind in ("cast", "crew") else {}
        if values.get("character"):
            characters.add((work, simple(values["character"])))
        if "job" in values:
            jobs.add((work, values["job"]))
    return Setting(frozenset(works), frozenset(characters), frozenset(jobs), frozenset(documents))
