"""Two parts of European, Indian, Japanese and transliterated names: can they be spellings of one?"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from hiatus.knowledge.names import japanese, tables
from hiatus.knowledge.names.features import Feature

SLIP_FROM = 7
"""Letters from which one wrong letter is a slip and not another name."""

TURNED_FROM = 4
"""Letters from which two letters turned round are a slip."""

TWO_SLIPS_FROM = 11
"""Letters from which two wrong letters are."""

NEAR_FROM = 5
"""Letters from which a letter apart is worth a look; one fewer where a letter is left out."""

VOWELS_FROM = 5
"""Letters from which names that differ by o and u, or e and i, are one name in two transliterations."""

_VOWELS = str.maketrans("oe", "ui")
_FIRST_ALIKE = {one + other for group in ("gkqc", "jgy", "vwb", "sz", "aeiou") for one in group for other in group}

_SOUNDS = tuple((re.compile(old), new) for old, new in (
    ("^mc", "mak"), ("^ye(?=[^aiou])", "e"), ("[yj]", "i"), ("ii+", "i"), (r"([bcdgkpst]h)\1", r"\1"),
    ("(?:sh|t?s)ch", "sh"), ("tch", "ch"), ("ph", "f"), ("ck", "k"), ("x", "ks"), ("qu|q", "k"), ("c(?=[ei])", "s"),
    ("c(?!h)", "k"), ("(?<=[bdgkt])h", ""), ("w", "v"), ("ou|oo", "u"), ("ee|ie(?=[^aou])", "i"), ("oe", "o"),
    ("ue", "u"), ("ae", "a"), (r"(.)\1+", r"\1"), ("(?<=[aeiou])h$", ""),
))  # fmt: skip
"""How Latin spellings vary: Scottish, Slavic, Germanic, Arabic and Indian, in the order that they are folded."""


@lru_cache(maxsize=1 << 15)
def sound(part: str) -> str:
    """The part with the spellings that languages and transliterations vary folded into one."""
    for old, new in _SOUNDS:
        part = old.sub(new, part)
    return part


def part_feature(one: str, other: str, in_japanese: bool = False) -> Feature:
    """How two parts of names compare; `differs` where they cannot be one."""
    name, turned = _kind(one, other, in_japanese)
    first, second = (other, one) if turned else (one, other)
    return Feature(name, first.upper() if name == "initial" else first, second)


@lru_cache(maxsize=1 << 16)
def _kind(one: str, other: str, in_japanese: bool) -> tuple[str, bool]:
    """The feature, and whether the second part comes first in its sentence."""
    if one == other:
        return "equal", False
    if len(one) == 1 or len(other) == 1:
        return _initial(one, other)
    if in_japanese and japanese.sound(one) == japanese.sound(other):
        return "part sound", False
    if one in tables.given_names() and other in tables.given_names():
        return _by_tables(one, other)
    return ("differs" if in_japanese else _by_letters(one, other)), False


def _by_tables(one: str, other: str) -> tuple[str, bool]:
    """Two names that are both usual as they are: neither is a slip for the other."""
    ours, theirs = _spelling(one), _spelling(other)
    if ours == theirs:
        return "part spelling", False
    short = _short(one, other)
    if short or _short(other, one):
        return "nickname", not short
    return ("translated" if theirs in tables.translated().get(ours, ()) else "differs"), False


def _spelling(part: str) -> str:
    return tables.spelled_alike().get(part, part)


def _short(one: str, other: str) -> bool:
    """Whether the first is a short form of the second."""
    shorts = tables.short_forms()
    return one in shorts.get(other, ()) and one != other


def _initial(one: str, other: str) -> tuple[str, bool]:
    letter, whole, turned = (other, one, True) if len(other) == 1 else (one, other, False)
    spoken = tables.spoken_letters().get(whole)
    return ("initial" if letter in (spoken, whole[0]) else "differs"), turned


def _by_letters(one: str, other: str) -> str:
    if one in tables.families() and other in tables.families():
        return "differs"
    if sound(one) == sound(other):
        return "part sound"
    if min(len(one), len(other)) >= VOWELS_FROM and sound(one).translate(_VOWELS) == sound(other).translate(_VOWELS):
        return "part vowels"
    return _slip(one, other)


def _slip(one: str, other: str) -> str:
    shorter = min(len(one), len(other))
    most = 2 if shorter >= TWO_SLIPS_FROM else 1
    if abs(len(one) - len(other)) > most or not _begin_alike(one[0], other[0]):
        return "differs"
    if OSA.distance(one, other, score_cutoff=most) > most:
        return "differs"
    turned = len(one) == len(other) and sorted(one) == sorted(other)
    if shorter >= (TURNED_FROM if turned else SLIP_FROM) and not _another_ending(one, other):
        return "slip"
    return "near" if shorter >= (NEAR_FROM if len(one) == len(other) else NEAR_FROM - 1) else "differs"


def _begin_alike(one: str, other: str) -> bool:
    """A slip in the first letter is rare; another transliteration of it is not: Gaddafi, Qaddafi."""
    return one == other or one + other in _FIRST_ALIKE


def _another_ending(one: str, other: str) -> bool:
    """`Aleksandr` and `Aleksandra`, `Nikola` and `Nikole`: an ending that makes another name."""
    return one.rstrip("aeiou") == other.rstrip("aeiou")
