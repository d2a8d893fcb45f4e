"""When two values of one slot say the same, one of them perhaps more closely."""

from __future__ import annotations

import datetime as dt
import re

from hiatus.knowledge.dossiers.figures import digits, figures_agree
from hiatus.knowledge.dossiers.slots import Slot, Value

_EDTF = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?")
_DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")

_MONTHS = {
    21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2),
    33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12),
}  # fmt: skip
"""The first and last months that seasons, quarters and halves of a year can mean (ISO 8601-2, 4.8)."""

_TOLD_APART = ("change", "work")
"""The parts of a value on which claims can be at odds: whether somebody stays, and which work is the source."""


def compatible(slot: Slot, one: Value, other: Value) -> bool:
    """Whether both can be true, one being the other said less closely."""
    if one == other:
        return True
    if isinstance(one, dict) and isinstance(other, dict):
        return all(_agree(one.get(key), other.get(key)) for key in _TOLD_APART)
    if slot.kind == "story":
        return True  # told in other words
    if slot.kind == "release":
        return dates_agree(str(one), str(other))
    if slot.kind == "metric" and isinstance(one, int | float) and isinstance(other, int | float):
        return figures_agree(float(one), float(other))
    return False


def region(slot: Slot, value: Value) -> str:
    """Where the values lie that one can agree with, as a name; the empty one where they may be anywhere."""
    if isinstance(value, dict) or slot.kind in ("metric", "story"):
        return ""
    if slot.kind == "release":
        match = _EDTF.fullmatch(str(value))
        return match["year"].replace("XXXX", "") if match else str(value)
    return str(value)


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def dates_agree(one: str, other: str) -> bool:
    """Whether two EDTF dates can be one, said more and less closely."""
    ours, theirs = _EDTF.fullmatch(one), _EDTF.fullmatch(other)
    if not ours or not theirs:
        return one == other
    if "XXXX" not in (ours["year"], theirs["year"]) and ours["year"] != theirs["year"]:
        return False
    if not ours["month"] or not theirs["month"]:
        return True
    if not _months(int(ours["month"])) & _months(int(theirs["month"])):
        return False
    return not ours["day"] or not theirs["day"] or ours["day"] == theirs["day"]


def _months(number: int) -> set[int]:
    first, last = _MONTHS.get(number, (number, number))
    return set(range(first, last + 1)) if first <= last else {*range(first, 13), *range(1, last + 1)}


def precision(slot: Slot, value: Value) -> tuple[int, ...]:
    """How closely a value says it: the greater is shown."""
    if isinstance(value, dict):
        return (sum(part is not None for part in value.values()),)
    if slot.kind == "release":
        year, *rest = str(value).split("-")
        return (year != "XXXX", len(rest), not rest or not rest[0].isdigit() or int(rest[0]) <= 12)
    if slot.kind == "metric" and isinstance(value, int | float):
        return (digits(float(value)),)
    return (0,)


def is_past(date: str, moment: dt.date) -> bool:
    """Whether an EDTF date has wholly gone by."""
    match = _DAY.fullmatch(date)
    if not match:
        return date[:4].isdigit() and int(date[:4]) < moment.year
    parts = [int(part) for part in match.groups() if part]
    now = [moment.year, moment.month, moment.day][: len(parts)]
    return parts <= now if len(parts) == 3 else parts < now
