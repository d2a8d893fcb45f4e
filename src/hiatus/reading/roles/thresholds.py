"""How sure the model must be of what it says, by what it says: calibrated for each model on the dev split."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

Thresholds = Mapping[str, float]

DEFAULTS: Thresholds = {
    # names: the mean chance over all places of the same words
    "title": 0.5,
    "person": 0.45,
    "character": 0.45,
    "company": 0.45,
    # what a name or mark is
    "cast": 0.5,
    "crew": 0.5,
    "author": 0.5,
    "platform": 0.5,
    "studio": 0.5,
    "release": 0.5,
    "episodes": 0.5,
    "amount": 0.5,
    # what a sentence states
    "status": 0.5,
    "based_on": 0.5,
    "based_on an author's": 0.3,
    "trailer": 0.5,
    # what belongs together
    "plays": 0.5,
    "known for": 0.5,
    "a title": 0.25,
    "another cast title": 0.9,
    "another crew title": 0.9,
    "another about title": 0.7,
    "another status title": 0.4,
    "another season": 0.35,
}


def load(path: Path) -> Thresholds:
    """The thresholds in a file, the defaults for those it does not have.

    Raises:
        ValueError: if the file has one that there is not.
    """
    values = json.loads(path.read_text(encoding="utf-8"))
    unknown = values.keys() - DEFAULTS.keys()
    if unknown:
        raise ValueError(f"{path}: no such threshold: {', '.join(sorted(unknown))}")
    return {**DEFAULTS, **values}
