"""What can be found when two names are compared: a table of features, their weights, and the words that explain them.

The score of a comparison is the product of the weights of what was found: 1 for the same letters, near 0 where a part
of one name contradicts the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import prod
from typing import Literal, NamedTuple

Verdict = Literal["same", "different", "unsure"]

SAME = 0.7
"""The lowest score of two spellings of one name."""

UNSURE = 0.35
"""The lowest score of two names that may be one."""


class Feature(NamedTuple):
    """What was found: a key of `FEATURES`, and the two parts of the names that it was found in."""

    name: str
    one: str = ""
    other: str = ""

    @property
    def weight(self) -> float:
        """What the score is multiplied by."""
        return FEATURES[self.name][0]

    def __str__(self) -> str:
        return FEATURES[self.name][1].format(one=self.one, other=self.other)


FEATURES: dict[str, tuple[float, str]] = {
    # the whole name
    "equal": (1.0, "the names are equal, case, accents and punctuation aside"),
    "joined": (0.98, "the names have the same letters, spaces and hyphens aside"),
    "order": (0.97, "the same parts stand in another order"),
    "two given names": (0.6, "in another order, and either part can be the given name"),
    "one word": (0.45, "{one} alone is only part of a name"),
    "one-word spelling": (0.5, "{one} and {other} can be spellings of one word, but one word is little to go by"),
    "nothing shared": (0.02, "no part of one name can be a part of the other"),
    "no name": (0.0, "there is no name to compare: no letters, or far too many"),
    "scripts": (0.35, "the names are in two scripts, and nothing here says how one is read in the other"),
    "alias": (0.97, "the name in brackets, {one}, is compared"),
    # one part
    "family equal": (1.0, "the family name is the same: {one}"),
    "family sound": (0.98, "{one} and {other} are spellings of one family name"),
    "family differs": (0.03, "the family names are different: {one}, {other}"),
    "part spelling": (0.95, "{one} and {other} are spellings of one name"),
    "part sound": (0.93, "{one} and {other} sound the same"),
    "part joined": (0.97, "{one} is {other} in one word"),
    "part vowels": (0.85, "{one} and {other} differ by vowels that alphabets write in two ways"),
    "translated": (0.6, "{one} and {other} are one name in two languages"),
    "nickname": (0.85, "{one} is short for {other}"),
    "quoted nickname": (0.95, "{one} is given as a nickname"),
    "slip": (0.8, "{one} and {other} are a slip apart, too long to be so by chance"),
    "near": (0.5, "{one} and {other} are a letter apart"),
    "differs": (0.05, "{one} and {other} are different"),
    # syllables
    "given equal": (1.0, "the given name is the same: {one}"),
    "given sound": (0.97, "{one} and {other} are spellings of the same syllables"),
    "given possible": (0.84, "{one} and {other} can be spellings of the same syllables"),
    "given rare": (0.6, "{one} and {other} can be the same syllables, though such spellings are rare"),
    "given differs": (0.06, "the given names are different: {one}, {other}"),
    "other tongue": (0.36, "the same family name; {one} can be the English name of someone called {other}, or not"),
    # initials, what is left out, suffixes
    "only initial": (0.6, "{one} can be the initial of {other}, as of many names"),
    "initial": (0.87, "{one} can be the initial of {other}"),
    "further initial": (0.97, "{one} can be the initial of {other}"),
    "middle initial": (0.96, "{one} can be the middle initial of {other}"),
    "syllable initials": (0.55, "{one} can be the initials, or the sound, of {other}"),
    "middle missing": (0.92, "{one} is a middle name that the other leaves out"),
    "initial missing": (0.94, "{one} is an initial that the other leaves out"),
    "initials differ": (0.65, "{one} is an initial that the other leaves out, though it gives another"),
    "English missing": (0.92, "{one} is a further given name that the other leaves out"),
    "last missing": (0.8, "{one} is a further family name that the other leaves out"),
    "family missing": (0.6, "{one} is missing from the other, and may be its family name"),
    "first missing": (0.62, "{one} comes first in one name and is missing from the other"),
    "particle": (0.98, "a particle such as “de” or “al” is in one name only"),
    "suffix missing": (0.6, "{one} is in one name only"),
    "suffix differs": (0.1, "{one} is not {other}"),
}


def score(found: Iterable[Feature]) -> float:
    """The product of the weights."""
    return prod(feature.weight for feature in found)


def verdict(value: float) -> Verdict:
    """What a score means."""
    if value >= SAME:
        return "same"
    return "unsure" if value >= UNSURE else "different"
