"""Months, weekdays, seasons of the year and holidays: their names as patterns and as numbers."""

from __future__ import annotations

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_HOLIDAYS = {
    "new year's day": (1, 1), "valentine's day": (2, 14), "halloween": (10, 31), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip

FULL_MONTH = "(?:" + "|".join(f"{name}|{name.upper()}" for name in _MONTHS) + ")"
"""Pattern of a month's name in full, as in running text or in capitals."""

MONTH = (
    rf"(?:{FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
"""Pattern of a month's name, in full or short."""

WEEKDAY = (
    "(?:"
    + "|".join(f"{name}|{name.upper()}" for name in _WEEKDAYS)
    + r"|(?:Mon|Tues|Tue|Weds|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b\.?)"
)
"""Pattern of a weekday's name, in full or short."""

FULL_WEEKDAY = "(?:" + "|".join(f"{name}|{name.upper()}" for name in _WEEKDAYS) + ")"
"""Pattern of a weekday's name in full."""

SEASON = "(?:[Ss]pring|SPRING|[Ss]ummer|SUMMER|[Aa]utumn|AUTUMN|[Ff]all|FALL|[Ww]inter|WINTER)"
"""Pattern of a season of the year."""

HOLIDAY = r"(?:Christmas\s(?:Day|Eve)|New\sYear[’']s\s(?:Day|Eve)|Valentine[’']s\sDay|Boxing\sDay|Halloween)"
"""Pattern of a holiday that is on the same day each year."""


def month(name: str) -> int:
    """The number of a month, from its name in full or short."""
    return _index(_MONTHS, name) + 1


def weekday(name: str) -> int:
    """The number of a weekday, Monday is 0."""
    return _index(_WEEKDAYS, name)


def _index(names: tuple[str, ...], name: str) -> int:
    start = name[:3].casefold()
    return next(index for index, full in enumerate(names) if full.casefold().startswith(start))


def season(name: str) -> int:
    """The number that EDTF gives a season of the year: 21 spring to 24 winter."""
    return _SEASONS[name.casefold()]


def holiday(name: str) -> tuple[int, int]:
    """The month and day of a holiday."""
    return _HOLIDAYS[" ".join(name.casefold().replace("’", "'").split())]
