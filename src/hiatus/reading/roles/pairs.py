"""What the rules know of two places in a document that may belong together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hiatus.reading.roles.document import Document, IntArray
from hiatus.reading.roles.labels import ANCHORS

PAIR_FEATURES = {
    "anchor": len(ANCHORS),
    "sentences": 13,
    "pieces": 15,
    "order": 11,
    "line": 4,
    "place": 6,
    "frequency": 6,
    "titles": 6,
    "touch": 5,
    "association": 3,
}
"""How many values each feature of a pair has; the order is that of the columns of `pair_features`."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Mentions that others may belong to, in order of place.

    Attributes:
        spans: (candidates, 2) word pieces, half open.
        cluster: of each, the number of the name that it spells.
        association: of each, the cluster of the title that it stands by; -1 where it stands by none. For seasons.
    """

    spans: IntArray
    cluster: IntArray
    association: IntArray


def pair_features(
    document: Document, anchor: tuple[int, int], kind: str, candidates: Candidates, about: frozenset[int] = frozenset()
) -> IntArray:
    """Features of one anchor with each candidate: (candidates, features).

    `about` is which titles the anchor has been found to be about, if that is known already.
    """
    starts, ends = candidates.spans[:, 0], candidates.spans[:, 1]
    first, last = anchor
    sentence, line = document.sentence, document.line
    columns = (
        np.full(len(starts), ANCHORS.index(kind)),
        np.clip(sentence[starts] - sentence[first], -6, 6) + 6,
        _distance(first, last, starts, ends),
        _order(first, starts),
        _line(line, first, starts),
        _place(document, starts),
        _frequency(candidates.cluster),
        np.full(len(starts), _count_bucket(len(set(candidates.cluster.tolist())))),
        _touch(document, anchor, candidates.spans),
        _association(candidates.association, about),
    )
    return np.stack(columns, axis=1).astype(np.int32)


def _distance(first: int, last: int, starts: IntArray, ends: IntArray) -> IntArray:
    """Word pieces between the two, on a scale of twos; the sign says which comes first."""
    gap = np.where(starts >= last, starts - last, np.where(ends <= first, ends - first, 0))
    steps = np.minimum(np.ceil(np.log2(np.abs(gap) + 1)), 7).astype(np.int32)
    return (np.sign(gap) * steps + 7).astype(np.int32)


def _order(first: int, starts: IntArray) -> IntArray:
    """Which candidate before (5, 4, 3 …) or after (6, 7, 8 …) the anchor it is."""
    split = int(np.searchsorted(starts, first, side="right"))
    rank = np.arange(len(starts)) - split
    return (np.clip(rank, -5, 4) + 5).astype(np.int32)


def _line(line: IntArray, first: int, starts: IntArray) -> IntArray:
    """Whether they share a line, and whether the candidate begins one."""
    same = line[starts] == line[first]
    previous = np.maximum(starts - 2, 0)
    begins = (starts < 2) | (line[previous] != line[starts])
    return (same * 2 + begins).astype(np.int32)


def _place(document: Document, starts: IntArray) -> IntArray:
    """Whether the candidate stands in the first line, a heading, a list; and in a quotation or none."""
    layout, quotation = document.features[starts, 4], document.features[starts, 2]
    return (np.minimum(layout, 2) * 2 + (quotation == 1)).astype(np.int32)


def _frequency(cluster: IntArray) -> IntArray:
    """How often its name is mentioned, and whether it is the one that is most."""
    counts = np.bincount(cluster) if len(cluster) else np.zeros(1, dtype=np.int64)
    own = counts[cluster]
    bucket = np.where(own >= 4, 2, np.where(own >= 2, 1, 0))
    return (bucket * 2 + (own == counts.max())).astype(np.int32)


def _count_bucket(count: int) -> int:
    return min(count, 3) if count < 4 else 4 if count < 7 else 5


def _touch(document: Document, anchor: tuple[int, int], spans: IntArray) -> IntArray:
    """Whether nothing but a bracket, comma or dash stands between the two: none, before, after, by a short word."""
    values = np.zeros(len(spans), dtype=np.int32)
    first, last = anchor
    near = np.flatnonzero((np.abs(spans[:, 0] - last) <= 4) | (np.abs(spans[:, 1] - first) <= 4))
    text = document.article.text
    for index in near.tolist():
        start, end = int(spans[index, 0]), int(spans[index, 1])
        after = start >= last
        if not after and end > first:
            continue
        between = text[document.ends[last - 1] : document.starts[start]] if after else (
            text[document.ends[end - 1] : document.starts[first]]
        )
        bare = not any(char.isalnum() for char in between)
        values[index] = (1 if bare else 3) + after
    return values


def _association(association: IntArray, about: frozenset[int]) -> IntArray:
    known = np.isin(association, list(about)) if about else np.zeros(len(association), dtype=bool)
    return np.where(association < 0, 0, np.where(known, 1, 2)).astype(np.int32)
