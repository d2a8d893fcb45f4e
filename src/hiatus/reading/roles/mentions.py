"""The names of an article, from the tags of its word pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from hiatus.reading.marks import SeasonMark
from hiatus.reading.names import fold
from hiatus.reading.roles.candidates import LONGEST_TITLE, set_apart
from hiatus.reading.roles.document import Document, FloatArray, IntArray
from hiatus.reading.roles.labels import MENTIONS, TAGS
from hiatus.reading.roles.scores import softmax
from hiatus.reading.roles.thresholds import Thresholds

CERTAIN = 0.95
"""How sure it must be that a word is no name for the search on both sides of it to go separate ways."""

SMALL_WORDS = frozenset("of in to for on at from the a an de la du des der von y no wa ga".split())
"""Words within titles that are not capitalised, and that do not set two titles side by side as `and` does."""

_TITLE = 1 + MENTIONS.index("title")
_TAGS = np.arange(len(TAGS))
_INSIDE = (_TAGS > 0) & (_TAGS % 2 == 0)
_ALLOWED = np.where(_INSIDE[None, :] & (_TAGS[:, None] != _TAGS) & (_TAGS[:, None] != _TAGS - 1), -np.inf, 0.0)

_BEFORE_NAMES = frozenset("\"'“”‘’«»*_([–—-,:;.")
_AFTER_NAMES = frozenset("\"'“”‘’«»*_([–—-,:;")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands: word pieces, half open; the folded name; how sure the model is."""

    first: int
    last: int
    kind: str
    key: str
    score: float


def find_names(document: Document, tags: FloatArray, thresholds: Thresholds) -> list[Name]:
    """Names from tags, the same string being the same kind of name throughout an article."""
    chances = softmax(tags)
    by_kind = _by_kind(chances)
    tagged = _joined(document, runs(document, best_tags(document, chances)))
    votes = _vote(document, by_kind, _set_apart(document, by_kind, tagged))
    found, taken = [], -1
    for span in sorted(votes, key=lambda span: (span[0], -span[1])):
        name = _name(document, span, votes[span])
        if name.first >= taken and name.score >= thresholds[name.kind] and name.key:
            found.append(name)
            taken = name.last
    return _without_numbers(document, found)


def _without_numbers(document: Document, names: list[Name]) -> list[Name]:
    """Names, a title without the number of its season where the article has it without one too."""
    plain = {name.key for name in names if name.kind == "title"}
    marks = [pieces for mark in document.marks if isinstance(mark, SeasonMark) and (pieces := document.pieces(mark))]
    result = []
    for name in names:
        cuts = [first for first, last in marks if name.kind == "title" and name.first < first < name.last <= last]
        last = _trimmed(document, name.first, cuts[0])[1] if cuts else name.last
        key = fold(document.text(name.first, last))
        result.append(replace(name, last=last, key=key) if key in plain else name)
    return result


def _by_kind(chances: FloatArray) -> FloatArray:
    """Chances of tags to chances of each kind of name: column 0 is none, then as in MENTIONS."""
    return np.stack(
        [chances[:, 0], *(chances[:, [odd, odd + 1]].sum(axis=1) for odd in range(1, len(TAGS), 2))], axis=1
    )


def best_tags(document: Document, chances: FloatArray) -> IntArray:
    """The likeliest tags, word piece by word piece, such that every name begins before it goes on (Viterbi 1967).

    A word has the tag of its first piece; no name runs on into another line.
    """
    words = np.flatnonzero(document.begins_word())
    own = chances[words]
    tags = own.argmax(axis=1)
    starts = np.diff(document.line[words], prepend=-1) != 0
    cuts = np.flatnonzero(starts | ((tags == 0) & (own[:, 0] > CERTAIN)))
    for first, last in pairwise([0, *cuts.tolist(), len(words)]):
        if first < last and _goes_on_from_nothing(tags[first:last]).any():
            tags[first:last] = _viterbi(np.log(own[first:last] + 1e-9))
    return np.asarray(np.repeat(tags, np.diff([*words.tolist(), len(document)])), dtype=np.int32)


def _goes_on_from_nothing(tags: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Where a tag I stands that neither its B nor its I stands before."""
    before = np.concatenate(([0], tags[:-1]))
    return np.asarray((tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1))


def _viterbi(logs: FloatArray) -> NDArray[np.int64]:
    best = np.where(_INSIDE, -np.inf, logs[0])
    back = np.zeros(logs.shape, dtype=np.int64)
    for row in range(1, len(logs)):
        scores = best[:, None] + _ALLOWED
        back[row] = scores.argmax(axis=0)
        best = scores.max(axis=0) + logs[row]
    path = [int(best.argmax())]
    for row in range(len(logs) - 1, 0, -1):
        path.append(int(back[row, path[-1]]))
    return np.array(path[::-1])


def runs(document: Document, tags: IntArray) -> Iterator[tuple[int, int, int]]:
    """Stretches of word pieces that are tagged as one name: first, last, number of the kind (1 …)."""
    first = kind = 0
    for index, tag in enumerate([*tags.tolist(), 0]):
        inside = kind > 0 and tag == 2 * kind and document.line[index] == document.line[first]
        within_word = kind > 0 and index < len(document) and document.feature("piece")[index]
        if inside or within_word:
            continue
        if kind:
            yield first, index, kind
        first, kind = index, (tag + 1) // 2


def _joined(document: Document, found: Iterator[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Runs, but titles that only small words stand between are one: `All` of `Us Are Dead`."""
    spans: list[tuple[int, int, int]] = []
    for first, last, kind in found:
        if spans and kind == spans[-1][2] == _TITLE and _only_small_words(document, spans[-1][1], first):
            spans[-1] = (spans[-1][0], last, kind)
        else:
            spans.append((first, last, kind))
    return [(first, last) for first, last, _ in spans]


def _only_small_words(document: Document, first: int, last: int) -> bool:
    between = document.text(first, last).split() if 0 < last - first <= 3 else []
    return bool(between) and all(word in SMALL_WORDS for word in between)


def _set_apart(document: Document, by_kind: FloatArray, runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs, but what the page set apart by quotation marks or italics is one title where most of it looks like one."""
    title = 1 + MENTIONS.index("title")
    whole = []
    for span in set_apart(document):
        pieces = document.pieces(span)
        if pieces and pieces[1] - pieces[0] <= LONGEST_TITLE and by_kind[slice(*pieces), title].mean() >= 0.5:
            whole.append(pieces)
    loose = [run for run in runs if not any(first < run[1] and run[0] < last for first, last in whole)]
    return sorted([*loose, *whole])


def _vote(
    document: Document, by_kind: FloatArray, runs: list[tuple[int, int]]
) -> dict[tuple[int, int], tuple[int, float]]:
    """The kind of name of each stretch and its chance: all places with the same words decide together."""
    votes: dict[tuple[int, int], tuple[int, float]] = {}
    for run in runs:
        if run in votes:
            continue
        places = [run, *_same_words(document, *run)]
        together = np.mean([by_kind[first:last].mean(axis=0) for first, last in places], axis=0)
        alone = by_kind[run[0] : run[1]].mean(axis=0)
        if together[0] > together[1:].max() and len(places) > 1:
            places, together = [run], alone
        kind = int(together[1:].argmax()) + 1
        votes |= dict.fromkeys(places, (kind, float(together[kind])))
    return votes


def _same_words(document: Document, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Other places in the document with the same words in the same case."""
    length, text = last - first, document.text(first, last)
    if not any(char.isupper() for char in text):
        return
    begins = document.begins_word()
    for start in np.flatnonzero(document.ids[: len(document) - length + 1] == document.ids[first]).tolist():
        end = start + length
        whole = begins[start] and (end == len(document) or begins[end])
        if start != first and whole and document.text(start, end) == text:
            yield start, end


def _name(document: Document, span: tuple[int, int], vote: tuple[int, float]) -> Name:
    kind, score = vote
    span = _trimmed(document, *span)
    text = document.text(*span)
    key = fold(text) if any(char.isupper() or char.isdigit() for char in text) else ""
    return Name(*span, MENTIONS[kind - 1], key, score)


def _trimmed(document: Document, first: int, last: int) -> tuple[int, int]:
    """The name without the quotation marks and commas around it; what ends a title (`!`, `?`, `)`) stays."""
    while last - first > 1 and document.text(last - 1, last) in _AFTER_NAMES:
        last -= 1
    while last - first > 1 and document.text(first, first + 1) in _BEFORE_NAMES:
        first += 1
    return first, last
