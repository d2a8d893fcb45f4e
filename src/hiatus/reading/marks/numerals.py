"""Numbers as words and figures, cardinal and ordinal, as the rules read them."""

from __future__ import annotations

_UNITS = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"), ("five", "fifth"), ("six", "sixth"),
    ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"), ("ten", "tenth"), ("eleven", "eleventh"),
    ("twelve", "twelfth"), ("thirteen", "thirteenth"), ("fourteen", "fourteenth"), ("fifteen", "fifteenth"),
    ("sixteen", "sixteenth"), ("seventeen", "seventeenth"), ("eighteen", "eighteenth"), ("nineteen", "nineteenth"),
)  # fmt: skip
_TENS = (
    ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"), ("fifty", "fiftieth"),
    ("sixty", "sixtieth"), ("seventy", "seventieth"), ("eighty", "eightieth"), ("ninety", "ninetieth"),
)  # fmt: skip
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")

CARDINALS = {cardinal: value for value, (cardinal, _) in enumerate(_UNITS, 1)}
ORDINALS = {ordinal: value for value, (_, ordinal) in enumerate(_UNITS, 1)}
for _index, (_cardinal, _ordinal) in enumerate(_TENS):
    _ten = 20 + 10 * _index
    CARDINALS[_cardinal], ORDINALS[_ordinal] = _ten, _ten
    for _value, (_unit, _unit_ordinal) in enumerate(_UNITS[:9], 1):
        CARDINALS[f"{_cardinal}-{_unit}"] = _ten + _value
        ORDINALS[f"{_cardinal}-{_unit_ordinal}"] = _ten + _value
ROMANS = {numeral: value for value, numeral in enumerate(_ROMAN, 1)}


def _alternatives(words: list[str]) -> str:
    """One pattern for many words, grouped by first letter so that most places in a text are passed by quickly."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(word[1:])
    return "(?:" + "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items())) + ")"


def _units_and_tens(units: dict[str, int], tens: list[str]) -> str:
    plain = _alternatives([word for word in units if "-" not in word])
    joined = _alternatives([word for word, value in units.items() if value < 10])
    return rf"(?:{_alternatives(tens)}[- ]{joined}|{plain})"


CARDINAL = _units_and_tens(CARDINALS, [cardinal for cardinal, _ in _TENS])
"""Pattern of a cardinal number in words, up to ninety-nine; to be used without regard to case."""

ORDINAL = rf"(?:{_units_and_tens(ORDINALS, [cardinal for cardinal, _ in _TENS])}|\d{{1,3}}(?:st|nd|rd|th))"
"""Pattern of an ordinal number, in words or figures; to be used without regard to case."""


def number(text: str) -> int | None:
    """The value of a cardinal or ordinal number up to ninety-nine in words, or of any in figures; None if it is none.

    A Roman numeral up to X in capitals is one too.
    """
    if text in ROMANS:
        return ROMANS[text]
    word = text.casefold().replace(" ", "-")
    digits = word.rstrip("stndrh") if word[:1].isdigit() else word
    if digits.isascii() and digits.isdigit():
        return int(digits) if len(digits) <= 9 else None
    return CARDINALS.get(word, ORDINALS.get(word))
