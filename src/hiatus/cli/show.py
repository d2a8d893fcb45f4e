"""`hiatus show`: all that is known of a work."""

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
@click.argument("title", nargs=-1, required=True)
@click.option("--season", type=click.IntRange(0, 99), help="Only this season.")
@click.option("--as-of", "moment", type=DAY, help="As it was known on this day.")
@click.option("--spoilers", is_flag=True, help="What it is about, too.")
@click.option("--sources", is_flag=True, help="The quotes that each value stands on, with outlet, day and address.")
@with_database
def show(  # noqa: PLR0913, PLR0917 - one parameter an option
    engine: Engine,
    title: tuple[str, ...],
    season: int | None,
    moment: dt.date | None,
    spoilers: bool,
    sources: bool,
    as_json: bool,
) -> None:
    """Show what is known of a series or film: stages, dates, cast, makers, figures; each with how sure it is.

    A value that sources disagree on shows both sides.
    """
    from hiatus.cli.shown import View, show_work

    show_work(engine, " ".join(title), View(season, moment, spoilers, sources), as_json)
