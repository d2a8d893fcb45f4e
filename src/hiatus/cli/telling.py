"""News as people and programs are told of it: what changed in what is known, by work."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine

from hiatus.cli.judged import claim_data
from hiatus.cli.output import answer, hint, line
from hiatus.cli.sayings import certainty, said
from hiatus.knowledge.consuming import Told, filed
from hiatus.knowledge.dossiers.changes import Change
from hiatus.knowledge.entities import Entity, entities_numbered
from hiatus.knowledge.following import followed

LONGEST_QUOTE = 200
"""Characters of a quote that are shown."""


def print_since(engine: Engine, day: dt.date, everything: bool, as_json: bool) -> None:
    """Print what became known from a day on, of what is followed or of everything."""
    since = dt.datetime.combine(day, dt.time()).astimezone(dt.UTC)
    with engine.connect() as connection:
        works = None if everything else list(followed(connection))
        told = filed(connection, since=since, works=works)
    if as_json:
        answer(news_data(engine, told))
        return
    print_news(engine, told)
    if not told:
        follow = "" if everything or works else " Nothing is followed: hiatus follow TITLE, or --all."
        hint(f"Nothing became known since {day}.{follow}")


def print_news(engine: Engine, told: Iterable[Told]) -> None:
    """Print changes by work, those first that a follower cares for most."""
    for work, own in _by_work(engine, told):
        line(work.name, "bold cyan")
        for each in own:
            print_change(each.change)
        line("")


def print_change(change: Change) -> None:
    """Print a change, with the quote and who said it; what happens in a work is not told unasked."""
    if change.slot.kind == "story":
        line(f"  {change.what}: {_season(change)}what it is about ('hiatus show --spoilers' tells)")
        return
    quote = " ".join(change.claim.fact.evidence.quote.split())
    shown = quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    line(f"  {change.what}: {change_said(change)}", "bold" if change.weight >= 0.5 else "")
    document = change.claim.document
    line(f"      “{shown}” — {document.publisher or document.address}, {document.day}", "dim")


def change_said(change: Change) -> str:
    """What a change is about, in a few words; what moved, with what it was before."""
    return f"{_season(change)}{said(change.claim.fact)}{certainty(change.claim.fact)}{_before(change)}"


def _season(change: Change) -> str:
    return f"season {change.slot.season}: " if change.slot.season is not None else ""


def _before(change: Change) -> str:
    if change.what != "was moved" or not isinstance(change.old, str | int | float):
        return ""
    return f" (before: {change.old})"


def news_data(engine: Engine, told: Iterable[Told]) -> list[dict[str, Any]]:
    """Changes as programs are told of them, by work."""
    return [
        {"work": {"id": work.id, "name": work.name}, "changes": [_data(each) for each in own]}
        for work, own in _by_work(engine, told)
    ]


def _data(each: Told) -> dict[str, Any]:
    return {
        "number": each.number,
        "made": each.made.isoformat(timespec="seconds"),
        "said": change_said(each.change),
        **each.change.to_dict(),
        "claim": claim_data(each.change.claim),
    }


def _by_work(engine: Engine, told: Iterable[Told]) -> list[tuple[Entity, Sequence[Told]]]:
    """The changes of each work, the heaviest first; the works of the heaviest changes first."""
    of_work: dict[int, list[Told]] = defaultdict(list)
    for each in told:
        of_work[each.work].append(each)
    with engine.connect() as connection:
        works = _works(connection, of_work)
    for own in of_work.values():
        own.sort(key=lambda each: (-each.change.weight, each.number))
    ordered = sorted(of_work, key=lambda work: (-of_work[work][0].change.weight, works[work].name))
    return [(works[work], of_work[work]) for work in ordered]


def _works(connection: Connection, numbers: Iterable[int]) -> dict[int, Entity]:
    return entities_numbered(connection, "work", list(numbers))
