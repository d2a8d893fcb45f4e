"""Articles that a person has at hand: read and filed in the order in which they came out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from sqlalchemy import Engine

from hiatus.article import Article
from hiatus.knowledge import filing
from hiatus.reading.reading import Reader, Reading
from hiatus.sources import Failure, load
from hiatus.update import Update, reading_of


def file_given(
    engine: Engine,
    reader: Reader,
    targets: Iterable[str],
    *,
    jobs: int = 1,
    progress: Callable[[Update], None] = lambda _: None,
) -> Update:
    """Read the articles of files, folders and addresses, and file each whole or not at all.

    Args:
        engine: the database.
        reader: who reads.
        targets: what `hiatus.sources.load` takes.
        jobs: articles read side by side.
        progress: is told after each article how things stand.
    """
    done = Update()
    articles: list[Article] = []
    for target in targets:
        for found in load(target):
            articles.append(found) if isinstance(found, Article) else done.failures.append(found)
    with ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="hiatus-read") as pool:
        for reading in _ahead(pool, reader, sorted(articles, key=_day), jobs):
            _file(engine, reading, done)
            progress(done)
    return done


def _day(article: Article) -> tuple[bool, dt.date]:
    """Those that do not say when they came out are the newest: they are known of from today on."""
    return article.published is None, article.published or dt.date.min


def _ahead(pool: ThreadPoolExecutor, reader: Reader, articles: list[Article], jobs: int) -> Iterator[Reading | Failure]:
    """The readings in the order of the articles, few of them ahead of what is filed."""
    step = jobs * 8
    for start in range(0, len(articles), step):
        yield from pool.map(lambda article: reading_of(reader, article), articles[start : start + step])


def _file(engine: Engine, reading: Reading | Failure, done: Update) -> None:
    done.asked += 1
    if isinstance(reading, Failure):
        done.failures.append(reading)
        return
    done.read += 1
    if reading.facts:
        filed = filing.file(engine, reading.article, reading.facts, spellings=reading.spellings)
        done.filed += filed.new
        done.changes += len(filed.changes)
