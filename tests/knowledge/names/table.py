"""The table of labelled pairs: two names, whether they are spellings of one, their culture, and the part of the table.

`tune` was looked at while the weights were set; `held` was written before, and looked at when they stood.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from hiatus.knowledge.names import compare

TABLE = Path(__file__).with_name("pairs.tsv")


class Pair(NamedTuple):
    one: str
    other: str
    label: str
    culture: str
    part: str


class Score(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def pairs(part: str | None = None) -> list[Pair]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [pair for pair in (Pair(*line.split("\t")) for line in lines) if part in (None, pair.part)]


def score(table: list[Pair]) -> Score:
    """Precision and recall of the verdict `same`; `unsure` counts as a no."""
    said = [pair for pair in table if compare(pair.one, pair.other).verdict == "same"]
    right = sum(pair.label == "same" for pair in said)
    return Score(right / len(said), right / sum(pair.label == "same" for pair in table))
