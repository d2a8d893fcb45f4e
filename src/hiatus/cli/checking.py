"""`hiatus sources check`: what sources hold just now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import click
from sqlalchemy import Engine

from hiatus.cli.database import SOME_FAILED
from hiatus.cli.output import answer, hint, line, report
from hiatus.cli.sourcing import chosen_sources
from hiatus.knowledge import watching
from hiatus.source import Source
from hiatus.sources import UnreadableError
from hiatus.sources.client import Client
from hiatus.sources.examining import Examined, examine

AT_A_TIME = 16
"""Sources that are asked side by side; those of one host still one after the other."""


def check_sources(engine: Engine, addresses: Sequence[str], as_json: bool) -> None:
    """Ask these sources, or all, and print what they hold."""
    with engine.connect() as connection:
        watched = watching.watched(connection)
    sources = chosen_sources(watched, addresses) if addresses else watched
    if not sources:
        hint("Nothing is watched yet: hiatus sources add URL, or hiatus sources add --starter")
    found = _examined(sources, quiet=as_json)
    problems = [f"{source.url}: {each}" for source, each in found if isinstance(each, str)]
    if as_json:
        answer([_data(source, each) for source, each in found if isinstance(each, Examined)], problems)
    click.get_current_context().exit(SOME_FAILED if problems else 0)


def _examined(sources: Iterable[Source], quiet: bool) -> list[tuple[Source, Examined | str]]:
    """What came of each source, said as it comes."""
    done = []
    with Client() as client, ThreadPoolExecutor(AT_A_TIME) as pool:
        for source, found in pool.map(partial(_examine, client), sources):
            done.append((source, found))
            if isinstance(found, str):
                report(f"{source.url}: {found}")
            elif not quiet:
                line(_said(source, found))
    return done


def _examine(client: Client, source: Source) -> tuple[Source, Examined | str]:
    try:
        return source, examine(source, client)
    except UnreadableError as error:
        return source, str(error)


def _said(source: Source, found: Examined) -> str:
    what = "files" if source.kind in ("folder", "file") else "articles"
    newest = f", the newest of {found.newest}" if found.newest else ""
    moved = f"; it has moved to {found.moved}" if found.moved else ""
    return f"{source.url}: {source.kind} {found.title or ''}: {found.entries} {what}{newest}{moved}"


def _data(source: Source, found: Examined) -> dict[str, Any]:
    newest = found.newest.isoformat() if found.newest else None
    return {"url": source.url, "kind": source.kind, "title": found.title, "entries": found.entries, "newest": newest,
            "moved": found.moved}  # fmt: skip
