"""Which works a person follows."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, insert, select

from hiatus.knowledge.database.schema import follows, mentions
from hiatus.knowledge.mentions import Register
from hiatus.knowledge.resolving import Resolver

ME = "me"
"""The follower where there is but one person."""


def follow(connection: Connection, work: int, follower: str = ME) -> bool:
    """Follow a work; whether it was not followed before."""
    if is_followed(connection, work, follower):
        return False
    mention = Register(connection).of_entities([work])[0].id
    connection.execute(insert(follows).values(follower=follower, work=mention, since=dt.datetime.now(dt.UTC)))
    return True


def follow_title(connection: Connection, title: str, follower: str = ME) -> int:
    """Follow a work by its title, known or not, so that the first news of it is told; the work."""
    work = Resolver(connection).title(title).entity
    follow(connection, work, follower)
    return work


def unfollow(connection: Connection, work: int, follower: str = ME) -> bool:
    """Follow a work no longer; whether it was followed."""
    own = select(mentions.c.id).where(mentions.c.entity == work)
    query = delete(follows).where(follows.c.follower == follower, follows.c.work.in_(own))
    return connection.execute(query).rowcount > 0


def is_followed(connection: Connection, work: int, follower: str = ME) -> bool:
    """Whether somebody follows a work."""
    query = select(follows.c.work).join(mentions, follows.c.work == mentions.c.id)
    own = query.where(follows.c.follower == follower, mentions.c.entity == work)
    return connection.execute(own.limit(1)).scalar() is not None


def followed(connection: Connection, follower: str = ME) -> dict[int, dt.datetime]:
    """The works that somebody follows, and since when."""
    query = (
        select(mentions.c.entity, follows.c.since)
        .join(mentions, follows.c.work == mentions.c.id)
        .where(follows.c.follower == follower)
        .order_by(follows.c.since.desc())
    )
    return {row.entity: row.since for row in connection.execute(query)}
