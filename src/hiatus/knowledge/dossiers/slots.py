"""What a dossier has places for, and which place a claim speaks of."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from hiatus.facts import BasedOn, Cast, Company, Crew, Episodes, KnownFor, Metric, Release, Status, Story, Trailer
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.dossiers.figures import MANY, figures_agree

Value = str | int | float | dict[str, Any]
"""What a claim says of its slot: plain, as JSON has it."""

WORDS_OF_A_STORY = 10
"""Words by which two tellings of a story are one."""

_FILLING = frozenset("the its their in within over of a an for first after release launch".split())


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that can be known of a work.

    Attributes:
        kind: the kind of fact.
        season: None for the work as a whole.
        subject: the person or company that it is about.
        attribute: what of it, where a kind has several: a job, a role, a form, a measure and its window.
    """

    kind: str
    season: int | None = None
    subject: int | None = None
    attribute: str = ""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """What slots are sorted by."""
        season = -1 if self.season is None else self.season
        return self.kind, season, -1 if self.subject is None else self.subject, self.attribute


@dataclass(frozen=True, slots=True)
class Said:
    """A claim as what it says of one slot."""

    slot: Slot
    value: Value
    claim: Claim

    @property
    def denied(self) -> bool:
        """Whether the claim is that it is not so."""
        return self.claim.fact.certainty == "denied"


_Placed = dict[tuple[int | None, str, int], list[Said]]
"""The first claim of each figure, by season, measure and size."""


def said(claims: Iterable[Claim]) -> list[Said]:
    """What each claim says, in order of the day on which it was known; what a person is known for is not the work's."""
    ordered = sorted(claims, key=lambda claim: (claim.document.day, claim.document.id, claim.id))
    found = [each for claim in ordered if (each := _said(claim)) is not None]
    return _by_figure(_by_author(_by_platform(found)))


def _said(claim: Claim) -> Said | None:  # noqa: C901, PLR0911 - one line a kind
    fact, season = claim.fact, claim.fact.season
    match fact:
        case Status(stage=stage):
            return Said(Slot("status", season), stage, claim)
        case Release(date=date):
            return Said(Slot("release", season), date, claim)
        case Cast(person=person, character=character, change=change, billing=billing):
            value = {"person": person, "character": character, "change": change, "billing": billing}
            return Said(Slot("cast", season, claim.person), value, claim)
        case Crew(person=person, job=job, change=change):
            return Said(Slot("crew", season, claim.person, job), {"person": person, "change": change}, claim)
        case Company(name=name, role=role):
            return Said(Slot("company", None, claim.organization, role), {"name": name}, claim)
        case BasedOn(form=form, work=work, author=author):
            return Said(Slot("based_on", None, claim.person, form), {"work": work, "author": author}, claim)
        case Metric(measure=measure, value=number, window=window):
            return Said(Slot("metric", season, None, measured(measure, window)), number, claim)
        case Episodes(count=count):
            return Said(Slot("episodes", season), count, claim)
        case Trailer(form=form):
            return Said(Slot("trailer", season, None, form), {"out": True}, claim)
        case Story(text=text):
            return Said(Slot("story", season, None, opening(text)), text, claim)
        case KnownFor() | _:
            return None


def opening(text: str) -> str:
    """The first words of a story, by which a retelling is known."""
    return " ".join(re.findall(r"\w+", text.casefold())[:WORDS_OF_A_STORY])


def measured(measure: str, window: str | None) -> str:
    """A measure with its window, however that is worded: `first 28 days`, `within 28 days of release` are one."""
    kept = [word for word in re.findall(r"\w+", (window or "").casefold()) if word not in _FILLING]
    return f"{measure}: {' '.join(kept)}" if kept else measure


def _by_platform(found: list[Said]) -> list[Said]:
    """Claims, those of a season's release apart by platform where it comes out on several."""
    platforms: dict[int | None, dict[int, set[str]]] = {}
    for each in found:
        if each.slot.kind == "release" and each.claim.organization is not None:
            dates = platforms.setdefault(each.slot.season, {})
            dates.setdefault(each.claim.organization, set()).add(str(each.value))
    return [_with_platform(each, platforms.get(each.slot.season, {})) for each in found]


def _with_platform(each: Said, platforms: dict[int, set[str]]) -> Said:
    if each.slot.kind != "release" or len(platforms) < 2:
        return each
    own = each.claim.organization
    if own is None:  # no platform named: that of the same date, else the one that most is said of
        own = max(sorted(platforms), key=lambda name: (str(each.value) in platforms[name], len(platforms[name])))
    return Said(Slot("release", each.slot.season, own), each.value, each.claim)


def _by_author(found: list[Said]) -> list[Said]:
    """Claims, those of a source without an author with the ones that name the only one."""
    authors: dict[str, set[int]] = {}
    for each in found:
        if each.slot.kind == "based_on" and each.slot.subject is not None:
            authors.setdefault(each.slot.attribute, set()).add(each.slot.subject)
    return [_with_author(each, authors) for each in found]


def _with_author(each: Said, authors: dict[str, set[int]]) -> Said:
    own = authors.get(each.slot.attribute, set()) if each.slot.kind == "based_on" else set()
    if each.slot.subject is not None or len(own) != 1:
        return each
    return Said(Slot("based_on", None, min(own), each.slot.attribute), each.value, each.claim)


def _by_figure(found: list[Said]) -> list[Said]:
    """Claims, those of one figure of a season in one place, however the window of it is worded."""
    placed: _Placed = {}
    return [_with_its_like(each, placed) for each in found]


def _with_its_like(each: Said, placed: _Placed) -> Said:
    if not isinstance(each.claim.fact, Metric) or (size := _size(each)) == 0:
        return each
    season, measure = each.slot.season, each.claim.fact.measure
    alike = placed.setdefault((season, measure, size), [])
    near = chain.from_iterable(placed.get((season, measure, size + step), ()) for step in (0, -1, 1))
    same = next((other for other in near if figures_agree(_number(each), _number(other))), None)
    if same is None:
        alike.append(each)
        return each
    return Said(same.slot, each.value, each.claim)


def _size(each: Said) -> int:
    """How many bits a figure has, 0 for a small one; those that are one by rounding have at most one more."""
    number = _number(each)
    return math.frexp(number)[1] if number >= MANY else 0


def _number(each: Said) -> float:
    return float(str(each.value))
