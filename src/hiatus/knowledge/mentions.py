"""Names as the database has them: spellings, their keys, and mentions with the entity that each is of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from sqlalchemy import Connection, Select, Table, insert, select, tuple_

from hiatus.knowledge.database.schema import claims, entities, mentions, name_keys, names

_T = TypeVar("_T")

Kind = Literal["work", "source", "person", "character", "organization"]
"""What a name can be of; `source` is what a work is based on that is itself no series or film."""

NO_SCOPE = 0
"""The scope of names that mean the same wherever they stand: titles and companies."""

LONGEST_SPELLING = 300
"""Characters of a name that are kept: a longer one is none."""

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""Signs that UTF-8, or a column of PostgreSQL, cannot hold."""

MOST_IN_A_WORK = 1_000
"""Mentions of a work that a new name is compared with."""

AT_ONCE = 500
"""How many values a statement is given at once: below the limits of every database."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in what is said of one work, and the entity that it means."""

    id: int
    name: int
    spelling: str
    scope: int
    entity: int


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A name that a document uses: of what, how spelled, in what is said of which work (a mention, or NO_SCOPE)."""

    kind: Kind
    spelling: str
    scope: int = NO_SCOPE


def in_parts(values: Collection[_T]) -> Iterable[list[_T]]:
    """The values in lists of at most AT_ONCE."""
    ordered = list(values)
    return (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def is_name(spelling: str) -> bool:
    """Whether a text can be a name: a hostile page's are blank, endless, or of signs that cannot be kept."""
    return bool(spelling.strip()) and len(spelling) <= LONGEST_SPELLING and not UNSTORABLE.search(spelling)


class Register:
    """The names and mentions of one database, read and added to within a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, kind: Kind, spellings: Collection[str]) -> dict[str, int]:
        """The numbers of those spellings that the database has."""
        found: dict[str, int] = {}
        for part in in_parts(spellings):
            query = select(names.c.spelling, names.c.id).where(names.c.kind == kind, names.c.spelling.in_(part))
            found |= {row.spelling: row.id for row in self._connection.execute(query)}
        return found

    def add_name(self, kind: Kind, spelling: str, keys: Iterable[str]) -> int:
        """The number of a spelling that is new."""
        number = self._inserted(names, kind=kind, spelling=spelling)
        rows = [{"key": f"{kind}:{key}", "name": number} for key in keys]
        if rows:
            self._connection.execute(insert(name_keys), rows)
        return number

    def sharing(self, kind: Kind, keys: Collection[str]) -> dict[int, str]:
        """The spellings that share a key: number → spelling."""
        wanted = [f"{kind}:{key}" for key in keys]
        query = (
            select(names.c.id, names.c.spelling)
            .join(name_keys, name_keys.c.name == names.c.id)
            .where(name_keys.c.key.in_(wanted))
            .distinct()
        )
        return {row.id: row.spelling for row in self._connection.execute(query)} if wanted else {}

    def mentions(self, pairs: Collection[tuple[int, int]]) -> dict[tuple[int, int], Mention]:
        """The mentions of these names in these scopes."""
        found: dict[tuple[int, int], Mention] = {}
        for part in in_parts(pairs):
            query = _MENTIONS.where(tuple_(mentions.c.name, mentions.c.scope).in_(part))
            found |= {(mention.name, mention.scope): mention for mention in self._read(query)}
        return found

    def of_names(self, numbers: Collection[int]) -> dict[int, list[Mention]]:
        """All mentions of these names, by name."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for part in in_parts(numbers):
            for mention in self._read(_MENTIONS.where(mentions.c.name.in_(part))):
                found[mention.name].append(mention)
        return found

    def in_works(self, kind: Kind, works: Collection[int]) -> list[Mention]:
        """The mentions in what is said of these works, the first that came up where there are very many."""
        query = _IN_WORKS.where(names.c.kind == kind, _TITLE.c.entity.in_(list(works)[:AT_ONCE]))
        return self._read(query.order_by(mentions.c.id).limit(MOST_IN_A_WORK))

    def of_entities(self, numbers: Collection[int]) -> list[Mention]:
        """All mentions of these entities, in the order in which they came up."""
        return [
            mention
            for part in in_parts(numbers)
            for mention in self._read(_MENTIONS.where(mentions.c.entity.in_(part)).order_by(mentions.c.id))
        ]

    def entity_of(self, numbers: Collection[int]) -> dict[int, int]:
        """The entities of these mentions."""
        found: dict[int, int] = {}
        for part in in_parts(numbers):
            query = select(mentions.c.id, mentions.c.entity).where(mentions.c.id.in_(part))
            found |= {row.id: row.entity for row in self._connection.execute(query)}
        return found

    def has_seasons(self, work: int) -> bool:
        """Whether any claim about a work is about a season of it."""
        return bool(self.seasonal([title.id for title in self.of_entities([work])]))

    def seasonal(self, numbers: Collection[int]) -> set[int]:
        """Those of these mentions of works that claims about a season have."""
        found: set[int] = set()
        for part in in_parts(numbers):
            query = select(claims.c.work).where(
                claims.c.work.in_(part), claims.c.season.is_not(None), claims.c.kind != "known_for"
            )
            found.update(self._connection.execute(query.distinct()).scalars())
        return found

    def add_entity(self, kind: Kind) -> int:
        """The number of an entity that is new."""
        return self._inserted(entities, kind=kind)

    def add_mention(self, name: int, spelling: str, scope: int, entity: int) -> Mention:
        """A mention that is new."""
        return Mention(self._inserted(mentions, name=name, scope=scope, entity=entity), name, spelling, scope, entity)

    def _read(self, query: Select[Any]) -> list[Mention]:
        return [Mention(*row) for row in self._connection.execute(query)]

    def _inserted(self, table: Table, **values: object) -> int:
        return int(self._connection.execute(insert(table).values(**values)).inserted_primary_key[0])  # type: ignore[index]


_MENTIONS = select(mentions.c.id, mentions.c.name, names.c.spelling, mentions.c.scope, mentions.c.entity).join(
    names, names.c.id == mentions.c.name
)
_TITLE = mentions.alias("title")
_IN_WORKS = _MENTIONS.join(_TITLE, mentions.c.scope == _TITLE.c.id)
