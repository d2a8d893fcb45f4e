"""`hiatus people`, `works` and `claims`: what a person decides about names and claims."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database

if TYPE_CHECKING:
    from sqlalchemy import Engine

_IN = click.option("--in", "works", metavar="TITLE", multiple=True,
                   help="The work in which A, and given twice B, has the name: for namesakes.")  # fmt: skip

_NUMBER = click.IntRange(1, 2**31 - 1)


@click.group()
def people() -> None:
    """Who is who: names of one person, and namesakes.

    A and B are names, in quotes, or numbers such as '#12' as 'unsure' and 'hiatus person' show them.
    """


@people.command("same")
@click.argument("a")
@click.argument("b")
@with_database
def same_people(engine: Engine, a: str, b: str, as_json: bool) -> None:
    """A and B are one person, now and whatever is read later."""
    from hiatus.cli.judged import judge_same

    judge_same(engine, "person", a, b, as_json)


@people.command("different")
@click.argument("a")
@click.argument("b")
@_IN
@with_database
def different_people(engine: Engine, a: str, b: str, works: tuple[str, ...], as_json: bool) -> None:
    """A and B are two people, now and whatever is read later."""
    from hiatus.cli.judged import judge_different

    judge_different(engine, "person", (a, b), works, as_json)


@people.command()
@click.option("--most", type=click.IntRange(1), default=50, show_default=True, help="How many pairs to list.")
@with_database
def unsure(engine: Engine, most: int, as_json: bool) -> None:
    """List pairs of people who may be one, the likeliest first, each with the reasons."""
    from hiatus.cli.judged import list_unsure

    list_unsure(engine, most, as_json)


@people.command()
@with_database
def judgements(engine: Engine, as_json: bool) -> None:
    """List what was decided, of people, works and claims, with the numbers to undo it by."""
    from hiatus.cli.judged import list_judgements

    list_judgements(engine, as_json)


@people.command()
@click.argument("number", type=_NUMBER)
@with_database
def undo(engine: Engine, number: int, as_json: bool) -> None:
    """Take a judgement back, of people, works or claims."""
    from hiatus.cli.judged import undo_judgement

    undo_judgement(engine, number, as_json)


@click.group()
def works() -> None:
    """Which titles are one work, and what a work is called."""


@works.command("same")
@click.argument("a")
@click.argument("b")
@with_database
def same_works(engine: Engine, a: str, b: str, as_json: bool) -> None:
    """A and B are titles of one work."""
    from hiatus.cli.judged import judge_same

    judge_same(engine, "work", a, b, as_json)


@works.command("different")
@click.argument("a")
@click.argument("b")
@with_database
def different_works(engine: Engine, a: str, b: str, as_json: bool) -> None:
    """A and B are two works."""
    from hiatus.cli.judged import judge_different

    judge_different(engine, "work", (a, b), (), as_json)


@works.command()
@click.argument("old")
@click.argument("new")
@with_database
def title(engine: Engine, old: str, new: str, as_json: bool) -> None:
    """Call the work OLD by the title NEW from now on."""
    from hiatus.cli.judged import fix_title

    fix_title(engine, old, new, as_json)


@click.group()
def claims() -> None:
    """What articles said, one by one."""


@claims.command("list")
@click.argument("title")
@with_database
def list_claims(engine: Engine, title: str, as_json: bool) -> None:
    """List the claims about a work, with their numbers, quotes and sources."""
    from hiatus.cli.judged import list_claims

    list_claims(engine, title, as_json)


@claims.command()
@click.argument("numbers", metavar="ID...", type=_NUMBER, nargs=-1, required=True)
@click.option("--why", help="A word on why, kept beside it.")
@with_database
def reject(engine: Engine, numbers: tuple[int, ...], why: str | None, as_json: bool) -> None:
    """Leave claims out of what is known; 'hiatus people undo' brings them back."""
    from hiatus.cli.judged import reject_claims

    reject_claims(engine, numbers, why, as_json)
