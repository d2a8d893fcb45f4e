"""`hiatus sources`: what is watched for articles."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiatus.cli.database import with_database

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.group()
def sources() -> None:
    """What is watched for articles: feeds, sitemaps, web pages, files and folders."""


@sources.command()
@click.argument("addresses", metavar="URL|PATH...", nargs=-1)
@click.option("--starter", is_flag=True, help="The feeds of outlets that write about series and films.")
@with_database
def add(engine: Engine, addresses: tuple[str, ...], starter: bool, as_json: bool) -> None:
    """Watch feeds, sitemaps, pages, files or folders from now on; the feed of a page is found by itself.

    Exit status: 0 all are watched, 1 some could not be had, 2 the command was wrong.
    """
    if not addresses and not starter:
        raise click.UsageError("Give an address or a path, or --starter.")
    from hiatus.cli.sourcing import add_sources

    add_sources(engine, addresses, starter, as_json)


@sources.command("list")
@with_database
def list_(engine: Engine, as_json: bool) -> None:
    """List what is watched: when it was asked, when it is next, since when it fails and why."""
    from hiatus.cli.sourcing import list_sources

    list_sources(engine, as_json)


@sources.command()
@click.argument("addresses", metavar="URL|PATH...", nargs=-1, required=True)
@with_database
def remove(engine: Engine, addresses: tuple[str, ...], as_json: bool) -> None:
    """Watch these no longer; what was filed from them stays."""
    from hiatus.cli.sourcing import remove_sources

    remove_sources(engine, addresses, as_json)


@sources.command()
@click.argument("addresses", metavar="URL|PATH...", nargs=-1, required=True)
@with_database
def pause(engine: Engine, addresses: tuple[str, ...], as_json: bool) -> None:
    """Leave these alone until they are resumed."""
    from hiatus.cli.sourcing import pause_sources

    pause_sources(engine, addresses, as_json)


@sources.command()
@click.argument("addresses", metavar="URL|PATH...", nargs=-1, required=True)
@with_database
def resume(engine: Engine, addresses: tuple[str, ...], as_json: bool) -> None:
    """Watch these again, whatever they were paused or put off for; the next update asks them."""
    from hiatus.cli.sourcing import resume_sources

    resume_sources(engine, addresses, as_json)


@sources.command()
@click.argument("addresses", metavar="[URL|PATH]...", nargs=-1)
@with_database
def check(engine: Engine, addresses: tuple[str, ...], as_json: bool) -> None:
    """Ask these now, or all that are watched, and say what they hold; nothing is filed, and no schedule changes.

    Exit status: 0 all answered, 1 some did not, 2 the command was wrong.
    """
    from hiatus.cli.checking import check_sources

    check_sources(engine, addresses, as_json)


@sources.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@with_database
def import_(engine: Engine, file: Path, as_json: bool) -> None:
    """Watch what an OPML file names, as every feed reader writes one."""
    from hiatus.cli.sourcing import import_sources

    import_sources(engine, file, as_json)


@sources.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@with_database
def export(engine: Engine, file: Path | None, as_json: bool) -> None:
    """Write what is watched as OPML, to a file or to standard output; files and folders are left out."""
    from hiatus.cli.sourcing import export_sources

    export_sources(engine, file, as_json)
