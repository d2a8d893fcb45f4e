"""Names as Chinese ones: a family name of the table, one or two syllables, and perhaps an English given name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from hiatus.knowledge.names import hangul, tables
from hiatus.knowledge.names.features import Feature, score
from hiatus.knowledge.names.korean import family_feature, syllable_feature
from hiatus.knowledge.names.parse import Name
from hiatus.knowledge.names.parts import part_feature

LONGEST_SYLLABLE = 6
MOST_SYLLABLES = 2


class Chinese(NamedTuple):
    """One way to read a name as Chinese.

    Attributes:
        family: the family name as spelled.
        families: the family names, in simplified characters, that it can stand for.
        given: the Chinese given name as spelled; nothing where there is only an English one.
        cuts: the ways to cut that into syllables.
        english: the English given name, or nothing.
    """

    family: str
    families: frozenset[str]
    given: str
    cuts: tuple[tuple[str, ...], ...]
    english: str


def read(name: Name) -> tuple[Chinese, ...]:
    """The ways to read a name as Chinese; none if it cannot be one."""
    if name.script == "han":
        return tuple(_in_characters("".join(name.words).translate(tables.simplified())))
    if name.script != "latin" or not 2 <= len(name.words) <= 5:
        return ()
    return tuple(dict.fromkeys(_in_latin(name.words)))


def _in_characters(text: str) -> Iterator[Chinese]:
    size = 2 if len(text) > 2 and text[:2] in tables.chinese_families() else 1
    family, given = text[:size], text[size:]
    if given and family in tables.chinese_families():
        yield Chinese(family, tables.chinese_families()[family], given, (tuple(given),), "")


def _in_latin(words: tuple[str, ...]) -> Iterator[Chinese]:
    for english, family, rest in _orders(words):
        families = tables.chinese_families().get(family.replace("-", ""))
        if families is None:
            continue
        cuts = _cuts(rest)
        if cuts or (english and not rest):
            yield Chinese(family, families, "-".join(rest), cuts, english)


def _orders(words: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """English given name, family name, Chinese given name, in the orders that are in use."""
    yield "", words[0], words[1:]
    yield "", words[-1], words[:-1]
    if _is_english(words[0]):
        yield words[0], words[1], words[2:]
        yield words[0], words[-1], words[1:-1]
    if _is_english(words[-1]):
        yield words[-1], words[0], words[1:-1]


@lru_cache(maxsize=1 << 14)
def _is_english(word: str) -> bool:
    """Whether a word can be a given name beside a Chinese one: known, or of no Chinese or Korean syllables."""
    if word in tables.given_names():
        return True
    return "-" not in word and not _cuts((word,)) and not any(len(cut) <= 2 for cut in hangul.syllables(word))


@lru_cache(maxsize=1 << 14)
def _cuts(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The ways to cut words into one or two Chinese syllables."""
    parts = [part for word in words for part in word.split("-") if part]
    sounds = tables.chinese_sounds()
    if len(parts) == 1 and parts[0] in tables.given_names():
        return ()
    if len(parts) != 1:
        return (tuple(parts),) if len(parts) == MOST_SYLLABLES and all(part in sounds for part in parts) else ()
    word = parts[0]
    if len(word) > LONGEST_SYLLABLE * MOST_SYLLABLES:
        return ()
    one = ((word,),) if word in sounds else ()
    return one + tuple(
        (word[:at], word[at:]) for at in range(1, len(word)) if word[:at] in sounds and word[at:] in sounds
    )


def compare(ours: tuple[Chinese, ...], theirs: tuple[Chinese, ...]) -> list[Feature]:
    """What is found in the best of the ways to read both."""
    return max((_compare(one, other) for one in ours for other in theirs), key=score)


def _compare(one: Chinese, other: Chinese) -> list[Feature]:
    family = family_feature(one.family, one.families, other.family, other.families)
    if family.name == "family differs":
        return [family]
    return [family, *_english(one, other), *_given(one, other)]


def _english(one: Chinese, other: Chinese) -> list[Feature]:
    if one.english and other.english:
        part = part_feature(one.english, other.english)
        return [Feature("given equal", one.english) if part.name == "equal" else part]
    name = one.english or other.english
    return [Feature("English missing", name)] if name and one.given and other.given else []


def _given(one: Chinese, other: Chinese) -> list[Feature]:
    if not one.given and not other.given:
        return []
    if not one.given or not other.given:
        return [_one_given(one, other)]
    if hangul.same_letters(one.given, other.given):
        return [Feature("given equal", one.given)]
    pairs = [_by_syllable(ours, theirs) for ours in one.cuts for theirs in other.cuts if len(ours) == len(theirs)]
    return max(pairs, key=score, default=[Feature("given differs", one.given, other.given)])


def _one_given(one: Chinese, other: Chinese) -> Feature:
    """One name has a Chinese given name, the other has none: a further one if they share the English name."""
    if one.english and other.english:
        return Feature("English missing", one.given or other.given)
    return Feature("other tongue", one.english or other.english, one.given or other.given)


def _by_syllable(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[Feature]:
    return [syllable_feature(one, other, shared(one, other)) for one, other in zip(ours, theirs, strict=True)]


@lru_cache(maxsize=1 << 14)
def shared(one: str, other: str) -> float:
    """How usual it is that two spellings, or characters, are one syllable of Mandarin."""
    ours, theirs = (tables.chinese_sounds().get(spelling, {}) for spelling in (one, other))
    if len(one) == len(other) == 1 and not one.isascii() and not other.isascii():
        return float(one == other)
    return max((min(ours[sound], theirs[sound]) for sound in ours.keys() & theirs.keys()), default=0.0)
