"""The stretch of time that a figure is for: `first four days`, `opening weekend`, `week of May 1-7`, `Live + 7`."""

from __future__ import annotations

import re

from hiatus.reading.marks.calendar_words import MONTH
from hiatus.reading.marks.numerals import CARDINAL, ORDINAL

_UNIT = r"(?:days?|weeks?|weekends?|months?|fortnight|hours|quarter|frame)"
_COUNT = rf"(?:{CARDINAL}|\d{{1,3}}|few|full|single)[\s-]"
_PLACE = rf"(?:{ORDINAL}|opening|debut|premiere|launch|past|last|previous|initial)\s"
_WINDOW = re.compile(
    r"\b(?:in|within|over|during|across|after|for|through|with)\s(?:(?:only|just|its|the|their|his|her|an?|about|all|"
    r"nearly|around|less\sthan|under)\s){0,3}"
    rf"(?P<plain>(?:{_PLACE}(?:{_COUNT})?|{_COUNT}){_UNIT}(?:\sin\sa\srow)?|(?:opening\s)?weekend(?:\s{CARDINAL})?|fortnight|"
    rf"weeks?\s(?:{CARDINAL}|that\sfollowed|of\s{MONTH}\s[\d–-]{{1,7}}))\b|"
    rf"\b(?P<first>(?:first|opening)\s(?:{_COUNT})?{_UNIT}|(?:last|past)\s(?:week|weekend|month|night)|"
    rf"(?<=its\s){ORDINAL}\s(?:week|weekend))\b|"
    r"(?P<live>\blive\s?\+\s?(?:same\sday|\d))",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\n|[.!?;]\s")
_REACH = 120
_HINTS = ("day", "week", "month", "hour", "night", "quarter", "frame", "ive")


def window(text: str, start: int, end: int) -> str | None:
    """The stretch of time that goes with a figure, as worded: the next in its sentence, else the one before."""
    after = text[end : end + _REACH]
    before = text[max(0, start - _REACH) : start]
    return _first(_BOUND.split(after, maxsplit=1)[0]) or _last(_BOUND.split(before)[-1])


def _first(stretch: str) -> str | None:
    found = _WINDOW.search(stretch) if any(word in stretch for word in _HINTS) else None
    return None if found is None else found["plain"] or found["first"] or found["live"]


def _last(stretch: str) -> str | None:
    if not any(word in stretch for word in _HINTS):
        return None
    found = list(_WINDOW.finditer(stretch))
    return _first(found[-1].group()) if found else None
