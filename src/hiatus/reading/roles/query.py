"""Spans and pairs of one document, gathered so that the model scores them in one go."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from hiatus.reading.roles.document import IntArray
from hiatus.reading.roles.pairs import PAIR_FEATURES


@dataclass(slots=True)
class Query:
    """What the model is asked of a document; rows are numbered in the order in which they were added."""

    _spans: list[IntArray] = field(default_factory=list)
    _pairs: list[IntArray] = field(default_factory=list)
    _features: list[IntArray] = field(default_factory=list)
    _counts: list[int] = field(default_factory=lambda: [0, 0])

    def add(self, spans: IntArray) -> IntArray:
        """Ask for spans (spans, 2); the rows of their label scores."""
        start, self._counts[0] = self._counts[0], self._counts[0] + len(spans)
        self._spans.append(spans)
        return np.arange(start, self._counts[0], dtype=np.int32)

    def connect(self, lefts: IntArray, rights: IntArray, features: IntArray) -> slice:
        """Ask for pairs of rows, given the features of each (pairs, features); the rows of their relation scores."""
        start, self._counts[1] = self._counts[1], self._counts[1] + len(lefts)
        self._pairs.append(np.stack([lefts, rights], axis=1))
        self._features.append(features)
        return slice(start, self._counts[1])

    def arrays(self) -> tuple[IntArray, IntArray, IntArray]:
        """Spans (spans, 2), pairs (pairs, 2), features (pairs, features)."""
        two, many = (np.zeros((0, width), dtype=np.int32) for width in (2, len(PAIR_FEATURES)))
        return (
            np.concatenate([two, *self._spans]).astype(np.int32),
            np.concatenate([two, *self._pairs]).astype(np.int32),
            np.concatenate([many, *self._features]).astype(np.int32),
        )
