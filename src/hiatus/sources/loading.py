"""Targets to articles: opens each, tells its kind, and has it read."""

from __future__ import annotations

import dataclasses
import io
import os
import re
import sys
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from hiatus.article import Article
from hiatus.sources import files
from hiatus.sources.bounded import unpacked
from hiatus.sources.documents import Origin, articles
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.kinds import kind_of_media_type, kind_of_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from hiatus.sources.page import Page

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def load(
    target: str, *, published: dt.date | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Failure]:
    """The articles of a file, of a folder and all below it, of a web address, or of standard input.

    A text, Markdown, HTML or JSON file may be packed with gzip. JSON holds one article (`text`, and if known
    `id`, `url`, `publisher`, `published` and `title`), a list of them, or one a line. What cannot be read comes
    as a `Failure` in its place, and the rest goes on.

    Args:
        target: a path, an http or https address, or `-`.
        published: the day that those articles came out that do not say themselves.
        stdin: what to read for `-`; standard input where None.

    With `HIATUS_ALLOW_PRIVATE=1` in the environment, addresses within private networks are fetched from too.
    """
    taken: dict[str, int] = {}
    for found in _found(target, stdin):
        if isinstance(found, Article):
            yield dataclasses.replace(found, id=_unique(found.id, taken), published=found.published or published)
        else:
            yield found


def _unique(name: str, taken: dict[str, int]) -> str:
    """`a`, then `a-2`, `a-3`; `taken` has the last number given to each name."""
    unique = name
    while unique in taken:
        taken[name] += 1
        unique = f"{name}-{taken[name]}"
    taken[unique] = 1
    return unique


def _found(target: str, stdin: BinaryIO | None) -> Iterator[Article | Failure]:
    if target == "-":
        yield from _guarded(Origin("-", "stdin"), lambda: nullcontext(stdin or sys.stdin.buffer))
    elif _ADDRESS.match(target):
        yield from _fetched(target)
    else:
        for path in files.walk(target):
            yield from (path,) if isinstance(path, Failure) else of_file(path)


def of_file(path: Path) -> Iterator[Article | Failure]:
    """The articles of one file."""
    origin = Origin(str(path), files.stem(path.name), kind_of_name(path.name))
    yield from _guarded(origin, partial(files.opened, path))


def _fetched(url: str) -> Iterator[Article | Failure]:
    from hiatus.sources.fetch import fetch  # noqa: PLC0415 - only addresses need it

    try:
        page = fetch(url, allow_private=os.environ.get("HIATUS_ALLOW_PRIVATE") == "1")
    except UnreadableError as error:
        yield Failure(url, str(error))
        return
    yield from of_page(page, url)


def of_page(page: Page, url: str) -> Iterator[Article | Failure]:
    """The articles of a page, which was asked for at `url`."""
    parts = urlsplit(page.url)
    name = files.safe_name(files.stem(parts.path) if parts.path.strip("/") else parts.hostname or "")
    kind = kind_of_media_type(page.media_type) or kind_of_name(parts.path)
    charset = _CHARSET.search(page.media_type)
    origin = Origin(url, name, kind, charset.group(1) if charset else None, page.url)
    yield from _guarded(origin, lambda: nullcontext(io.BytesIO(page.data)))


def _guarded(origin: Origin, opened: Callable[[], AbstractContextManager[BinaryIO]]) -> Iterator[Article | Failure]:
    """The articles of one stream; where it breaks off, a failure is the last."""
    try:
        with opened() as stream:
            yield from articles(unpacked(stream), origin)
    except UnreadableError as error:
        yield Failure(origin.target, str(error))
