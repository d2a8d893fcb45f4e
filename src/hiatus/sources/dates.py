"""The day that a date names, however it is written."""

from __future__ import annotations

import datetime as dt
import re

_ISO = re.compile(r"\s*(\d{4})([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?(?![-/.]?\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH},?[\s-]+(\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?:/|$)")
_EARLIEST = 1900  # what claims to be older is a placeholder such as 0001-01-01


def day(text: str) -> dt.date | None:
    """The day in the writer's own time zone; the first of the month where no day is given.

    Reads ISO 8601 and its kin, RFC 5322 (`Tue, 04 Mar 2025 18:05:00 GMT`) and English words (`March 4, 2025`).
    None where no day or month is named, or the order of day and month is anyone's guess (`03/04/2025`).
    """
    text = text[:200]
    if iso := _ISO.match(text):
        year, _, month, day_of_month = iso.groups()
        return _date(year, month, day_of_month or "1")
    if words := _DAY_FIRST.search(text):
        return _date(words.group(3), _number(words.group(2)), words.group(1))
    if words := _MONTH_FIRST.search(text):
        return _date(words.group(3), _number(words.group(1)), words.group(2))
    return None


def day_in_address(url: str) -> dt.date | None:
    """The day that an address holds as `/2025/03/04/`, as many news sites have it."""
    found = _IN_ADDRESS.search(url)
    return _date(*found.groups()) if found else None


def _number(month: str) -> str:
    return str(_MONTHS.index(month[:3].lower()) + 1)


def _date(year: str, month: str, day_of_month: str) -> dt.date | None:
    try:
        found = dt.date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None
    return found if found.year >= _EARLIEST else None
