"""Names as Korean ones: a family name of the table, and a given name of one to three syllables."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hiatus.knowledge.names import hangul, tables
from hiatus.knowledge.names.features import Feature, score
from hiatus.knowledge.names.parse import Name

USUAL, POSSIBLE, RARE = 0.75, 0.45, 0.15
"""How usual it must be that two spellings are one syllable, by the feature that it counts as."""

Syllables = tuple[tuple[str, ...], ...]


class Korean(NamedTuple):
    """One way to read a name as Korean.

    Attributes:
        family: the family name as spelled.
        families: the family names, in Hangul, that it can stand for.
        given: the given name as spelled.
        cuts: the ways to cut that into syllables.
    """

    family: str
    families: frozenset[str]
    given: str
    cuts: Syllables


def read(name: Name) -> tuple[Korean, ...]:
    """The ways to read a name as Korean: family name first, then last; none if it cannot be one."""
    if name.script == "hangul":
        return tuple(_in_hangul("".join(name.words)))
    if name.script != "latin" or not 2 <= len(name.words) <= 4:
        return ()
    return tuple(_in_latin(name.words))


def _in_hangul(text: str) -> Iterator[Korean]:
    size = 2 if len(text) > 2 and text[:2] in tables.korean_families() else 1
    family, given = text[:size], text[size:]
    if given and family in tables.korean_families():
        yield Korean(family, tables.korean_families()[family], given, (tuple(given),))


def _in_latin(words: tuple[str, ...]) -> Iterator[Korean]:
    for family, rest in _splits(words):
        families = tables.korean_families().get(family)
        cuts = _cuts(rest) if families else ()
        if families and cuts:
            yield Korean(family, families, "-".join(rest), cuts)


def _splits(words: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The family name and the rest: first, last, and of two syllables written apart."""
    yield words[0].replace("-", ""), words[1:]
    yield words[-1], words[:-1]
    if len(words) > 2 or "-" in words[1]:
        parts = "-".join(words).split("-")
        yield parts[0] + parts[1], tuple(parts[2:])


@lru_cache(maxsize=1 << 14)
def _cuts(words: tuple[str, ...]) -> Syllables:
    parts = [part for word in words for part in word.split("-") if part]
    if len(parts) == 1:
        return hangul.syllables(parts[0])
    return (tuple(parts),) if 1 < len(parts) <= 3 and all(map(hangul.readings, parts)) else ()


def compare(ours: tuple[Korean, ...], theirs: tuple[Korean, ...]) -> list[Feature]:
    """What is found in the best of the ways to read both."""
    return max((_compare(one, other) for one in ours for other in theirs), key=score)


def _compare(one: Korean, other: Korean) -> list[Feature]:
    family = family_feature(one.family, one.families, other.family, other.families)
    if family.name == "family differs":
        return [family]
    return [family, *_given(one, other)]


def family_feature(one: str, ours: frozenset[str], other: str, theirs: frozenset[str]) -> Feature:
    """Whether two family names are one, by what each spelling can stand for."""
    if one == other:
        return Feature("family equal", one)
    return Feature("family sound" if ours & theirs else "family differs", one, other)


def _given(one: Korean, other: Korean) -> list[Feature]:
    if hangul.same_letters(one.given, other.given):
        return [Feature("given equal", one.given)]
    pairs = [_by_syllable(ours, theirs) for ours in one.cuts for theirs in other.cuts if len(ours) == len(theirs)]
    best = max(pairs, key=score, default=None)
    return best or [Feature("given differs", one.given, other.given)]


def _by_syllable(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Feature]:
    """A feature for each syllable that is spelled in two ways; none at all where one differs."""
    found = [syllable_feature(one, other, hangul.shared(one, other)) for one, other in zip(ours, theirs, strict=True)]
    if any(feature.name == "given differs" for feature in found):
        return [Feature("given differs", "-".join(ours), "-".join(theirs))]
    return [feature for feature in found if feature.name != "given equal"] or [Feature("given equal", "-".join(ours))]


def syllable_feature(one: str, other: str, usual: float) -> Feature:
    """How two spelled syllables compare, given how usual it is that they are one."""
    if one == other:
        return Feature("given equal", one)
    for least, name in ((USUAL, "given sound"), (POSSIBLE, "given possible"), (RARE, "given rare")):
        if usual >= least:
            return Feature(name, one, other)
    return Feature("given differs", one, other)


def initials_feature(name: Name, other: Name) -> list[Feature]:
    """`Lee JQ` beside `Lee Jae-kyu`: a family name shared, and initials that can be the given name; else nothing."""
    letters = "".join(name.initials)
    full = [word for word in name.words if len(word) > 1]
    families = tables.korean_families().get(full[0]) if len(full) == 1 and letters else None
    if families is None:
        return []
    for reading in read(other):
        family = family_feature(full[0], families, reading.family, reading.families)
        if family.name != "family differs":
            fits = any(_spells(letters, cut) for cut in reading.cuts)
            last = Feature("syllable initials" if fits else "differs", letters.upper(), reading.given)
            return [family, last]
    return []


def _spells(letters: str, cut: tuple[str, ...]) -> bool:
    return len(letters) in (1, len(cut)) and all(_begins(*pair) for pair in zip(letters, cut, strict=False))


_ALIKE = {letter: group for group in ("kgq", "bpv", "dt", "jc", "rln", "yui", "wuo") for letter in group}


def _begins(letter: str, syllable: str) -> bool:
    """A letter begins a syllable, as it is spelled or as it is said: Q is `kyu`."""
    return syllable.startswith(letter) or syllable[0] in _ALIKE.get(letter, "")
