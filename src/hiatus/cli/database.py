"""`--db` and `--json`, for every command that needs the memory; and how such a command fails."""

# ruff: noqa: PLC0415 - the database's library is loaded when a command runs: --help needs none of it

from __future__ import annotations

import errno
import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from hiatus.cli.output import CommandError, report

if TYPE_CHECKING:
    from sqlalchemy import Engine

SOME_FAILED, WRONG = 1, 2
"""Exit statuses: what the same command may well do another time, and what has to be put right first."""

_MENDED_BY_A_RERUN = ("locked", "disk is full", "disk I/O", "No space left", "server closed", "connection failed")

db_option = click.option(
    "--db",
    "target",
    envvar="HIATUS_DB",
    metavar="PATH|URL",
    help="The database: a file, or postgresql://…; $HIATUS_DB, else one file in the platform's data folder.",
)

json_option = click.option(
    "--json", "as_json", is_flag=True, help="For programs: one object with command, data and problems."
)


def with_database(command: Callable[..., Any]) -> Callable[..., Any]:
    """Open the database of `--db` for a command, give it as `engine`, and say plainly what goes wrong with it."""

    @db_option
    @json_option
    @functools.wraps(command)
    def opened(*args: Any, target: str | None, as_json: bool, **options: Any) -> Any:
        with reported(as_json), _opened(target) as engine:
            return command(*args, engine=engine, as_json=as_json, **options)

    return opened


@contextmanager
def _opened(target: str | None) -> Iterator[Engine]:
    from hiatus.knowledge.database import open_database

    engine = open_database(target)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reported(as_json: bool) -> Iterator[None]:
    """Whatever goes wrong becomes one line on standard error, with `--json` the answer's problem, and a status."""
    from sqlalchemy.exc import DBAPIError

    from hiatus.knowledge.database import DatabaseError, explained

    try:
        yield
    except CommandError as error:
        _end(error.message, error.status, as_json, error.data)
    except DatabaseError as error:
        _end(str(error), _status(error.__cause__), as_json)
    except DBAPIError as error:
        _end(f"the database: {explained(error)}", _status(error), as_json)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _leave_standard_output()
        _end("what was to be printed cannot be written: the disk is full; make room, then run the same again",
             SOME_FAILED, as_json=False)  # fmt: skip


def _leave_standard_output() -> None:
    """Let go of what is still to be written, lest it fail again when the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(message: str, status: int, as_json: bool, data: Any = None) -> None:
    context = click.get_current_context()
    report(message)
    if as_json:
        from hiatus.cli.output import answer

        answer(data, [message])
    context.exit(status)


def _status(error: BaseException | None) -> int:
    return SOME_FAILED if any(sign in str(error) for sign in _MENDED_BY_A_RERUN) else WRONG
