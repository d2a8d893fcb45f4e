"""`hiatus follow`, `unfollow` and `following`: the shows that a person waits for."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.command()
@click.argument("titles", metavar="TITLE...", nargs=-1)
@click.option(
    "--import",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Follow what a list names: an export of Trakt, Simkl, Letterboxd, IMDb or TV Time, or a title a line.",
)
@click.option("--dry-run", is_flag=True, help="With --import: say what would happen, and change nothing.")
@with_database
def follow(engine: Engine, titles: tuple[str, ...], file: Path | None, dry_run: bool, as_json: bool) -> None:
    """Follow series and films, so that `hiatus update` says what is new about them.

    A title of which nothing is known yet is followed all the same. Put a title of several words in quotes. Exit status:
    0 done, 2 nothing was changed, since a title fits several works or the list cannot be read.
    """
    if bool(titles) == bool(file):
        raise click.UsageError("Give titles, or a list with --import.")
    if file is None:
        if dry_run:
            raise click.UsageError("--dry-run goes with --import.")
        from hiatus.cli.followed import follow_titles

        follow_titles(engine, titles, as_json)
    else:
        from hiatus.cli.imported import follow_file

        follow_file(engine, file, dry_run, as_json)


@click.command()
@click.argument("titles", metavar="TITLE...", nargs=-1, required=True)
@with_database
def unfollow(engine: Engine, titles: tuple[str, ...], as_json: bool) -> None:
    """Follow series and films no longer; what is known of them stays."""
    from hiatus.cli.followed import unfollow_titles

    unfollow_titles(engine, titles, as_json)


@click.command()
@with_database
def following(engine: Engine, as_json: bool) -> None:
    """List what is followed, since when, and how it stands."""
    from hiatus.cli.followed import list_followed

    list_followed(engine, as_json)
