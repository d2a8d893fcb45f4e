"""Claims as the database has them, with the entities that their names are found to mean now."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, select

from hiatus.facts import from_dict
from hiatus.knowledge.claims import Claim, Document
from hiatus.knowledge.database.schema import claims, documents, judgements, mentions
from hiatus.knowledge.mentions import in_parts

_NAMES = ("work", "person", "character", "organization", "other")
_MEANT = {name: mentions.alias(f"meant_{name}") for name in _NAMES}


def _query() -> Select[Any]:
    columns = [_MEANT[name].c.entity.label(name) for name in _NAMES]
    about = [documents.c[name] for name in ("address", "publisher", "headline", "published", "fetched", "story")]
    query = select(claims.c.id, claims.c.document, claims.c.body, *columns, *about).join(
        documents, claims.c.document == documents.c.id
    )
    for name in _NAMES:
        joined = claims.c[name] == _MEANT[name].c.id
        query = query.join(_MEANT[name], joined, isouter=name != "work")
    rejected = exists().where(
        judgements.c.verdict == "rejected", judgements.c.left == claims.c.id, judgements.c.undone.is_(None)
    )
    return query.where(~rejected).order_by(claims.c.id)


def claims_of(connection: Connection, work: int, kinds: Collection[str] = ()) -> list[Claim]:
    """The claims about a work that are not rejected, in the order of filing; of these kinds only, where given."""
    return _load(connection, _MEANT["work"].c.entity == work, kinds)


def claims_of_works(connection: Connection, works: Collection[int], kinds: Collection[str] = ()) -> list[Claim]:
    """As `claims_of`, of several works at once."""
    return [c for part in in_parts(works) for c in _load(connection, _MEANT["work"].c.entity.in_(part), kinds)]


def claims_with(connection: Connection, people: Collection[int]) -> list[Claim]:
    """The claims that name these people."""
    return [c for part in in_parts(people) for c in _load(connection, _MEANT["person"].c.entity.in_(part), ())]


def claims_numbered(connection: Connection, numbers: Collection[int]) -> list[Claim]:
    """The claims with these numbers."""
    return [claim for part in in_parts(numbers) for claim in _load(connection, claims.c.id.in_(part), ())]


def claims_in(connection: Connection, numbers: Collection[int]) -> list[Claim]:
    """The claims of these documents."""
    return [claim for part in in_parts(numbers) for claim in _load(connection, claims.c.document.in_(part), ())]


def _load(connection: Connection, condition: ColumnElement[bool], kinds: Collection[str]) -> list[Claim]:
    query = _query().where(condition)
    if kinds:
        query = query.where(claims.c.kind.in_(kinds))
    return list(_claims(connection.execute(query)))


def _claims(rows: Iterable[Any]) -> Iterable[Claim]:
    found: dict[int, Document] = {}
    for row in rows:
        number, document, body = row[:3]
        meant, about = row[3 : 3 + len(_NAMES)], row[3 + len(_NAMES) :]
        if document not in found:
            found[document] = Document(document, *about)
        yield Claim(number, from_dict(json.loads(body)), found[document], *meant)
