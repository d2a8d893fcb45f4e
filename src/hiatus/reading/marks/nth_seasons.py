"""Seasons named by their place: `the second season`, `its third and final run`, `the freshman drama`, `next season`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hiatus.reading.marks.lowercase import lowered
from hiatus.reading.marks.mark import SeasonMark
from hiatus.reading.marks.numerals import CARDINAL, ORDINAL, number

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLASS_YEARS = {"debut": 1, "inaugural": 1, "maiden": 1, "freshman": 1, "sophomore": 2}
_ORDINAL = rf"(?:{ORDINAL}|{'|'.join(_CLASS_YEARS)})"
_NTH = re.compile(
    rf"(?<![\w-])(?P<first>{_ORDINAL})\b"
    rf"(?P<more>(?:,?\s(?:(?:and|or|a|an|the|its|&)\s)*(?:&\s)?{_ORDINAL}\b){{0,7}})",
)
_EACH = re.compile(rf"\b{_ORDINAL}\b")
_PLACED = re.compile(
    r"(?<![\w-])(?:(?P<final>final|last|concluding|closing|farewell|swan-?song)|"
    r"(?P<next>another|next)|(?:all-|brand[- ])?new|upcoming|forthcoming|coming|latest|further|additional|fresh|"
    r"previous|current|follow-up|future)\b"
)
_NOUN = re.compile(
    r"[\s-](?P<noun>(?P<season>seasons?)|(?P<run>series|runs?)|outings?|rounds?|cycles?|cours?|go-rounds?|instal?lments?|"
    r"stints?|chapters?|parts?|volumes?|"
    r"(?:batch|set|lot|crop)\sof\s(?:[\w-]+\s){0,2}episodes|years?\sof\sthe\s(?:show|series|drama|comedy))\b(?!-)"
)
_REACH = 72  # "the second and final eight-episode Tales of the Harbor season"
_MODIFIER = re.compile(
    r"and|&|final|last|full|new|brand-new|upcoming|forthcoming|concluding|closing|current|whole|entire|separate|"
    r"consecutive|straight|additional|successful|explosive|epic|hit|critically|acclaimed|highly|eagerly|hotly|keenly|"
    r"(?:much-|long-|highly-|eagerly-|hotly-)?(?:anticipated|awaited)|thrilling|scripted|television|TV|anime|half|"
    r"potential|possible|planned|abbreviated|shortened|short|and-final|live-action|[\w-]{1,20}-(?:episode|part|hour|minute)|"
    r"(?-i:[A-Z][\w'’.]*)",
    re.IGNORECASE,
)
_CONNECTOR = re.compile(r"of|the|and|in|to")
_NO_SHOW = re.compile(
    r"(?:awards?|football|baseball|basketball|hockey|cricket|soccer|festival|holiday|N[FBH]L|MLB|MLS|IPL|WNBA|League)\b",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\b(?:final|last|concluding)\b", re.IGNORECASE)
_FEW = re.compile(rf"\bfirst\s(?P<n>{CARDINAL}|\d{{1,2}})\s(?:full\s)?(?P<noun>seasons|series)\b")
_CLASS_SHOW = re.compile(
    r"\b(?P<year>sophomore|freshman)(?:\s[\w-]{1,20})?\s"
    r"(?:year|dramas?|comed(?:y|ies)|sitcoms?|shows?|hits?|thrillers?|procedurals?|entry|effort)\b"
)
_VERB = (
    r"(?:is|isn['’]t|was|wasn['’]t|has|had|will|would|could|may|might|comes?|came|drops?|dropped|premieres?|premiered|"
    r"begins?|began|starts?|started|arrives?|arrived|airs?|aired|launch(?:es|ed)?|bows?|bowed|debuts?|debuted|ended|ends|"
    r"runs?|ran|follows|followed|one|soon|out)"
)
_ELLIPSIS = re.compile(
    rf"(?:\bthe\s(?P<n>{ORDINAL})(?=\s?[,;:]|\.(?:\s|$)|\s{_VERB}\b)|"
    rf"\b(?:renewed|back|return(?:s|ed|ing)?|order(?:ed)?|axed|cancell?ed)\s(?:for|after|ahead\sof)\s(?:an?|its|the|their)\s"
    rf"(?P<m>{ORDINAL})(?=\s?[,;:.\n]|$|\s(?:and|time|at|on|by|in)\b))"
)

_NAME_BEFORE = re.compile(r"(?<!\w)[A-Z]\w*\s$")
_DETERMINER = re.compile(r"(?:\b(?:the|its|a|an|one|their|his|her|this|show|for|and)|[’']s?)\s$", re.IGNORECASE)
_ON_TELEVISION = re.compile(r"\b(?:TV|television|scripted|anime)\b", re.IGNORECASE)


def find(text: str) -> Iterator[SeasonMark]:
    """The seasons that a text names by their place; not in order."""
    lower = lowered(text)
    yield from _nth(text, lower)
    yield from _placed(text, lower)
    if "first" in lower:
        yield from _first_few(lower)
    if "sophomore" in lower or "freshman" in lower:
        yield from _class_shows(lower)
    if "season" in lower or "series" in lower or "episode" in lower:
        yield from _ellipses(text, lower)


def _nth(text: str, lower: str) -> Iterator[SeasonMark]:
    for match in _NTH.finditer(lower):
        noun = _noun(text, lower, match.end())
        if noun is None or (noun["run"] and _ON_TELEVISION.search(text, match.end(), noun.start())):
            continue  # "his first TV series" is no season
        each = [match.span("first"), *(more.span() for more in _EACH.finditer(lower, *match.span("more")))]
        for start, end in each[:-1]:
            yield SeasonMark(start, end, _value(lower[start:end]))
        start, end = each[-1]
        yield SeasonMark(start, noun.end(), _value(lower[start:end]), bool(_FINAL.search(text, end, noun.start())))


def _noun(text: str, lower: str, start: int) -> re.Match[str] | None:
    """The word for a season that what stands before `start` goes with, if nothing but modifiers stands between."""
    noun = _NOUN.search(lower, start, start + _REACH)
    if noun is None or "\n" in text[start : noun.start()]:
        return None
    words = [word.strip(",“”\"‘’'") for word in text[start : noun.start()].split()]
    kept = [word for index, word in enumerate(words) if word and not _connects(words, index)]
    between = text[start : noun.start()]
    return noun if all(map(_MODIFIER.fullmatch, kept)) and not _NO_SHOW.search(between) else None


def _connects(words: list[str], index: int) -> bool:
    """Whether a small word stands within a title: behind a capitalised word, and not at the end."""
    inside = index < len(words) - 1 and any(word[:1].isupper() for word in words[:index])
    return inside and _CONNECTOR.fullmatch(words[index]) is not None


def _value(word: str) -> int | None:
    return _CLASS_YEARS.get(word, number(word))


def _placed(text: str, lower: str) -> Iterator[SeasonMark]:
    for match in _PLACED.finditer(lower):
        noun = _noun(text, lower, match.end())
        if noun and (noun["season"] or (noun["run"] and (match["final"] or match["next"]))):
            yield SeasonMark(match.start(), noun.end(), None, bool(match["final"]) and not _before_this(match))


def _before_this(match: re.Match[str]) -> bool:
    """Whether `last season` is the one before, not the final one: no word for whose stands before it."""
    before = match.string[max(0, match.start() - 8) : match.start()]
    return match["final"] == "last" and bool(before.strip()) and not _DETERMINER.search(before)


def _first_few(lower: str) -> Iterator[SeasonMark]:
    """The first two or three seasons; of more, a sentence hardly means each."""
    for match in _FEW.finditer(lower):
        count = number(match["n"]) or 0
        spans = [(match.start(), match.start() + len("first")), match.span("n"), match.span("noun")]
        if 2 <= count <= 3:
            for value, (start, end) in enumerate(spans[:count], 1):
                yield SeasonMark(start, end if value < count else match.end(), value)


def _class_shows(lower: str) -> Iterator[SeasonMark]:
    for match in _CLASS_SHOW.finditer(lower):
        yield SeasonMark(match.start(), match.end(), _CLASS_YEARS[match["year"]])


def _ellipses(text: str, lower: str) -> Iterator[SeasonMark]:
    """`The second came out in 2022`, in a text on seasons."""
    for match in _ELLIPSIS.finditer(lower):
        if _NAME_BEFORE.search(text[max(0, match.start() - 20) : match.start()]):
            continue
        group = "n" if match["n"] else "m"
        yield SeasonMark(match.start(group), match.end(group), number(match[group]))
