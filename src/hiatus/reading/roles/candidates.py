"""What an anchor can be linked to: titles, characters and seasons, each grouped by the name that it spells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from hiatus.article import Span
from hiatus.reading.marks import AmountMark, DateMark, EpisodesMark, Mark, QuotationMark, SeasonMark
from hiatus.reading.roles.document import Document, IntArray
from hiatus.reading.roles.pairs import Candidates

MARK_ANCHORS: dict[type[Mark], str] = {DateMark: "date", AmountMark: "amount", EpisodesMark: "episodes"}
"""The marks that a link can start from, and which of ANCHORS each is."""

LONGEST_TITLE = 20
"""Word pieces of the longest title that quotation marks or italics are taken to hold."""

NEAR = 2
"""How many sentences apart a person and a character or another work may be."""


def candidates(spans: Sequence[tuple[int, int]], keys: Sequence[str]) -> tuple[Candidates, list[str]]:
    """Candidates of these spans, and the names that their clusters stand for."""
    names = list(dict.fromkeys(keys))
    number = {name: index for index, name in enumerate(names)}
    cluster = np.array([number[key] for key in keys], dtype=np.int32)
    array = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return Candidates(array, cluster, np.full(len(array), -1, dtype=np.int32)), names


def season_candidates(document: Document, titles: Candidates) -> Candidates:
    """The seasons that the rules found; their clusters are their numbers."""
    spans, numbers = [], []
    for mark in document.marks:
        if isinstance(mark, SeasonMark) and mark.number is not None and 0 <= mark.number < 100:
            pieces = document.pieces(mark)
            if pieces is not None:
                spans.append(pieces)
                numbers.append(mark.number)
    array = np.array(spans, dtype=np.int32).reshape(-1, 2)
    association = np.array([_title_beside(document, span, titles) for span in spans], dtype=np.int32)
    return Candidates(array, np.array(numbers, dtype=np.int32), association)


def _title_beside(document: Document, span: tuple[int, int], titles: Candidates) -> int:
    """The cluster of the title that a season is named with: the last before it in its sentence, else the next."""
    sentence = document.sentence
    same = np.flatnonzero(sentence[titles.spans[:, 0]] == sentence[span[0]]) if len(titles.spans) else np.array([], int)
    before = [index for index in same.tolist() if titles.spans[index, 1] <= span[0] + 1]
    if before:
        return int(titles.cluster[before[-1]])
    return int(titles.cluster[same[0]]) if len(same) else -1


def near(document: Document, anchor: tuple[int, int], spans: IntArray, sentences: int) -> IntArray:
    """The numbers of the spans within so many sentences of the anchor."""
    apart = np.abs(document.sentence[spans[:, 0]] - document.sentence[anchor[0]]) if len(spans) else np.array([], int)
    return np.flatnonzero(apart <= sentences).astype(np.int32)


def set_apart(document: Document) -> Iterator[Span]:
    """What quotation marks that hold no speech, or italics, set apart: most of it titles."""
    text = document.article.text
    for mark in document.marks:
        if isinstance(mark, QuotationMark) and not mark.speech:
            end = mark.end
            while end > mark.start and text[end - 1] in ",. ":
                end -= 1
            if end > mark.start:
                yield Span(mark.start, end)
    for markup in document.article.markup:
        if markup.kind == "italic":
            yield markup
