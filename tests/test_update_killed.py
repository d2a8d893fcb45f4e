"""An update that is killed at any point: a rerun goes on, and nothing is lost, doubled or half filed."""

import datetime as dt
import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from hiatus.article import Article
from hiatus.facts import Evidence, Status
from hiatus.knowledge import consuming, watching
from hiatus.knowledge.database import check, explained, open_database, writing
from hiatus.knowledge.database.opening import _engine, url_of
from hiatus.reading.reading import Reading
from hiatus.source import Source
from hiatus.update import update

KILLS = 100
FOLDERS, ARTICLES = 6, 24
STAGES = ("renewed", "filming", "wrapped", "cancelled")


class Lines:
    """A reader for which a line `TITLE: STAGE` is a fact."""

    def read(self, article: Article) -> Reading:
        """See Reader."""
        title, stage = article.text.split("\n")[0].split(": ")
        evidence = Evidence.of(article.text, 0, len(title) + 2 + len(stage))
        return Reading(article, (Status(title=title, season=1, stage=stage, evidence=evidence),))  # type: ignore[arg-type]


def run(database: Path) -> None:
    engine = open_database(database)
    update(engine, Lines(), now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    engine.dispose()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / str(number % FOLDERS)).mkdir(exist_ok=True)
        words = " ".join(f"word{number * 400 + each}" for each in range(400))
        text = f"Harbor {number % 7}: {STAGES[number % 4]}\n{words}"
        (folder / str(number % FOLDERS) / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def watched(database: Path, folder: Path) -> Path:
    engine = open_database(database)
    with writing(engine).begin() as connection:
        for each in sorted(folder.iterdir()):
            watching.watch(connection, Source(str(each), "folder"))
    engine.dispose()
    return database


def contents(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that is filed, but for the moments at which it was."""
    queries = {
        "documents": "SELECT address, digest, story FROM documents",
        "claims": "SELECT d.address, c.kind, c.body FROM claims c JOIN documents d ON d.id = c.document",
        "changes": "SELECT d.address, c.weight, json_remove(c.body, '$.claim') FROM changes c "
        "JOIN documents d ON d.id = c.document",
        "names": "SELECT kind, spelling FROM names",
        "mentions": "SELECT name, scope, entity FROM mentions",
        "seen": "SELECT address FROM seen",
        "sources": "SELECT url, failures FROM sources",
    }
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return {name: sorted(connection.execute(query).fetchall()) for name, query in queries.items()}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, to be killed quickly a hundred times")
def test_killed_a_hundred_times(tmp_path: Path, folder: Path) -> None:
    whole = watched(tmp_path / "whole.db", folder)
    begun = time.perf_counter()
    run(whole)
    longest = time.perf_counter() - begun
    torn = watched(tmp_path / "torn.db", folder)
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    killed = sum(_killed(torn, chance.uniform(0, longest)) for _ in range(KILLS))
    assert killed > KILLS / 10
    run(torn)
    assert contents(torn) == contents(whole)
    engine = open_database(torn)
    with engine.connect() as connection:
        told = consuming.taken(connection, "terminal")
        assert len({each.number for each in told}) == len(told) == len(contents(whole)["changes"])
    assert check(engine) == []
    engine.dispose()


def _killed(database: Path, after: float) -> bool:
    """Run an update in a process of its own and kill it; whether it had not ended by then."""
    child = os.fork()
    if child == 0:
        try:
            run(database)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _with_no_room(connection: sqlite3.Connection, _: object) -> None:
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages + 2}")


def test_a_full_disk_leaves_nothing_half_filed(tmp_path: Path, folder: Path) -> None:
    database = watched(tmp_path / "hiatus.db", folder)
    engine = open_database(database)
    event.listen(engine, "connect", _with_no_room)
    engine.dispose()  # the connections that there are know nothing of it
    with pytest.raises(OperationalError) as caught:
        update(engine, Lines(), now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    engine.dispose()
    assert "disk is full" in explained(caught.value)
    run(database)
    whole = watched(tmp_path / "whole.db", folder)
    run(whole)
    assert contents(database) == contents(whole)


def test_a_locked_database_says_so_and_goes_on_later(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = watched(tmp_path / "hiatus.db", folder)
    monkeypatch.setattr("hiatus.knowledge.database.opening.BUSY_SECONDS", 0)
    engine = _engine(url_of(database))
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError) as caught:
            update(engine, Lines(), now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
        other.execute("ROLLBACK")
    assert "another program" in explained(caught.value)
    engine.dispose()
    run(database)
    assert len(contents(database)["documents"]) == ARTICLES
