"""Large numbers and sums, in figures and words: `12.4 million`, `5,014,229`, `Rs 515.03 crore`, `half a billion`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.numerals import CARDINAL, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCALES = {
    "k": 1e3, "thousand": 1e3, "lakh": 1e5, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "million": 1e6, "crore": 1e7,
    "cr": 1e7, "b": 1e9, "bn": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12, "hundred": 1e2,
}  # fmt: skip
_SCALE = (
    r"(?:[\s-]?(?:thousand|millions?|billions?|trillion|crores?|lakhs?|mln|mil|mn|bn|tn|cr)(?![\w’'])|"
    r"[kmbKMB](?![\w’'-]))"
)
_PLAIN = r"(?:\d{1,3}(?:,\d{2,3}){1,6}(?:\.\d{1,4})?|\d{1,15}(?:\.\d{1,4})?)"
_CODES = (
    r"USD|INR|KRW|EUR|GBP|CNY|RMB|JPY|AUD|CAD|PHP|Php|NGN|THB|TRY|PLN|SEK|NOK|DKK|HKD|TWD|IDR|MYR|SGD|Rs\.?|Rp\.?|RM"
)
_FIGURE = re.compile(rf"(?P<n>{_PLAIN})(?!,?\d)\+?(?P<scale>{_SCALE})?")
_PART_OF_ANOTHER = re.compile(r"(?:[\w.,:/-]|\d[’'])$")
_CURRENCY_BEFORE = re.compile(rf"(?:(?:\b[A-Z][A-Za-z]{{0,2}}\s?)?[$£€¥₩₹₦₱₽฿]|\b(?:{_CODES}))\s?$")
_RANGE_AFTER = re.compile(rf"(?:[-–—]|\s(?:to|or)\s)[$£€¥₩₹₦]?{_PLAIN}(?P<scale>{_SCALE})")
_IN_WORDS = re.compile(r"(?<![\w.])(?P<scale>hundred\s(?:thousand|million)|thousand|million|billion|crore|lakh)s?\b")
_WORDS_BEFORE = re.compile(
    rf"(?<![\w.,-])(?:(?P<half>half\sa)|(?P<quarter>(?P<quarters>a|one|three)[\s-]quarters?\sof\sa)|"
    rf"(?P<n>an?|the|{CARDINAL})(?P<and_half>\sand\sa\shalf)?(?P<hundred>\shundred)?)[\s-]$",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"\s(?:mark|mile|barrier|threshold|milestone)")
_REACH = 28


@dataclass(frozen=True, slots=True)
class Figure:
    """A number where it stands, its currency included.

    Attributes:
        large: whether it is written as large numbers are: with a scale word, commas, or five digits.
    """

    start: int
    end: int
    value: float
    currency: bool
    large: bool


def find(text: str) -> Iterator[Figure]:
    """The numbers in figures, and large ones in words; not in order."""
    for match in _FIGURE.finditer(text):
        yield from _in_figures(text, match)
    lower = lowered(text)
    for match in (
        _IN_WORDS.finditer(lower) if any(word in lower for word in ("illion", "thousand", "crore", "lakh")) else ()
    ):
        before = _WORDS_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()])
        if before and (before["n"] or "").casefold() == "the" and not _MARK_AFTER.match(text, match.end()):
            continue  # "the million mark" is one, "the millions" are not
        if before:
            start = match.start() - len(before.group())
            yield Figure(start, match.end(), _words(before) * _scale(match["scale"]), False, True)


def _in_figures(text: str, match: re.Match[str]) -> Iterator[Figure]:
    start, written, scale = match.start(), match["n"], match["scale"]
    before = text[max(0, start - 8) : start]
    currency = _CURRENCY_BEFORE.search(before)
    if currency is None and _PART_OF_ANOTHER.search(before):
        return
    if scale is None and (borrowed := _RANGE_AFTER.match(text, match.end())):
        scale = borrowed["scale"]  # "$10-12 million"
    start -= len(currency.group()) if currency else 0
    large = scale is not None or "," in written or len(written.partition(".")[0]) >= 5
    yield Figure(start, match.end(), float(written.replace(",", "")) * _scale(scale), currency is not None, large)


def _scale(word: str | None) -> float:
    if word is None:
        return 1
    parts = word.casefold().strip("- ").split()
    return _SCALES.get(parts[-1], 0) * (100 if len(parts) > 1 else 1) or _SCALES[parts[-1].rstrip("s")]


def _words(match: re.Match[str]) -> float:
    if match["half"]:
        return 0.5
    if match["quarter"]:
        return 0.75 if match["quarters"].casefold() == "three" else 0.25
    value = float(number(match["n"]) or 1) + (0.5 if match["and_half"] else 0)
    return value * (100 if match["hundred"] else 1)
