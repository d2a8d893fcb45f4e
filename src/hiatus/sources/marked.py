"""A text put together piece by piece, with what is marked in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.article import Markup, MarkupKind

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHITESPACE = re.compile(r"[ \t\n\r\f\u00a0]+")
_GAPS = ("", " ", " | ", "\n", "\n\n")
_MERGED: frozenset[MarkupKind] = frozenset(("italic", "bold"))


class MarkedText:
    """Collects running text, breaks and marked stretches; whitespace collapses as a browser shows it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = ""
        self._open: list[tuple[MarkupKind, int | None]] = []
        self._marked: set[Markup] = set()

    def add(self, text: str) -> None:
        """Adds running text."""
        text = _WHITESPACE.sub(" ", text)
        if text.startswith(" "):
            self._widen(" ")
        if words := text.strip(" "):
            self._emit(words)
            if text.endswith(" "):
                self._widen(" ")

    def break_line(self) -> None:
        """What follows stands on a new line."""
        self._widen("\n")

    def break_block(self) -> None:
        """What follows is a paragraph of its own."""
        self._widen("\n\n")

    def divide(self) -> None:
        """What follows on the same line is another cell of a table."""
        self._widen(" | ")

    def open(self, kind: MarkupKind) -> None:
        """Begins a marked stretch; they close in the reverse order."""
        self._open.append((kind, None))

    def close(self) -> None:
        """Ends the marked stretch that was begun last; one without a word in it is dropped."""
        kind, start = self._open.pop()
        if start is not None:
            self._marked.add(Markup(start, self._length, kind))

    def finish(self) -> tuple[str, tuple[Markup, ...]]:
        """The text and what is marked in it, in order of place; no stretch begins or ends with a gap."""
        text = "".join(self._parts)
        return text, tuple(_merged(text, sorted(self._marked)))

    def _widen(self, gap: str) -> None:
        self._gap = max(self._gap, gap, key=_GAPS.index)

    def _emit(self, words: str) -> None:
        gap = self._gap if self._length else ""
        start = self._length + len(gap)
        self._open = [(kind, start if begun is None else begun) for kind, begun in self._open]
        self._parts += (gap, words)
        self._length = start + len(words)
        self._gap = ""


def _merged(text: str, stretches: Iterable[Markup]) -> list[Markup]:
    """Joins what an editor split: `<em>Harbor</em> <em>Lights</em>` is one title."""
    merged: list[Markup] = []
    last: dict[MarkupKind, int] = {}
    for marked in stretches:
        at = last.get(marked.kind) if marked.kind in _MERGED else None
        if at is not None and text[merged[at].end : marked.start] in ("", " ") and merged[at].end <= marked.end:
            merged[at] = Markup(merged[at].start, marked.end, marked.kind)
            continue
        last[marked.kind] = len(merged)
        merged.append(marked)
    return sorted(set(merged))
