"""What commands print with: the answer for programs, tables for people, plain lines for what is wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import click

from hiatus.cli.terminal import printable

if TYPE_CHECKING:
    from rich.console import Console


class CommandError(Exception):
    """A command that cannot go on; the message says what is wrong and what to do, in one plain line.

    Attributes:
        status: the exit status: 1 where a rerun may mend it, 2 where it may not.
        data: what a program is told besides, such as the candidates.
    """

    def __init__(self, message: str, status: int = 2, data: Any = None) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.data = data


def answer(data: Any, problems: Iterable[str] = ()) -> None:
    """Print the answer of the command that runs, in the one shape that docs/json.md describes."""
    shape = {"command": _command(), "data": data, "problems": list(problems)}
    text = json.dumps(shape, ensure_ascii=False, indent=1)
    click.echo(text.encode("utf-8", "replace").decode())  # what was typed need not be Unicode


def _command() -> str:
    """The names of the command and its groups, without the program's: `sources list`."""
    names: list[str] = []
    context: click.Context | None = click.get_current_context()
    while context and context.parent:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(names)


def report(message: str) -> None:
    """Say on standard error what is wrong."""
    click.echo(f"hiatus: {printable(message)}", err=True)


def hint(message: str) -> None:
    """Say on standard error what a person may want to know besides."""
    click.echo(printable(message), err=True)


def console() -> Console:
    """Where answers for people go: as wide as their terminal, 80 columns in a pipe."""
    from rich.console import Console  # noqa: PLC0415 - nobody else waits for it

    return Console(highlight=False)


def line(text: str, style: str = "") -> None:
    """Print one line that may hold text from outside."""
    from rich.text import Text  # noqa: PLC0415

    console().print(Text(printable(text), style=style), soft_wrap=True)


def rows(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """Print a table; cells are text from outside."""
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for cells in lines:
        table.add_row(*(Text(printable(cell)) for cell in cells))
    console().print(table)
