"""Days and months by the name of the month: `January 28, 2022`, `28th of Jan.`, `early March`, `last November`."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.calendar_words import FULL_MONTH, HOLIDAY, MONTH, WEEKDAY, holiday, month
from hiatus.reading.marks.mark import DateMark
from hiatus.reading.marks.years import ITS_YEAR, Setting

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

_MONTH = re.compile(rf"(?<!\w)(?P<month>{MONTH})(?P<its>{ITS_YEAR})?(?!\w)")
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[:.,]\d|%|\s?(?:million|billion|crore|lakh|[ap]\.?m)\b)"
_RANGE = r"\s?(?:[-–—]|to|through|and|&)\s?"
_DAY_AFTER = re.compile(rf"\.?\s(?:the\s)?(?P<day>{_DAY})(?:{_RANGE}{_DAY})?{ITS_YEAR}?")
_DAY_BEFORE = re.compile(rf"(?<![\w.,$£€#:/-])(?:the\s)?(?P<day>{_DAY})(?:{_RANGE}{_DAY})?\s(?:of\s)?$")
_NUMBERED = re.compile(
    r"\b(?:Season|Series|Part|Episode|Volume|Chapter|No\.?|Top|Channel|Week|Day|Phase)\s$", re.IGNORECASE
)
_WEEKDAY_BEFORE = re.compile(rf"(?<!\w){WEEKDAY},?\s(?:the\s)?$")
_PART_BEFORE = re.compile(
    r"(?<!\w)(?:(?:the\s)?(?:end|beginning|start|middle)\sof\s|early[\s-]|late[\s-]|mid[\s-])$", re.IGNORECASE
)
_WHICH_BEFORE = re.compile(r"\b(?P<which>last|next|this|this\scoming|this\spast|past)\s$", re.IGNORECASE)
_REACH = 32
_CLEAR = (2, 7, 9, 10, 11, 12)  # no words, and hardly ever names of people
_FULL = re.compile(FULL_MONTH)
_BEFORE_ALONE = re.compile(
    r"(?:\b(?:in|by|since|until|till|from|of|to|through|before|after|during|for|between|and|or|around|about|also|every|"
    r"early|late|mid|last|next|this|come|is|moved|into|starting|beginning|another)\s|[-–—:(,/]\s?|\n)$",
    re.IGNORECASE,
)
_AFTER_ALONE = re.compile(
    r"[’']s\s[a-z]|\s(?:release|premiere|debut|launch|return|start|bow|date|opening|finale|slot)\b"
)
_NAME_AFTER = re.compile(r"\s[A-Z]\w*[a-z]")
_HOLIDAY = re.compile(rf"\b(?P<holiday>{HOLIDAY})\b{ITS_YEAR}?")
_CHRISTMAS = re.compile(
    r"\b(?:by|at|this|for|before|until|over|in\stime\sfor)\s(?P<holiday>Christmas)\b"
    rf"(?!\s(?:[A-Z]|specials?|films?|movies?|episodes?)){ITS_YEAR}?"
)


def find(setting: Setting) -> Iterator[DateMark]:
    """The days and months that a text names; not in order."""
    for match in _MONTH.finditer(setting.text):
        yield from _read(setting, match)
    if any(word in setting.text for word in ("Christmas", "New Year", "Valentine", "Boxing", "Halloween")):
        yield from _holidays(setting)


def _holidays(setting: Setting) -> Iterator[DateMark]:
    for match in (*_HOLIDAY.finditer(setting.text), *_CHRISTMAS.finditer(setting.text)):
        number, day = (12, None) if match["holiday"] == "Christmas" else holiday(match["holiday"])
        yield from _dated(setting, match, match.start(), number, day)


def _read(setting: Setting, match: re.Match[str]) -> Iterator[DateMark]:
    number = month(match["month"])
    after = _DAY_AFTER.match(setting.text, match.end("month"))
    before = setting.text[max(0, match.start() - _REACH) : match.start()]
    if after:
        start = match.start() - _length(_WEEKDAY_BEFORE, before)
        yield from _dated(setting, after, start, number, _day(after))
    elif (day := _DAY_BEFORE.search(before)) and not _NUMBERED.search(before[: day.start()]):
        start = match.start() - len(day.group()) - _length(_WEEKDAY_BEFORE, before[: day.start()])
        yield from _dated(setting, match, start, number, _day(day))
    elif match["its"]:
        yield from _dated(setting, match, match.start() - _length(_PART_BEFORE, before), number)
    elif _FULL.fullmatch(match["month"]):
        yield from _alone(setting, match, before)


def _day(match: re.Match[str]) -> int:
    return int(match["day"].rstrip("stndrh"))


def _length(pattern: re.Pattern[str], before: str) -> int:
    found = pattern.search(before)
    return len(found.group()) if found else 0


def _dated(
    setting: Setting, match: re.Match[str], start: int, number: int, day: int | None = None
) -> Iterator[DateMark]:
    try:
        year = setting.year(match, number, day)
    except LookupError:
        return
    if day is None or day <= _longest(number, year):
        written = "XXXX" if year is None else str(year)
        yield DateMark(start, match.end(), f"{written}-{number:02}" + ("" if day is None else f"-{day:02}"))


def _longest(number: int, year: int | None) -> int:
    """How many days a month has, in a leap year where the year is unknown."""
    return calendar.monthrange(year or 2024, number)[1]


def _alone(setting: Setting, match: re.Match[str], before: str) -> Iterator[DateMark]:
    """A month with neither day nor year behind it, where it is surely no person, verb or march."""
    number, after = month(match["month"]), setting.text[match.end() : match.end() + 20]
    which = _WHICH_BEFORE.search(before)
    if which and setting.published:
        edtf = _which(which["which"], number, setting.published)
        yield DateMark(match.start() - len(which.group()), match.end(), edtf)
    elif (
        number in _CLEAR or _AFTER_ALONE.match(after) or (_BEFORE_ALONE.search(before) and not _NAME_AFTER.match(after))
    ):
        yield from _dated(setting, match, match.start() - _length(_PART_BEFORE, before), number)


def _which(which: str, number: int, published: dt.date) -> str:
    """`Last November` is the latest that is over, `next June` the first to come."""
    year, now = published.year, published.month
    if which.casefold() in ("last", "past", "this past"):
        return f"{year if number < now else year - 1}-{number:02}"
    if which.casefold() == "this":
        return f"{year}-{number:02}"
    return f"{year if number > now else year + 1}-{number:02}"
