"""What is watched: kept as it is, moved, and settled addresses."""

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from hiatus.knowledge import watching
from hiatus.knowledge.database import writing
from hiatus.source import Source

MOMENT = dt.datetime(2024, 3, 1, 12, 30, 15, 250_000, tzinfo=dt.UTC)
FULL = Source(
    "https://quay.example/feed", "page", "The Quay", "Quay", MOMENT, True, '"tag"', "Fri", "ab12", MOMENT, MOMENT,
    MOMENT, 3600.5, 3, MOMENT, "no answer: 세",
)  # fmt: skip
BARE = Source("https://pier.example/feed")


def watched(engine: Engine) -> list[Source]:
    with engine.connect() as connection:
        return watching.watched(connection)


@pytest.mark.parametrize("source", [FULL, BARE, replace(BARE, kind="folder", url="/news/old one")])
def test_a_source_is_kept_as_it_is(engine: Engine, source: Source) -> None:
    with writing(engine).begin() as connection:
        assert watching.watch(connection, source)
    assert watched(engine) == [source]


def test_watching_twice_changes_nothing(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        assert watching.watch(connection, FULL)
        assert not watching.watch(connection, replace(FULL, title="Another"))
    assert watched(engine) == [FULL]


def test_sources_come_in_order_of_address_and_go(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        watching.watch(connection, FULL)
        watching.watch(connection, BARE)
    assert watched(engine) == [BARE, FULL]
    with writing(engine).begin() as connection:
        assert watching.unwatch(connection, FULL.url)
        assert not watching.unwatch(connection, FULL.url)
    assert watched(engine) == [BARE]


MOVED = replace(FULL, url="https://quay.example/new", failures=0)


@pytest.mark.parametrize(
    ("before", "asked", "source", "after"),
    [
        ([FULL], FULL.url, replace(FULL, failures=9, due=None), [replace(FULL, failures=9, due=None)]),
        ([FULL, BARE], FULL.url, MOVED, [BARE, MOVED]),  # it moved
        ([FULL, BARE], FULL.url, replace(FULL, url=BARE.url), [BARE]),  # to where another is watched
        ([BARE], FULL.url, FULL, [BARE]),  # it was removed meanwhile
        ([BARE], FULL.url, MOVED, [BARE]),
    ],
)
def test_how_the_watching_went(
    engine: Engine, before: list[Source], asked: str, source: Source, after: list[Source]
) -> None:
    with writing(engine).begin() as connection:
        for each in before:
            watching.watch(connection, each)
        watching.update_source(connection, asked, source)
    assert watched(engine) == after


def test_settled_addresses(engine: Engine) -> None:
    many = {f"https://quay.example/{number}" for number in range(1_300)}
    with writing(engine).begin() as connection:
        assert watching.settled(connection, many) == set()
        watching.settle(connection, many)
        watching.settle(connection, [*many, "https://quay.example/more", "https://quay.example/more"])
        watching.settle(connection, [])
    with engine.connect() as connection:
        asked = {*many, "https://quay.example/more", "https://quay.example/other", "%", ""}
        assert watching.settled(connection, asked) == {*many, "https://quay.example/more"}
        assert watching.settled(connection, []) == set()
