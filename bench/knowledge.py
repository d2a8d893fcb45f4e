"""How fast the memory is: filing beside plain inserts, dossiers, the scorecard, and looking a name up.

Usage: python bench/knowledge.py [CLAIMS [WORKS [NAMES]]]; 1,000,000 claims on 20,000 works and 500,000 names where not
given. Everything is made up here, but for the articles that are filed: those are the corpus's, with their gold facts.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, insert

from hiatus.knowledge import filing
from hiatus.knowledge.database import open_database, writing
from hiatus.knowledge.database import schema as s
from hiatus.knowledge.dossiers import known
from hiatus.knowledge.loading import claims_of
from hiatus.knowledge.mentions import Register
from hiatus.knowledge.names import compare, keys
from hiatus.knowledge.scorecard import scorecard
from hiatus.training.corpus import load

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES, ASKED = 300, 300
KINDS = ("status", "release", "cast", "crew", "company", "metric")
STAGES = ("renewed", "filming", "wrapped", "delayed")
SYLLABLES = "ba chi do fen gar hui jo kel lo min nor pak rin sol tae ume vik won yoo zar".split()


def main() -> None:
    """Print every figure."""
    claims, works, names = (int(value) for value in [*sys.argv[1:], 1_000_000, 20_000, 500_000][:3])
    with tempfile.TemporaryDirectory() as folder:
        file_articles(Path(folder))
        engine = open_database(Path(folder) / "large.db")
        fill(engine, claims, works)
        ask(engine, claims, works)
        engine.dispose()
        look_up(Path(folder), names)


def file_articles(folder: Path) -> None:
    """Articles filed a second, and the rows that they made inserted plainly."""
    examples = [example for _, example in zip(range(ARTICLES), load(CORPUS, "train"), strict=False)]
    engine = open_database(folder / "filed.db")
    begun = time.perf_counter()
    for example in examples:
        filing.file(engine, example.article, example.gold)
    ours = len(examples) / (time.perf_counter() - begun)
    engine.dispose()
    plain = _inserted_plainly(folder / "filed.db", folder / "plain.db", len(examples))
    print(f"filing: {ours:,.0f} articles/s; the same rows by plain inserts, one transaction each: {plain:,.0f}")


def _inserted_plainly(source: Path, target: Path, articles: int) -> float:
    open_database(target).dispose()
    with closing(sqlite3.connect(source)) as filed, closing(sqlite3.connect(target)) as plain:
        tables = ("documents", "bands", "names", "name_keys", "entities", "mentions", "claims", "changes")
        rows = {table: filed.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608 - ours
        begun = time.perf_counter()
        for part in range(articles):
            for table, own in rows.items():
                some = own[len(own) * part // articles : len(own) * (part + 1) // articles]
                if some:
                    marks = ",".join("?" * len(some[0]))
                    plain.executemany(f"INSERT INTO {table} VALUES ({marks})", some)  # noqa: S608 - ours
            plain.commit()
        return articles / (time.perf_counter() - begun)


def fill(engine: Engine, claims: int, works: int) -> None:
    """So many claims, ten a document, on so many works; some works have many, as some shows have."""
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with writing(engine).begin() as connection:
        kinds = ["work"] * works + ["person"] * works
        connection.execute(insert(s.entities), [{"id": i + 1, "kind": kind} for i, kind in enumerate(kinds)])
        connection.execute(
            insert(s.names), [{"id": i + 1, "kind": kind, "spelling": f"Name {i}"} for i, kind in enumerate(kinds)]
        )
        connection.execute(
            insert(s.mentions), [{"id": i + 1, "name": i + 1, "scope": 0, "entity": i + 1} for i in range(len(kinds))]
        )
        for start in range(0, claims, 50_000):
            numbers = range(start, min(start + 50_000, claims))
            documents = sorted({number // 10 for number in numbers})
            connection.execute(insert(s.documents), [_document(number, now) for number in documents])
            connection.execute(insert(s.claims), [_claim(number, works, chance) for number in numbers])


def _document(number: int, now: dt.datetime) -> dict[str, object]:
    day = dt.date(2020, 1, 1) + dt.timedelta(days=number % 2000)
    return {
        "id": number + 1,
        "address": f"https://a.example/{number}",
        "publisher": f"Outlet {number % 200}",
        "headline": "x",
        "published": day,
        "fetched": now,
        "language": "en",
        "text": "x",
        "digest": str(number),
        "story": number + 1,
    }


def _claim(number: int, works: int, chance: random.Random) -> dict[str, object]:
    work = int(works * chance.random() ** 3)
    kind = KINDS[number % len(KINDS)]
    person = works + work + 1 if kind in ("cast", "crew") else None
    own = {
        "status": {"stage": chance.choice(STAGES)},
        "release": {"date": f"202{chance.randrange(4, 9)}-0{chance.randrange(1, 10)}", "platform": None},
        "cast": {"person": f"Name {works + work}", "character": None, "change": "returning", "billing": None},
        "crew": {"person": f"Name {works + work}", "job": "director", "change": None},
        "company": {"name": "Outlet", "role": "platform"},
        "metric": {"measure": "views", "value": chance.randrange(1, 90) * 1e6, "window": None},
    }[kind]
    body = {
        "kind": kind,
        "title": f"Name {work}",
        "season": 1 + number % 3,
        **own,
        "certainty": "confirmed",
        "said_by": None,
        "evidence": {"start": 0, "end": 1, "quote": "x"},
    }
    return {
        "id": number + 1,
        "document": number // 10 + 1,
        "kind": kind,
        "season": 1 + number % 3,
        "work": work + 1,
        "person": person,
        "body": json.dumps(body),
    }


def ask(engine: Engine, claims: int, works: int) -> None:
    """Dossiers of works picked evenly, and as often as claims are about them; the largest; and one scorecard."""
    chance = random.Random(2)  # noqa: S311 - repeatable, not secret
    print(f"dossiers at {claims:,} claims on {works:,} works")
    with engine.connect() as connection:
        for how, power in (("any work", 1), ("works by how much is said of them", 3)):
            found = [int(works * chance.random() ** power) + 1 for _ in range(ASKED)]
            half, most = _percentiles([_timed(lambda work=work: known(claims_of(connection, work))) for work in found])
            print(f"  {how}: p50 {half:.1f} ms, p99 {most:.1f} ms")
        largest = _timed(lambda: known(claims_of(connection, 1)))
        print(f"  the one that most is said of ({len(claims_of(connection, 1)):,} claims): {largest:,.0f} ms")
        seconds = _timed(lambda: scorecard(connection, dt.date(2026, 1, 1))) / 1000
        print(f"scorecard of all of them: {seconds:.1f} s")


def look_up(folder: Path, count: int) -> None:
    """A name against so many others: those that share a key, compared."""
    chance = random.Random(3)  # noqa: S311 - repeatable, not secret
    found: set[str] = set()
    while len(found) < count:
        found.add(_name(chance))
    spellings = sorted(found)
    engine = open_database(folder / "names.db")
    with writing(engine).begin() as connection:
        rows = [{"id": i + 1, "kind": "person", "spelling": name} for i, name in enumerate(spellings)]
        connection.execute(insert(s.names), rows)
        for start in range(0, len(spellings), 50_000):
            part = enumerate(spellings[start : start + 50_000], start + 1)
            connection.execute(
                insert(s.name_keys), [{"key": f"person:{key}", "name": i} for i, name in part for key in keys(name)]
            )
    with engine.connect() as connection:
        register = Register(connection)
        asked = [chance.choice(spellings) for _ in range(ASKED)]
        half, most = _percentiles([_timed(lambda name=name: _compared(register, name)) for name in asked])
    print(f"a name against {len(spellings):,} names: p50 {half:.1f} ms, p99 {most:.1f} ms")
    engine.dispose()


def _compared(register: Register, name: str) -> float:
    return max(compare(name, other).score for other in register.sharing("person", keys(name)).values())


def _name(chance: random.Random) -> str:
    words = ("".join(chance.choices(SYLLABLES, k=chance.randrange(1, 4))).capitalize() for _ in range(2))
    return " ".join(words)


def _timed(job: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    job()
    return 1000 * (time.perf_counter() - begun)


def _percentiles(times: list[float]) -> tuple[float, float]:
    ordered = sorted(times)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]


if __name__ == "__main__":
    main()
