"""The interface of a trained model, and the one that runs it with ONNX Runtime."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
import onnxruntime

from hiatus.reading.roles.document import Document, FloatArray, IntArray

_CLS, _SEP = 101, 102

PAIRS_AT_ONCE = 16_384
"""Pairs scored in one go: a calendar of a thousand titles must not take gigabytes."""


class Model(Protocol):
    """What a trained model answers; scores are logits."""

    def encode(self, document: Document) -> tuple[FloatArray, FloatArray, FloatArray]:
        """Of each word piece its vector, its scores for TAGS, its scores for TRIGGERS and story."""
        ...

    def link(
        self, hidden: FloatArray, spans: IntArray, pairs: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """Scores for LABELS of each span, and for RELATIONS of each pair of spans."""
        ...


class OnnxModel:
    """The model in two files, `encoder.onnx` and `links.onnx`.

    One thread a call, so that the sums are the same on every run; calls from several threads run side by side.
    """

    def __init__(self, folder: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder, self._links = (
            onnxruntime.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in ("encoder.onnx", "links.onnx")
        )

    def encode(self, document: Document) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See Model."""
        outputs = [self._encode_window(document, *window) for window in document.windows()]
        hidden, tags, triggers = (np.concatenate(parts) for parts in zip(*outputs, strict=True))
        return hidden, tags, triggers

    def _encode_window(self, document: Document, first: int, last: int) -> list[FloatArray]:
        ids, features = window_inputs(document, first, last)
        outputs = self._encoder.run(None, {"ids": ids[None], "features": features[None]})
        return [np.asarray(output)[0, 1:-1] for output in outputs]

    def link(
        self, hidden: FloatArray, spans: IntArray, pairs: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """See Model."""
        outputs = [
            self._links.run(
                None,
                {
                    "hidden": hidden,
                    "spans": spans.astype(np.int64),
                    "pairs": pairs[start : start + PAIRS_AT_ONCE].astype(np.int64),
                    "pair_features": features[start : start + PAIRS_AT_ONCE].astype(np.int64),
                },
            )
            for start in range(0, max(len(pairs), 1), PAIRS_AT_ONCE)
        ]
        return np.asarray(outputs[0][0]), np.concatenate([np.asarray(relations) for _, relations in outputs])


def window_inputs(document: Document, first: int, last: int) -> tuple[np.ndarray, np.ndarray]:
    """The word pieces of a window between the encoder's marks of start and end, and their features."""
    ids = np.concatenate(([_CLS], document.ids[first:last], [_SEP])).astype(np.int64)
    features = np.pad(document.features[first:last], ((1, 1), (0, 0))).astype(np.int64)
    return ids, features
