"""A personal name taken apart: its words, initials, suffix, nickname, and other names given in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from hiatus.knowledge.names import tables
from hiatus.knowledge.names.text import Script, clean, fold, script

MOST_WORDS = 8
_SUFFIXES = {"junior": "jr", "senior": "sr"}
_NUMBERED = frozenset("jr sr junior senior ii iii iv v".split())
_QUOTED = re.compile(r"""(?<!\w)["“”„«'‘’]([^"“”«»]{1,40}?)["“”»'’](?!\w)""")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_DOTTED = re.compile(r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?\.?")
_VOWEL = re.compile(r"[AEIOUY]")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name as written, and what it holds.

    Attributes:
        text: the name, cleaned.
        words: its words, folded, in the order of speech (`Lee, Ang` is `ang lee`); an initial is one letter, hyphens
            stay; Hangul and Chinese characters stay as they are.
        script: what it is written in.
        suffix: `jr`, `sr`, `ii`, `iii`, `iv`, `v`, or nothing.
        nickname: one word in quotation marks or brackets, folded, or nothing.
        alias: another whole name in brackets, or nothing.
    """

    text: str
    words: tuple[str, ...]
    script: Script
    suffix: str = ""
    nickname: str = ""
    alias: str = ""

    @property
    def initials(self) -> tuple[str, ...]:
        """The words that are single letters."""
        return tuple(word for word in self.words if len(word) == 1 and word.isascii())


def parse(text: str) -> Name:
    """Take a name apart. What is no name gives no words; nothing is refused."""
    whole = clean(text)
    unbracketed, aside = _without(_BRACKETED, whole)
    bare, quoted = _without(_QUOTED, unbracketed)
    words, suffix = _spoken(bare)
    if not aside and not quoted:
        return Name(whole, words, script(bare), suffix)
    alone = " " not in aside and script(aside) == "latin"
    nickname = quoted or (aside if alone else "")
    nickname = "" if " " in nickname else fold(nickname).strip()
    return Name(whole, words, script(bare), suffix, nickname, "" if alone else aside)


def _without(aside: re.Pattern[str], text: str) -> tuple[str, str]:
    """The name without what stands in brackets or quotation marks, and that; all of it where little is left."""
    match = aside.search(text)
    bare = " ".join(aside.sub(" ", text).split()) if match else text
    if match is None or (" " not in bare and script(bare) == "latin"):
        return text, ""
    return bare, match[1].strip()


def _spoken(bare: str) -> tuple[tuple[str, ...], str]:
    """The words in the order of speech, and the suffix."""
    ordered, suffix = _in_order_of_speech(bare)
    shouted = bare.isupper()
    words = [word for raw in ordered.split() for word in _words(raw, shouted)][: MOST_WORDS * 2]
    words, suffix = _without_titles(words, suffix)
    return tuple(words[:MOST_WORDS]), suffix


def _in_order_of_speech(text: str) -> tuple[str, str]:
    """`Connick Jr., Harry` is `Harry Connick`, Jr."""
    if "," not in text:
        return text, ""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    suffix = next((fold(part).strip() for part in parts if _is_suffix(part)), "")
    parts = [part for part in parts if not _is_suffix(part)]
    return " ".join(parts[1:] + parts[:1]), _SUFFIXES.get(suffix, suffix)


def _is_suffix(part: str) -> bool:
    return fold(part).strip() in tables.words("suffix")


@lru_cache(maxsize=1 << 15)
def _words(raw: str, shouted: bool) -> tuple[str, ...]:
    """A word folded; several initials written as one word become as many words."""
    folded = fold(raw)
    if _DOTTED.fullmatch(raw) or (not shouted and _is_initials(raw)):
        return tuple(letter for letter in folded if letter.isalpha())
    return tuple(word.strip("-") for word in folded.split() if word.strip("-"))


def _is_initials(raw: str) -> bool:
    """`SS`, `JQ` or `AR`, but not the family names `NG` and `LEE` in capitals."""
    if not 2 <= len(raw) <= 3 or not (raw.isascii() and raw.isupper() and raw.isalpha()):
        return False
    word = raw.lower()
    if any(word in known for known in (tables.words("suffix"), tables.korean_families(), tables.chinese_families())):
        return False
    return len(raw) == 2 or not _VOWEL.search(raw)


def _without_titles(words: list[str], suffix: str) -> tuple[list[str], str]:
    """The words without Dr. before and Jr. after, as long as a name is left."""
    honorifics, suffixes = tables.words("honorific"), tables.words("suffix")
    while len(words) > 1 and words[0] in honorifics:
        words = words[1:]
    while len(words) > 2 and words[-1] in suffixes:
        suffix = suffix or _SUFFIXES.get(words[-1], words[-1])
        words = words[:-1]
    return _suffix_inside(words, suffix if suffix in _NUMBERED or not suffix else "")


def _suffix_inside(words: list[str], suffix: str) -> tuple[list[str], str]:
    """`Connick Jr., Harry` has its suffix in the middle once it is in the order of speech."""
    for word in words[1:]:
        if word in ("jr", "sr") and len(words) > 2:
            return [other for other in words if other != word], word
    return words, suffix
