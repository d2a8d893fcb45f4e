"""An article as the model sees it: word pieces, each with what the rules know of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from hiatus.article import Article, Span
from hiatus.reading.marks import (
    AmountMark,
    AttributionMark,
    DateMark,
    EpisodesMark,
    HeadingMark,
    HedgeMark,
    ListItemMark,
    Mark,
    QuotationMark,
    SeasonMark,
    TrailerMark,
)

FEATURES = {
    "case": 8,
    "gap": 4,
    "quotation": 3,
    "markup": 3,
    "layout": 4,
    "mark": 13,
    "hedge": 5,
    "repeats": 5,
    "headline": 2,
    "bracket": 2,
    "piece": 2,
}
"""How many values each feature of a word piece has; the order is that of the columns of `Document.features`."""

WINDOW = 254
"""Word pieces that the encoder sees at once, its two marks of start and end aside."""

_COLUMN = {name: index for index, name in enumerate(FEATURES)}
_UNITS = ("hours", "views", "viewers", "percent", "money", "score", "rank", "count")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_BRACKET = re.compile(r"\([^()\n]{1,200}\)|\[[^\[\]\n]{1,200}\]")

IntArray = NDArray[np.int32]
FloatArray = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Document:
    """Word pieces of an article.

    Attributes:
        ids, starts, ends: of each word piece: its number in the vocabulary, its offsets in the text.
        features: (word pieces, features), the values that FEATURES counts.
        sentence, line: of each word piece, the number of its sentence and line.
    """

    article: Article
    sentences: tuple[Span, ...]
    marks: tuple[Mark, ...]
    ids: IntArray
    starts: IntArray
    ends: IntArray
    features: IntArray
    sentence: IntArray
    line: IntArray

    def __len__(self) -> int:
        return len(self.ids)

    def pieces(self, span: Span) -> tuple[int, int] | None:
        """The word pieces that a stretch of the text touches: half open; None where there are none."""
        first = bisect_right(self.ends, span.start)
        last = bisect_right(self.starts, span.end - 1)
        return (first, last) if first < last else None

    def text(self, first: int, last: int) -> str:
        """What the word pieces from `first` to before `last` stand for."""
        return self.article.text[self.starts[first] : self.ends[last - 1]]

    def begins_word(self) -> NDArray[np.bool_]:
        """Of each word piece, whether a word, or a sign of punctuation, begins with it."""
        return np.asarray(self.feature("piece") == 0)

    def feature(self, name: str) -> IntArray:
        """The values of one feature of FEATURES, of each word piece."""
        return self.features[:, _COLUMN[name]]

    def windows(self) -> list[tuple[int, int]]:
        """The document in windows of at most WINDOW word pieces and about one length, cut between sentences."""
        cuts, start, total = [], 0, len(self)
        while start < total:
            left = -(-(total - start) // WINDOW)
            end = total if left == 1 else self._cut(start, start + (total - start) // left)
            cuts.append((start, end))
            start = end
        return cuts

    def _cut(self, start: int, middle: int) -> int:
        """The end of a window: the sentence's end nearest to `middle` that is within reach, else the reach."""
        limit = min(start + WINDOW, len(self))
        ends = np.flatnonzero(np.diff(self.sentence[start:limit])) + start + 1
        return int(ends[np.abs(ends - middle).argmin()]) if len(ends) else limit


@cache
def tokenizer() -> Tokenizer:
    """The word-piece tokenizer of the encoder; safe to share between threads."""
    return Tokenizer.from_file(str(Path(__file__).parent.parent / "model" / "tokenizer.json"))


def document(article: Article, sentences: tuple[Span, ...], marks: tuple[Mark, ...]) -> Document:
    """The article as word pieces with features."""
    encoding = tokenizer().encode(article.text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2)
    # A control character makes a word piece of no length: there is nothing in the text to point at.
    kept = offsets[:, 1] > offsets[:, 0]
    starts, ends = offsets[kept, 0].copy(), offsets[kept, 1].copy()
    ids = np.array(encoding.ids, dtype=np.int32)[kept]
    return Document(
        article=article,
        sentences=sentences,
        marks=marks,
        ids=ids,
        starts=starts,
        ends=ends,
        features=_features(article, marks, starts, ends),
        sentence=_numbers(starts, [span.start for span in sentences]),
        line=_numbers(starts, [0, *(match.end() for match in re.finditer(r"\n", article.text))]),
    )


def _numbers(starts: IntArray, bounds: Sequence[int]) -> IntArray:
    return np.maximum(np.searchsorted(np.array(bounds, dtype=np.int32), starts, side="right") - 1, 0).astype(np.int32)


def _features(article: Article, marks: Iterable[Mark], starts: IntArray, ends: IntArray) -> IntArray:
    values = np.zeros((len(starts), len(FEATURES)), dtype=np.int32)
    _fill_words(values, article, starts, ends)
    _fill_gaps(values, article.text, starts, ends)
    for start, end, column, value in _stretches(article, marks):
        first, last = np.searchsorted(ends, start, side="right"), np.searchsorted(starts, end, side="left")
        values[first:last, _COLUMN[column]] = value
    return values


def _fill_words(values: IntArray, article: Article, starts: IntArray, ends: IntArray) -> None:
    words = [(match.start(), match.end(), match.group()) for match in _WORD.finditer(article.text)]
    counts = Counter(word for _, _, word in words)
    first_line = article.text.strip().split("\n", 1)[0]
    headline = {word for word in _WORD.findall(f"{article.title or ''} {first_line[:200]}") if word[:1].isupper()}
    rows = [(_case(word), _bucket(counts[word]) if word[:1].isupper() else 0, word in headline) for _, _, word in words]
    if not rows:
        values[:, _COLUMN["case"]] = 7
        return
    index = np.searchsorted(np.array([start for start, _, _ in words]), starts, side="right") - 1
    inside = (index >= 0) & (ends <= np.array([end for _, end, _ in words])[index])
    table = np.array(rows, dtype=np.int32)[np.maximum(index, 0)]
    values[:, _COLUMN["case"]] = np.where(inside, table[:, 0], 7)
    values[:, _COLUMN["repeats"]] = np.where(inside, table[:, 1], 0)
    values[:, _COLUMN["headline"]] = np.where(inside, table[:, 2], 0)


def _case(word: str) -> int:
    if word[0].isdigit():
        return 5
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 6
    if word[0].isupper():
        return 2 if word[1:].islower() else 4
    return 0


def _bucket(count: int) -> int:
    return 1 if count == 1 else 2 if count == 2 else 3 if count <= 4 else 4


def _fill_gaps(values: IntArray, text: str, starts: IntArray, ends: IntArray) -> None:
    """How far each word piece stands from the one before: none, a space, a line, a paragraph."""
    column, previous = _COLUMN["gap"], 0
    for index, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if start > previous or index == 0:
            breaks = text.count("\n", previous, start)
            values[index, column] = 3 if breaks > 1 or index == 0 else 2 if breaks else 1
        elif text[start - 1].isalnum() and text[start].isalnum():
            values[index, _COLUMN["piece"]] = 1
        previous = end


def _stretches(article: Article, marks: Iterable[Mark]) -> Iterable[tuple[int, int, str, int]]:
    """Every stretch that sets a feature: start, end, feature, value."""
    for markup in article.markup:
        if markup.kind in ("italic", "bold"):
            yield markup.start, markup.end, "markup", 1 if markup.kind == "italic" else 2
    for bracket in _BRACKET.finditer(article.text):
        yield bracket.start(), bracket.end(), "bracket", 1
    first_line_end = article.text.find("\n", len(article.text) - len(article.text.lstrip()))
    if 0 < first_line_end <= 200:
        yield 0, first_line_end, "layout", 3
    for mark in marks:
        feature = _mark_feature(mark)
        if feature:
            yield mark.start, mark.end, *feature


def _mark_feature(mark: Mark) -> tuple[str, int] | None:  # noqa: C901, PLR0911 - one line a kind of mark
    match mark:
        case QuotationMark(speech=speech):
            return "quotation", 2 if speech else 1
        case HeadingMark():
            return "layout", 1
        case ListItemMark():
            return "layout", 2
        case SeasonMark():
            return "mark", 1
        case DateMark():
            return "mark", 2
        case EpisodesMark():
            return "mark", 3
        case TrailerMark():
            return "mark", 4
        case AmountMark(unit=unit):
            return "mark", 5 + _UNITS.index(unit)
        case AttributionMark():
            return "hedge", 1
        case HedgeMark(certainty=certainty):
            return "hedge", {"reported": 2, "rumored": 3, "denied": 4, "confirmed": 0}[certainty]
        case _:
            return None
