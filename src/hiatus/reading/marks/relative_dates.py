"""Dates by their distance from the article's: `tonight`, `this Friday`, `last month`, `later this year`."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.calendar_words import FULL_WEEKDAY, weekday
from hiatus.reading.marks.mark import DateMark
from hiatus.reading.marks.numerals import CARDINAL, number
from hiatus.reading.marks.years import Setting, tense

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = re.compile(
    r"(?<![\w-])(?:(?P<today>today|tonight|this\s(?:morning|afternoon|evening))|"
    r"(?P<tomorrow>tomorrow(?:\s(?:night|morning|evening))?)|"
    r"(?P<yesterday>yesterday(?:\s(?:night|morning|evening|afternoon))?|last\snight))(?![\w-])"
)
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:\n”\"“(–—*-])\s*$")
_SHIFTS = {"today": 0, "tomorrow": 1, "yesterday": -1}
_WEEKDAY = re.compile(
    r"(?<![\w-])(?:(?P<which>this(?:\s(?:coming|past))?|next|last|coming|past)\s)?"
    rf"(?P<name>(?-i:{FULL_WEEKDAY}))(?:\s(?:night|morning|afternoon|evening))?(?![\w-])"
    r"(?:\s(?:of\s)?(?P<week>next|last|this)\sweek\b)?",
    re.IGNORECASE,
)
_NO_DAY_BEFORE = re.compile(
    r"(?:\b(?:every|each|Black|Good|Ash|Cyber|Super|Manic|through)\s|[“‘\"'/]|[A-Za-z]\s?[-–])$"
)
_NO_DAY_AFTER = re.compile(
    r"\s(?:[A-Z]|the\s13th)|[”’\"'](?!s\b)|\s?[-–—/]|\s(?:has|is|seasons?|series|stars?|returns)\b"
)
_QUOTED = re.compile(rf"[“‘\"'](?P<name>{FULL_WEEKDAY})[,.]?[”’\"']|(?P<before>{FULL_WEEKDAY})\s(?:Addams|[Ss]eason)")
_ON = re.compile(r"\b(?:on|this|next|last|starting|from|by|until|since)\s$", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:(?:later|earlier|early|late)\s(?:in\s)?)?(?P<which>this|last|next)(?:\s(?:past|coming))?\smonth\b(?!-)"
)
_YEAR = re.compile(
    r"\b(?:(?P<which>this|last|next|same|that|following|the)(?:\s(?:past|coming))?\syear\b"
    r"(?!\s(?:ago|old|before|\d|when|in\swhich)|[’']s\s(?:end|eve)|-)(?P<out>\s(?:is|was)\sout\b)?|year(?:[’']s\s|-)end\b)"
)
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:later|earlier|early|late|sometime|any\stime)\s(?:in\s)?|"
    r"(?:the\s)?(?:end|beginning|start|middle|rest)\sof\s|before\s|in\s)(?:the\s)?$|\bthe\s$",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?P<unit>year|month|day)s?\sago\b")
_HOW_MANY = re.compile(rf"(?<![\w,.-])(?P<n>an?|{CARDINAL}|\d{{1,3}})\s$", re.IGNORECASE)
_REACH = 20


def find(setting: Setting) -> Iterator[DateMark]:
    """The dates that a text gives by their distance from its own; not in order.

    Without a date of publication only those that lean on a year in the text are told.
    """
    if "year" in setting.lower:
        for match in _YEAR.finditer(setting.lower):
            yield from _year(setting, match)
    if setting.published is not None:
        yield from _from_publication(setting, setting.published)


def _from_publication(setting: Setting, published: dt.date) -> Iterator[DateMark]:
    lower = setting.lower
    if any(word in lower for word in ("today", "tonight", "tomorrow", "yesterday", "last night", "this ")):
        yield from _days(setting, published)
    if "day" in lower:
        yield from _weekdays(setting.text, published)
    if " month" in lower:
        yield from _months(lower, published)
    if " ago" in lower:
        yield from _ago(lower, published)


def _days(setting: Setting, published: dt.date) -> Iterator[DateMark]:
    text = setting.text
    for match in _DAY.finditer(setting.lower):
        word, before = text[match.start() : match.end()], text[max(0, match.start() - 4) : match.start()]
        in_a_name = word[0].isupper() and not word.isupper() and not _SENTENCE_BEFORE.search(before)
        if not in_a_name:
            day = published + dt.timedelta(days=_SHIFTS[match.lastgroup or "today"])
            yield DateMark(match.start(), match.end(), day.isoformat())


def _weekdays(text: str, published: dt.date) -> Iterator[DateMark]:
    days = list(_WEEKDAY.finditer(text))
    shows = {(match["name"] or match["before"]).casefold() for match in _QUOTED.finditer(text)} if days else set()
    for match in days:
        before = text[max(0, match.start() - 14) : match.start("name")]
        if _NO_DAY_BEFORE.search(before) or _NO_DAY_AFTER.match(text, match.end()):
            continue
        if match["name"].casefold() in shows and not _ON.search(before):
            continue
        yield DateMark(match.start(), match.end(), _weekday(match, published).isoformat())


def _weekday(match: re.Match[str], published: dt.date) -> dt.date:
    """`Last Friday` is the latest before the article, `next Friday` that of the week after; else by the tense."""
    index, which = weekday(match["name"]), (match["week"] or match["which"] or "").casefold()
    monday = published - dt.timedelta(days=published.weekday())
    if match["week"] or which == "next":
        return monday + dt.timedelta(days=index + 7 * {"last": -1, "this": 0, "next": 1}[which])
    ahead = dt.timedelta(days=(index - published.weekday()) % 7)
    back = dt.timedelta(days=(published.weekday() - index) % 7)
    if which in ("last", "past", "this past"):
        return published - (back or dt.timedelta(days=7))
    future = which in ("this", "this coming", "coming") or tense(match.string, match.start(), match.end()) == "future"
    return published + ahead if future else published - back


def _months(lower: str, published: dt.date) -> Iterator[DateMark]:
    for match in _MONTH.finditer(lower):
        shift = {"last": -1, "this": 0, "next": 1}[match["which"]]
        yield DateMark(match.start(), match.end(), _shifted(published, shift))


def _shifted(published: dt.date, months: int) -> str:
    year, month = divmod(published.year * 12 + published.month - 1 + months, 12)
    return f"{year:04}-{month + 1:02}"


def _year(setting: Setting, match: re.Match[str]) -> Iterator[DateMark]:
    which = match["which"] or "this"
    before = setting.text[max(0, match.start() - _REACH) : match.start()]
    lead = _YEAR_BEFORE.search(before)
    if which == "the" and not (lead or match["out"]):
        return
    try:
        year = _which_year(setting, match.start(), which)
    except LookupError:
        return
    yield DateMark(match.start() - (len(lead.group()) if lead else 0), match.end(), str(year))


def _which_year(setting: Setting, start: int, which: str) -> int:
    if which in ("same", "that", "following"):
        return setting.year_before(start) + (which == "following")
    if setting.published is None:
        raise LookupError(which)
    return setting.published.year + {"last": -1, "this": 0, "the": 0, "next": 1}[which]


def _ago(lower: str, published: dt.date) -> Iterator[DateMark]:
    for match in _AGO.finditer(lower):
        many = _HOW_MANY.search(lower[max(0, match.start() - _REACH) : match.start()])
        if many:
            start = match.start() - len(many.group())
            yield DateMark(start, match.end(), _back(published, number(many["n"]) or 1, match["unit"]))


def _back(published: dt.date, count: int, unit: str) -> str:
    if unit == "year":
        return str(published.year - count)
    if unit == "month":
        return _shifted(published, -count)
    return (published - dt.timedelta(days=count)).isoformat()
