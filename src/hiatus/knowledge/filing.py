"""Filing an article: its text, its facts as claims, and what changed by them; all of it, or nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select

from hiatus.article import Article
from hiatus.facts import Fact
from hiatus.knowledge.copies import are_copies, signature
from hiatus.knowledge.database.opening import writing
from hiatus.knowledge.database.schema import bands, claims, documents
from hiatus.knowledge.database.schema import changes as changes_table
from hiatus.knowledge.dossiers import known
from hiatus.knowledge.dossiers.changes import Change, changes
from hiatus.knowledge.loading import claims_of
from hiatus.knowledge.mentions import UNSTORABLE, Register, is_name
from hiatus.knowledge.resolving import Resolved, Resolver

NAME_FIELDS = ("title", "person", "character", "name", "platform", "work", "author")
"""The fields of facts that hold a name."""

HIGHEST_SEASON = 10_000
"""Some number their seasons by years."""

COPIES_LOOKED_AT = 20
"""Candidates that are compared word by word before a text counts as one of its own."""


@dataclass(frozen=True, slots=True)
class Filed:
    """What became of an article.

    Attributes:
        document: its number.
        new: False where the very same text was filed from the same address before: nothing was done.
        changes: what its facts changed in what is known, by work (an entity).
    """

    document: int
    new: bool
    changes: tuple[tuple[int, Change], ...] = ()


def file(
    engine: Engine,
    article: Article,
    facts: Collection[Fact],
    *,
    spellings: Mapping[str, tuple[str, ...]] | None = None,
    fetched: dt.datetime | None = None,
) -> Filed:
    """File an article with what was read in it, in one transaction.

    Args:
        engine: the database.
        article: what was read; without an address its text stands for it.
        facts: what it says.
        spellings: other spellings that it uses of names in the facts.
        fetched: when it was got; now where not given.
    """
    with writing(engine).begin() as connection:
        return file_within(connection, article, facts, spellings=spellings, fetched=fetched)


def file_within(
    connection: Connection,
    article: Article,
    facts: Collection[Fact],
    *,
    spellings: Mapping[str, tuple[str, ...]] | None = None,
    fetched: dt.datetime | None = None,
) -> Filed:
    """As `file`, within a transaction of `writing` that writes more besides."""
    article = _storable(article)
    address, digest = address_of(article), digest_of(article.text)
    query = select(documents.c.id).where(documents.c.address == address, documents.c.digest == digest)
    before = connection.execute(query).scalar()
    if before is not None:
        return Filed(before, new=False)
    document = _add_document(connection, article, address, digest, fetched or dt.datetime.now(dt.UTC))
    kept = [fact for fact in facts if _fits(fact)]
    resolver = Resolver(connection, document, spellings)
    resolved = resolver.resolve(kept)
    numbers = _add_claims(connection, document, resolver.with_seasons(kept), resolved)
    return Filed(document, new=True, changes=tuple(_add_changes(connection, document, resolved, numbers)))


def address_of(article: Article) -> str:
    """Where an article came from; a name made of its text where it does not say."""
    return article.url or f"text:{digest_of(article.text)}"


def digest_of(text: str) -> str:
    """The SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _storable(article: Article) -> Article:
    """The article with a sign for each that cannot be kept, every other in its place."""
    values = {name: getattr(article, name) for name in ("text", "url", "title", "publisher", "language")}
    clean: dict[str, Any] = {name: UNSTORABLE.sub("\ufffd", value) for name, value in values.items() if value}
    return replace(article, **clean)


def _fits(fact: Fact) -> bool:
    """Whether every name can be one, and the season is of a size that seasons have."""
    values = (getattr(fact, name, None) for name in NAME_FIELDS)
    return (fact.season or 0) in range(HIGHEST_SEASON) and all(map(is_name, (v for v in values if v is not None)))


def _add_document(connection: Connection, article: Article, address: str, digest: str, fetched: dt.datetime) -> int:
    number = (connection.execute(select(func.max(documents.c.id))).scalar() or 0) + 1
    keys = signature(article.text)
    values = {
        "id": number,
        "address": address,
        "publisher": article.publisher,
        "headline": article.title,
        "published": article.published,
        "fetched": fetched,
        "language": article.language,
        "text": article.text,
        "digest": digest,
        "story": _story(connection, address, digest, article.text, keys) or number,
    }
    connection.execute(insert(documents).values(**values))
    if keys:
        connection.execute(insert(bands), [{"band": key, "document": number} for key in keys])
    return number


def _story(connection: Connection, address: str, digest: str, text: str, keys: Collection[int]) -> int | None:
    """The story that a text tells again: of the same address, the same text, or nearly the same."""
    same = (documents.c.address == address) | (documents.c.digest == digest)
    story = connection.execute(select(documents.c.story).where(same).order_by(documents.c.id)).scalar()
    if story is not None or not keys:
        return story
    query = (
        select(documents.c.story, documents.c.text, func.count())
        .join(bands, bands.c.document == documents.c.id)
        .where(bands.c.band.in_(keys))
        .group_by(documents.c.id)
        .order_by(func.count().desc(), documents.c.id)
        .limit(COPIES_LOOKED_AT)
    )
    rows = connection.execute(query).all()
    return next((story for story, other, _ in rows if are_copies(text, other)), None)


def _add_claims(
    connection: Connection, document: int, facts: Collection[Fact], resolved: Collection[Resolved]
) -> list[int]:
    """The numbers of the claims."""
    first = (connection.execute(select(func.max(claims.c.id))).scalar() or 0) + 1
    rows = [
        {
            "id": first + index,
            "document": document,
            "kind": fact.kind,
            "season": fact.season,
            "work": names.work,
            "person": names.person,
            "character": names.character,
            "organization": names.organization,
            "other": names.other,
            "body": UNSTORABLE.sub("\ufffd", json.dumps(fact.to_dict(), ensure_ascii=False, separators=(",", ":"))),
        }
        for index, (fact, names) in enumerate(zip(facts, resolved, strict=True))
    ]
    if rows:
        connection.execute(insert(claims), rows)
    return [first + index for index in range(len(rows))]


def _add_changes(
    connection: Connection, document: int, resolved: Collection[Resolved], numbers: Collection[int]
) -> Iterable[tuple[int, Change]]:
    """What the claims changed, filed and given; by work."""
    new = set(numbers)
    title = Register(connection).entity_of({names.work for names in resolved})
    mention = {entity: number for number, entity in sorted(title.items(), reverse=True)}
    found: list[tuple[int, Change]] = []
    for work in sorted(mention):
        after = claims_of(connection, work)
        before = [claim for claim in after if claim.id not in new]
        found += [(work, change) for change in changes(known(before), known(after))]
    now = dt.datetime.now(dt.UTC)
    rows = [
        {
            "work": mention[work],
            "document": document,
            "claim": change.claim.id,
            "made": now,
            "weight": change.weight,
            "body": json.dumps(change.to_dict(), ensure_ascii=False),
        }
        for work, change in found
    ]
    if rows:
        connection.execute(insert(changes_table), rows)
    return found
