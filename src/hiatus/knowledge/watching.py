"""What is watched, and how the watching goes, as the database has it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict

from sqlalchemy import Connection, delete, insert, select, update

from hiatus.knowledge.database.schema import seen, sources
from hiatus.knowledge.mentions import in_parts
from hiatus.source import Source


def watched(connection: Connection) -> list[Source]:
    """Everything that is watched, in order of address."""
    return [Source(**row._mapping) for row in connection.execute(select(sources).order_by(sources.c.url))]


def watch(connection: Connection, source: Source) -> bool:
    """Watch something from now on; whether it was not watched before."""
    if _is_watched(connection, source.url):
        return False
    connection.execute(insert(sources).values(**asdict(source)))
    return True


def update_source(connection: Connection, asked: str, source: Source) -> None:
    """Keep how the watching of a source went; one that is no longer watched stays so.

    Args:
        connection: the database.
        asked: the address that it had before.
        source: its state now, its address perhaps another.
    """
    moved = source.url != asked and _is_watched(connection, source.url)
    if moved:  # to where another is watched already
        unwatch(connection, asked)
    else:
        connection.execute(update(sources).where(sources.c.url == asked).values(**asdict(source)))


def _is_watched(connection: Connection, url: str) -> bool:
    return connection.execute(select(sources.c.url).where(sources.c.url == url)).scalar() is not None


def unwatch(connection: Connection, url: str) -> bool:
    """Watch something no longer; whether it was. What was filed from it stays."""
    return connection.execute(delete(sources).where(sources.c.url == url)).rowcount > 0


def settled(connection: Connection, addresses: Collection[str]) -> set[str]:
    """Those of these addresses that are settled: not to be tried again."""
    return {
        address
        for part in in_parts(addresses)
        for address in connection.execute(select(seen.c.address).where(seen.c.address.in_(part))).scalars()
    }


def settle(connection: Connection, addresses: Collection[str]) -> None:
    """These addresses are settled from now on."""
    fresh = sorted(set(addresses) - settled(connection, addresses))
    if fresh:
        connection.execute(insert(seen), [{"address": address} for address in fresh])
