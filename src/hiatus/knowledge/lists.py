"""Lists of series and films that people have elsewhere: the export of a service, or a text with a title a line.

Which service a file is from is told by what it holds, not by its name. The forms:
Trakt (https://trakt.docs.apiary.io, the sync and list items), Simkl (https://simkl.docs.apiary.io, sync/all-items),
Letterboxd (https://letterboxd.com/about/importing-data/), IMDb's lists, TV Time's `followed_tv_show.csv`.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

Kind = Literal["film", "series"]
Form = Literal["Trakt", "Simkl", "Letterboxd", "IMDb", "TV Time", "plain text"]

MOST_BYTES = 32 * 1024 * 1024
MOST_ENTRIES = 50_000
LONGEST_TITLE = 300
_DEEPEST_HEAD = 10
"""Rows in which the headings of a table are looked for: some lists are described above them."""

_YEAR = re.compile(r"(?:18|19|20)\d\d")
_YEAR_AT_THE_END = re.compile(r"^(?P<title>.+\S)\s*\((?P<year>(?:18|19|20)\d\d)\)$")
_JSON = re.compile(r"\s*(?:\{|\[\s*(?:[\[{\"\d\]]|null))")  # `[x] a title` and `[REC]` are no JSON
_ITEM = re.compile(r"^(?:[-*•]|\[[ xX]?\]|\d{1,4}[.)])\s+")


class ListError(Exception):
    """A file that is no list; the message says why and what to give instead."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list names.

    Attributes:
        year: that it first came out, None where the list does not say.
        kind: None where the list does not say.
    """

    title: str
    year: int | None = None
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A line that names nothing to follow, and why."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as read: each entry once, in its order."""

    form: Form
    entries: tuple[Entry, ...]
    skipped: tuple[Skipped, ...]


def read_list(data: bytes) -> Listed:
    """The series and films that a file names.

    Args:
        data: the file's content, 32 MiB at most.

    Raises:
        ListError: if it is too large, is packed, or is of no form that is known.
    """
    if len(data) > MOST_BYTES:
        raise ListError(f"it is larger than {MOST_BYTES >> 20} MiB: no list of titles is")
    if data.startswith((b"PK\x03\x04", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")):
        raise ListError("it is packed: unpack it, and give the list itself, such as watchlist.csv")
    text = _decoded(data)
    if "\x00" in text:
        raise ListError("it is no text: give a list in JSON, CSV or plain text")
    form, found = _json(text) if _JSON.match(text) else _table(text) or ("plain text", _plain(text))
    return _listed(form, found)


_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def _decoded(data: bytes) -> str:
    """The text, by its byte order mark; else UTF-8; else what Windows programs of the West write."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _listed(form: Form, found: Iterable[Entry | Skipped]) -> Listed:
    entries: dict[Entry, None] = {}
    skipped: dict[Skipped, None] = {}
    for each in found:
        if isinstance(each, Skipped):
            skipped[each] = None
        else:
            entries[each] = None
        if len(entries) + len(skipped) > MOST_ENTRIES:
            raise ListError(f"it has more than {MOST_ENTRIES:,} lines: split it")
    return Listed(form, tuple(entries), tuple(skipped))


def _entry(title: object, year: object = None, kind: Kind | None = None) -> Entry | Skipped:
    """An entry of values as a list has them, whatever they are."""
    name = " ".join(title.split()) if isinstance(title, str) else ""
    if not name:
        return Skipped("", "it has no title")
    if len(name) > LONGEST_TITLE:
        return Skipped(name[:60] + "…", "that is no title: it is too long")
    if match := _YEAR_AT_THE_END.match(name):
        name, year = match["title"], year or match["year"]
    found = _YEAR.fullmatch(str(year).strip().removesuffix(".0"))
    return Entry(name, int(found[0]) if found else None, kind)


def _json(text: str) -> tuple[Form, Iterator[Entry | Skipped]]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ListError("it is broken JSON: export it again") from error
    if isinstance(values, dict) and any(isinstance(values.get(name), list) for name in _SIMKL):
        return "Simkl", _simkl(values)
    if isinstance(values, list) and (not values or any(_is_of_trakt(each) for each in values)):
        return "Trakt", _trakt(values)
    raise ListError("it is JSON, but no list of Trakt or Simkl that has titles: give watchlist, watched or list items")


_SIMKL: dict[str, Kind | None] = {"shows": "series", "anime": None, "movies": "film"}
_LEFT_BEHIND = "dropped"


def _simkl(values: Mapping[str, Any]) -> Iterator[Entry | Skipped]:
    for name, kind in _SIMKL.items():
        items = values.get(name)
        for item in items if isinstance(items, list) else ():
            work = _inside(item, "show", "movie")
            if work is None:
                yield Skipped("", "it has no title")
            elif item.get("status") == _LEFT_BEHIND:
                yield Skipped(str(work.get("title", ""))[:LONGEST_TITLE], "dropped there")
            else:
                yield _entry(work.get("title"), work.get("year"), "film" if "movie" in item else kind)


def _is_of_trakt(item: object) -> bool:
    return _inside(item, "show", "movie", "person") is not None


def _trakt(items: Iterable[object]) -> Iterator[Entry | Skipped]:
    for item in items:
        if (film := _inside(item, "movie")) is not None:
            yield _entry(film.get("title"), film.get("year"), "film")
        elif (show := _inside(item, "show")) is not None:  # a season or an episode comes with its show
            yield _entry(show.get("title"), show.get("year"), "series")
        elif (person := _inside(item, "person")) is not None:
            yield Skipped(str(person.get("name", ""))[:LONGEST_TITLE], "a person: works are followed")
        else:
            yield Skipped("", "it has no title")


def _inside(item: object, *names: str) -> dict[str, Any] | None:
    """The object that an item holds under the first of these names that it has."""
    if isinstance(item, dict):
        for name in names:
            if isinstance(item.get(name), dict):
                return item[name]  # type: ignore[no-any-return]
    return None


Row = Mapping[str, str]


def _table(text: str) -> tuple[Form, Iterator[Entry | Skipped]] | None:
    """The entries of a table with headings that are known; None where it has none."""
    rows = _rows(text)
    above: list[list[str]] = []
    for row in islice(rows, _DEEPEST_HEAD):
        head = [cell.strip().casefold() for cell in row]
        form = _form(head, above)
        if form is not None:
            read = _READERS[form]
            return form, (read(dict(zip(head, cells, strict=False))) for cells in rows if any(map(str.strip, cells)))
        above.append(row)
    return None


def _rows(text: str) -> Iterator[list[str]]:
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    except csv.Error as error:
        raise ListError(f"it is broken CSV ({error}): export it again") from error


def _delimiter(text: str) -> str:
    head = text[:4096].split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _form(head: list[str], above: list[list[str]]) -> Form | None:
    """Whose table has these headings."""
    names = set(head)
    if "tv_show_name" in names:
        return "TV Time"
    if "const" in names and "known for" in names:
        raise ListError("it is a list of people: give a list of titles")
    if "const" in names and "title" in names:
        return "IMDb"
    films = "letterboxd uri" in names or ("url" in names and "position" in names)
    return "Letterboxd" if "name" in names and (films or ("year" in names and not above)) else None


def _tv_time(row: Row) -> Entry | Skipped:
    title = row.get("tv_show_name", "")
    if row.get("active", "").strip() in ("0", "false") or row.get("archived", "").strip() in ("1", "true"):
        return Skipped(title[:LONGEST_TITLE], "no longer followed there")
    return _entry(title, kind="series")


_FILMS = ("movie", "tvmovie", "short", "tvshort", "video", "tvspecial")
_SERIES = ("tvseries", "tvminiseries")


def _imdb(row: Row) -> Entry | Skipped:
    title = row.get("title", "")
    form = re.sub(r"[\W_]", "", row.get("title type", "")).casefold()
    if form and form not in (*_FILMS, *_SERIES):
        return Skipped(title[:LONGEST_TITLE], f"neither a series nor a film: {row['title type'].strip()[:40]}")
    return _entry(title, row.get("year"), "film" if form in _FILMS else "series" if form else None)


def _letterboxd(row: Row) -> Entry | Skipped:
    # It lists films, and the few series that its database of films has: it does not say which.
    return _entry(row.get("name"), row.get("year"))


_READERS: dict[Form, Callable[[Row], Entry | Skipped]] = {"TV Time": _tv_time, "IMDb": _imdb, "Letterboxd": _letterboxd}


def _plain(text: str) -> Iterator[Entry | Skipped]:
    """A title a line; bullets, numbers before it and lines that begin with # are passed by."""
    for line in text.splitlines():
        title = _ITEM.sub("", line.strip()).strip()
        if title and not line.lstrip().startswith("#"):
            yield _entry(title)
