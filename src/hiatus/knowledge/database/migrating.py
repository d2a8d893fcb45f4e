"""Bringing a schema up to date with Alembic, in one transaction."""

from __future__ import annotations

import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Engine

from hiatus.knowledge.database.opening import APPLICATION_ID, writing

_ONE_AT_A_TIME = threading.Lock()
"""Alembic keeps what it works on in one place for all threads; other processes wait for the database's own lock."""


class UnknownVersionError(Exception):
    """The database has a version that this program does not know."""


def configuration() -> Config:
    """Alembic's settings: the versions that come with the package."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config


def upgrade(engine: Engine) -> None:
    """Every version that the database lacks, or none at all.

    Raises:
        UnknownVersionError: if it has one that is not among ours.
    """
    with _ONE_AT_A_TIME:
        if engine.dialect.name == "sqlite":
            _write_ahead(engine)
        _upgrade(engine)


def _upgrade(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise UnknownVersionError(str(error)) from error
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _write_ahead(engine: Engine) -> None:
    """Readers and one writer side by side (https://www.sqlite.org/wal.html); to be set outside of transactions."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
