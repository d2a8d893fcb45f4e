"""What `hiatus sources` does, asking them aside."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import click
from sqlalchemy import Connection, Engine

from hiatus.cli.database import SOME_FAILED
from hiatus.cli.output import CommandError, answer, hint, line, report, rows
from hiatus.knowledge import watching
from hiatus.knowledge.database import writing
from hiatus.source import Source
from hiatus.sources import Failure, UnreadableError
from hiatus.sources.canonical import cleaned


def add_sources(engine: Engine, addresses: Iterable[str], starter: bool, as_json: bool) -> None:
    """Watch what is at these addresses, and the starter set; what cannot be had is said."""
    found: list[Source] = []
    problems: list[str] = []
    if starter:
        from hiatus.sources.starter import starter as starter_set  # noqa: PLC0415 - reads a file

        found += starter_set()
    _discover(addresses, found, problems)
    _watch_all(engine, found, problems, as_json)


def _watch_all(engine: Engine, found: Iterable[Source], problems: list[str], as_json: bool) -> None:
    """Watch these sources, say which were watched before, and end the command."""
    now = dt.datetime.now(dt.UTC)
    stamped = [replace(source, added=now) for source in found]
    with writing(engine).begin() as connection:
        new = [source for source in stamped if watching.watch(connection, source)]
    _tell(new, [source for source in stamped if source not in new], problems, as_json)
    click.get_current_context().exit(SOME_FAILED if problems else 0)


def _discover(addresses: Iterable[str], found: list[Source], problems: list[str]) -> None:
    from hiatus.sources.client import Client  # noqa: PLC0415 - the starter set and lists need none
    from hiatus.sources.discovery import discover  # noqa: PLC0415

    with Client() as client:
        for address in addresses:
            try:
                best, *others = discover(address, client)
            except UnreadableError as error:
                problems.append(f"{address}: {error}")
                continue
            found.append(best)
            if others:
                hint(f"{address} has more feeds: {', '.join(each.url for each in others)}")


def _tell(new: Iterable[Source], known: Iterable[Source], problems: list[str], as_json: bool) -> None:
    for problem in problems:
        report(problem)
    if as_json:
        answer([{"new": True, **described(each)} for each in new]
               + [{"new": False, **described(each)} for each in known], problems)  # fmt: skip
        return
    for source in new:
        line(f"Watched from now on: {source.kind} {source.url}" + (f" ({source.title})" if source.title else ""))
    for source in known:
        line(f"Watched already: {source.url}", "dim")


def described(source: Source) -> dict[str, Any]:
    """A source as programs are told of it."""
    hidden = ("etag", "last_modified", "body_hash")
    return {name: _plain(value) for name, value in asdict(source).items() if name not in hidden}


def _plain(value: Any) -> Any:
    return value.isoformat(timespec="seconds") if isinstance(value, dt.datetime) else value


def list_sources(engine: Engine, as_json: bool) -> None:
    """Print what is watched and how it goes."""
    with engine.connect() as connection:
        found = watching.watched(connection)
    if as_json:
        answer([described(each) for each in found])
    elif not found:
        hint("Nothing is watched yet: hiatus sources add URL, or hiatus sources add --starter")
    else:
        rows(("source", "kind", "asked", "next"), map(_cells, found))


def _cells(source: Source) -> tuple[str, ...]:
    name = f"{source.title}\n{source.url}" if source.title else source.url
    due = "paused" if source.paused else _moment(source.due) if source.checked else "at once"
    return name + _trouble(source), source.kind, _moment(source.checked, "never"), due


def _trouble(source: Source) -> str:
    if not source.failing_since:
        return f"\n{source.error}" if source.error else ""
    times = f"{source.failures} times" if source.failures > 1 else "once"
    return f"\nfails since {_moment(source.failing_since)} ({times}): {source.error}"


def _moment(moment: dt.datetime | None, otherwise: str = "at once") -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}" if moment else otherwise


def remove_sources(engine: Engine, addresses: Iterable[str], as_json: bool) -> None:
    """Watch these no longer."""
    _change(engine, addresses, lambda connection, source: watching.unwatch(connection, source.url), as_json)


def pause_sources(engine: Engine, addresses: Iterable[str], as_json: bool) -> None:
    """Leave these alone."""
    _change(engine, addresses, lambda connection, source: _keep(connection, source, _paused(source)), as_json)


def resume_sources(engine: Engine, addresses: Iterable[str], as_json: bool) -> None:
    """Have these asked at the next update."""
    from hiatus.sources.schedule import resumed  # noqa: PLC0415

    _change(engine, addresses, lambda connection, source: _keep(connection, source, resumed(source)), as_json)


def _paused(source: Source) -> Source:
    return replace(source, paused=True)


def _keep(connection: Connection, source: Source, state: Source) -> None:
    watching.update_source(connection, source.url, state)


def _change(
    engine: Engine, addresses: Iterable[str], change: Callable[[Connection, Source], object], as_json: bool
) -> None:
    """Change the watched sources at these addresses, all or none, and say which."""
    with writing(engine).begin() as connection:
        chosen = chosen_sources(watching.watched(connection), addresses)
        for source in chosen:
            change(connection, source)
    done = click.get_current_context().info_name
    if as_json:
        answer([{"url": each.url} for each in chosen])
        return
    for each in chosen:
        line(f"{str(done).removesuffix('e')}ed: {each.url}")


def chosen_sources(watched: Iterable[Source], addresses: Iterable[str]) -> list[Source]:
    """The watched sources at these addresses, each by its address as given, cleaned, or as the path of a file.

    Raises:
        CommandError: if one of them is not watched.
    """
    by_url = {source.url: source for source in watched}
    return [_chosen(by_url, address) for address in addresses]


def _chosen(by_url: dict[str, Source], address: str) -> Source:
    names = (address, cleaned(address), cleaned(f"https://{address}"), str(Path(address).expanduser().absolute()))
    for name in names:
        if name in by_url:
            return by_url[name]
    same_host = [url for url in by_url if address in url][:5]
    near = f" Is it one of these: {', '.join(same_host)}?" if same_host else ""
    raise CommandError(f"{address} is not watched: 'hiatus sources list' says what is.{near}")


def import_sources(engine: Engine, file: Path, as_json: bool) -> None:
    """Watch what an OPML file names."""
    from hiatus.sources.opml import read  # noqa: PLC0415

    try:
        listed = read(file.read_bytes())
    except UnreadableError as error:
        raise CommandError(f"{file}: {error}") from error
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error
    problems = [f"{each.target}: {each.reason}" for each in listed if isinstance(each, Failure)]
    _watch_all(engine, [each for each in listed if isinstance(each, Source)], problems, as_json)


def export_sources(engine: Engine, file: Path | None, as_json: bool) -> None:
    """Write what is watched as OPML."""
    from hiatus.sources.opml import write  # noqa: PLC0415

    with engine.connect() as connection:
        found = watching.watched(connection)
    data = write(found)
    if file is not None:
        try:
            file.write_bytes(data)
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}; choose a file that can be written to.") from error
        hint(f"{len(found)} sources are in {file}.")
    if as_json:
        answer({"file": str(file) if file else None, "opml": None if file else data.decode()})
    elif file is None:
        sys.stdout.write(data.decode())
