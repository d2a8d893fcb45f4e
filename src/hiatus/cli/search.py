"""`hiatus search`: the articles that were filed, by their words."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--most", type=click.IntRange(1, 1000), default=10, show_default=True, help="How many articles to list.")
@with_database
def search(engine: Engine, words: tuple[str, ...], most: int, as_json: bool) -> None:
    """Find articles that hold all of these words, with what was read in them.

    Words in quotation marks stand together: hiatus search '"last leg" filming'.
    """
    from hiatus.cli.searched import print_found

    print_found(engine, " ".join(words), most, as_json)
