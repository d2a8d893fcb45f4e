"""What a fact can start from: names, marks, what sentences state, and stories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np

from hiatus.reading.marks import Mark
from hiatus.reading.roles.candidates import MARK_ANCHORS
from hiatus.reading.roles.document import Document, FloatArray
from hiatus.reading.roles.labels import STORY, TRIGGERS
from hiatus.reading.roles.mentions import Name
from hiatus.reading.roles.scores import sigmoid

STORY_FLOOR = 0.5
"""How sure the model must be that a word piece tells a story."""

TRIGGER_FLOOR = 0.1
"""Low: what a sentence hardly states can still be borne out by what stands beside it, such as an author."""


@dataclass(slots=True)
class Anchor:
    """A name, mark, trigger or story, with what it is and what it belongs to; all scores 0 to 1.

    Attributes:
        labels: label → score.
        trigger: what a trigger states, as in TRIGGERS.
        titles: relation → score of each title.
        seasons: title → number of the season, or None → score.
        works, characters: near other titles and characters → score.
    """

    first: int
    last: int
    kind: str
    score: float = 1.0
    key: str = ""
    mark: Mark | None = None
    trigger: tuple[str, str] | None = None
    labels: dict[str, float] = field(default_factory=dict)
    titles: dict[str, FloatArray] = field(default_factory=dict)
    seasons: dict[int, dict[int | None, float]] = field(default_factory=dict)
    works: dict[int, float] = field(default_factory=dict)
    characters: dict[int, float] = field(default_factory=dict)


def find_anchors(document: Document, names: Iterable[Name], triggers: FloatArray) -> list[Anchor]:
    """Everything in a document that a fact can start from, not yet linked to anything."""
    return [
        *_name_anchors(names),
        *_mark_anchors(document),
        *_trigger_anchors(document, triggers),
        *_story_anchors(document, triggers),
    ]


def _name_anchors(names: Iterable[Name]) -> Iterator[Anchor]:
    for name in names:
        if name.kind in ("person", "company") and name.key:
            yield Anchor(name.first, name.last, name.kind, name.score, key=name.key)


def _mark_anchors(document: Document) -> Iterator[Anchor]:
    for mark in document.marks:
        kind = MARK_ANCHORS.get(type(mark))
        pieces = document.pieces(mark) if kind else None
        if kind and pieces:
            yield Anchor(*pieces, kind, mark=mark)


def _trigger_anchors(document: Document, triggers: FloatArray) -> Iterator[Anchor]:
    scores = triggers[:, :STORY]
    starts = np.flatnonzero(np.diff(document.sentence, prepend=-1))
    loudest = np.maximum.reduceat(scores, starts, axis=0)
    ends = [*starts[1:].tolist(), len(document)]
    floor = np.log(TRIGGER_FLOOR / (1 - TRIGGER_FLOOR))
    for row, column in np.argwhere(loudest > floor).tolist():
        place = int(starts[row]) + int(scores[starts[row] : ends[row], column].argmax())
        score = float(sigmoid(loudest[row, column]))
        kind = TRIGGERS[column][0]
        yield Anchor(place, place + 1, kind, score, trigger=TRIGGERS[column])


def _story_anchors(document: Document, triggers: FloatArray) -> Iterator[Anchor]:
    """Runs of whole sentences, a third of each at the least telling a story, within one line."""
    chances = sigmoid(triggers[:, STORY])
    starts = np.flatnonzero(np.diff(document.sentence, prepend=-1)).tolist()
    run: tuple[int, int] | None = None
    for start, end in zip(starts, [*starts[1:], len(document)], strict=True):
        tells = 3 * int((chances[start:end] > STORY_FLOOR).sum()) >= end - start
        if run and tells and document.line[run[0]] == document.line[start]:
            run = (run[0], end)
            continue
        if run:
            yield _story(run, chances)
        run = (start, end) if tells else None
    if run:
        yield _story(run, chances)


def _story(run: tuple[int, int], chances: FloatArray) -> Anchor:
    return Anchor(*run, "story", float(chances[run[0] : run[1]].mean()))
