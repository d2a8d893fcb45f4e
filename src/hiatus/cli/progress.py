"""How far along a command is, for a person who waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiatus.update import Update


@contextmanager
def counting() -> Iterator[Callable[[], None]]:
    """A count on standard error while a person's terminal waits for a file or a pipe to fill.

    Where the results themselves appear on the terminal one by one, they are the progress.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda: None
        return
    from rich.console import Console  # noqa: PLC0415 - nobody else waits for it
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = SpinnerColumn(), TextColumn("{task.completed} read"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda: bar.advance(task)


@contextmanager
def updating() -> Iterator[Callable[[Update], None]]:
    """How an update goes, on standard error while a person waits."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415 - nobody else waits for it
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    said = "{task.fields[asked]} asked · {task.fields[read]} read · {task.fields[changes]} changes"
    columns = SpinnerColumn(), TextColumn(said), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("updating", total=None, asked=0, read=0, changes=0)
        yield lambda done: bar.update(task, asked=done.asked, read=done.read, changes=done.changes)
