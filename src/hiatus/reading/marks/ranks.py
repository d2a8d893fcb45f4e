"""Places in a chart: `No. 1`, `#3`, `second biggest`, `third place`, `came in fourth`, `topped the chart`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.numerals import CARDINAL, ORDINAL, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    rf"(?<![\w&])(?:(?:(?:No|NO|Nos|Nr)\.?\s?|№\s?|#\s?|(?i:number)[\s-])(?P<n>\d{{1,3}})(?![\d,.]\d|\w)|"
    rf"(?i:number)[\s-](?P<word>(?i:{CARDINAL}))\b)"
)
_BEST = re.compile(
    rf"(?<![\w-])(?P<n>{ORDINAL})[\s-](?:(?:most|biggest|highest|largest|best|top|strongest|widest|lowest|greatest|longest|fastest)"
    r"(?=[\s-])|(?:place|spot|position|slot|rank)\b)"
)
_ORDINAL = re.compile(rf"(?<![\w-])(?P<n>{ORDINAL})(?!\w)")
_BEFORE_ORDINAL = re.compile(
    r"\b(?:(?:came?|comes|coming|finish\w*|rank\w*|plac(?:ed?|es|ing)|was|were|is|slid|slipp?ed|fell|falls|dropp?ed|rose|climb\w*|"
    r"tumbl\w*|debut\w*|open\w*|land\w*|held|stay\w*|sits?|sat|good|moved|hit|took|strong|it|program\w*)\s"
    r"(?:(?:in|at|to|for|only|just|up|down)\s){0,2}|(?:in|at|to)\s)(?:an?\s(?:distant|close|strong|solid)\s)?$|,\s$",
    re.IGNORECASE,
)
_AFTER_ORDINAL = re.compile(
    r"\s?[.,;:)\n]|$|\s(?:with|on|for|among|behind|in|at|as|and|was|were|is|came|went|after|overall|worldwide|globally|"
    r"place|followed)\b"
)
_FIRST = re.compile(
    r"\b(?:top\s(?:spot|place|position|slot|of\s(?:the|its|a)\s(?:[\w’'-]+\s){0,3}(?:charts?|list|rankings?|box\soffice|ratings|table))|"
    r"(?:topp?(?:ed|ing|s)|led|leads|leading)\s(?:the|its|a|every|all|in)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:charts?|lists?|rankings?|box\soffice|ratings|night|week|weekend|Top\s10s?|countries|markets|days)|"
    r"pole\sposition|chart-topp(?:er|ing)|first-place)\b"
)
_OF_RANKINGS = ("top 10", "top 20", "top 5", "top ten", "top-10", "rank", "chart", "box office", "ratings", "viewers",
                "admissions", "most watched", "most-watched", "highest-grossing", "no. 1")  # fmt: skip
_NUMBERING = re.compile(r"^[^\w\n]{0,3}(?P<n>\d{1,3})[.)]\s(?=\S)", re.MULTILINE)
_LOWEST = 500


def find(text: str) -> Iterator[tuple[int, int, int]]:
    """The places in a chart that a text states, as start, end and place; not in order."""
    lower = lowered(text)
    by_number = _NUMBER.finditer(text) if "no" in lower or "#" in text or "number" in lower else ()
    for match in (*by_number, *_BEST.finditer(lower)):
        yield from _placed(match)
    for match in _FIRST.finditer(text):
        yield match.start(), match.end(), 1
    if any(word in lower for word in _OF_RANKINGS):
        yield from _ordinals(text, lower)
        for match in _NUMBERING.finditer(text):
            yield from _placed(match)


def _ordinals(text: str, lower: str) -> Iterator[tuple[int, int, int]]:
    """`Came in second`, `Third was …`: an ordinal with no noun behind it, in a text on charts."""
    for match in _ORDINAL.finditer(lower):
        before = text[max(0, match.start() - 36) : match.start()]
        begins = text[match.start()].isupper()
        if (begins or _BEFORE_ORDINAL.search(before)) and _AFTER_ORDINAL.match(text, match.end()):
            yield from _placed(match)


def _placed(match: re.Match[str]) -> Iterator[tuple[int, int, int]]:
    place = number(match["n"] or match["word"] if match.re is _NUMBER else match["n"])
    if place is not None and 1 <= place <= _LOWEST:
        end = match.end("n") if match.re is _NUMBERING else match.end()
        yield match.start("n") if match.re is _NUMBERING else match.start(), end, place
