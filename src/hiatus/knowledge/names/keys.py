"""The few keys under which a name is looked for in an index: two names that can be one nearly always share a key.

A key is coarse (a family name by what it can stand for and the first sound of the given name, or one part's consonants
and the first sound of another), so what shares one has still to be compared. Names that have nothing in common but one
word, or an English given name beside a Chinese one, do not share a key: there would be too many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from hiatus.knowledge.names import japanese, tables
from hiatus.knowledge.names.parts import sound
from hiatus.knowledge.names.readings import Reading, forms

CONSONANTS = 5
"""How many consonants of a part its key keeps."""

FEW = 2
"""Fewer consonants than this after the first letter say too little."""

_VOWELS = re.compile(r"(?<=.)[aeiouh]")
_HANGUL_LEADS = "ggnddrmbbss_jjjgdbh"
_ALIKE = {letter: group[0] for group in ("gkcq", "dt", "bpv", "jcz", "rln", "_aeiouyw") for letter in group[::-1]}


@lru_cache(maxsize=1 << 16)
def keys(name: str) -> frozenset[str]:
    """The keys of a name; none if it holds no word."""
    return frozenset(key for reading, _ in forms(name) for key in _keys(reading))


def _keys(reading: Reading) -> Iterator[str]:
    yield from _korean(reading)
    yield from _chinese(reading)
    if reading.name.script in ("hangul", "han") and not reading.korean and not reading.chinese:
        yield "w:" + reading.letters
    elif reading.name.script not in ("hangul", "han") and not _surely_syllables(reading):
        yield from _by_parts(reading)


def _surely_syllables(reading: Reading) -> bool:
    """`Lee Min-ho` is looked for by its syllables alone; `Sammo Hung` by its parts too."""
    return reading.syllables_only and (len(reading.name.words) > 2 or any("-" in word for word in reading.name.words))


def _korean(reading: Reading) -> Iterator[str]:
    full = [word for word in reading.name.words if len(word) > 1]
    if len(full) == 1 and reading.name.initials:
        for family in tables.korean_families().get(full[0], ()):
            yield f"k:{_korean_group(family)}{_first_sound(reading.name.initials[0])}"
    for way in reading.korean:
        for cut in way.cuts:
            for family in way.families:
                yield f"k:{_korean_group(family)}{_first_sound(cut[0])}"


@lru_cache(maxsize=1 << 10)
def _korean_group(family: str) -> str:
    """The first family name of those that share a spelling with this one: 유 and 류, 나 and 라."""
    shared = (families for families in tables.korean_families().values() if family in families)
    return min(min(families) for families in shared)


def _first_sound(syllable: str) -> str:
    """The first consonant, those that romanisations confuse as one."""
    first = syllable[0]
    if "가" <= first <= "힣":
        return _HANGUL_LEADS[(ord(first) - 0xAC00) // 588]
    return "j" if syllable.startswith("ch") else _ALIKE.get(first, first)


def _chinese(reading: Reading) -> Iterator[str]:
    for way in reading.chinese:
        first = {cut[0] for cut in way.cuts}
        sounds = {read[0] for syllable in first for read in tables.chinese_sounds().get(syllable, syllable)}
        if way.english:
            sounds.add(way.english[0].upper())
        for family in way.families:
            yield from (f"c:{family}{letter}" for letter in sounds)


def _by_parts(reading: Reading) -> Iterator[str]:
    """All letters; the first and the last part; where there are more, the second and the last but one for these too."""
    parts, in_japanese = reading.parts, reading.japanese
    if parts:
        yield "w:" + "".join(sorted(_code(reading.letters, in_japanese)))
    if len(parts) < 2:
        return
    for first, last in {(0, -1), (0, -2), (1, -1), (0, 1)}:
        yield from _by_two(parts[first], parts[last], in_japanese)
        yield from _by_two(parts[last], parts[first], in_japanese)


def _by_two(whole: str, other: str, in_japanese: bool) -> Iterator[str]:
    """One part by its consonants, the other by its first letter."""
    if len(whole) > 1 and whole != other:
        yield from (f"{_code(whole, in_japanese)}+{letter}" for letter in _initials(other, in_japanese))


@lru_cache(maxsize=1 << 16)
def _code(part: str, in_japanese: bool) -> str:
    """The first letter of a part and its consonants, `kpr` for Kapoor; its vowels too where these are few."""
    plain = _plain(tables.spelled_alike().get(part, part), in_japanese)
    first, rest = _ALIKE_FIRST.get(plain[0], plain[0]), _VOWELS.sub("", plain)[1:]
    return (first + rest)[:CONSONANTS] if len(rest) >= FEW else first + plain[1:].translate(_ALIKE_VOWELS)


_ALIKE_FIRST = dict.fromkeys("aeiou", "a") | dict.fromkeys("cgq", "k")
_ALIKE_VOWELS = str.maketrans("oe", "ui", "h")


def _plain(part: str, in_japanese: bool) -> str:
    return sound(japanese.sound(part) if in_japanese else part) or part


@lru_cache(maxsize=1 << 16)
def _initials(part: str, in_japanese: bool) -> frozenset[str]:
    """The first letters of the names that a part can be short for, or its own."""
    whole = _whole().get(part) or frozenset((tables.spelled_alike().get(part, part),))
    firsts = {_plain(name, in_japanese)[0] for name in whole}
    return frozenset(_ALIKE_FIRST.get(first, first) for first in firsts)


@lru_cache(maxsize=1)
def _whole() -> dict[str, frozenset[str]]:
    """Short form → the names that it is short for."""
    whole: dict[str, set[str]] = {}
    for name, shorts in tables.short_forms().items():
        for short in shorts:
            whole.setdefault(short, set()).add(tables.spelled_alike()[name])
    return {short: frozenset(names) for short, names in whole.items()}
