"""Seasons that are named: `Season 2`, `S02E03`, `the sophomore run`, `series two`, `its third and final season`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks import nth_seasons, numbered_titles
from hiatus.reading.marks.mark import SeasonMark
from hiatus.reading.marks.numerals import CARDINAL, number
from hiatus.reading.marks.overlaps import without_overlaps

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = rf"(?:\d{{1,2}}(?![\d%]|[.,]\d)|{CARDINAL}\b|(?-i:(?:VIII|VII|VI|V|IV|IX|X|III|II|I)\b))"
_LINK = r"\s?(?:,\s?(?:and\s|&\s?)?|and\s|&\s?|/\s?|or\s|plus\s)"
_RANGE = r"\s?(?:[-–—]|through|thru|to)\s?"
_NAMED = re.compile(
    rf"(?<![\w-])(?:seasons?|(?<!world\s)series)[\s-](?:no\.\s?|number\s|#)?(?P<first>{_NUMBER})"
    rf"(?P<more>(?:(?:{_LINK}|{_RANGE})(?:seasons?\s)?{_NUMBER}){{0,7}})",
    re.IGNORECASE,
)
_MORE = re.compile(rf"(?P<link>{_LINK}|{_RANGE})(?:seasons?\s)?(?P<n>{_NUMBER})", re.IGNORECASE)
_LENGTH_OF_TIME = re.compile(
    r"[\s-](?:years?|months?|weeks?|days?|decades?|hours?|minutes?|million|billion|thousand|hundred|times|people|"
    r"countries|stars|and\sa\shalf|in\sa\srow)\b",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"[Ss](?<![\w-][Ss])(?<!Galaxy S)(?:(?<=S)(?P<n>\d{1,2})(?:\s?[EeX:]\d{1,3})?|(?P<m>\d{1,2})[Ee]\d{1,3})\b"
)
_OF_A_SERIES = re.compile(r"(?:[Ss]eason|[Ss]eries|[Ee]pisode)s?\b")
_PART = re.compile(
    r"(?<![\w-])(?:Part|part|PART|Volume|VOLUME|Vol\.|Book|BOOK|Chapter|CHAPTER|Cour|[Rr]ound)\s"
    rf"(?P<n>(?i:{_NUMBER}))(?!\sof\b)"
)
_IN_A_TITLE = re.compile(r"[:–—]\s*$|-\s$")
_OF_A_SEASON = re.compile(r"(?:seasons?|series)\s\w+,?\s?(?:[-–—(:]\s?)?$|\bS\d{1,2},?\s?$", re.IGNORECASE)


def find(text: str) -> list[SeasonMark]:
    """The seasons that a text names, in order of place.

    A list or range of seasons gives a mark each, on distinct stretches. "This season", and seasons of sport, of
    awards or of the year give none.
    """
    found = [*_named(text), *nth_seasons.find(text), *_codes(text), *numbered_titles.find(text)]
    if _OF_A_SERIES.search(text):
        found += _parts(text)
    return without_overlaps(found)


def _named(text: str) -> Iterator[SeasonMark]:
    for match in _NAMED.finditer(text):
        value = number(match["first"])
        if value is None or (not match["more"] and _LENGTH_OF_TIME.match(text, match.end())):
            continue
        yield SeasonMark(match.start(), match.end("first"), value)
        yield from _further(match, value)


def _further(match: re.Match[str], value: int) -> Iterator[SeasonMark]:
    for more in _MORE.finditer(match.string, *match.span("more")):
        next_value = number(more["n"]) or 0
        if more["link"].strip().casefold() in ("-", "–", "—", "through", "thru", "to"):
            yield from _skipped(more, range(value + 1, next_value))
        yield SeasonMark(more.start("n"), more.end("n"), next_value)
        value = next_value


def _skipped(more: re.Match[str], values: range) -> Iterator[SeasonMark]:
    """The seasons that a range passes over share its linking word, a character or more each."""
    start, end = more.span("link")
    if len(values) <= end - start:
        for offset, value in enumerate(values):
            last = end if offset == len(values) - 1 else start + offset + 1
            yield SeasonMark(start + offset, last, value)


def _codes(text: str) -> Iterator[SeasonMark]:
    for match in _CODE.finditer(text):
        yield SeasonMark(match.start(), match.end(), int(match["n"] or match["m"]))


def _parts(text: str) -> Iterator[SeasonMark]:
    """Parts, volumes, books and chapters that stand for seasons: not in a title, and not those of a season."""
    for match in _PART.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()]
        if not _IN_A_TITLE.search(before) and not _OF_A_SEASON.search(before):
            yield SeasonMark(match.start(), match.end(), number(match["n"]))
