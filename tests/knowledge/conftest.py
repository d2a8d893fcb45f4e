"""A fresh database for each test, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from hiatus.knowledge.database import open_database

SERVER = "HIATUS_TEST_POSTGRES"
"""The variable with the URL of a PostgreSQL server on which databases may be made, as `.ci/run` sets it."""


@pytest.fixture(params=["sqlite", "postgresql"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database that is not there yet, or is empty."""
    if request.param == "sqlite":
        yield str(tmp_path / "hiatus.db")
    else:
        with _database(_server()) as url:
            yield url


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with nothing in it, to copy: quicker than making each afresh."""
    path = tmp_path_factory.mktemp("made") / "hiatus.db"
    open_database(path).dispose()
    return path


@pytest.fixture(scope="session")
def made_on_a_server() -> Iterator[str]:
    """The same on PostgreSQL, to be the template of others."""
    with _database(_server()) as url:
        open_database(url).dispose()
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An open database with nothing in it."""
    if request.param == "sqlite":
        path = tmp_path / "hiatus.db"
        shutil.copy(request.getfixturevalue("made"), path)
        opened = open_database(path)
        yield opened
        opened.dispose()
        return
    template = make_url(request.getfixturevalue("made_on_a_server")).database
    with _database(_server(), template) as url:
        opened = open_database(url)
        yield opened
        opened.dispose()


def _server() -> str:
    server = os.environ.get(SERVER)
    if not server:
        pytest.skip(f"no PostgreSQL: {SERVER} is not set")
    return server


@contextmanager
def _database(server: str, template: str | None = None) -> Iterator[str]:
    url = make_url(server).set(drivername="postgresql+psycopg")
    name = f"hiatus_{uuid.uuid4().hex}"
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template or 'template0'}"))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with admin.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        admin.dispose()
