"""`python -m hiatus.training.floors CORPUS`: the scores that the reader must not fall below, pinned to a corpus.

`CORPUS/floors.json` holds the digest of the corpus and, for each kind of fact of its test split, the F1 reached. The
tests compare. Floors may rise; lowering one takes `--lower`, and a reason in the commit.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from hiatus.reading import read
from hiatus.training.corpus import digest, load
from hiatus.training.score import Score, compare, total

MARGIN = 0.002
"""What a score may differ by between processors: the model's sums are rounded differently."""


def scores_on_test(corpus: Path) -> dict[str, Score]:
    """How the reader that ships reads the test split, by kind and over all."""
    return total(compare(example.gold, read(example.article).facts) for example in load(corpus, "test"))


def floors(corpus: Path) -> dict[str, Any]:
    """The floors that are pinned: `corpus` (a digest), `f1` (by kind)."""
    return dict(json.loads((corpus / "floors.json").read_text(encoding="utf-8")))


def fallen(scores: dict[str, Score], pinned: dict[str, float]) -> list[str]:
    """The kinds whose score is below its floor, a line each."""
    return [
        f"{kind}: {scores[kind].f1:.4f}, and its floor is {floor}"
        for kind, floor in pinned.items()
        if scores[kind].f1 < floor - MARGIN
    ]


def table(scores: dict[str, Score]) -> str:
    """Precision, recall and F1 by kind, as lines."""
    head = f"{'':<12}{'precision':>10}{'recall':>8}{'F1':>8}{'points':>8}"
    rows = (
        f"{kind:<12}{score.precision:>10.3f}{score.recall:>8.3f}{score.f1:>8.3f}{score.hits + score.missed:>8}"
        for kind, score in sorted(scores.items(), key=lambda item: (item[0] == "all", item[0]))
    )
    return "\n".join([head, *rows])


def main() -> None:
    """Pin the floors of a corpus to what the reader reaches."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--lower", action="store_true", help="pin even where a score fell")
    options = parser.parse_args()
    scores = scores_on_test(options.corpus)
    print(table(scores))
    path = options.corpus / "floors.json"
    if path.exists() and not options.lower and (lines := fallen(scores, floors(options.corpus)["f1"])):
        sys.exit("\n".join(["floors: not pinned, since these fell (--lower pins them all the same):", *lines]))
    pinned = {kind: round(score.f1, 4) for kind, score in sorted(scores.items())}
    path.write_text(json.dumps({"corpus": digest(options.corpus), "f1": pinned}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
