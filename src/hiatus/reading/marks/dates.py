"""Dates of every form, as EDTF (ISO 8601-2): `January 28, 2022`, `28.1.2022`, `summer 2025`, `Q3`, `this Friday`."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from hiatus.reading.marks import months, relative_dates, year_parts
from hiatus.reading.marks.calendar_words import WEEKDAY
from hiatus.reading.marks.mark import DateMark
from hiatus.reading.marks.overlaps import without_overlaps
from hiatus.reading.marks.years import Setting, nearest_year, tense

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAYBE_FIGURES = re.compile(r"\d[-./]\d")
_ISO = re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<s>[-./])(?P<month>\d\d?)(?P=s)(?P<day>\d\d?)(?![\w/-])")
_FIGURES = re.compile(
    r"(?<![\w./-])(?P<a>\d\d?)(?P<s>[./-])(?P<b>\d\d?)(?P=s)(?P<year>(?:19|20)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_SLASH = re.compile(r"(?<![\w./-])(?P<a>\d\d?)/(?P<b>\d\d?)(?![\w/-])")
_BEFORE_SLASH = re.compile(
    rf"(?:\b(?:on|from|until|by|starting|since|premieres|{WEEKDAY},?)\s|\(|^|\n)$", re.IGNORECASE
)
_ISO_MONTH = re.compile(r"(?<![\w./-])(?P<year>(?:19|20)(?P<yy>\d\d))-(?P<month>0[1-9]|1[0-2])(?![\w/-])")


def find(text: str, published: dt.date | None) -> list[DateMark]:
    """The dates in a text, in order of place.

    Args:
        text: the article's.
        published: its date, from which relative dates and years left out are worked out. Without one a relative date
            gives no mark, and a day, month or season without a year is `XXXX-10-05`, `XXXX-10`, `XXXX-23`.
    """
    setting = Setting(text, published)
    found = [*months.find(setting), *year_parts.find(setting), *relative_dates.find(setting)]
    if _MAYBE_FIGURES.search(text):
        found += [*_figures(text), *_slashes(text, setting.published)]
    return without_overlaps(found)


def _figures(text: str) -> Iterator[DateMark]:
    for match in _ISO.finditer(text):
        yield from _day(match.span(), int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _FIGURES.finditer(text):
        year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
        day_first = match["s"] != "/" or int(match["a"]) > 12
        month, day = (match["b"], match["a"]) if day_first else (match["a"], match["b"])
        yield from _day(match.span(), year, int(month), int(day))
    for match in _ISO_MONTH.finditer(text):
        if int(match["month"]) != int(match["yy"]) + 1:  # 2008-09 is a pair of years
            yield DateMark(*match.span(), match.group())


def _slashes(text: str, published: dt.date | None) -> Iterator[DateMark]:
    """`On 4/12`: the month first, as in the United States, unless it cannot be."""
    for match in _SLASH.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        month, day = (a, b) if a <= 12 else (b, a)
        of_a_date = _BEFORE_SLASH.search(text[max(0, match.start() - 12) : match.start()])
        if not of_a_date or match.group() in ("9/11", "24/7") or not (1 <= month <= 12 and 1 <= day <= 31):
            continue
        if published is None:
            yield DateMark(*match.span(), f"XXXX-{month:02}-{day:02}")
        else:
            year = nearest_year(month, day, published, tense(text, *match.span()))
            yield from _day(match.span(), year, month, day)


def _day(span: tuple[int, int], year: int, month: int, day: int) -> Iterator[DateMark]:
    """The mark of a day, none if there is no such day."""
    try:
        yield DateMark(*span, dt.date(year, month, day).isoformat())
    except ValueError:
        return
