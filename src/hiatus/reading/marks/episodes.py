"""Counts of episodes: `eight-episode`, `10 one-hour episodes`, `a six-parter`, `8 x 60'`."""

from __future__ import annotations

import re

from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.mark import EpisodesMark
from hiatus.reading.marks.numerals import CARDINAL, number
from hiatus.reading.marks.overlaps import without_overlaps

_LENGTH = r"(?:\d{1,3}|half|one|two|ninety|sixty|thirty|forty|forty-five|an|full)"
_BETWEEN = (
    rf"(?:{_LENGTH}[- ](?:hours?|minutes?|min|hr)(?:-?\s?long)?|(?:brand[- ]|all[- ])?new|last|final|further|"
    r"additional|original|original\sscripted|bonus|extra|fresh|planned|standalone|self-contained|weekly|short|half-hour|"
    r"hour-long|animated|live-action|feature-length|(?:season|series)\s\w{1,6})"
)
_UNIT = r"(?:episodes?|eps\b\.?|chapters|instal?lments|half[- ]hours|hour-?longs|hours\sof\s(?:television|tv))"
_PART = (
    r"[- ]part(?:er)?s?\b(?!\s(?:season\s|series\s)?"
    r"(?:finale|premiere|opener|special|pilot|backdoor|interview|episode|event|story|crossover|arc))"
)
_COUNT = re.compile(
    rf"(?<![\w.,$£€#-])(?P<n>{CARDINAL}|\d{{1,4}})"
    rf"(?:[- ]episodes?\b|{_PART}|[- ](?:{_BETWEEN},?\s){{0,2}}{_UNIT}\b|"
    r"(?<!\d{3})\s?[x×]\s?\d{2,3}(?:\s?(?:['’′]|-?\s?min(?:ute)?s?\b)|\b))"
)
_NO_COUNT_BEFORE = re.compile(
    r"(?:first|last|final|next|opening|initial|closing|remaining|past|previous|another|latest|other|"
    r"episodes?|season|series|part|no\.|number)\s$"
)
_ORDINAL_LAST = re.compile(r"\b(?P<n>\d{1,3})(?:st|nd|rd|th)(?:\sand\s(?:last|final)|,\sfinal)\sepisode\b")
_LATER = re.compile(
    r"\b(?:episodes?\sto|ha[ds]|have|ran\s(?:to|for)|got|with|(?:down|up)\sfrom)(?:\s(?:just|only|the))?\s"
    rf"(?P<n>{CARDINAL}|\d{{1,3}})"
    r"(?=\s(?:each|apiece|the\sfirst\stime|of\s(?:season|series)|in\s(?:season|series|the)|last)\b|"
    r"\s?[.;)\n](?!\d)|\sdid\b|,\s(?:the|a|its|season|down|up|from)\b|$)"
)
_EACH = re.compile(rf"\bha[ds]\s(?P<n>{CARDINAL}|\d{{1,3}})(?=\s(?:each|apiece)\b)")
_MOST = 2000  # daily soaps run into the thousands within a season; more is a figure of something else
_SMALL = re.compile(r"\d|hour|half")


def find(text: str) -> list[EpisodesMark]:
    """The counts of episodes in a text, in order of place."""
    text = lowered(text)
    found = [mark for match in _COUNT.finditer(text) if (mark := _counted(text, match)) is not None]
    found += [_mark(match) for match in _ORDINAL_LAST.finditer(text)]
    if found:  # "from eight episodes to eleven": a bare number counts episodes only where others do
        found += [_mark(match) for match in _LATER.finditer(text)]
    elif "episodes" in text:
        found += [_mark(match) for match in _EACH.finditer(text)]
    return without_overlaps(mark for mark in found if 0 < mark.count <= _MOST)


def _counted(text: str, match: re.Match[str]) -> EpisodesMark | None:
    if _NO_COUNT_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
        return None
    mark = _mark(match)
    an_episode = mark.count == 1 and not _SMALL.search(text, match.end("n"), match.end())
    return None if an_episode else mark


def _mark(match: re.Match[str]) -> EpisodesMark:
    start, end = match.span("n") if match.re in (_LATER, _EACH) else match.span()
    return EpisodesMark(start, end, number(match["n"]) or 0)
