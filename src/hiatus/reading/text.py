"""The first stage: where the sentences of a text are."""

from __future__ import annotations

import re

from hiatus.article import Span

_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"‘'])(?:[A-Z]|Mr|Mrs|Ms|Mx|Dr|Prof|St|Jr|Sr|Gen|Col|Capt|Lt|Sgt|Det|Insp|Rev|Hon|Gov|Sen|Rep|Fr|"
    r"vs|No|Nos|Vol|Ep|Eps|Mt|Ft|feat|approx|Inc|Ltd|Co|Corp|Bros|Dept|U\.S|U\.K|U\.N|L\.A|N\.Y|D\.C|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|a\.m|p\.m|e\.g|i\.e|"
    r"[A-Z]\.[A-Z](?:\.[A-Z])*)$"
)
_ABBREVIATION_REACH = 12  # the longest abbreviation above, with what stands before it
_OPENERS = "\"'“‘«([—–-*_"


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order; a line's end always ends one, so headings and list items stand alone."""
    found: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for stop in _STOP.finditer(text, line.start(), line.end()):
            if _ends_sentence(text, start, stop, line.end()):
                _append(found, text, start, stop.end())
                start = stop.end()
        _append(found, text, start, line.end())
    return tuple(found)


def _ends_sentence(text: str, start: int, stop: re.Match[str], line_end: int) -> bool:
    following = text[stop.end() : min(stop.end() + 6, line_end)].lstrip().lstrip(_OPENERS)
    if following and following[0].islower():
        return False
    if not stop.group().startswith(".") or stop.group().startswith(".."):
        return True
    before = text[max(start, stop.start() - _ABBREVIATION_REACH) : stop.start()]
    return not _ABBREVIATION.search(before)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    stretch = text[start:end]
    left = len(stretch) - len(stretch.lstrip())
    right = len(stretch.rstrip())
    if right > left:
        found.append(Span(start + left, start + right))
