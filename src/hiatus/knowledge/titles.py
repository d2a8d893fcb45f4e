"""Titles of series and films: what is the work's own, what is a season, a year or a medium, and whether two are one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

Medium = Literal["film", "series"]
Verdict = Literal["same", "different", "unsure"]

LONGEST = 300
"""Characters of a title that are looked at."""

MOST_SEASONS = 60
"""The highest number after a title that can be a season's."""

SLIP_FROM = 10
"""Letters from which one wrong letter may be a slip."""

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ROMANS = "i ii iii iv v vi vii viii ix x xi xii".split()
_NUMBERS = {word: value for words in (_WORDS, _ORDINALS, _ROMANS) for value, word in enumerate(words, 1)}
_NUMBER = rf"(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ORDINAL = rf"(\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})"

_SEASON = re.compile(rf"^(?P<base>.+?)[\s:,.·-]+(?:season|series|s(?=0?\d)) ?0?{_NUMBER}$")
_NTH_SEASON = re.compile(rf"^(?P<base>.+?)[\s:,.·-]+(?:the )?{_ORDINAL} (?:season|series)$")
_PART = re.compile(rf"\b(part|chapter|volume|vol|book|episode)\.? {_NUMBER}(?=$|\s*[:,])")
_BARE = re.compile(r"^(?P<base>.+?) (?P<number>\d{1,2}|ii|iii|iv|vi|vii|viii|ix)$")
_BRACKETS = re.compile(r"^(?P<base>.+?)\s*[(\[](?P<inside>[^()\[\]]+)[)\]]$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FILM = re.compile(r"\b(?:film|movie|tv film|tv movie)$")
_SERIES = re.compile(r"\b(?:series|miniseries|show|drama|anime|sitcom|k-?drama|web series)$")
_PLACE = {
    "us": "us", "usa": "us", "u s": "us", "american": "us", "uk": "uk", "u k": "uk", "british": "uk", "au": "au",
    "australian": "au", "nz": "nz", "canadian": "ca", "korean": "kr", "south korean": "kr", "japanese": "jp",
    "chinese": "cn", "indian": "in", "danish": "dk", "swedish": "se", "french": "fr", "german": "de", "spanish": "es",
}  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|an?) (?=\S)|, (?:the|an?)$")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")
_PUNCTUATION = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True)
class Title:
    """A title taken apart.

    Attributes:
        base: the work's own title, folded: no case, accents, punctuation or leading article; numerals in figures.
        season: the season that is named beside it.
        number: a number that ends the base, and can be a season or the work's own (`Toy Story 4`).
        year: the year in brackets.
        medium: `film` or `series`, where brackets say so; a season says that it is a series.
        place: the country in brackets, as in `The Office (US)`.
        also: the folded titles in other brackets: a translation.
    """

    base: str
    season: int | None = None
    number: int | None = None
    year: int | None = None
    medium: Medium | None = None
    place: str | None = None
    also: tuple[str, ...] = ()

    @property
    def stem(self) -> str:
        """The base without the number that ends it."""
        return self.base.rsplit(" ", 1)[0] if self.number is not None else self.base


@dataclass(frozen=True, slots=True)
class TitleComparison:
    """Whether two titles are one work's, and why."""

    verdict: Verdict
    reasons: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def parse_title(title: str) -> Title:
    """Take a title apart. Nothing is refused: where nothing else would be left, all of it is the base."""
    text = _plain(title)
    year, medium, place, also = None, None, None, []
    while match := _BRACKETS.match(text):
        text, inside = match["base"], match["inside"]
        if _SEASON.match(f"x {inside}") or _NTH_SEASON.match(f"x {inside}"):
            text = f"{text} {inside}"
            break
        said_year, said_medium, said_place = _said(inside)
        if not (said_year or said_medium or said_place):
            also.append(_folded(inside))
        year, medium, place = year or said_year, medium or said_medium, place or said_place
    text, season = _without_season(text)
    base = _folded(text)
    number = _bare_number(base)
    medium = medium or ("series" if season is not None else None)
    return Title(base, season, number, year, medium, place, tuple(filter(None, also)))


def title_key(title: str) -> str:
    """The key of a work's title in an index: equal for titles that differ by season, year, medium or spelling alone.

    Two works of one name share it: whether two titles are one work's, `compare_titles` says.
    """
    return parse_title(title).base


def title_keys(title: str) -> frozenset[str]:
    """All keys to look a title up by: also without the number that ends it, and by its translation in brackets."""
    parsed = parse_title(title)
    return frozenset((parsed.base, parsed.stem, *parsed.also))


def same_title(one: str, other: str, medium: Medium | None = None) -> bool:
    """Whether two titles are surely one work's."""
    return compare_titles(one, other, medium).verdict == "same"


def compare_titles(one: str, other: str, medium: Medium | None = None) -> TitleComparison:
    """Compare two titles of works.

    Args:
        one: a title.
        other: another.
        medium: what both are known to be: the number after the title of a series is a season, that of a film its own.
    """
    ours, theirs = parse_title(one), parse_title(other)
    if not ours.base or not theirs.base:
        return TitleComparison("unsure", ("there is no title to compare",))
    apart = _told_apart(ours, theirs)
    names = _compare_names(ours, theirs, medium or ours.medium or theirs.medium)
    return TitleComparison("different", (apart,)) if apart and names.verdict != "different" else names


def _told_apart(one: Title, other: Title) -> str | None:
    """What tells two works of one name apart."""
    for what in ("year", "medium", "place"):
        ours, theirs = getattr(one, what), getattr(other, what)
        if ours and theirs and ours != theirs:
            return f"one name, but another {what}: {ours}, {theirs}"
    return None


def _compare_names(one: Title, other: Title, medium: Medium | None) -> TitleComparison:
    if {one.base, *one.also} & {other.base, *other.also}:
        return TitleComparison("same", ("the titles are the same, season, punctuation and articles aside",))
    if one.stem == other.stem:
        return _by_number(one, other, medium)
    if _slip(one.base, other.base):
        return TitleComparison("unsure", ("the titles are a letter apart",))
    return TitleComparison("different", (f"the titles are different: {one.base}, {other.base}",))


def _by_number(one: Title, other: Title, medium: Medium | None) -> TitleComparison:
    """Titles that differ by the number at their end: a season of a series, a film of its own, or nobody knows."""
    number = " and ".join(str(title.number) for title in (one, other) if title.number is not None)
    if medium == "series":
        return TitleComparison("same", (f"{number} after the title of a series is a season",))
    if medium == "film":
        return TitleComparison("different", (f"{number} after the title of a film makes another film",))
    return TitleComparison("unsure", (f"{number} after the title can be a season, or a work of its own",))


def _slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SLIP_FROM or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def _plain(title: str) -> str:
    text = unicodedata.normalize("NFKC", title[:LONGEST]).casefold().translate(_APOSTROPHES)
    text = text.replace("&", " and ").replace("–", "-").replace("—", "-").strip(' \t\n"“”„«»')
    return " ".join(text.split())


def _folded(text: str) -> str:
    """Punctuation, accents and a leading article gone, numerals of parts in figures."""
    text = _ARTICLE.sub("", _PART.sub(lambda match: f"{match[1].rstrip('.')} {_value(match[2])}", text))
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    text = unicodedata.normalize("NFC", _PUNCTUATION.sub(" ", text)).strip()
    roman = _BARE.match(text)
    return f"{roman['base']} {_value(roman['number'])}" if roman else text


def _said(inside: str) -> tuple[int | None, Medium | None, str | None]:
    """The year, medium and country that brackets hold, if they hold no more than these and plain words about them."""
    year = _YEAR.search(inside)
    rest = " ".join(_PUNCTUATION.sub(" ", _YEAR.sub(" ", inside)).split())
    medium: Medium | None = "film" if _FILM.search(rest) else "series" if _SERIES.search(rest) else None
    place = _PLACE.get(re.sub(r" ?\b(?:tv|film|movie|series|miniseries|show|drama|web|version)\b", "", rest).strip())
    known = medium or place or not rest
    return (int(year[0]) if year and known else None), medium, place


def _without_season(text: str) -> tuple[str, int | None]:
    match = _SEASON.match(text) or _NTH_SEASON.match(text)
    return (match["base"], _value(match[2])) if match else (text, None)


def _bare_number(base: str) -> int | None:
    match = _BARE.match(base)
    value = _value(match["number"]) if match else 0
    part = match is not None and match["base"].endswith(
        ("part", "chapter", "volume", "vol", "book", "episode", "season", "series")
    )
    return value if 1 < value <= MOST_SEASONS and not part else None


def _value(number: str) -> int:
    return _NUMBERS.get(number) or int(number.rstrip("stndrh"))
