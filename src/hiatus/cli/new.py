"""`hiatus new`: what became known lately."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database
from hiatus.cli.days import DAY

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.command()
@click.option("--since", type=DAY, help="From this day on, by when it was filed; the last seven days otherwise.")
@click.option("--all", "everything", is_flag=True, help="Of all shows, not only of those followed.")
@with_database
def new(engine: Engine, since: dt.date | None, everything: bool, as_json: bool) -> None:
    """Say what became known lately of the shows that you follow, whether or not it was said before."""
    from hiatus.cli.telling import print_since

    print_since(engine, since or dt.datetime.now().astimezone().date() - dt.timedelta(days=7), everything, as_json)
