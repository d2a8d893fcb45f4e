"""Whether a person named in what is said of one work is a person already known: the name, and what stands around it.

Pure: the memory gathers what is known of both, and files what is decided here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from hiatus.knowledge.names import Comparison, compare
from hiatus.knowledge.spelling import simple

Verdict = Literal["same", "unsure", "different"]

WEIGHTS = {
    "the same work": 0.1,
    "the same character in it": 0.4,
    "the same job in it": 0.12,
    "one name is part of the other": 0.3,
    "one name is cut from the other": 0.4,
    "the same family name, and two works in common": 0.35,
    "no work in common": -0.1,
    "both are named in one article": -0.5,
}
"""What each thing around two names adds to how alike the names themselves are."""

SAME, UNSURE = 0.8, 0.5
"""From where on two are one person, and from where on a pair is worth a person's look."""

BELOW_SAME = 0.79
"""The most that two names which cannot be one come to."""

SHORTEST_PART = 5
"""Letters of a name that is part of another by more than chance."""

_BASE = {"same": (0.8, 1.0), "unsure": (0.55, 0.65), "different": (0.0, 0.45)}
"""The reach within which the score of a comparison counts, by its verdict."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around a name.

    Attributes:
        works: the works that the person is tied to.
        characters: work, and folded name of a character that the person plays in it.
        jobs: work, and job that the person has in it.
        documents: the documents that use the name.
    """

    works: frozenset[int] = frozenset()
    characters: frozenset[tuple[int, str]] = frozenset()
    jobs: frozenset[tuple[int, str]] = frozenset()
    documents: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """How likely two are one person (0 to 1), what follows, and why."""

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


def match(left: tuple[str, Setting], right: tuple[str, Setting], names: Comparison | None = None) -> Match:
    """Whether two names, each in its setting, are one person's."""
    names = names or compare(left[0], right[0])
    low, high = _BASE[names.verdict]
    around = _around(left[1], right[1])
    part = "the same character in it" in around and _holds(left[0], right[0])
    if part:
        around.append("one name is part of the other")
    elif names.verdict == "different":
        around += _hints(left, right, names)
    score = min(max(names.score, low), high) + sum(WEIGHTS[sign] for sign in around)
    if not part and _are_apart(names):  # what stands around two names never makes them one
        score = min(score, BELOW_SAME)
    verdict: Verdict = "same" if score >= SAME else "unsure" if score >= UNSURE else "different"
    return Match(round(min(max(score, 0.0), 1.0), 3), verdict, (*names.reasons, *around))


def _holds(left: str, right: str) -> bool:
    """Whether one name is a good part of the other: a stage name, or a name cut short."""
    shorter, longer = sorted((simple(left), simple(right)), key=len)
    return len(shorter) >= SHORTEST_PART and shorter in longer


def _are_apart(names: Comparison) -> bool:
    """Whether two names have not enough in common for a role to make them one: roles are recast."""
    return names.verdict == "different" or any(feature.name == "other tongue" for feature in names.found)


def match_any(name: tuple[str, Setting], spellings: Collection[str], around: Setting) -> Match:
    """Whether a name in its setting is that of somebody with these spellings, by the likeliest of them.

    `J. Reed` is no bridge from John Reed to Jane Reed: a name that is surely none of the spellings, and cannot be one
    of them, is not made one by what stands around it.
    """
    compared = {spelling: compare(name[0], spelling) for spelling in sorted(spellings)}
    matches = [match(name, (spelling, around), found) for spelling, found in compared.items()]
    best = max(matches, key=lambda found: found.score)
    verdicts = {found.verdict for found in compared.values()}
    if best.verdict == "same" and verdicts == {"unsure", "different"}:
        return replace(best, score=BELOW_SAME, verdict="unsure")
    return best


def _hints(left: tuple[str, Setting], right: tuple[str, Setting], names: Comparison) -> list[str]:
    """What makes two names that cannot be one worth a look nevertheless: a stage name, or a given name gone wrong."""
    shared = left[1].works & right[1].works
    family = any(feature.name in ("family equal", "family sound") for feature in names.found)
    hints = ["one name is cut from the other"] if shared and is_cut(left[0], right[0]) else []
    return hints + (["the same family name, and two works in common"] if family and len(shared) > 1 else [])


def is_cut(left: str, right: str) -> bool:
    """Whether one name is one word, the beginning or the end of a word of the other."""
    shorter, longer = sorted((left, right), key=len)
    word, parts = simple(shorter), [simple(part) for part in longer.split()]
    whole = len(shorter.split()) == 1 and len(word) >= SHORTEST_PART and word not in parts
    return whole and any(part.startswith(word) or part.endswith(word) for part in parts)


def _around(left: Setting, right: Setting) -> list[str]:
    shared = left.works & right.works
    signs = ["the same work"] if shared else ["no work in common"]
    if left.characters & right.characters:
        signs.append("the same character in it")
    if left.jobs & right.jobs:
        signs.append("the same job in it")
    if left.documents & right.documents:
        signs.append("both are named in one article")
    return signs
