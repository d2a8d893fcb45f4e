"""`hiatus follow --import`: what became of each entry of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from hiatus.cli.choosing import candidate, described
from hiatus.cli.output import CommandError, answer, line
from hiatus.knowledge.database import writing
from hiatus.knowledge.lists import MOST_BYTES, Entry, Listed, ListError, Skipped, read_list
from hiatus.knowledge.matching import Matched, follow_list

_SAID = {
    "followed": "followed",
    "followed before": "followed before",
    "not known yet": "followed by title: nothing is known of them yet",
    "ambiguous": "not followed: several works are called that",
    "another kind": "not followed: the work known by that name is of another kind",
}


def follow_file(engine: Engine, file: Path, dry_run: bool, as_json: bool) -> None:
    """Follow what a file names, all of it or, with `dry_run`, nothing; and print what became of it."""
    listed = _read(file)
    with writing(engine).connect() as connection, connection.begin() as transaction:
        matched = follow_list(connection, listed.entries)
        if dry_run:
            transaction.rollback()
    if as_json:
        answer(_data(listed, matched, dry_run))
    else:
        _print(listed, matched, dry_run)


def _read(file: Path) -> Listed:
    try:
        with file.open("rb") as stream:
            return read_list(stream.read(MOST_BYTES + 1))
    except ListError as error:
        raise CommandError(f"{file}: {error}") from error
    except OSError as error:
        raise CommandError(f"{file}: {error.strerror}") from error


def _data(listed: Listed, matched: Iterable[Matched], dry_run: bool) -> dict[str, Any]:
    return {
        "form": listed.form,
        "dry_run": dry_run,
        "entries": [
            {
                "title": each.entry.title,
                "year": each.entry.year,
                "kind": each.entry.kind,
                "outcome": each.outcome,
                "works": [candidate(work) for work in each.works],
            }
            for each in matched
        ],
        "skipped": [{"text": each.text, "reason": each.reason} for each in listed.skipped],
    }


def _print(listed: Listed, matched: list[Matched], dry_run: bool) -> None:
    line(f"{listed.form}: {len(matched)} titles" + (" (a dry run: nothing is changed)" if dry_run else ""), "bold")
    counts = Counter(each.outcome for each in matched)
    for outcome, said in _SAID.items():
        if counts[outcome]:  # type: ignore[index]
            line(f"\n{counts[outcome]:>5}  {said}")  # type: ignore[index]
            for each in matched:
                if each.outcome == outcome and outcome != "followed before":
                    line(f"       {_named(each.entry)}{_meant(each)}", "" if each.works else "dim")
    _print_skipped(listed.skipped)


def _named(entry: Entry) -> str:
    return entry.title + (f" ({entry.year})" if entry.year else "")


def _meant(each: Matched) -> str:
    if each.outcome == "followed":
        return "" if each.works[0].name == each.entry.title else f": {each.works[0].name}"
    return ": " + "; ".join(map(described, each.works)) if each.works else ""


def _print_skipped(skipped: tuple[Skipped, ...]) -> None:
    if skipped:
        line(f"\n{len(skipped):>5}  left out")
        for each in skipped:
            line(f"       {each.text or '(no title)'}: {each.reason}", "dim")
