"""What the rules know of two places in a document that may belong together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

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


TOUCHING = 4
"""Word pieces between two that all but touch."""

BoolArray = NDArray[np.bool_]


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
    document: Document, anchors: IntArray, kinds: Sequence[str], candidates: Candidates, known: BoolArray | None = None
) -> IntArray:
    """Features of every anchor with every candidate: (anchors, candidates, features).

    Args:
        document: where they stand.
        anchors: (anchors, 2) word pieces, half open.
        kinds: of each anchor, one of ANCHORS.
        candidates: what they may belong to.
        known: (anchors, candidates), whether the candidate is associated with a title that the anchor has been found
            to be about; None where that is not known yet.
    """
    shape = (len(anchors), len(candidates.spans))
    starts, ends = candidates.spans[:, 0][None, :], candidates.spans[:, 1][None, :]
    first, last = anchors[:, :1], anchors[:, 1:]
    sentence, line = document.sentence, document.line
    columns = (
        np.array([ANCHORS.index(kind) for kind in kinds], dtype=np.int32)[:, None],
        np.clip(sentence[starts] - sentence[first], -6, 6) + 6,
        _distance(first, last, starts, ends),
        _order(anchors[:, 0], candidates.spans[:, 0]),
        (line[starts] == line[first]) * 2 + _begins_line(line, candidates.spans[:, 0])[None, :],
        _place(document, candidates.spans[:, 0])[None, :],
        _frequency(candidates.cluster)[None, :],
        np.int32(_count_bucket(len(set(candidates.cluster.tolist())))),
        _touch(document, anchors, candidates.spans),
        _association(candidates.association, known),
    )
    return np.stack([np.broadcast_to(column, shape) for column in columns], axis=2).astype(np.int32)


def _distance(first: IntArray, last: IntArray, starts: IntArray, ends: IntArray) -> IntArray:
    """Word pieces between the two, on a scale of twos; the sign says which comes first."""
    gap = np.where(starts >= last, starts - last, np.where(ends <= first, ends - first, 0))
    steps = np.minimum(np.ceil(np.log2(np.abs(gap) + 1)), 7).astype(np.int32)
    return np.asarray(np.sign(gap) * steps + 7, dtype=np.int32)


def _order(first: IntArray, starts: IntArray) -> IntArray:
    """Which candidate before (4, 3, 2 …) or after (5, 6, 7 …) the anchor it is."""
    split = np.searchsorted(starts, first, side="right")
    rank = np.arange(len(starts))[None, :] - split[:, None]
    return np.asarray(np.clip(rank, -5, 4) + 5, dtype=np.int32)


def _begins_line(line: IntArray, starts: IntArray) -> BoolArray:
    """Whether the candidate begins its line, but for a quotation mark or a bullet."""
    return np.asarray((starts < 2) | (line[np.maximum(starts - 2, 0)] != line[starts]))


def _place(document: Document, starts: IntArray) -> IntArray:
    """Whether the candidate stands in the first line, a heading, a list; and in a quotation or none."""
    layout, quotation = document.feature("layout")[starts], document.feature("quotation")[starts]
    return np.asarray(np.minimum(layout, 2) * 2 + (quotation == 1), dtype=np.int32)


def _frequency(cluster: IntArray) -> IntArray:
    """How often its name is mentioned, and whether it is the one that is most."""
    counts = np.bincount(cluster) if len(cluster) else np.zeros(1, dtype=np.int64)
    own = counts[cluster]
    bucket = np.where(own >= 4, 2, np.where(own >= 2, 1, 0))
    return np.asarray(bucket * 2 + (own == counts.max()), dtype=np.int32)


def _count_bucket(count: int) -> int:
    return min(count, 3) if count < 4 else 4 if count < 7 else 5


def _touch(document: Document, anchors: IntArray, spans: IntArray) -> IntArray:
    """What stands between two that are close: 1, 2 only signs such as a bracket, 3, 4 a short word; even if after."""
    values = np.zeros((len(anchors), len(spans)), dtype=np.int32)
    first, last = anchors[:, :1], anchors[:, 1:]
    after = (spans[:, 0] >= last) & (spans[:, 0] - last <= TOUCHING)
    before = (spans[:, 1] <= first) & (first - spans[:, 1] <= TOUCHING)
    text, starts, ends = document.article.text, document.starts, document.ends
    for row, column in np.argwhere(after | before).tolist():
        (a_first, a_last), (b_first, b_last) = anchors[row].tolist(), spans[column].tolist()
        follows = b_first >= a_last
        between = text[ends[a_last - 1] : starts[b_first]] if follows else text[ends[b_last - 1] : starts[a_first]]
        values[row, column] = (3 if any(map(str.isalnum, between)) else 1) + follows
    return values


def _association(association: IntArray, known: BoolArray | None) -> IntArray:
    return np.where(association < 0, 0, 2 if known is None else np.where(known, 1, 2)).astype(np.int32)
