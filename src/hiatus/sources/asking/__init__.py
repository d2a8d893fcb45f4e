"""Asking one source what it has that is not known yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiatus.sources.asking.answers import failed
from hiatus.sources.asking.feed import ask_feed
from hiatus.sources.asking.folder import ask_folder
from hiatus.sources.asking.page import ask_page
from hiatus.sources.asking.run import Run
from hiatus.sources.failure import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiatus.source import Source
    from hiatus.sources.checked import Checked

__all__ = ["Run", "ask", "failed"]


def ask(source: Source, run: Run) -> Iterator[Checked]:
    """The steps of asking a source; whatever goes wrong, the last has its new state."""
    try:
        if source.kind in ("folder", "file"):
            yield from ask_folder(source, run)
        elif source.kind == "page":
            yield ask_page(source, run)
        else:
            yield ask_feed(source, run)
    except UnreadableError as error:
        yield failed(source, error, run.now())
