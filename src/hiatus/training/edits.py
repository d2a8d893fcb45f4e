"""Changing the text of an example while its gold and markup stay true."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace

from hiatus.article import Markup
from hiatus.facts import Evidence, Fact, Story
from hiatus.training.corpus import Example
from hiatus.training.names import NAME_FIELDS


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A stretch of a text, half open and perhaps empty, that becomes `new`."""

    start: int
    end: int
    new: str


def edited(example: Example, edits: Iterable[Edit], renamed: Mapping[str, str] | None = None) -> Example:
    """The example after the edits; where two overlap, the earlier and longer one counts.

    A fact or markup of which nothing is left goes.

    Args:
        example: what is changed.
        edits: in the offsets of its text as it is.
        renamed: what names of facts become.
    """
    kept = _apart(edits)
    article = example.article
    text = _text(article.text, kept)
    moves = _Moves(kept)
    gold = (_moved(fact, text, moves, renamed or {}) for fact in example.gold)
    places = ((moves.start(mark.start), moves.end(mark.end), mark.kind) for mark in article.markup)
    markup = tuple(Markup(start, end, kind) for start, end, kind in places if start < end)
    return Example(replace(article, text=text, markup=markup), tuple(fact for fact in gold if fact))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    kept: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, -edit.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _text(text: str, edits: list[Edit]) -> str:
    pieces, position = [], 0
    for edit in edits:
        pieces += [text[position : edit.start], edit.new]
        position = edit.end
    return "".join([*pieces, text[position:]])


class _Moves:
    """Where offsets of the old text are in the new one; what stands within an edit moves to its edge."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        self._shifts = [0]
        for edit in edits:
            self._shifts.append(self._shifts[-1] + len(edit.new) - (edit.end - edit.start))

    def start(self, offset: int) -> int:
        """Where a stretch that starts here starts."""
        count = bisect_right(self._starts, offset)
        if count and offset < self._edits[count - 1].end:
            edit = self._edits[count - 1]
            return edit.start + self._shifts[count - 1]
        return offset + self._shifts[count]

    def end(self, offset: int) -> int:
        """Where a stretch that ends before here ends."""
        count = bisect_right(self._starts, offset - 1)
        if count and offset < self._edits[count - 1].end:
            edit = self._edits[count - 1]
            return edit.start + self._shifts[count - 1] + len(edit.new)
        return offset + self._shifts[count]


def _moved(fact: Fact, text: str, moves: _Moves, renamed: Mapping[str, str]) -> Fact | None:
    start, end = moves.start(fact.evidence.start), moves.end(fact.evidence.end)
    if start >= end or not text[start:end].strip():
        return None
    changes: dict[str, object] = {"evidence": Evidence.of(text, start, end)}
    for item in fields(fact):
        value = getattr(fact, item.name)
        if item.name in NAME_FIELDS and value in renamed:
            changes[item.name] = renamed[value]
    if isinstance(fact, Story):
        changes["text"] = text[start:end]
    return replace(fact, **changes)  # type: ignore[arg-type]
