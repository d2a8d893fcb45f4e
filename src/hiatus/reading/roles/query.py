"""Spans and pairs of one document, gathered so that the model scores them in one go."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from hiatus.reading.roles.document import IntArray
from hiatus.reading.roles.pairs import PAIR_FEATURES, Candidates


@dataclass(slots=True)
class Query:
    """What the model is asked of a document; rows are numbered in the order in which they were added."""

    _spans: list[tuple[int, int]] = field(default_factory=list)
    _pairs: list[tuple[int, int]] = field(default_factory=list)
    _features: list[IntArray] = field(default_factory=list)

    def add(self, span: tuple[int, int]) -> int:
        """Ask for a span; the row of its label scores."""
        self._spans.append(span)
        return len(self._spans) - 1

    def add_all(self, candidates: Candidates) -> list[int]:
        """Ask for the spans of candidates; their rows."""
        return [self.add((first, last)) for first, last in candidates.spans.tolist()]

    def connect(self, left: int, rights: list[int], features: IntArray) -> slice:
        """Ask for one span's pairs with others, given the features of each pair; the rows of their relation scores."""
        start = len(self._pairs)
        self._pairs += [(left, right) for right in rights]
        self._features.append(features)
        return slice(start, len(self._pairs))

    def arrays(self) -> tuple[IntArray, IntArray, IntArray]:
        """Spans (spans, 2), pairs (pairs, 2), features (pairs, features)."""
        none = np.zeros((0, len(PAIR_FEATURES)), dtype=np.int32)
        return (
            np.array(self._spans, dtype=np.int32).reshape(-1, 2),
            np.array(self._pairs, dtype=np.int32).reshape(-1, 2),
            np.concatenate([none, *self._features]),
        )
