"""Cyrillic, Greek and kana as Latin letters, in the way that names in the press are mostly written."""

from __future__ import annotations

import re
import unicodedata

_CYRILLIC = dict(
    zip(
        "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я і ї є ґ ў".split(),
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya i yi ye g u".replace(
            "-", "_"
        ).split(),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "α β γ δ ε ζ η θ ι κ λ μ ν ξ ο π ρ σ ς τ υ φ χ ψ ω ά έ ή ί ό ύ ώ ϊ ϋ".split(),
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o i y".split(),
        strict=True,
    )
)
_TABLE = {ord(char): latin.replace("_", "") for char, latin in (_CYRILLIC | _GREEK).items()}
_GREEK_PAIRS = (("ου", "ou"), ("ού", "ou"), ("γγ", "ng"), ("μπ", "b"), ("ντ", "nt"), ("γι", "gi"))

_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さ_すせそ", "z": "ざ_ずぜぞ",
    "t": "た__てと", "d": "だ__でど", "n": "なにぬねの", "h": "はひ_へほ", "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ", "m": "まみむめも", "y": "や_ゆ_よ", "r": "らりるれろ",
}  # fmt: skip
_KANA = {
    char: row + vowel for row, kana in _ROWS.items() for char, vowel in zip(kana, "aiueo", strict=True) if char != "_"
}
_KANA |= dict(
    zip("しじちぢつづふわをんゔ", ("shi", "ji", "chi", "ji", "tsu", "zu", "fu", "wa", "o", "n", "vu"), strict=True)
)
_SMALL = {"ゃ": "ya", "ゅ": "yu", "ょ": "yo", "ぁ": "a", "ぃ": "i", "ぅ": "u", "ぇ": "e", "ぉ": "o"}
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヷ"))}
_HAS_KANA = re.compile(r"[ぁ-ゖァ-ヶ]")
_HAS_GREEK = re.compile(r"[α-ώ]")


def to_latin(text: str) -> str:
    """The text with its Cyrillic, Greek and kana letters as Latin ones; other letters stay. Lower case in and out."""
    text = unicodedata.normalize("NFC", text)
    if _HAS_KANA.search(text):
        text = _kana(text.translate(_KATAKANA))
    if _HAS_GREEK.search(text):
        for pair, latin in _GREEK_PAIRS:
            text = text.replace(pair, latin)
    return text.translate(_TABLE)


def _kana(text: str) -> str:
    """Hepburn without marks: long vowels stay doubled, as they are written in kana."""
    latin = ""
    double = False
    for char in text:
        if char == "っ":
            double = True
        elif char in _SMALL and latin[-1:] in ("i", "u", "e", "o"):
            latin = _with_small(latin, _SMALL[char])
        elif char != "ー":
            sound = _KANA.get(char, char)
            latin += ("t" if sound.startswith("ch") else sound[:1]) * double + sound
            double = False
    return latin


def _with_small(latin: str, small: str) -> str:
    """`ki` and a small `ya` are `kya`; `shi` and a small `ya` are `sha`; `fu` and a small `a` are `fa`."""
    stem = latin[:-1]
    return stem + (small[-1] if stem.endswith(("sh", "ch", "j")) or len(small) == 1 else small)
