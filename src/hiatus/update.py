"""The main job: ask the sources, read what is new, file it, and say what changed.

A step of a source is filed whole or not at all, its state with it: whoever is stopped at any point runs it again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from sqlalchemy import Engine

from hiatus.article import Article
from hiatus.knowledge import filing, watching
from hiatus.knowledge.database import writing
from hiatus.reading.reading import Reader, Reading, ReadingError
from hiatus.source import Source
from hiatus.sources import Checked, Failure, Retrieved
from hiatus.sources.client import Client
from hiatus.sources.watching import watch


@dataclass(slots=True)
class Update:
    """What an update did so far.

    Attributes:
        asked: sources that answered, or failed to.
        read: articles that were new.
        filed: those of them that had facts.
        changes: how many changes they made.
        failures: what could not be had or read.
    """

    asked: int = 0
    read: int = 0
    filed: int = 0
    changes: int = 0
    failures: list[Failure] = field(default_factory=list)


def update(  # noqa: PLR0913 - what a caller may set
    engine: Engine,
    reader: Reader,
    *,
    sources: Collection[Source] | None = None,
    client: Client | None = None,
    now: dt.datetime | None = None,
    jobs: int = 1,
    progress: Callable[[Update], None] = lambda _: None,
) -> Update:
    """Ask every source that is due, and file what is new.

    Args:
        engine: the database.
        reader: who reads.
        sources: those to ask; all that are watched where not given.
        client: what fetches; one of its own where not given.
        now: the moment that dues are measured by; now where not given.
        jobs: articles read side by side.
        progress: is told after each step how things stand.
    """
    done = Update()
    with engine.connect() as connection:
        watched = watching.watched(connection) if sources is None else list(sources)
    steps = watch(watched, _settled_in(engine), now or dt.datetime.now(dt.UTC), client=client)
    with ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="hiatus-read") as pool:
        for step in steps:
            readings = list(pool.map(lambda each: reading_of(reader, each.article), step.articles))
            _file(engine, step, readings, done)
            progress(done)
    return done


def _settled_in(engine: Engine) -> Callable[[Collection[str]], set[str]]:
    def settled(addresses: Collection[str]) -> set[str]:
        with engine.connect() as connection:
            return watching.settled(connection, addresses)

    return settled


def reading_of(reader: Reader, article: Article) -> Reading | Failure:
    """The reading of an article, or why there is none."""
    try:
        return reader.read(article)
    except ReadingError as error:
        return Failure(article.url or article.id, str(error))


def _file(engine: Engine, step: Checked, readings: list[Reading | Failure], done: Update) -> None:
    """File a step, in one transaction."""
    with writing(engine).begin() as connection:
        filed = [
            filing.file_within(connection, each.article, it.facts, spellings=it.spellings, fetched=each.fetched)
            for each, it in zip(step.articles, readings, strict=True)
            if isinstance(it, Reading) and it.facts
        ]
        unread = {address for each in _unread(step, readings) for address in each.addresses}
        watching.settle(connection, set(step.seen) - unread)
        watching.update_source(connection, step.asked, _to_be_asked_again(step.source) if unread else step.source)
    done.asked += 1
    done.read += len(step.articles)
    done.filed += sum(each.new for each in filed)
    done.changes += sum(len(each.changes) for each in filed)
    done.failures += [*step.failures, *(each for each in readings if isinstance(each, Failure))]


def _unread(step: Checked, readings: list[Reading | Failure]) -> list[Retrieved]:
    """The articles whose reader failed: they are not settled, and come again."""
    return [each for each, it in zip(step.articles, readings, strict=True) if isinstance(it, Failure)]


def _to_be_asked_again(source: Source) -> Source:
    """The source without what would have it answer that nothing changed."""
    return replace(source, etag=None, last_modified=None, body_hash=None)
