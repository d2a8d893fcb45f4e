"""The year of a day, month or season that is named without one."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from typing import Literal

from hiatus.reading.marks.calendar_words import MONTH, SEASON
from hiatus.reading.marks.lowercase import lowered

Tense = Literal["past", "future"]

_ADVERB = r"(?:not|now|also|then|soon|first|only|finally|probably|likely|still|\w+ly)"
_FUTURE = (
    rf"(?:will|would|won|shall|['’]ll|may|might|could|should|can|to\sbe|going\sto|set\sto)(?:['’]t)?\s(?:{_ADVERB}\s)?"
    r"(?:be\s|have\s)?\w+|to\s(?:premiere|debut|return|arrive|launch|begin|start|open|bow|air|drop|hit|come|land|stream|"
    r"release|follow)|(?:has|have)\sset|"
    r"set\sfor|due|slated|scheduled|planned|expected|plans?|eyed|dated|until|till|before|by\s?$|upcoming|coming|next|"
    r"premieres|debuts|returns|arrives|launches|begins|starts|opens|bows|airs|drops|hits|comes|lands|streams|releases|"
    r"is\sout|is\sback|are\sback|kicks|moves|moved|pushed|delayed|postponed|shifted|premiering|debuting|returning|arriving|"
    r"launching|beginning|starting|opening|airing|available|later|this\scoming"
)
_PAST = (
    r"since|ago|earlier|last|was|were|had|did|came|began|went|said|told|died|took|ran|shown|hit|made|broke|drew|won|got|"
    r"(?:has|have)\sbeen|shot|(?-i:[a-z]{2,}ed)"
)
_CUE = re.compile(rf"\b(?:(?P<future>{_FUTURE})|(?P<past>{_PAST}))(?!\w)", re.IGNORECASE)
_BOUND = re.compile(r"\n|[.!?;]\s(?=[A-Z“\"‘'])")
_CLAUSE = re.compile(r"\n|[.!?;,]\s")
_REACH = 110
_REACH_AFTER = 50
_SLACK = dt.timedelta(days=3)

YEAR = r"(?:18[89]\d|19\d\d|20\d\d)(?!\d|s\b|[.,]\d)"
"""Pattern of a year that a series or film can be from; not of a decade."""

ITS_YEAR = (
    rf"(?:(?:,\s?|\s(?:of\s|in\s)?)(?P<year>{YEAR})|"
    r",?\s(?:of\s|in\s)?(?P<relative>this|last|next|the\ssame|that|the\sfollowing)\syear\b)"
)
"""Pattern of the year that goes with what stands before: `, 2022`, ` of 2022`, ` last year`."""

_HEADING = re.compile(
    rf"^[^\w\n]{{0,4}}(?:(?:{MONTH}|{SEASON}),?\s)?(?P<year>{YEAR})[^\w\n]{{0,4}}$", re.MULTILINE | re.IGNORECASE
)
_ANY_YEAR = re.compile(rf"(?<!\w){YEAR}(?!\w)")
_NAMED_BEFORE = 600  # as far back as "the same year" may point


class Setting:
    """What a text gives to date by: its date, and headings that name a year."""

    def __init__(self, text: str, published: dt.date | None) -> None:
        self.text = text
        self.lower = lowered(text)
        # A date far from ours is a mistake of whoever gave it, and would lead out of the calendar.
        self.published = published if published and 1900 <= published.year <= 2100 else None
        headings = list(_HEADING.finditer(text))
        self._heading_ends = [match.end() for match in headings]
        self._heading_years = [int(match["year"]) for match in headings]

    def year(self, match: re.Match[str], month: int, day: int | None = None) -> int | None:
        """The year of a month or day in a match of ITS_YEAR, or of nothing behind the month; None if it is unknown.

        Raises:
            LookupError: if the words lean on a date that is not there.
        """
        named = self.named_year(match)
        if named is not None:
            return named
        heading = bisect_left(self._heading_ends, match.start())
        if heading:
            return self._heading_years[heading - 1]
        if self.published is None:
            return None
        return nearest_year(month, day, self.published, tense(self.text, match.start(), match.end()))

    def named_year(self, match: re.Match[str]) -> int | None:
        """The year that a match of ITS_YEAR names, in figures or by its place; None where it names none.

        Raises:
            LookupError: if the words lean on a date that is not there.
        """
        if match["year"]:
            return int(match["year"])
        relative = (match["relative"] or "").casefold()
        if relative in ("this", "last", "next"):
            if self.published is None:
                raise LookupError(relative)
            return self.published.year + {"last": -1, "this": 0, "next": 1}[relative]
        if relative:
            return self.year_before(match.start()) + (1 if relative.endswith("following") else 0)
        return None

    def year_before(self, start: int) -> int:
        """The last year named before a place.

        Raises:
            LookupError: if there is none.
        """
        years = _ANY_YEAR.findall(self.text, max(0, start - _NAMED_BEFORE), start)
        return int(years[-1])


def tense(text: str, start: int, end: int) -> Tense | None:
    """Whether what is said of the stretch lies behind or ahead, by the nearest verb; None where nothing tells."""
    before = text[max(0, start - _REACH) : start]
    bounds = list(_BOUND.finditer(before))
    cues = list(_CUE.finditer(before, bounds[-1].end() if bounds else 0))
    if cues:
        return "future" if cues[-1]["future"] else "past"
    after = _CLAUSE.split(text[end : end + _REACH_AFTER], maxsplit=1)[0]
    cue = _CUE.search(after)
    return None if cue is None else "future" if cue["future"] else "past"


def nearest_year(month: int, day: int | None, published: dt.date, when: Tense | None) -> int:
    """The year that makes sense of a month, or a day of it, in an article of that date.

    Looking back it is the last such time, looking ahead the next, and else the nearest, the future before the past.
    """
    years = [year for year in (published.year - 1, published.year, published.year + 1) if _exists(year, month, day)]
    if not years:  # 29 February
        return published.year
    return min(years, key=lambda year: _distance(_day(year, month, day, published), published, when))


def _distance(that: dt.date, published: dt.date, when: Tense | None) -> float:
    days = (that - published).days
    wrong_side = (when == "past" and days > _SLACK.days) or (when == "future" and days < -5 * _SLACK.days)
    bias = 0.6 if when is None and days > 0 else 1.0
    return abs(days) * bias + (1000 if wrong_side else 0)


def _day(year: int, month: int, day: int | None, published: dt.date) -> dt.date:
    """A day to measure from: of the month of the article, the article's own."""
    if day is None:
        day = published.day if (year, month) == (published.year, published.month) else 15
    return dt.date(year, month, day)


def _exists(year: int, month: int, day: int | None) -> bool:
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return False
    return True
