"""Seasons of the year, halves, quarters and bare years: `summer 2025`, `the second half of 2024`, `Q3`, `(2019)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.calendar_words import SEASON, season
from hiatus.reading.marks.mark import DateMark
from hiatus.reading.marks.years import ITS_YEAR, YEAR, Setting

if TYPE_CHECKING:
    from collections.abc import Iterator

_PART_BEFORE = re.compile(
    r"(?<!\w)(?:(?:the\s)?(?:end|beginning|start|middle)\sof\s|early[\s-]|late[\s-]|mid[\s-])$", re.IGNORECASE
)
_SEASON = re.compile(
    rf"(?<!\w)(?:(?P<before>{YEAR})(?:['’]s)?\s)?(?P<season>{SEASON})(?:\sseason)?(?P<its>{ITS_YEAR}(?:[-–/]\d{{2,4}}\b)?)?(?!\w)"
)
_SEASON_BEFORE = re.compile(
    r"\b(?:(?P<which>this(?:\scoming|\spast)?|next|last|past|coming)\s(?:early[\s-]|late[\s-])?|"
    r"(?P<in>(?:in|for|by|until|since|from|during|over|before|of|come)\s(?:the\s)?(?:early[\s-]|late[\s-]|mid[\s-])?|"
    r"early[\s-]|late[\s-]|mid[\s-]))$",
    re.IGNORECASE,
)
_NO_SEASON = re.compile(
    r"\s(?:of\s[A-Z]|schedules?|in\s|out\b|for\b|from\b|into\b|apart|training|break|[A-Z]|TV|television|\w+\sseries)|[’']s\s"
)
_LINE_BEFORE = re.compile(r"(?:^|\n|[.–—:]\s)$")
_LINE_AFTER = re.compile(r"\s?(?:[.\n]|$)")
_MIDDLE = {21: 4, 22: 7, 23: 10, 24: 12}
_START = {21: 3, 22: 6, 23: 9, 24: 12}
_REACH = 24
_HALF = re.compile(
    r"\b(?:(?P<half>first|second|1st|2nd|latter|last|back)\shalf|"
    r"(?P<quarter>first|second|third|fourth|last|final|1st|2nd|3rd|4th)[\s-]quarter|"
    r"(?P<letter>[HQ])(?P<digit>[1-4])|(?P<digit_first>[1-4])(?P<letter_last>[HQ]))\b"
    rf"(?:(?P<its>{ITS_YEAR})|\s(?:of|in)\s(?P<this>(?:the|this)\s(?:calendar\s)?year)\b)?",
    re.IGNORECASE,
)
_MAYBE_HALF = re.compile(r"[1-4HQ][1-4HQ]")
_PLACES = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "latter": 2,
    "back": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}
_BARE_YEAR = re.compile(
    rf"(?<![\w$£€₹¥₩₦#.,/+])(?<![^\d\s(\[d]-)(?<!\D\d{{3}}-)(?P<year>{YEAR})(?![\w%°]|-\w{{3,}}|-\d\d?-)"
)
_COUNTED = re.compile(
    r"\s(?:people|viewers|episodes|screens|theat|cinemas|locations|copies|seats|extras|minutes|hours|days|years|miles|km|"
    r"metres|meters|feet|pages|shots|dollars|pounds|euros|won|yen|more|or\sso|square|fans|tickets|women|men|children|jobs)",
    re.IGNORECASE,
)
_IN_A_TITLE = re.compile(r"[“\"‘'](?:[A-Z][^“”\"‘’'\n]{0,40}\s)?$")
_QUOTE_CLOSES = re.compile(r"[,.:]?[”\"’'](?!s\b)")
_YEARS_AHEAD = 12  # a show is hardly ever dated further ahead


def find(setting: Setting) -> Iterator[DateMark]:
    """The seasons of the year, halves, quarters and years that a text names; not in order."""
    if any(word in setting.lower for word in ("spring", "summer", "autumn", "fall", "winter")):
        for match in _SEASON.finditer(setting.text):
            yield from _season(setting, match)
    if "half" in setting.lower or "quarter" in setting.lower or _MAYBE_HALF.search(setting.text):
        for match in _HALF.finditer(setting.text):
            yield from _half(setting, match)
    for match in _BARE_YEAR.finditer(setting.text):
        if _is_year(setting, match):
            part = _PART_BEFORE.search(setting.text[max(0, match.start() - _REACH) : match.start()])
            yield DateMark(match.start() - (len(part.group()) if part else 0), match.end(), match["year"])


def _season(setting: Setting, match: re.Match[str]) -> Iterator[DateMark]:
    before = setting.text[max(0, match.start() - _REACH) : match.start()]
    lead = _SEASON_BEFORE.search(before)
    start = match.start() - len(lead.group()) if lead else match.start()
    try:
        year = _season_year(setting, match, before, lead)
    except LookupError:
        return
    yield DateMark(start, match.end(), f"{'XXXX' if year is None else year}-{season(match['season'])}")


def _season_year(setting: Setting, match: re.Match[str], before: str, lead: re.Match[str] | None) -> int | None:
    """The year of a season, None if unknown.

    Raises:
        LookupError: if it cannot be told, or the word is no season of the year.
    """
    if match["before"]:
        return int(match["before"])
    if match["its"]:
        return setting.named_year(match)
    number, after = season(match["season"]), setting.text[match.end() : match.end() + _REACH]
    alone = _LINE_BEFORE.search(before) and _LINE_AFTER.match(after)
    if not alone and (lead is None or (lead["in"] and _NO_SEASON.match(after))):
        raise LookupError(match["season"])
    if lead and lead["which"]:
        return _which(setting, lead["which"].split()[-1].casefold(), number)
    return setting.year(match, _MIDDLE[number])


def _which(setting: Setting, which: str, number: int) -> int | None:
    if setting.published is None:
        if which == "this":
            return None
        raise LookupError(which)
    year, over = setting.published.year, setting.published.month > _START[number] + 2
    if which in ("last", "past"):
        return year if over else year - 1
    return year + 1 if which == "next" or (which == "coming" and over) else year


def _half(setting: Setting, match: re.Match[str]) -> Iterator[DateMark]:
    try:
        year, part = _half_year(setting, match), _half_part(match)
    except LookupError:
        return
    yield DateMark(match.start(), match.end(), f"{year}-{part}")


def _half_year(setting: Setting, match: re.Match[str]) -> int:
    year = setting.named_year(match)
    if year is not None:
        return year
    if match["half"] and not match["this"]:
        raise LookupError("the half of something else")
    if setting.published is None:
        return setting.year_before(match.start())
    return setting.published.year


def _half_part(match: re.Match[str]) -> int:
    """40 and 41 are the halves, 33 to 36 the quarters, says EDTF."""
    letter = (match["letter"] or match["letter_last"] or "").upper()
    halves = match["half"] is not None or letter == "H"
    word = (match["half"] or match["quarter"] or match["digit"] or match["digit_first"]).casefold()
    place = int(word) if word.isdigit() else _PLACES.get(word, 2 if halves else 4)
    if halves and place > 2:
        raise LookupError(word)
    return (39 if halves else 32) + place


def _is_year(setting: Setting, match: re.Match[str]) -> bool:
    """Whether a number that could be a year is one, not a count or the end of a title."""
    year = int(match["year"])
    furthest = (setting.published.year if setting.published else 2030) + _YEARS_AHEAD
    if not 1890 <= year <= furthest or _COUNTED.match(setting.text, match.end()):
        return False
    before = setting.text[max(0, match.start() - 48) : match.start()]
    return not (_QUOTE_CLOSES.match(setting.text, match.end()) and _IN_A_TITLE.search(before))
