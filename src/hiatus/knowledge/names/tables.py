"""The reference tables of names, each read once from the files in `data/`, which say what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

Spellings = Mapping[str, frozenset[str]]


def rows(file: str) -> Iterator[list[str]]:
    """The rows of a table, without its comments."""
    text = (files(__package__) / "data" / file).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind about a name: `particle`, `honorific`, `suffix`, `vietnamese`."""
    return frozenset(next(row[1] for row in rows("words.tsv") if row[0] == kind).split())


@cache
def spoken_letters() -> Mapping[str, str]:
    """How the names of letters are spelled: `kay` → `k`."""
    pairs = (word.partition(":") for word in words("letter"))
    return {word: letter for word, _, letter in pairs}


@cache
def korean_families() -> Spellings:
    """Spelling → the Korean family names, in Hangul, that it can stand for."""
    return _inverted((hangul, [hangul, *spellings.split()]) for hangul, spellings in rows("korean_families.tsv"))


@cache
def chinese_families() -> Spellings:
    """Spelling → the Chinese family names, in simplified characters, that it can stand for; characters too."""
    table = ((forms.split(), spellings.split()) for forms, spellings in rows("chinese_families.tsv"))
    return _inverted((forms[0], forms + spellings) for forms, spellings in table)


@cache
def chinese_sounds() -> Mapping[str, Mapping[str, float]]:
    """Syllable or character → the Mandarin syllables that it can stand for, each with how usual that is."""
    sounds: dict[str, dict[str, float]] = {}
    for pinyin, wade_giles in rows("mandarin.tsv"):
        sounds.setdefault(pinyin, {})[pinyin] = 1.0
        for spelling in wade_giles.split():
            sounds.setdefault(spelling, {}).setdefault(pinyin, 0.9)
    for characters, pinyin, cantonese in rows("han_given.tsv"):
        for character in characters.split():
            sounds.setdefault(character, {})[pinyin] = 1.0
        for spelling in cantonese.split():
            sounds.setdefault(spelling, {}).setdefault(pinyin, 0.8)
    return sounds


@cache
def simplified() -> Mapping[int, str]:
    """Traditional character → simplified, for the characters in the tables; for `str.translate`."""
    forms = [row[0].split() for file in ("chinese_families.tsv", "han_given.tsv") for row in rows(file)]
    return {ord(other): first[at] for first, *others in forms for whole in others for at, other in enumerate(whole)}


@cache
def spelled_alike() -> Mapping[str, str]:
    """Given name → the name that it is a spelling of."""
    return {word: row[0] for row in _given_names() for word in (row[0], *row[1].split())}


@cache
def short_forms() -> Spellings:
    """Given name → the short and pet forms of it, and of the name that it is a spelling of."""
    heads = {row[0]: frozenset(row[2].split()) for row in _given_names()}
    return {word: heads[head] for word, head in spelled_alike().items()}


@cache
def given_names() -> frozenset[str]:
    """The given names that are known, short forms among them."""
    return frozenset(spelled_alike()).union(*short_forms().values())


@cache
def translated() -> Spellings:
    """Given name → the names that it is in other languages."""
    groups = [row[0].split() for row in rows("translated.tsv")]
    return _inverted((name, group) for group in groups for name in group)


@cache
def families() -> frozenset[str]:
    """European and Anglophone family names, those above all that lie close to another."""
    return frozenset(word for row in rows("families.txt") for word in row[0].split())


def _given_names() -> list[list[str]]:
    return [[*row, "", ""][:3] for row in rows("given_names.tsv")]


def _inverted(table: Iterator[tuple[str, list[str]]]) -> Spellings:
    result: dict[str, set[str]] = {}
    for name, spellings in table:
        for spelling in spellings:
            result.setdefault(spelling, set()).add(name)
    return {spelling: frozenset(names) for spelling, names in result.items()}
