"""Judging who is who: joining and parting entities, and the pairs that are worth a person's look."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import Connection, and_, func, select, update

from hiatus.knowledge import judgements
from hiatus.knowledge.database.schema import claims, entities, mentions, name_keys, names
from hiatus.knowledge.database.schema import judgements as table
from hiatus.knowledge.entities import Entity, entities_numbered
from hiatus.knowledge.mentions import Kind, Mention, Register
from hiatus.knowledge.parting import part_again
from hiatus.knowledge.people import SHORTEST_PART, Match, Setting, match_any
from hiatus.knowledge.settings import settings_of

MOST_PAIRS = 5_000
"""Pairs that are looked at for those worth a person's look."""


MOST_IN_ONE_PLACE = 40
"""People of one job in one work who are compared with each other."""


class JudgementError(Exception):
    """A judgement that cannot be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entities that may be one, and why."""

    left: Entity
    right: Entity
    match: Match


def judge_same(connection: Connection, left: int, right: int) -> int:
    """Two entities are one from now on, whatever was judged before; the number of the judgement.

    Raises:
        JudgementError: if they are one already, are not of one kind, or one of them is not there.
    """
    if left == right:
        raise JudgementError("these are one already")
    first, second = (_first_mention(connection, entity) for entity in (left, right))
    if _kind(connection, first.id) != _kind(connection, second.id):
        raise JudgementError("these are not of one kind")
    for earlier in _judged_apart(connection).get((min(left, right), max(left, right)), ()):
        judgements.undo(connection, earlier)
    number = judgements.add(connection, "same", first.id, second.id)
    _move(connection, max(left, right), min(left, right))
    return number


def judge_different(connection: Connection, kind: Kind, left: Mention, right: Mention) -> int:
    """Two mentions are two from now on, whatever they were; the number of the judgement."""
    if left.id == right.id:
        raise JudgementError("these are one and the same spelling in one work: nothing tells them apart")
    number = judgements.add(connection, "different", left.id, right.id)
    if left.entity == right.entity:
        part_again(connection, kind, [left.entity])
    return number


def undo(connection: Connection, number: int) -> None:
    """Take a judgement back; whoever it joined or parted is looked at afresh.

    Raises:
        JudgementError: if there is none of this number that holds.
    """
    row = connection.execute(select(table).where(table.c.id == number)).one_or_none()
    if row is None or not judgements.undo(connection, number):
        raise JudgementError(f"there is no judgement {number} that holds")
    if row.verdict in ("same", "different"):
        register = Register(connection)
        found = set(register.entity_of([row.left, row.right]).values())
        apart = (row.left, row.right) if row.verdict == "same" else ()
        part_again(connection, _kind(connection, row.left), found, apart)


def _first_mention(connection: Connection, entity: int) -> Mention:
    found = Register(connection).of_entities([entity])
    if not found:
        raise JudgementError(f"there is nobody and nothing of the number {entity}")
    return found[0]


def _kind(connection: Connection, mention: int) -> Kind:
    query = select(entities.c.kind).join(mentions, mentions.c.entity == entities.c.id).where(mentions.c.id == mention)
    return connection.execute(query).scalar_one()  # type: ignore[no-any-return]


def _move(connection: Connection, entity: int, to: int) -> None:
    connection.execute(update(mentions).where(mentions.c.entity == entity).values(entity=to))


def unsure(connection: Connection) -> list[Pair]:
    """Pairs of people that may be one, the likeliest first; those that somebody judged are left out."""
    pairs = sorted({*_sharing_a_key(connection), *_in_one_work(connection), *_of_one_word(connection)})
    everyone = {entity for pair in pairs for entity in pair}
    known = entities_numbered(connection, "person", everyone)
    settings = settings_of(connection, everyone)
    judged = _judged_apart(connection)
    found = []
    for left, right in pairs:
        if (left, right) not in judged:
            best = _best_match(known[left], known[right], settings)
            if best.verdict != "different":
                found.append(Pair(known[left], known[right], best))
    return sorted(found, key=lambda pair: (-pair.match.score, pair.left.id, pair.right.id))


def _best_match(left: Entity, right: Entity, settings: dict[int, Setting]) -> Match:
    tried = (match_any((one, settings[left.id]), right.spellings, settings[right.id]) for one in left.spellings)
    return max(tried, key=lambda result: result.score)


def _sharing_a_key(connection: Connection) -> Iterable[tuple[int, int]]:
    left, right = mentions.alias("left_mention"), mentions.alias("right_mention")
    left_key, right_key = name_keys.alias("left_key"), name_keys.alias("right_key")
    query = (
        select(left.c.entity, right.c.entity)
        .join(left_key, left_key.c.name == left.c.name)
        .join(right_key, and_(right_key.c.key == left_key.c.key, right_key.c.name != left_key.c.name))
        .join(right, right.c.name == right_key.c.name)
        .join(names, and_(names.c.id == left.c.name, names.c.kind == "person"))
        .where(left.c.entity < right.c.entity)
        .distinct()
        .limit(MOST_PAIRS)
    )
    return ((int(one), int(other)) for one, other in connection.execute(query))


def _in_one_work(connection: Connection) -> Iterable[tuple[int, int]]:
    """People who play one character, or have one job, in what is said of one work."""
    work, person, role = mentions.alias("work"), mentions.alias("person"), mentions.alias("role")
    query = (
        select(work.c.entity, person.c.entity, role.c.entity, claims.c.kind, claims.c.body)
        .join(work, claims.c.work == work.c.id)
        .join(person, claims.c.person == person.c.id)
        .outerjoin(role, claims.c.character == role.c.id)
        .where(claims.c.kind.in_(("cast", "crew")))
    )
    places: dict[tuple[int, int | str], set[int]] = defaultdict(set)
    for where, who, character, kind, body in connection.execute(query):
        if kind == "crew" or character is not None:
            places[where, json.loads(body)["job"] if kind == "crew" else character].add(who)
    return (pair for people in places.values() for pair in combinations(sorted(people)[:MOST_IN_ONE_PLACE], 2))


def _of_one_word(connection: Connection) -> Iterable[tuple[int, int]]:
    """People of one work, one of whom goes by a single word that is in the name of the other."""
    left, right, at_left, at_right = (mentions.alias(f"mention_{number}") for number in range(4))
    word, name = names.alias("word"), names.alias("whole")
    query = (
        select(left.c.entity, right.c.entity)
        .join(word, and_(left.c.name == word.c.id, word.c.kind == "person", word.c.spelling.not_like("% %")))
        .join(at_left, left.c.scope == at_left.c.id)
        .join(at_right, at_right.c.entity == at_left.c.entity)
        .join(right, and_(right.c.scope == at_right.c.id, right.c.entity != left.c.entity))
        .join(name, and_(right.c.name == name.c.id, name.c.kind == "person"))
        .where(func.length(word.c.spelling) >= SHORTEST_PART)
        .where(func.lower(name.c.spelling).contains(func.lower(word.c.spelling)))
        .distinct()
        .limit(MOST_PAIRS)
    )
    return ((min(pair), max(pair)) for pair in map(tuple, connection.execute(query)))


def _judged_apart(connection: Connection) -> dict[tuple[int, int], list[int]]:
    """Pairs of entities that were judged different: pair → the judgements."""
    rows = [row for row in judgements.listed(connection) if row.verdict == "different" and not row.undone and row.right]
    entity = Register(connection).entity_of({each for row in rows for each in (row.left, row.right or 0)})
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows:
        one, other = sorted((entity[row.left], entity[row.right or 0]))
        found[one, other].append(row.id)
    return found
