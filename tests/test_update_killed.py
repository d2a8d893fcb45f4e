"""An update that is killed at any point: a rerun goes on, and nothing is lost, doubled or half filed.

Run as a program, this file is the process that makes those that are killed: see `nurse`.
"""

import datetime as dt
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from hiatus.article import Article
from hiatus.facts import Evidence, Status
from hiatus.knowledge import consuming, watching
from hiatus.knowledge.database import check, explained, open_database, writing
from hiatus.reading.reading import Reading
from hiatus.source import Source
from hiatus.update import update

KILLS = 100
FOLDERS, ARTICLES = 6, 18
STAGES = ("renewed", "filming", "wrapped", "cancelled")
ROOT = Path(__file__).resolve().parent.parent

Contents = dict[str, list[tuple[Any, ...]]]


class Lines:
    """A reader for which a line `TITLE: STAGE` is a fact."""

    def read(self, article: Article) -> Reading:
        """See Reader."""
        title, stage = article.text.split("\n")[0].split(": ")
        evidence = Evidence.of(article.text, 0, len(title) + 2 + len(stage))
        return Reading(article, (Status(title=title, season=1, stage=stage, evidence=evidence),))  # type: ignore[arg-type]


def run(database: Path) -> None:
    engine = open_database(database)
    go_on(engine)
    engine.dispose()


def go_on(engine: Engine) -> None:
    update(engine, Lines(), now=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A database in which folders of articles are watched, and nothing is filed yet."""
    folder = tmp_path / "news"
    for number in range(ARTICLES):
        (folder / str(number % FOLDERS)).mkdir(exist_ok=True, parents=True)
        words = " ".join(f"word{number * 400 + each}" for each in range(400))
        text = f"Harbor {number % 7}: {STAGES[number % 4]}\n{words}"
        (folder / str(number % FOLDERS) / f"{number:03}.txt").write_text(text, encoding="utf-8")
    engine = open_database(tmp_path / "fresh.db")
    with writing(engine).begin() as connection:
        for each in sorted(folder.iterdir()):
            watching.watch(connection, Source(str(each), "folder"))
    engine.dispose()
    return tmp_path / "fresh.db"


@pytest.fixture
def whole(tmp_path: Path, fresh: Path) -> Contents:
    """What there is after an update that nothing stops."""
    shutil.copy(fresh, tmp_path / "whole.db")
    run(tmp_path / "whole.db")
    return contents(tmp_path / "whole.db")


def contents(database: Path) -> Contents:
    """All that is filed, but for the moments at which it was."""
    queries = {
        "documents": "SELECT address, digest, story FROM documents",
        "bands": "SELECT band, document FROM bands",
        "claims": "SELECT d.address, c.kind, c.body FROM claims c JOIN documents d ON d.id = c.document",
        "changes": "SELECT d.address, c.weight, json_remove(c.body, '$.claim') FROM changes c "
        "JOIN documents d ON d.id = c.document",
        "names": "SELECT kind, spelling FROM names",
        "mentions": "SELECT name, scope, entity FROM mentions",
        "seen": "SELECT address FROM seen",
        "sources": "SELECT url, failures, due IS NULL FROM sources",
    }
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return {name: sorted(connection.execute(query).fetchall()) for name, query in queries.items()}


def filed_whole(database: Path) -> int:
    """How many articles are filed, each with all that it has."""
    found = contents(database)
    filed = len(found["documents"])
    assert filed == len(found["claims"]) == len(found["seen"])
    assert {address for address, *_ in found["changes"]} <= {address for address, *_ in found["documents"]}
    assert filed % (ARTICLES / FOLDERS) == 0  # a folder is one step
    return filed


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork, to be killed quickly a hundred times")
def test_killed_a_hundred_times(tmp_path: Path, fresh: Path, whole: Contents) -> None:
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    found_in: set[int] = set()
    killed = rounds = 0
    with nursery(fresh) as (kill_after, seconds):
        while killed < KILLS:
            torn = tmp_path / f"torn{rounds}.db"
            shutil.copy(fresh, torn)
            told: list[int] = []
            while killed < KILLS and kill_after(torn, chance.uniform(0, seconds)):
                killed += 1
                found_in.add(filed_whole(torn))
                told += _told(torn)
            run(torn)
            assert contents(torn) == whole
            told += _told(torn)
            assert sorted(told) == list(range(1, len(whole["changes"]) + 1))
            rounds += 1
    assert len(found_in) > FOLDERS / 2  # it was killed in the midst, not only before and after


def _told(database: Path) -> list[int]:
    """The numbers of the changes that somebody is told who takes note of them."""
    engine = open_database(database)
    with writing(engine).begin() as connection:
        told = [each.number for each in consuming.taken(connection, "terminal")]
        consuming.acknowledge(connection, "terminal", max(told, default=0))
    engine.dispose()
    return told


@contextmanager
def nursery(fresh: Path) -> Iterator[tuple[Callable[[Path, float], bool], float]]:
    """What runs an update and kills it after so many seconds (whether it ran still), and how long one takes."""
    command = [sys.executable, "-m", "tests.test_update_killed", str(fresh)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as nurse:  # noqa: S603 - ours
        assert nurse.stdin
        assert nurse.stdout

        def kill_after(database: Path, seconds: float) -> bool:
            print(seconds, database, file=nurse.stdin, flush=True)
            return next(nurse.stdout) == "killed\n"  # type: ignore[arg-type]

        yield kill_after, float(next(nurse.stdout))
        nurse.stdin.close()


def nurse(fresh: Path) -> None:
    """Say how long an update is; then, for each `SECONDS DATABASE` that is given, make a process and kill it."""
    for number in range(2):  # the first loads what all need
        copy = fresh.with_name(f"nurse{number}.db")
        shutil.copy(fresh, copy)
        begun = time.perf_counter()
        run(copy)
        seconds = time.perf_counter() - begun
    print(seconds, flush=True)
    for line in sys.stdin:
        after, database = line.strip().split(" ", 1)
        print("killed" if _killed(Path(database), float(after)) else "done", flush=True)


def _killed(database: Path, after: float) -> bool:
    child = os.fork()
    if child == 0:
        try:
            run(database)
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.parametrize("spare", [0, 2, 10, 40])
def test_a_full_disk_leaves_nothing_half_filed(fresh: Path, whole: Contents, spare: int) -> None:
    def with_no_room(connection: sqlite3.Connection, _: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + spare}")

    engine = open_database(fresh)
    event.listen(engine, "connect", with_no_room)
    engine.dispose()  # the connections that there are know nothing of it
    with pytest.raises(OperationalError) as caught:
        go_on(engine)
    engine.dispose()
    assert "disk is full" in explained(caught.value)
    assert filed_whole(fresh) < ARTICLES
    run(fresh)
    assert contents(fresh) == whole


def test_a_locked_database_says_so_and_goes_on_later(
    fresh: Path, whole: Contents, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hiatus.knowledge.database.opening.BUSY_SECONDS", 0.01)
    engine = open_database(fresh)
    before = contents(fresh)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OperationalError) as caught:
            go_on(engine)
        other.execute("ROLLBACK")
    assert "another program" in explained(caught.value)
    assert contents(fresh) == before
    go_on(engine)
    assert contents(fresh) == whole
    assert check(engine) == []
    engine.dispose()


if __name__ == "__main__":
    nurse(Path(sys.argv[1]))
