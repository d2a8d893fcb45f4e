"""`python -m hiatus.training.calibrate CORPUS MODEL`: how sure a model must be of what it says.

Goes through the thresholds one by one, twice, and keeps for each the value with which the dev split is read best.
Writes MODEL/thresholds.json.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path

from hiatus.reading.assemble import facts
from hiatus.reading.roles.decode import Roles, find_roles
from hiatus.reading.roles.document import Document, FloatArray, IntArray
from hiatus.reading.roles.labels import MENTIONS
from hiatus.reading.roles.model import Model, OnnxModel
from hiatus.reading.roles.thresholds import DEFAULTS, Thresholds
from hiatus.reading.scope import Scope
from hiatus.training.corpus import Example, load, prepare
from hiatus.training.score import compare, total

STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
ROUNDS = 2
GAIN = 0.0003
"""What a threshold must gain to be moved: less is chance."""


class _Remembering:
    """A model that encodes each article once."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._encoded: dict[int, tuple[FloatArray, FloatArray, FloatArray]] = {}

    def encode(self, document: Document) -> tuple[FloatArray, FloatArray, FloatArray]:
        """See Model."""
        if id(document) not in self._encoded:
            self._encoded[id(document)] = self._model.encode(document)
        return self._encoded[id(document)]

    def link(
        self, hidden: FloatArray, spans: IntArray, pairs: IntArray, features: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        """See Model."""
        return self._model.link(hidden, spans, pairs, features)


def calibrate(model: Model, examples: list[Example]) -> dict[str, float]:
    """Thresholds half way from the defaults to those with which the examples are read best."""
    remembering = _Remembering(model)
    documents = [prepare(example) for example in examples]
    roles: dict[tuple[float, ...], list[Roles]] = {}

    def f1(thresholds: Thresholds) -> float:
        of_names = tuple(thresholds[kind] for kind in MENTIONS)
        if of_names not in roles:
            roles.clear()
            roles[of_names] = [find_roles(document, remembering, thresholds) for document in documents]
        found = (facts(each, Scope(each, thresholds)) for each in roles[of_names])
        return total(compare(e.gold, read) for e, read in zip(examples, found, strict=True))["all"].f1

    best = _climb(f1, dict(DEFAULTS))
    # Half of what was climbed is the dev split's own: on other articles the middle reads as well, and fewer empty pages
    # are read wrongly.
    return {name: round((DEFAULTS[name] + value) / 2, 3) for name, value in best.items()}


def _climb(f1: Callable[[Mapping[str, float]], float], thresholds: dict[str, float]) -> dict[str, float]:
    best = f1(thresholds)
    for _ in range(ROUNDS):
        for name in thresholds:
            for step in STEPS:
                score = f1({**thresholds, name: step})
                if score > best + GAIN:
                    best, thresholds = score, {**thresholds, name: step}
        print(f"dev F1 {best:.4f}", flush=True)
    return thresholds


def main() -> None:
    """Calibrate a model's thresholds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    thresholds = calibrate(OnnxModel(options.model), list(load(options.corpus, "dev")))
    text = json.dumps(thresholds, indent=1) + "\n"
    (options.model / "thresholds.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
