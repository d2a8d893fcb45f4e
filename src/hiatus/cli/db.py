"""`hiatus db`: the database itself."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hiatus.cli.database import WRONG, db_option, json_option, reported, with_database
from hiatus.cli.output import answer, hint, line, report

if TYPE_CHECKING:
    from sqlalchemy import Engine


@click.group()
def db() -> None:
    """Where the memory is kept, whether it is whole, and a copy of it."""


@db.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_database
def backup(engine: Engine, file: Path, as_json: bool) -> None:
    """Copy a SQLite database to a new file, whole even while an update runs."""
    from hiatus.knowledge.database import backup as copy

    copy(engine, file)
    if as_json:
        answer({"file": str(file), "bytes": file.stat().st_size})
    else:
        line(f"{file} is a whole copy: {file.stat().st_size:,} bytes.")


@db.command()
@with_database
def check(engine: Engine, as_json: bool) -> None:
    """Look through a SQLite database for damage. Exit status: 0 it is whole, 2 it is not."""
    from hiatus.knowledge.database import check as look

    wrong = look(engine)
    for each in wrong:
        report(each)
    if as_json:
        answer({"whole": not wrong}, wrong)
    elif not wrong:
        line("The database is whole.")
    if wrong:
        hint("Restore a backup; or start anew with --db, and read the articles again.")
        click.get_current_context().exit(WRONG)


@db.command()
@db_option
@json_option
def path(target: str | None, as_json: bool) -> None:
    """Say where the database is; it is not opened."""
    with reported(as_json):
        from hiatus.knowledge.database.opening import url_of

        url = url_of(target)
        where = str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
        if as_json:
            answer({"path": where})
        else:
            click.echo(where)
