"""Which work or person a person means by what they type."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click
from sqlalchemy import Connection

from hiatus.cli.output import CommandError, hint
from hiatus.cli.terminal import printable
from hiatus.knowledge.entities import Entity, entities_numbered, find
from hiatus.knowledge.matching import titled, told_of
from hiatus.knowledge.mentions import Kind
from hiatus.knowledge.suggesting import near

_SAID = {"work": "work", "person": "person", "character": "character", "organization": "company"}

SHOWN = 20
"""Candidates that are listed; more are no help."""

Choose = Callable[[Sequence[str]], int | None]
"""Asks a person for one of some lines: its place, None for none of them."""


def one(connection: Connection, kind: Kind, words: str) -> Entity:
    """The one entity of a kind that is meant: by name, by part of a name where that fits one alone, or as `#12`.

    Where several fit, a person at a terminal is asked.

    Raises:
        CommandError: if none fits, with those whose names are near; or several do and nobody can be asked.
    """
    if (number := numbered(words)) is not None:
        found = list(entities_numbered(connection, kind, [number]).values())
        return _only(found, f"There is no {_SAID[kind]} {words}.")
    found = found_by(connection, kind, words)
    if not found:
        raise unknown(connection, kind, words)
    return found[0] if len(found) == 1 else _asked(found, kind, words)


def found_by(connection: Connection, kind: Kind, words: str) -> list[Entity]:
    """The entities of a kind that words may mean."""
    return (told_of(titled(connection, words)) if kind == "work" else []) or told_of(find(connection, kind, words))


def numbered(words: str) -> int | None:
    """The number of an entity that is written `#12`."""
    digits = words.strip().removeprefix("#")
    return int(digits) if words.strip().startswith("#") and digits.isdecimal() and len(digits) < 19 else None


def _only(found: Sequence[Entity], otherwise: str) -> Entity:
    if not found:
        raise CommandError(otherwise)
    return found[0]


def _asked(found: Sequence[Entity], kind: Kind, words: str) -> Entity:
    place = ask(f"Several are called {words}; which is meant?", [described(each) for each in found[:SHOWN]])
    if place is None:
        raise ambiguous(found, kind, words)
    return found[place]


def ambiguous(found: Sequence[Entity], kind: Kind, words: str) -> CommandError:
    """That several fit, with what each is called."""
    listed = "; ".join(described(each) for each in found[:SHOWN])
    message = f"Several fit {words!r}: {listed}. Give one's name in full, or its number such as '#{found[0].id}'."
    return CommandError(message, data={"candidates": [candidate(each) for each in found[:SHOWN]]})


def candidate(entity: Entity) -> dict[str, Any]:
    """An entity as programs are told of it."""
    return {"id": entity.id, "name": entity.name, "spellings": list(entity.spellings), "claims": entity.claims}


def described(entity: Entity) -> str:
    """An entity in one line, so that namesakes can be told apart."""
    others = [spelling for spelling in entity.spellings if spelling != entity.name][:3]
    also = f", also {', '.join(others)}" if others else ""
    return f"#{entity.id} {entity.name}{also} ({entity.claims} claims)"


def unknown(connection: Connection, kind: Kind, words: str) -> CommandError:
    """That nothing fits, with the names that are near."""
    close = near(connection, kind, words)
    if close:
        message = f"No {_SAID[kind]} is called {words!r}. Is it one of these: {', '.join(close)}?"
        return CommandError(message, data={"near": close})
    return CommandError(f"No {_SAID[kind]} is called {words!r}, and no name known is near it: try 'hiatus search'.",
                   data={"near": []})  # fmt: skip


def ask(question: str, lines: Sequence[str], none: str | None = None) -> int | None:
    """The place of the line that a person at a terminal chooses; None without a terminal, or for the line `none`."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    hint(question)
    for number, text in enumerate([*lines, *([none] if none else [])], 1):
        hint(f"  {number}  {printable(text)}")
    most = len(lines) + bool(none)
    chosen: int = click.prompt("Which", type=click.IntRange(1, most), err=True)
    return chosen - 1 if chosen <= len(lines) else None
