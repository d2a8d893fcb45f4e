"""What people did in which works, from the claims that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hiatus.facts import BasedOn, Cast, Crew, KnownFor
from hiatus.knowledge.claims import Claim

AUTHOR = "author of its source"
"""The job of who wrote what a work is based on."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What a person did in a work.

    Attributes:
        work: the work (an entity).
        characters: whom the person plays, by entity; empty where no claim names one.
        jobs: what else the person does in it.
        claims: who says so, in the order in which they were filed.
    """

    work: int
    characters: tuple[int, ...]
    jobs: tuple[str, ...]
    claims: tuple[Claim, ...]


def credited(claims: Iterable[Claim]) -> dict[int, list[Credit]]:
    """The credits of each person that claims name, the works first that most claims tie them to.

    A claim that denies one, and a person's leaving, tie nobody to a work.
    """
    tied: dict[int, dict[int, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        work = _work_of(claim)
        if claim.person is not None and work is not None:
            tied[claim.person][work].append(claim)
    return {person: _ordered(_credit(work, own) for work, own in works.items()) for person, works in tied.items()}


def _work_of(claim: Claim) -> int | None:
    if claim.fact.certainty == "denied":
        return None
    match claim.fact:
        case Cast() | Crew() | BasedOn():
            return claim.work
        case KnownFor():
            return claim.other
        case _:
            return None


def _credit(work: int, claims: Collection[Claim]) -> Credit:
    characters = [claim.character for claim in claims if claim.character is not None]
    jobs = [_job(claim) for claim in claims]
    return Credit(work, tuple(dict.fromkeys(characters)), tuple(filter(None, dict.fromkeys(jobs))), tuple(claims))


def _job(claim: Claim) -> str:
    match claim.fact:
        case Crew(job=job):
            return job
        case BasedOn():
            return AUTHOR
        case _:
            return ""


def _ordered(found: Iterable[Credit]) -> list[Credit]:
    return sorted(found, key=lambda credit: (-len(credit.claims), credit.work))
