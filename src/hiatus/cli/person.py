"""`hiatus person`: what is known of somebody."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--sources", is_flag=True, help="Show who says so: the quotes, with outlet, day and address.")
@with_database
def person(engine: Engine, name: tuple[str, ...], sources: bool, as_json: bool) -> None:
    """Show what is known of a person: works, characters, jobs, and every spelling of the name."""
    from hiatus.cli.personal import show_person

    show_person(engine, " ".join(name), sources, as_json)
