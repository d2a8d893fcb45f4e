"""Syllables of Korean as they are spelled in Latin letters: which Hangul syllables a spelling can stand for.

Hangul syllables are composed as in The Unicode Standard, section 3.12: ((lead * 21) + vowel) * 28 + tail, from U+AC00.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from hiatus.knowledge.names.tables import rows

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_NONE: Mapping[str, float] = {}
LONGEST_GIVEN = 14

Readings = Mapping[str, float]


@lru_cache(maxsize=1 << 14)
def readings(spelling: str) -> Readings:
    """The Hangul syllables that a syllable's spelling can stand for, each with how usual that is."""
    if len(spelling) == 1 and "가" <= spelling <= "힣":
        return {spelling: 1.0}
    whole = _parts()["syllable"].get(spelling)
    if whole:
        return whole
    match = _pattern().fullmatch(spelling) if len(spelling) <= 7 else None
    return _composed(match[1] or "", match[2], match[3] or "") if match else _NONE


def _composed(onset: str, vowel: str, coda: str) -> Readings:
    parts = _parts()
    leads = parts["onset"].get(onset, {"ㅇ": 1.0})
    vowels = parts["closed" if coda else "open"].get(vowel, _NONE)
    tail = _TAILS.index(next(iter(parts["coda"][coda]))) if coda else 0
    return {
        chr(0xAC00 + (_LEADS.index(lead) * 21 + _VOWELS.index(letter)) * 28 + tail): usual * as_usual
        for lead, usual in leads.items()
        for letter, as_usual in vowels.items()
    }


@cache
def _parts() -> dict[str, dict[str, dict[str, float]]]:
    table: dict[str, dict[str, dict[str, float]]] = {}
    for part, spelling, letters in rows("korean_sounds.tsv"):
        weighed = (letter.partition(":") for letter in letters.split())
        table.setdefault(part, {})[spelling] = {letter: float(usual or 1) for letter, _, usual in weighed}
    return table


@cache
def _pattern() -> re.Pattern[str]:
    parts = _parts()
    vowels = _any_of(set(parts["open"]) | set(parts["closed"]))
    return re.compile(f"({_any_of(parts['onset'])})?({vowels})({_any_of(parts['coda'])})?")


def _any_of(spellings: set[str] | Mapping[str, object]) -> str:
    return "|".join(sorted(spellings, key=lambda spelling: (-len(spelling), spelling)))


@lru_cache(maxsize=1 << 14)
def shared(one: str, other: str) -> float:
    """How usual it is that two spellings stand for one syllable, from 0 to 1."""
    if one == other:
        return 1.0
    ours, theirs = readings(one), readings(other)
    return max((min(ours[syllable], theirs[syllable]) for syllable in ours.keys() & theirs.keys()), default=0.0)


@lru_cache(maxsize=1 << 14)
def syllables(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut a word into one, two or three syllables: two where it can be, as given names mostly are."""
    if len(word) > LONGEST_GIVEN:
        return ()
    one = ((word,),) if readings(word) else ()
    two = tuple((word[:at], word[at:]) for at in range(1, len(word)) if readings(word[:at]) and readings(word[at:]))
    return two + one if two or one else _three(word)


def same_letters(one: str, other: str) -> bool:
    """Whether two given names are spelled the same, one of them with a hyphen at most: `Min-a` is not `Mi-na`."""
    if "-" in one and "-" in other:
        return one == other
    return one.replace("-", "") == other.replace("-", "")


def _three(word: str) -> tuple[tuple[str, ...], ...]:
    heads = (at for at in range(1, len(word)) if readings(word[:at]))
    return tuple((word[:at], *rest) for at in heads for rest in _two(word[at:]))


def _two(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut a word into exactly two syllables."""
    cuts = ((word[:at], word[at:]) for at in range(1, len(word)))
    return tuple(cut for cut in cuts if readings(cut[0]) and readings(cut[1]))
