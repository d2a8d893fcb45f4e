"""The tables. Rows of documents, claims, names and judgements are only ever added.

A *mention* is a name as it is spelled in what is said of one work (its scope): the atom of identity. Claims point at
mentions, and so never change; which mentions are one entity is worked out, and can be worked out again.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData()


class Moment(TypeDecorator[dt.datetime]):
    """A moment in UTC, aware on every database: SQLite keeps none of the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        """To the database."""
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        """From the database."""
        return value.replace(tzinfo=dt.UTC) if value and value.tzinfo is None else value


def _id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _mention(name: str, **options: Any) -> Column[int]:
    return Column(name, ForeignKey("mentions.id"), **options)


documents = Table(
    "documents",
    metadata,
    _id(),
    Column("address", Text, nullable=False),
    Column("publisher", Text),
    Column("headline", Text),
    Column("published", Date),
    Column("fetched", Moment, nullable=False),
    Column("language", Text),
    Column("text", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("story", Integer, nullable=False),
    UniqueConstraint("address", "digest"),
    Index("documents_digest", "digest"),
    Index("documents_story", "story"),
)
"""Articles as filed; `digest` is the SHA-256 of the text, `story` the first document of those that are one story."""

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("document", ForeignKey("documents.id"), primary_key=True),
)
"""Where near-copies meet: documents that share a band may be copies of each other."""

entities = Table("entities", metadata, _id(), Column("kind", Text, nullable=False))
"""Works, people, characters and organizations."""

names = Table(
    "names",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("spelling", Text, nullable=False),
    UniqueConstraint("kind", "spelling"),
)
"""Every spelling seen."""

name_keys = Table(
    "name_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", ForeignKey("names.id"), primary_key=True),
)
"""What names that can be one have in common."""

mentions = Table(
    "mentions",
    metadata,
    _id(),
    Column("name", ForeignKey("names.id"), nullable=False),
    Column("scope", Integer, nullable=False),
    Column("entity", ForeignKey("entities.id"), nullable=False),
    UniqueConstraint("name", "scope"),
    Index("mentions_entity", "entity"),
    Index("mentions_scope", "scope"),
)
"""Names in what is said of a work: `scope` is the mention of its title, 0 for names of titles and companies."""

claims = Table(
    "claims",
    metadata,
    _id(),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("season", Integer),
    _mention("work", nullable=False),
    _mention("person"),
    _mention("character"),
    _mention("organization"),
    _mention("other"),
    Column("body", Text, nullable=False),
    Index("claims_document", "document"),
    Index("claims_work", "work", "kind"),
    Index("claims_person", "person"),
    Index("claims_character", "character"),
    Index("claims_other", "other"),
)
"""Facts as filed: `body` is the fact as the contract has it, in JSON."""

judgements = Table(
    "judgements",
    metadata,
    _id(),
    Column("verdict", Text, nullable=False),
    Column("left", Integer, nullable=False),
    Column("right", Integer),
    Column("words", Text),
    Column("made", Moment, nullable=False),
    Column("undone", Moment),
)
"""What a person decided: two mentions the same or different, a claim rejected, a title fixed."""

changes = Table(
    "changes",
    metadata,
    _id(),
    _mention("work", nullable=False),
    Column("document", ForeignKey("documents.id"), nullable=False),
    Column("claim", ForeignKey("claims.id"), nullable=False),
    Column("made", Moment, nullable=False),
    Column("weight", Float, nullable=False),
    Column("body", Text, nullable=False),
    Index("changes_work", "work"),
)
"""What became known, in the order in which it did."""

consumers = Table(
    "consumers", metadata, Column("name", Text, primary_key=True), Column("seen", Integer, nullable=False)
)
"""Up to which change each consumer has taken and acknowledged."""

follows = Table(
    "follows",
    metadata,
    Column("follower", Text, primary_key=True),
    _mention("work", primary_key=True),
    Column("since", Moment, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("url", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("added", Moment),
    Column("paused", Boolean, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", Text),
    Column("checked", Moment),
    Column("changed", Moment),
    Column("due", Moment),
    Column("interval", Float, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failing_since", Moment),
    Column("error", Text),
)
"""What is watched: a column for each field of hiatus.source.Source."""

seen = Table("seen", metadata, Column("address", Text, primary_key=True))
"""Addresses that are settled, whether an article was filed from them or had nothing in it: not to be tried again."""
