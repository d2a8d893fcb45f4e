"""Asking a folder or a file on this machine: what is new or changed in it since it was read."""

from __future__ import annotations

import dataclasses
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from hiatus.article import Article
from hiatus.sources import files
from hiatus.sources.canonical import canonical
from hiatus.sources.checked import Checked, Retrieved
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.loading import of_file
from hiatus.sources.schedule import Answer, decide

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from hiatus.source import Source
    from hiatus.sources.asking.run import Run
    from hiatus.sources.schedule import Outcome

STEP = 50
"""How many files are filed at once."""

MAX_ARTICLES = 10_000
"""How many articles of one file are taken: what holds more is an archive."""


def ask_folder(source: Source, run: Run) -> Iterator[Checked]:
    """The steps of reading what is new; all but the last leave the source as it is.

    Raises:
        UnreadableError: if there is no such folder or file.
    """
    if not Path(source.url).exists():
        raise UnreadableError("there is no such file or folder any more: check the path")
    found = files.walk(source.url)
    outcome: Outcome = "nothing new"
    failures: list[Failure] = []
    while some := list(islice(found, 10 * STEP)):
        failures += [each for each in some if isinstance(each, Failure)]
        for step in _steps(source, _fresh(some, run), run.now()):
            outcome = "new"
            yield step
    yield Checked(source.url, decide(source, Answer(outcome), run.now()), failures=tuple(failures))


def _fresh(paths: list[Path | Failure], run: Run) -> list[tuple[str, Path]]:
    """Those that are not known in their present state, with the name of that."""
    named = [(name, path) for path in paths if isinstance(path, Path) and (name := _name(path))]
    known = run.known([name for name, _ in named]) if named else set()
    return [(name, path) for name, path in named if name not in known]


def _name(path: Path) -> str | None:
    """A file's address with what changes when the file does; None where it has just gone."""
    try:
        state = path.stat()  # ctime, for it also changes when a file is moved here or may be read at last
        return f"{path.resolve().as_uri()}#{state.st_ctime_ns:x}-{state.st_size:x}"
    except OSError:
        return None


def _steps(source: Source, fresh: list[tuple[str, Path]], now: dt.datetime) -> Iterator[Checked]:
    for at in range(0, len(fresh), STEP):
        some = fresh[at : at + STEP]
        found = [(name, each) for name, path in some for each in islice(of_file(path), MAX_ARTICLES)]
        yield Checked(
            source.url,
            source,
            tuple(_retrieved(name, each, source, now) for name, each in found if isinstance(each, Article)),
            tuple(each for _, each in found if isinstance(each, Failure)),
            tuple(name for name, _ in some),
        )


def _retrieved(name: str, article: Article, source: Source, now: dt.datetime) -> Retrieved:
    url = article.url or name.partition("#")[0]
    publisher = article.publisher or source.publisher
    names = (name, canonical(article.url)) if article.url else (name,)
    return Retrieved(dataclasses.replace(article, url=url, publisher=publisher), now, names)
