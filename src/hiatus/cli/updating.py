"""What `hiatus update` does."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click
from sqlalchemy import Engine

from hiatus.cli.database import SOME_FAILED
from hiatus.cli.output import answer, hint, report
from hiatus.cli.progress import updating
from hiatus.cli.readers import reader_named
from hiatus.cli.telling import news_data, print_news
from hiatus.given import file_given
from hiatus.knowledge import consuming, watching
from hiatus.knowledge.consuming import Told
from hiatus.knowledge.database import writing
from hiatus.knowledge.following import followed
from hiatus.update import Update, update

CONSUMER = "terminal"
"""Under which name the database keeps what was said here."""


def gather(engine: Engine, targets: Sequence[str], reader_name: str, jobs: int) -> Update:
    """Ask the sources that are due, or take the articles that are given; read and file what is new."""
    with engine.connect() as connection:
        sources = watching.watched(connection)
    if not targets and not sources:
        hint("Nothing is watched yet: hiatus sources add URL, or hiatus sources add --starter")
        return Update()
    reader = reader_named(reader_name)
    with updating() as progress:
        if targets:
            return file_given(engine, reader, targets, jobs=jobs, progress=progress)
        return update(engine, reader, sources=sources, jobs=jobs, progress=progress)


def tell(engine: Engine, done: Update, everything: bool, as_json: bool) -> None:
    """Say what is new, and only then take note that it was said."""
    for failure in done.failures:
        report(f"{failure.target}: {failure.reason}")
    told, last = _taken(engine, everything)
    if as_json:
        answer(_data(engine, done, told), [f"{failure.target}: {failure.reason}" for failure in done.failures])
    else:
        print_news(engine, told)
        hint(_summary(engine, done, told, everything))
    sys.stdout.flush()
    with writing(engine).begin() as connection:
        consuming.acknowledge(connection, CONSUMER, last)
    click.get_current_context().exit(SOME_FAILED if done.failures else 0)


def _taken(engine: Engine, everything: bool) -> tuple[list[Told], int]:
    """What is to be said, and the number of the last change that was looked at."""
    with engine.connect() as connection:
        last = consuming.last(connection)
        works = None if everything else list(followed(connection))
        # what is filed from now on has a higher number, and is said the next time
        return [each for each in consuming.taken(connection, CONSUMER, works) if each.number <= last], last


def _summary(engine: Engine, done: Update, told: Sequence[Told], everything: bool) -> str:
    counts = f"{done.asked} asked, {done.read} articles read, {done.filed} filed, {done.changes} changes."
    with engine.connect() as connection:
        if not everything and not followed(connection):
            return f"{counts}\nNothing is followed yet: hiatus follow TITLE; 'hiatus new --all' has what is new of all."
    return counts if told else f"{counts}\nNothing is new" + ("." if everything else " for what you follow.")


def _data(engine: Engine, done: Update, told: Sequence[Told]) -> dict[str, Any]:
    counts = {name: getattr(done, name) for name in ("asked", "read", "filed")}
    return {**counts, "changes": done.changes, "news": news_data(engine, told)}
