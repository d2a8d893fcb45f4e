"""`hiatus read`: articles to facts."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import chain, count, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiatus.article import Article
from hiatus.cli.days import DAY
from hiatus.cli.progress import counting
from hiatus.cli.readers import reader_named
from hiatus.cli.terminal import printable
from hiatus.reading.reading import Reader, Reading, ReadingError

if TYPE_CHECKING:
    from hiatus.sources import Failure

AHEAD = 8
"""How many articles a thread may be behind: what is read ahead of what is printed stays bounded."""


@click.command()
@click.argument("targets", metavar="FILE|DIR|URL|-...", nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "json-ld"]),
    default="table",
    show_default=True,
    help="By title and season for people; the facts, one a line; schema.org for machines.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write ID.jsonl an article to this folder."
)
@click.option("--published", type=DAY, help="The day the articles came out, where they do not say.")
@click.option("--explain", is_flag=True, help="Show every stage, and the evidence in the text.")
@click.option("--no-story", is_flag=True, help="Leave out what a person may not want to be told.")
@click.option("--reader", "reader_name", type=click.Choice(["model", "llm"]), default="model", show_default=True,
              help="Who reads: the model that comes with Hiatus, or a language model of yours (see docs).")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Articles read side by side.")
@click.pass_context
def read(  # noqa: PLR0913, PLR0917 - one parameter an option
    context: click.Context,
    targets: tuple[str, ...],
    form: str,
    out: Path | None,
    published: dt.date | None,
    explain: bool,
    no_story: bool,
    reader_name: str,
    jobs: int,
) -> None:
    """Read articles about series and films, and print the facts in them, each tied to its words.

    Reads plain text, HTML, Markdown, JSON with the corpus's fields, all of them .gz too; folders, web addresses, and
    `-` for standard input. Exit status: 0 all were read, 1 some were not, 2 the command was wrong.
    """
    if sum((out is not None, explain, form != "table")) > 1:
        raise click.UsageError("--out, --explain and --format json… are three ways to show a reading: choose one.")
    from hiatus.sources import load  # noqa: PLC0415 - its parsers take a while to load, and --help needs none

    reader = reader_named(reader_name)
    articles = _named_apart(chain.from_iterable(load(target, published=published) for target in targets))
    write = _writer(out, form, explain)
    failed = False
    for item in _read_all(articles, reader, jobs):
        if isinstance(item, Reading):
            write(without_story(item) if no_story else item)
        else:
            failed = True
            click.echo(f"hiatus: {printable(item.target)}: {printable(item.reason)}", err=True)
    context.exit(1 if failed else 0)


def without_story(reading: Reading) -> Reading:
    """The reading without what happens in the works."""
    return replace(reading, facts=tuple(fact for fact in reading.facts if fact.kind != "story"))


def _named_apart(articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
    """The articles with IDs that differ, though they come from several folders: `a`, `a-2`, `a-3`."""
    taken: set[str] = set()
    for item in articles:
        if not isinstance(item, Article):
            yield item
            continue
        names = chain([item.id], (f"{item.id}-{number}" for number in count(2)))
        unique = next(name for name in names if name not in taken)
        taken.add(unique)
        yield replace(item, id=unique)


def _read_all(articles: Iterable[Article | Failure], reader: Reader, jobs: int) -> Iterator[Reading | Failure]:
    """Readings in the order of the articles, several read at once, few ahead of what is consumed."""
    source = iter(articles)
    with ThreadPoolExecutor(jobs) as pool, counting() as advance:
        waiting: list[Future[Reading | Failure]] = []
        while True:
            for item in islice(source, jobs * AHEAD - len(waiting)):
                waiting.append(pool.submit(_read_one, reader, item))
            if not waiting:
                return
            yield waiting.pop(0).result()
            advance()


def _read_one(reader: Reader, item: Article | Failure) -> Reading | Failure:
    from hiatus.sources import Failure  # noqa: PLC0415 - loaded by now

    if isinstance(item, Failure):
        return item
    try:
        return reader.read(item)
    except ReadingError as error:
        return Failure(item.id, str(error))


def _writer(out: Path | None, form: str, explain: bool) -> Callable[[Reading], None]:
    if out is not None:
        try:
            out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise click.UsageError(f"{out}: {error.strerror}; choose a folder that can be written to.") from error
        return lambda reading: _write_file(out, reading)
    if explain:
        from hiatus.cli.explain import explain as show  # noqa: PLC0415

        return show
    if form == "jsonl":
        return lambda reading: click.echo(jsonl(reading), nl=False)
    if form == "json-ld":
        from hiatus.publishing.jsonld import document  # noqa: PLC0415

        return lambda reading: click.echo(
            json.dumps(document(reading.article, reading.facts), ensure_ascii=False, indent=1)
        )
    from hiatus.cli.table import table  # noqa: PLC0415

    return table


def jsonl(reading: Reading) -> str:
    """The facts in the contract's form: one JSON object a line."""
    return "".join(json.dumps(fact.to_dict(), ensure_ascii=False) + "\n" for fact in reading.facts)


def _write_file(folder: Path, reading: Reading) -> None:
    (folder / f"{reading.article.id}.jsonl").write_text(jsonl(reading), encoding="utf-8")
