"""Works, people, characters and organizations: what each is called, and finding one by what a person types."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from hiatus.knowledge.choosing import keys_of
from hiatus.knowledge.database.schema import claims, judgements, mentions, names
from hiatus.knowledge.mentions import AT_ONCE, Kind, Register, in_parts, is_name
from hiatus.knowledge.names import compare
from hiatus.knowledge.spelling import simple
from hiatus.knowledge.titles import same_title

_COLUMN = {
    "work": claims.c.work,
    "person": claims.c.person,
    "character": claims.c.character,
    "organization": claims.c.organization,
    "source": claims.c.other,
}

MOST = 50
"""How many entities a search gives."""


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that names mean.

    Attributes:
        name: the spelling that a person fixed, else the one that most claims have.
        spellings: every spelling seen, the most used first.
        claims: how many claims have it in their first place.
    """

    id: int
    kind: str
    name: str
    spellings: tuple[str, ...]
    claims: int


def entities_numbered(connection: Connection, kind: Kind, numbers: Collection[int]) -> dict[int, Entity]:
    """The entities with these numbers."""
    counted: dict[int, dict[str, int]] = defaultdict(dict)
    for part in in_parts(numbers):
        query = (
            select(mentions.c.entity, names.c.spelling, func.count(claims.c.id))
            .join(names, mentions.c.name == names.c.id)
            .outerjoin(claims, _COLUMN[kind] == mentions.c.id)
            .where(mentions.c.entity.in_(part))
            .group_by(mentions.c.entity, names.c.spelling)
        )
        for entity, spelling, count in connection.execute(query):
            counted[entity][spelling] = count
    fixed = fixed_titles(connection)
    return {entity: _entity(entity, kind, counts, fixed.get(entity)) for entity, counts in sorted(counted.items())}


def _entity(number: int, kind: Kind, counts: dict[str, int], fixed: str | None) -> Entity:
    spellings = sorted(counts, key=lambda spelling: (-counts[spelling], spelling.isupper(), -len(spelling), spelling))
    return Entity(number, kind, fixed or spellings[0], tuple(spellings), sum(counts.values()))


def fixed_titles(connection: Connection) -> dict[int, str]:
    """The titles that people fixed: entity → title."""
    query = (
        select(mentions.c.entity, judgements.c.words)
        .join(mentions, judgements.c.left == mentions.c.id)
        .where(judgements.c.verdict == "titled", judgements.c.undone.is_(None))
        .order_by(judgements.c.id)
    )
    return {row.entity: row.words for row in connection.execute(query)}


def find(connection: Connection, kind: Kind, words: str) -> list[Entity]:
    """The entities that a person may mean, the likeliest first.

    Those of that very name; else those whose name is a spelling of it; else those whose name holds the words. More than
    one of that very name are namesakes; the caller asks which is meant.
    """
    if not is_name(words):
        return []
    found = _spelled(connection, kind, words) or _alike(connection, kind, words)
    return sorted(found, key=lambda entity: (-entity.claims, entity.id))


def _spelled(connection: Connection, kind: Kind, words: str) -> list[Entity]:
    sharing = Register(connection).sharing(kind, keys_of(kind, words))
    same = [number for number, spelling in sharing.items() if simple(spelling) == simple(words)]
    return _of_names(connection, kind, same or [n for n, name in sharing.items() if _one_name(kind, words, name)])


def _one_name(kind: Kind, left: str, right: str) -> bool:
    return same_title(left, right) if kind == "work" else kind == "person" and compare(left, right).verdict == "same"


def _alike(connection: Connection, kind: Kind, words: str) -> list[Entity]:
    pattern = "%" + words.strip().replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_") + "%"
    query = select(names.c.id).where(names.c.kind == kind, names.c.spelling.ilike(pattern, escape="\\")).limit(MOST)
    return _of_names(connection, kind, list(connection.execute(query).scalars()))


def _of_names(connection: Connection, kind: Kind, numbers: Collection[int]) -> list[Entity]:
    query = select(mentions.c.entity).where(mentions.c.name.in_(list(numbers)[:AT_ONCE])).distinct()
    return list(entities_numbered(connection, kind, list(connection.execute(query).scalars())).values())
