"""Logits to chances."""

from __future__ import annotations

import numpy as np

from hiatus.reading.roles.document import FloatArray


def softmax(scores: FloatArray) -> FloatArray:
    """Logits to chances that sum to one along the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)


def sigmoid(scores: FloatArray) -> FloatArray:
    """Logits to chances, each for itself."""
    return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))), dtype=np.float32)
