"""Names compared by what they can stand for, beside string distances, on the table of labelled pairs: `make bench`.

F1 is of the verdict `same`: ours as it stands, the distances at the threshold that is best for them on this very table.
Speed is on pairs drawn from all names of the table, as an index that is asked again and again compares them, and on
names that were never seen before (two to a pair); on one core, the best of three rounds.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "tests" / "knowledge" / "names" / "pairs.tsv"
DRAWN = 20_000
ROUNDS = 3

Pair = tuple[str, str]
Measure = Callable[[str, str], float]


def table(part: str | None = None) -> tuple[list[Pair], list[bool]]:
    """The pairs, and whether each is one name."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if part in (None, row[4])]
    return [(row[0], row[1]) for row in rows], [row[2] == "same" for row in rows]


def figures(said: list[bool], labels: list[bool]) -> tuple[float, float, float]:
    """F1, precision and recall."""
    right = sum(yes and label for yes, label in zip(said, labels, strict=True))
    return 2 * right / (sum(said) + sum(labels)), right / max(sum(said), 1), right / sum(labels)


def at_best(measure: Measure, pairs: list[Pair], labels: list[bool]) -> tuple[float, float, float]:
    """The figures of a measure at the threshold that is best for it."""
    scores = [measure(*pair) for pair in pairs]
    return max(figures([score >= least for score in scores], labels) for least in set(scores))


def at_ours(measure: Measure, pairs: list[Pair], labels: list[bool]) -> tuple[float, float, float]:
    """The figures of our verdicts."""
    from hiatus.knowledge.names import SAME

    return figures([measure(*pair) >= SAME for pair in pairs], labels)


def pairs_a_second(measure: Measure, pairs: list[Pair]) -> float:
    """How many pairs are compared in a second of processor time."""
    start = time.process_time()
    for one, other in pairs:
        measure(one, other)
    return len(pairs) / (time.process_time() - start)


def drawn(names: list[str], count: int, seed: int) -> list[Pair]:
    """Pairs of names drawn at random."""
    choose = random.Random(seed).choice  # noqa: S311 - no secret
    return [(choose(names), choose(names)) for _ in range(count)]


def new_names(names: list[str], count: int, seed: int) -> list[str]:
    """Names put together from the first and last words of others."""
    firsts, lasts = [name.split()[0] for name in names], [name.split()[-1] for name in names]
    choose = random.Random(seed).choice  # noqa: S311 - no secret
    return [f"{choose(firsts)} {choose(lasts)}" for _ in range(count)]


def contenders() -> dict[str, Measure]:
    """Ours, and the distances; these on names in lower case."""
    from rapidfuzz.distance import JaroWinkler, Levenshtein

    from hiatus.knowledge.names import compare

    return {
        "hiatus": lambda one, other: compare(one, other).score,
        "Jaro-Winkler": lambda one, other: JaroWinkler.similarity(one.lower(), other.lower()),
        "Levenshtein": lambda one, other: Levenshtein.normalized_similarity(one.lower(), other.lower()),
    }


def main() -> None:
    """Print the contenders side by side."""
    pairs, labels = table()
    names = sorted({name for pair in pairs for name in pair})
    held = table("held")
    print(f"{len(pairs)} pairs, {sum(labels)} of them one name")
    print(f"{'':14}{'F1':>7}{'precision':>11}{'recall':>8}{'F1 held':>9}{'pairs/s':>11}{'new pairs/s':>13}")
    for name, measure in contenders().items():
        judge = at_ours if name == "hiatus" else at_best
        f1, precision, recall = judge(measure, pairs, labels)
        known = max(pairs_a_second(measure, drawn(names, DRAWN, seed)) for seed in range(ROUNDS))
        fresh = max(
            pairs_a_second(measure, list(zip(some[::2], some[1::2], strict=True)))
            for some in (new_names(names, DRAWN, seed) for seed in range(ROUNDS))
        )
        line = f"{name:14}{f1:7.3f}{precision:11.3f}{recall:8.3f}{judge(measure, *held)[0]:9.3f}"
        print(f"{line}{known:11,.0f}{fresh:13,.0f}")


if __name__ == "__main__":
    main()
