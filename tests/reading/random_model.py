"""A model that says anything at all, the same for the same document."""

import numpy as np

from hiatus.reading.roles.document import Document, FloatArray, IntArray
from hiatus.reading.roles.labels import LABELS, RELATIONS, TAGS, TRIGGERS

WIDTH = 8


class RandomModel:
    """Answers like a trained model in shape, at random in content; `bold` makes it find many things."""

    def __init__(self, seed: int, bold: float = 2.0) -> None:
        self._seed, self._bold = seed, bold

    def _draw(self, rows: int, columns: int) -> FloatArray:
        generator = np.random.default_rng([self._seed, rows, columns])
        return (generator.normal(size=(rows, columns)) * self._bold).astype(np.float32)

    def encode(self, document: Document) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See Model."""
        pieces = len(document)
        return self._draw(pieces, WIDTH), self._draw(pieces, len(TAGS)), self._draw(pieces, len(TRIGGERS) + 1)

    def link(
        self, hidden: FloatArray, spans: IntArray, pairs: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """See Model."""
        assert len(features) == len(pairs)
        assert not len(spans) or 0 <= spans.min() <= spans.max() <= len(hidden)
        assert not len(pairs) or pairs.max() < len(spans)
        return self._draw(len(spans), len(LABELS)), self._draw(len(pairs), len(RELATIONS))
