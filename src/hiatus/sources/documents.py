"""One stream of bytes to its articles."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from hiatus.article import Article
from hiatus.sources import markdown, records
from hiatus.sources.bounded import read_all, read_line
from hiatus.sources.clean import cleaned
from hiatus.sources.decode import decode
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.kinds import Kind, kind_of
from hiatus.sources.language import in_english

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes come from, and what that says of them.

    Attributes:
        target: what a failure is reported of.
        name: the id of an article that has none of its own.
        kind: what the name or the sender claims it is.
        charset: what the sender claims it is in.
        url: where it was fetched from.
    """

    target: str
    name: str
    kind: Kind | None = None
    charset: str | None = None
    url: str | None = None


def articles(stream: BinaryIO, origin: Origin) -> Iterator[Article | Failure]:
    """The articles that a stream holds: many where it is JSON, else one.

    Raises:
        UnreadableError: if nothing of it, or nothing more of it, can be read.
    """
    first = read_line(stream)
    if records.is_whole(first):
        yield from _lines(chain((first,), iter(partial(read_line, stream), b"")), origin)
    else:
        yield from _whole(decode(read_all(stream, head=first), origin.charset), origin)


def _lines(lines: Iterable[bytes], origin: Origin) -> Iterator[Article | Failure]:
    """One article a line, each read when the one before has been handed out."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _attempt(f"{origin.target}:{number}", partial(_line, line, origin))


def _line(line: bytes, origin: Origin) -> Article:
    return records.article(records.parse(decode(line)), origin.name)


def _whole(text: str, origin: Origin) -> Iterator[Article | Failure]:
    kind = kind_of(text, origin.kind)
    if kind == "json":
        yield from _json(text, origin)
    else:
        yield _attempt(origin.target, partial(_read, text, kind, origin))


def _json(text: str, origin: Origin) -> Iterator[Article | Failure]:
    try:
        value = records.parse(text)
    except UnreadableError:
        lines = text.encode("utf-8", "replace").split(b"\n")
        if any(map(records.is_whole, lines)):
            yield from _lines(lines, origin)
        elif origin.kind == "json":
            raise
        else:  # a text may well begin with a bracket
            yield _attempt(origin.target, partial(_read, text, origin.kind or "text", origin))
        return
    items = value if isinstance(value, list) and value else [value]
    for number, item in enumerate(items, 1):
        target = origin.target if len(items) == 1 else f"{origin.target}#{number}"
        yield _attempt(target, partial(records.article, item, origin.name))


def _read(text: str, kind: Kind, origin: Origin) -> Article:
    text = cleaned(text)
    if kind == "html":
        from hiatus.sources import html  # noqa: PLC0415 - takes a third of a second to load

        return html.read(text, origin.name, origin.url)
    if kind == "markdown":
        return markdown.read(text, origin.name, origin.url)
    return Article(text=text, id=origin.name, url=origin.url)


def _attempt(target: str, read: Callable[[], Article]) -> Article | Failure:
    try:
        article = read()
        if not article.text.strip():
            raise UnreadableError("it is empty: give a text to read")
        language = in_english(article.text)
    except UnreadableError as error:
        return Failure(target, str(error))
    return dataclasses.replace(article, language=language or article.language)
