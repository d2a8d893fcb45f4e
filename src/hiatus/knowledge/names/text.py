"""Names as letters: cleaned, told apart by script, and folded to plain Latin letters."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from hiatus.knowledge.names.transliterate import to_latin

Script = Literal["latin", "hangul", "han", "other"]

LONGEST = 120
"""Characters of a name: nobody's is longer, and what is no name must not cost time."""

_NOT_WRITTEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]+")
_NOT_LETTERS = re.compile(r"[^\w-]|[\d_]")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´ʻ")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ŏ": "eo", "ŭ": "eu",
    "ħ": "h", "ŋ": "ng", "ə": "a",
})  # fmt: skip
_HANGUL = re.compile(r"[가-힣]")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile(r"[a-z]")


def clean(text: str) -> str:
    """The name without what is not written, its spaces and dashes plain; nothing where it is longer than a name."""
    text = _NOT_WRITTEN.sub(" ", text[: LONGEST * 4])
    text = unicodedata.normalize("NFKC", text).translate(_DASHES) if not text.isascii() else text
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else ""


def script(text: str) -> Script:
    """What a cleaned name is written in; kana, Cyrillic and Greek count as Latin, which they become when folded."""
    if text.isascii():
        return "latin" if _LATIN.search(text.lower()) else "other"
    if _HANGUL.search(text):
        return "hangul"
    if _HAN.search(text):
        return "han"
    return "latin" if _LATIN.search(fold(text)) else "other"


def fold(text: str) -> str:
    """Lower case, Latin letters without marks, no apostrophes; what is no letter or hyphen becomes a space."""
    text = text.lower().translate(_APOSTROPHES)
    if not text.isascii():
        text = unicodedata.normalize("NFD", to_latin(text.translate(_LETTERS)))
        text = "".join(char for char in text if not unicodedata.combining(char)).translate(_LETTERS)
        text = unicodedata.normalize("NFC", text)
    return _NOT_LETTERS.sub(" ", text)
