"""Claims from a short notation, a document a line: `DAY PUBLISHER[/STORY]: FACT; FACT…`.

DAY is a date, or a number of days after the first of 2024. A FACT is a kind, a season (`s2`) where it has one, its own
fields, and its certainty in brackets where it is not confirmed. `Name=7` gives a name the entity 7; without it equal
names are one entity.

    3 Alpha: status s2 renewed; cast s2 Mina Cho as Dana, returning, lead (rumored)
    9 Beta/4: release s2 2024-10-05 on Netflix; crew s2 Leo Park: director; known_for Mina Cho: Night Ferry
    10 Gamma: metric s1 views 560000000 in first 28 days; based_on webtoon Harbor by Joo; story s1 Two sisters meet.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from typing import Any

from hiatus.facts import CHANGES, Evidence, from_dict
from hiatus.knowledge.claims import Claim, Document

_LINE = re.compile(r"(\S+) ([^:/]+)(?:/(\d+))?: (.*)")
_FACT = re.compile(r"(\w+)(?: s(\d+))?\s*(.*?)(?: \((\w+)\))?")
_EVIDENCE = {"start": 0, "end": 1, "quote": "x"}


def claims(notation: str) -> list[Claim]:
    """The claims, numbered as they come; a document without a story has one of its own."""
    found: list[Claim] = []
    for number, line in enumerate(filter(None, map(str.strip, notation.splitlines())), 1):
        match = _LINE.fullmatch(line)
        assert match, line
        document = _document(number, *match.groups()[:3])
        found += [_claim(len(found) + place, fact, document) for place, fact in enumerate(match[4].split("; "), 1)]
    return found


def day(text: str | int) -> dt.date:
    """A date, or the first of 2024 and so many days."""
    text = str(text)
    return dt.date(2024, 1, 1) + dt.timedelta(int(text)) if text.isdigit() else dt.date.fromisoformat(text)


def entity(name: str) -> int:
    """The entity of a name that gives none itself."""
    return zlib.crc32(name.encode()) % 1_000_000


def _document(number: int, when: str, publisher: str, story: str | None) -> Document:
    fetched = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
    address = f"https://{publisher.casefold()}.example/{number}"
    return Document(number, address, publisher, None, day(when), fetched, int(story or number + 1000))


def _claim(number: int, text: str, document: Document) -> Claim:
    match = _FACT.fullmatch(text)
    assert match, text
    kind, season, rest, certainty = match.groups()
    names: dict[str, int] = {}
    own = _OWN[kind](rest, names)
    values = {"kind": kind, "title": "Harbor", "season": int(season) if season else None, **own}
    fact = from_dict(values | {"certainty": certainty or "confirmed", "evidence": dict(_EVIDENCE)})
    assert fact.evidence == Evidence(0, 1, "x")
    return Claim(number, fact, document, work=1, **names)


def _named(text: str | None, role: str, names: dict[str, int]) -> str | None:
    if not text:
        return None
    name, _, number = text.partition("=")
    names[role] = int(number) if number else entity(name)
    return name


def _cast(rest: str, names: dict[str, int]) -> dict[str, Any]:
    who, *marks = rest.split(", ")
    person, _, character = who.partition(" as ")
    change = next((mark for mark in marks if mark in CHANGES), None)
    billing = next((mark for mark in marks if mark not in CHANGES), None)
    return {
        "person": _named(person, "person", names),
        "character": _named(character, "character", names),
        "change": change,
        "billing": billing,
    }


def _crew(rest: str, names: dict[str, int]) -> dict[str, Any]:
    person, job, *change = re.split(": |, ", rest)
    return {"person": _named(person, "person", names), "job": job, "change": change[0] if change else None}


def _release(rest: str, names: dict[str, int]) -> dict[str, Any]:
    date, _, platform = rest.partition(" on ")
    return {"date": date, "platform": _named(platform, "organization", names)}


def _company(rest: str, names: dict[str, int]) -> dict[str, Any]:
    name, _, role = rest.partition(": ")
    return {"name": _named(name, "organization", names), "role": role}


def _based_on(rest: str, names: dict[str, int]) -> dict[str, Any]:
    what, _, author = rest.partition(" by ")
    form, _, work = what.partition(" ")
    return {"form": form, "work": _named(work, "other", names), "author": _named(author, "person", names)}


def _known_for(rest: str, names: dict[str, int]) -> dict[str, Any]:
    person, _, work = rest.partition(": ")
    return {"person": _named(person, "person", names), "work": _named(work, "other", names)}


def _metric(rest: str, names: dict[str, int]) -> dict[str, Any]:
    match = re.fullmatch(r"(.+?) ([\d.]+)(?: in (.+))?", rest)
    assert match, rest
    return {"measure": match[1], "value": float(match[2]), "window": match[3]}


_OWN: dict[str, Any] = {
    "status": lambda rest, names: {"stage": rest},
    "release": _release,
    "cast": _cast,
    "crew": _crew,
    "company": _company,
    "based_on": _based_on,
    "known_for": _known_for,
    "metric": _metric,
    "episodes": lambda rest, names: {"count": int(rest)},
    "trailer": lambda rest, names: {"form": rest},
    "story": lambda rest, names: {"text": rest},
}
