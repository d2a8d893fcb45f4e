"""Which known work a title from elsewhere means: one that a person types, or a list of theirs names."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from hiatus.facts import Release
from hiatus.knowledge.choosing import keys_of
from hiatus.knowledge.entities import Entity, entities_numbered, fixed_titles
from hiatus.knowledge.following import ME, follow, follow_title, is_followed
from hiatus.knowledge.lists import Entry
from hiatus.knowledge.loading import claims_of
from hiatus.knowledge.mentions import Register, is_name
from hiatus.knowledge.titles import parse_title, same_title

Outcome = Literal["followed", "followed before", "not known yet", "ambiguous", "another kind"]


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of an entry of a list.

    Attributes:
        outcome: `not known yet` is followed too, by its title; `ambiguous` and `another kind` are not.
        works: what it means, or may mean.
    """

    entry: Entry
    outcome: Outcome
    works: tuple[Entity, ...] = ()


def titled(connection: Connection, title: str) -> list[Entity]:
    """The works that a title surely means, give or take season, spelling and year; those most told of first."""
    if not is_name(title):
        return []
    register = Register(connection)
    sharing = register.sharing("work", keys_of("work", title))
    same = [number for number, spelling in sharing.items() if same_title(title, spelling)]
    found = {each.entity for own in register.of_names(same).values() for each in own}
    found |= {work for work, fixed in fixed_titles(connection).items() if same_title(title, fixed)}
    works = list(entities_numbered(connection, "work", found).values())
    return sorted(works, key=lambda work: (-work.claims, work.id))


def told_of(works: Collection[Entity]) -> list[Entity]:
    """Those of some namesakes that anything is known of; all where nothing is known of any."""
    return [work for work in works if work.claims] or list(works)


def follow_list(connection: Connection, entries: Iterable[Entry], follower: str = ME) -> list[Matched]:
    """Follow what a list names, and say what became of each entry. Doing it again changes nothing."""
    return [_follow(connection, entry, follower) for entry in entries]


def _follow(connection: Connection, entry: Entry, follower: str) -> Matched:
    title = f"{entry.title} ({entry.year})" if entry.year else entry.title
    found = titled(connection, title)
    fitting = [work for work in found if _is_of_kind(connection, work, entry)]
    if found and not fitting:
        return Matched(entry, "another kind", tuple(found))
    works = _of_year(connection, told_of(fitting), entry)
    if len(works) > 1:
        before = [work for work in works if is_followed(connection, work.id, follower)]
        return Matched(entry, "followed before" if before else "ambiguous", tuple(before or works))
    if works:
        new = follow(connection, works[0].id, follower)
        return Matched(entry, "followed" if new else "followed before", tuple(works))
    follow_title(connection, title if titled(connection, entry.title) else entry.title, follower)
    return Matched(entry, "not known yet")


def _is_of_kind(connection: Connection, work: Entity, entry: Entry) -> bool:
    """Whether a work can be what an entry says: what has seasons is no film."""
    said = {parse_title(spelling).medium for spelling in work.spellings} - {None}
    if entry.kind is None or said == {entry.kind}:
        return True
    return entry.kind != "film" or not Register(connection).has_seasons(work.id)


def _of_year(connection: Connection, works: list[Entity], entry: Entry) -> list[Entity]:
    """Those of several namesakes that came out in the year of an entry; all where that tells nothing."""
    if len(works) < 2 or entry.year is None:
        return works
    return [work for work in works if _first_year(connection, work.id) == entry.year] or works


def _first_year(connection: Connection, work: int) -> int | None:
    facts = (claim.fact for claim in claims_of(connection, work, ("release",)))
    dates = [fact.date[:4] for fact in facts if isinstance(fact, Release) and fact.certainty != "denied"]
    return min((int(year) for year in dates if year.isdecimal()), default=None)
