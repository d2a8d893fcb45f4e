"""Opening a database: which one, whether it is ours, and bringing it up to the version of this program."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import platformdirs
from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

APPLICATION_ID = 0x48696174
"""`Hiat`: what SQLite's header of our files says they are (https://www.sqlite.org/pragma.html#pragma_application_id)."""

HEAD = "0001"
"""The version of the schema that this program works with: the last in `versions/`."""

BUSY_SECONDS = 30
"""How long one process waits for another that is writing."""


class DatabaseError(Exception):
    """The database cannot be used; the message says why and what to do, in one plain line."""


def default_path() -> Path:
    """Where the database is unless a person says otherwise: the platform's folder for data."""
    return Path(platformdirs.user_data_dir("hiatus", appauthor=False)) / "hiatus.db"


def url_of(target: str | Path | None) -> URL:
    """The address of a database as SQLAlchemy has it.

    Args:
        target: a path to a SQLite file, or a URL such as `postgresql://user@host/name`; None for the default file.

    Raises:
        DatabaseError: if it is a URL of no kind that is supported.
    """
    if target is not None and "://" in str(target):
        try:
            url = make_url(str(target))
        except ArgumentError as error:
            raise DatabaseError(f"{target} is no address of a database: give a path or postgresql://…") from error
        if url.get_backend_name() == "postgresql":
            return url.set(drivername="postgresql+psycopg")
        if url.get_backend_name() != "sqlite":
            raise DatabaseError(f"{url.drivername} is not supported: give a path or postgresql://…")
        return url
    return URL.create("sqlite", database=str(Path(target or default_path()).expanduser().absolute()))


def open_database(target: str | Path | None = None) -> Engine:
    """An engine on a database that is ours and of this program's version; made where there is none.

    Raises:
        DatabaseError: if it cannot be opened, is not ours, or was written by a newer Hiatus.
    """
    url = url_of(target)
    if url.get_backend_name() == "sqlite":
        _prepare_file(Path(url.database or ""))
    engine = _engine(url)
    try:
        _bring_up_to_date(engine, url)
    except DBAPIError as error:
        engine.dispose()
        raise DatabaseError(f"{_shown(url)} cannot be opened: {explained(error)}") from error
    except ImportError as error:
        raise DatabaseError("PostgreSQL needs its driver: pip install 'hiatus[postgres]'") from error
    return engine


def _prepare_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(f"{path.parent} cannot be made: {error.strerror}") from error
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder: give the path of a file")


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            engine = create_engine(url, pool_pre_ping=True)
            event.listen(engine, "begin", _begin_postgresql)
            return engine
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    except ImportError as error:
        raise DatabaseError("PostgreSQL needs its driver: pip install 'hiatus[postgres]'") from error
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # SQLAlchemy begins transactions itself (below): the driver would begin them late, after reads that they need.
    connection.isolation_level = None
    for pragma in ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that will write takes the lock at once, lest two that have both read wait for each other for ever.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    # One at a time here too: else two number their documents alike, and each finds a name of the other's new.
    if _writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))


def writing(engine: Engine) -> Engine:
    """The engine for transactions that write: one at a time, on every database."""
    return engine.execution_options(writes=True)


def _bring_up_to_date(engine: Engine, url: URL) -> None:
    with engine.connect() as connection:
        found = _version(connection, url)
    if found == HEAD:
        return
    from hiatus.knowledge.database.migrating import UnknownVersionError, upgrade  # noqa: PLC0415 - seldom needed, slow

    try:
        upgrade(engine)
    except UnknownVersionError as error:
        raise DatabaseError(f"{_shown(url)} was written by a newer Hiatus: install that one, or use another file "
                            "(--db)") from error  # fmt: skip


def _version(connection: Connection, url: URL) -> str | None:
    """The version of the schema, None for an empty database.

    Raises:
        DatabaseError: if the database is another program's.
    """
    tables = set(inspect(connection).get_table_names())
    ours = "alembic_version" in tables and "claims" in tables
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        ours = mark == APPLICATION_ID if tables else mark in (0, APPLICATION_ID)
    elif not tables:
        ours = True
    if not ours:
        raise DatabaseError(f"{_shown(url)} is a database, but not one of Hiatus: use another (--db)")
    if not tables:
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def explained(error: DBAPIError) -> str:
    """What went wrong in a database, in plain words."""
    words = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
    for sign, plain in (
        ("not a database", "it is no database: use another file (--db)"),
        ("malformed", "the file is damaged: restore a backup, or start a new file (--db)"),
        ("locked", f"another program has been writing for {BUSY_SECONDS} s: try again when it is done"),
        ("disk is full", "the disk is full: make room, then run the same again; nothing is half filed"),
        ("disk I/O", "the disk cannot be read or written: make room or check it, then run the same again"),
        ("readonly", "it may not be written: check who may write the file and its folder"),
        ("unable to open", "it may not be opened: check the path and who may read it"),
    ):
        if sign in words:
            return plain
    return words


def _shown(url: URL) -> str:
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def backup(engine: Engine, target: Path) -> None:
    """A copy of a SQLite database, whole even while others write (https://www.sqlite.org/backup.html).

    Raises:
        DatabaseError: if the target exists, cannot be written, or the database is PostgreSQL.
    """
    if engine.dialect.name != "sqlite":
        raise DatabaseError("a PostgreSQL database is backed up with its own pg_dump")
    if os.path.exists(target):  # it takes names that no file can have
        raise DatabaseError(f"{target} is there already: give another name")
    part = target.with_name(f"{target.name}.part")
    try:
        with engine.connect() as connection, closing(sqlite3.connect(part)) as copy:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)  # noqa: S101 - the dialect says so
            source.backup(copy)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):  # it may be what could not be made
            part.unlink()
        raise DatabaseError(f"{target} cannot be written: {error}") from error


def check(engine: Engine) -> list[str]:
    """What is wrong with a database: nothing where the list is empty."""
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        whole = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(20)")]
        torn = [tuple(row) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
    return [line for line in whole if line != "ok"] + [
        f"{table} {row} points at a row of {parent} that is not there" for table, row, parent, _ in torn[:20]
    ]
