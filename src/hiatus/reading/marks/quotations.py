"""What stands between quotation marks of any style, and whether it is talk or a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.mark import QuotationMark

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSERS = {"“": "”", "‘": "’", "«": "»", "„": "“”", "‚": "‘’", "「": "」", "『": "』", "‹": "›", '"': '"', "'": "'",
            "''": "''", "”": "”", "``": "''"}  # fmt: skip
_TOKEN = re.compile(r"''|``|[“”‘’«»„‚「」『』‹›\"']")
_SINGLE = "‘'‚‹’"
_ELISION = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|n['’]|cause\b|tis\b|round\b|bout\b)", re.IGNORECASE)
_OPENS_AFTER = re.compile(r"(?:^|[\s(\[{“‘\"'«„/–—-])$")
_SAYING = (
    r"(?:said|says|saying|added|adds|told|tells|wrote|writes|explained|explains|continued|continues|joked|recalled|recalls|"
    r"teased|noted|notes|admitted|admits|declared|read|reads|stated|states|posted|quipped|commented|replied|answered|insisted|"
    r"called|calls|describ\w+|shared|announced|revealed|asked|according)"
)
_SAID_AFTER = re.compile(
    rf"^[”’\"'»]*,?\s(?:(?:he|she|they|it|[A-Z][\w’'.-]*)\s){{0,4}}{_SAYING}\b|^[”’\"'»]*,?\s(?:he|she|they)\s"
)
_SAID_BEFORE = re.compile(rf"\b{_SAYING}\b(?:\s[\w’'-]+){{0,4}}\s?[,:]?\s?[“\"‘'«„]*$")
_SMALL_WORDS = frozenset(
    {
        "a",
        "à",
        "al",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "da",
        "de",
        "del",
        "der",
        "des",
        "di",
        "do",
        "du",
        "e",
        "el",
        "en",
        "et",
        "for",
        "from",
        "in",
        "into",
        "is",
        "la",
        "las",
        "le",
        "les",
        "los",
        "o",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "up",
        "vs",
        "with",
        "y",
    }
)
_LONG = 9  # words; hardly any title has more
_REACH = 60


def find(text: str) -> list[QuotationMark]:
    """The quotations in a text, those within others too, in order of place.

    One that is not closed runs to the end of its paragraph; an apostrophe opens none.
    """
    found = [span for paragraph in _PARAGRAPH.finditer(text) for span in _quoted(text, *paragraph.span())]
    return [QuotationMark(start, end, _is_speech(text, start, end)) for start, end in sorted(found) if start < end]


def _quoted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    for token in _TOKEN.finditer(text, start, end):
        depth = _closes(text, token, opened)
        if depth is not None:
            yield opened[depth][1], token.start()
            del opened[depth:]
        elif _opens(text, token, start, end):
            opened.append((token.group(), token.end()))
    if opened and opened[0][0] not in _SINGLE:
        yield opened[0][1], end


def _closes(text: str, token: re.Match[str], opened: list[tuple[str, int]]) -> int | None:
    """Which of those opened the token closes, if any."""
    mark, following = token.group(), text[token.end() : token.end() + 1]
    if mark in "’'" and following.isalnum():
        return None  # an apostrophe
    before = text[token.start() - 1 : token.start()]
    if mark in "\"'" and (before.isspace() or before in "(["):
        return None
    for depth in range(len(opened) - 1, max(-1, len(opened) - 5), -1):
        if mark in _CLOSERS[opened[depth][0]] and opened[depth][1] <= token.start():
            return depth
    return None


def _opens(text: str, token: re.Match[str], start: int, end: int) -> bool:
    mark = token.group()
    if mark not in _CLOSERS or mark == "’" or token.end() >= end or text[token.end()].isspace():
        return False
    if mark in "“«„「『‹":
        return True
    after_a_space = _OPENS_AFTER.search(text[max(start, token.start() - 1) : token.start()]) is not None
    return after_a_space and not (mark in _SINGLE and _ELISION.match(text, token.start()))


def _is_speech(text: str, start: int, end: int) -> bool:
    """Talk is long, or begins in the middle of a sentence, or stands by a verb of saying; a title is in capitals."""
    words = text[start : min(end, start + 400)].split()
    if len(words) > _LONG:
        return True
    if _is_title(words):
        return False
    after, before = text[end : end + _REACH], text[max(0, start - _REACH) : start]
    said = _SAID_AFTER.search(after) or _SAID_BEFORE.search(before)
    stops = text[end - 1] in ",.!?…"
    return bool((len(words) >= 4 and (said or stops or words[0][:1].islower())) or (said and stops))


def _is_title(words: list[str]) -> bool:
    """Whether every word but the small ones is capitalised, and there are at least two, or one without a stop."""
    large = [word for word in words if word.strip(",.!?:;’'”\"").casefold() not in _SMALL_WORDS]
    capitalised = all(not word.lstrip("“‘\"'(")[:1].islower() for word in large)
    return capitalised and (len(large) >= 2 or words[-1][-1] not in ",.!?…")
