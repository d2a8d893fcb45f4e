"""Numbers with their unit: hours viewed, views, viewers, scores, money, places in a chart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks import figures, ranks
from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.mark import AmountMark, Unit
from hiatus.reading.marks.overlaps import without_overlaps
from hiatus.reading.marks.windows import window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiatus.reading.marks.figures import Figure

_MONEY = (
    r"(?:US\s|U\.S\.\s|Hong\sKong\s|Australian\s|Canadian\s|Korean\s|Japanese\s|Chinese\s|Indian\s)?"
    r"(?:dollars?|bucks|pounds?|euros?|won|yen|yuan|renminbi|rupees?|naira|pesos?|kron[oae]r?|baht|ringgit|rubles?|roubles?|"
    r"lira|rand|shekels?|z[lł]otys?|cents)\b"
)
_OWN = r"(?:(?!and\b|or\b|of\b|in\b|to\b|with\b|for\b|from\b|at\b|on\b)[\w’'-]{1,20}\s){0,2}"
_VIEWERS = (
    r"(?:viewers?|people|person|households?|homes|admissions?|tickets?|spectators?|(?:movie|film|cinema|theater)-?goers?|"
    r"subscribers?|fans|users|accounts|entries|footfalls?|audience|members|adults|Americans|Britons|Australians|tuned|watched)\b"
)
_UNITS: tuple[tuple[Unit, re.Pattern[str], float], ...] = (
    ("money", re.compile(rf"[\s-]?{_MONEY}"), 20),
    ("percent", re.compile(r"\s?%|[\s-]per\s?cent\b|\spercentage\b", re.IGNORECASE), 0),
    ("score", re.compile(r"\s?(?:/|out\sof\s)\s?100\b|(?:\sscore)?\s(?:on|at|from|by)\sMetacritic"), 0),
    ("hours", re.compile(rf"\s{_OWN}hours?\b|\shours?\b", re.IGNORECASE), 1000),
    ("views", re.compile(rf"\s{_OWN}(?:views?|streams|plays|video\scalls|viewings|clicks)\b", re.IGNORECASE), 100),
    ("viewers", re.compile(rf"\s{_OWN}{_VIEWERS}", re.IGNORECASE), 100),
)
"""Units by what stands behind the number, with the least that is worth a mark."""

_METACRITIC_BEFORE = re.compile(r"\bMeta(?:critic|score)\b[^.\n\d]{0,40}$", re.IGNORECASE)
_OTHER_NOUN = re.compile(
    r"[\s-](?:(?:new|more|other|different|extra|square|net)\s)*(?!across\b|plus\b|as\b|is\b|was\b|has\b|its\b|this\b|always\b|"
    r"overseas\b|yes\b|perhaps\b|thus\b|mins\b)[a-z]{2,}(?:s|ed)\b|\s?(?:km|kg|ft|sq|mph|°)|\s(?:minutes|copies|men|women|children)\b"
)
_PERFECT = re.compile(r"\b(?:perfect|flawless)\s(?:score|rating|[\w\s]{0,20}\brotten\stomatoes)")
_OF_VIEWERS = re.compile(r"\b(?:viewers?|viewership|audiences?|ratings|watched|tuned)\b")
_INHERITED: tuple[Unit, ...] = ("hours", "views", "viewers")
_WINDOWED: tuple[Unit, ...] = ("hours", "views", "viewers", "money", "rank", "count")


def find(text: str) -> list[AmountMark]:
    """The amounts in a text, in order of place; values in units, money in the currency's."""
    amounts = [*_figures(text), *((*rank, "rank") for rank in _ranks(text))]
    amounts += [(*match.span(), 100.0, "percent") for match in _PERFECT.finditer(lowered(text))]
    return without_overlaps(
        AmountMark(start, end, value, unit, window(text, start, end) if unit in _WINDOWED else None)
        for start, end, value, unit in amounts
    )


def _ranks(text: str) -> Iterator[tuple[int, int, float]]:
    return ((start, end, float(place)) for start, end, place in ranks.find(text))


def _figures(text: str) -> Iterator[tuple[int, int, float, Unit]]:
    """The numbers with a unit; a large one without takes that of the one before, else of the one behind."""
    read = [(figure, *_unit(text, figure)) for figure in sorted(figures.find(text), key=lambda figure: figure.start)]
    default: Unit = "viewers" if _OF_VIEWERS.search(text) else "count"
    last = next((unit for _, unit, _ in read if unit in _INHERITED), default)
    for figure, unit, end in read:
        if unit is not None:
            last = unit if unit in _INHERITED else last
            yield figure.start, end, figure.value, unit
        elif figure.large:
            other = _OTHER_NOUN.match(text, figure.end)
            yield figure.start, figure.end, figure.value, "count" if other else last


def _unit(text: str, figure: Figure) -> tuple[Unit | None, int]:
    """The unit that stands with a number, None if none does, and where the two end."""
    if figure.currency:
        return "money", figure.end
    for unit, pattern, least in _UNITS:
        behind = pattern.match(text, figure.end)
        if behind and figure.value >= least:
            return unit, behind.end()
    if figure.value <= 100 and _METACRITIC_BEFORE.search(text[max(0, figure.start - 60) : figure.start]):
        return "score", figure.end
    return None, figure.end
