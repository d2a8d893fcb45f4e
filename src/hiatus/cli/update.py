"""`hiatus update`: ask the sources, read what is new, file it, and say what changed."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.command()
@click.argument("targets", metavar="[FILE|DIR|URL]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Say what is new of all shows, not only of those followed.")
@click.option("--reader", "reader_name", type=click.Choice(["model", "llm"]), default="model", show_default=True,
              help="Who reads: the model that comes with Hiatus, or a language model of yours (see docs).")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), default=os.cpu_count() or 1, help="Articles read side by side.")
@with_database
def update(  # noqa: PLR0913, PLR0917 - one parameter an option
    engine: Engine, targets: tuple[str, ...], everything: bool, reader_name: str, jobs: int, as_json: bool
) -> None:
    """Ask the sources that are due, read what is new, and say what changed for the shows that you follow.

    Given articles, reads and files those instead, in the order in which they came out. What was said once is not said
    again; what was not, because a run was stopped, is said by the next. Exit status: 0 done, 1 some source or article
    failed, or the database was busy or its disk full, and the next run goes on; 2 the command was wrong.
    """
    from hiatus.cli.updating import gather, tell

    tell(engine, gather(engine, targets, reader_name, jobs), everything, as_json)
