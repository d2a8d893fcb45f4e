"""Facts and claims in a few words of English."""

from __future__ import annotations

import json
from functools import singledispatch

from hiatus.facts import (
    BasedOn,
    Cast,
    Company,
    Crew,
    Episodes,
    Fact,
    KnownFor,
    Metric,
    Release,
    Status,
    Story,
    Trailer,
)
from hiatus.knowledge.claims import Claim


def claim_said(claim: Claim) -> str:
    """A claim in one line: `Harbor Lights, season 2: released on 2026-05-01`."""
    fact = claim.fact
    season = f", season {fact.season}" if fact.season and not isinstance(fact, KnownFor) else ""
    return f"{fact.title}{season}: {said(fact)}{certainty(fact)}"


def certainty(fact: Fact) -> str:
    """How sure a fact is, and who says so, where it is not plainly so."""
    if fact.certainty == "confirmed":
        return ""
    return f" ({fact.certainty}{f', {fact.said_by}' if fact.said_by else ''})"


@singledispatch
def said(fact: Fact) -> str:
    """What a fact says of its title, in a few words."""
    return json.dumps(fact.to_dict(), ensure_ascii=False)


@said.register
def _status(fact: Status) -> str:
    return fact.stage


@said.register
def _release(fact: Release) -> str:
    return f"release {fact.date}" + (f" on {fact.platform}" if fact.platform else "")


@said.register
def _cast(fact: Cast) -> str:
    words = f"{fact.person} as {fact.character}" if fact.character else fact.person
    return ", ".join(filter(None, (words, fact.billing, fact.change)))


@said.register
def _crew(fact: Crew) -> str:
    return ", ".join(filter(None, (f"{fact.job} {fact.person}", fact.change)))


@said.register
def _company(fact: Company) -> str:
    return f"{fact.role} {fact.name}"


@said.register
def _based_on(fact: BasedOn) -> str:
    work = f" {fact.work}" if fact.work else ""
    return f"based on the {fact.form}{work}" + (f" by {fact.author}" if fact.author else "")


@said.register
def _known_for(fact: KnownFor) -> str:
    return f"{fact.person}, known from {fact.work}" + (f" season {fact.season}" if fact.season else "")


@said.register
def _metric(fact: Metric) -> str:
    return f"{figure(fact.value)} {fact.measure}" + (f", {fact.window}" if fact.window else "")


def figure(value: float) -> str:
    """A figure with its thousands apart."""
    return f"{value:,.10g}"


@said.register
def _episodes(fact: Episodes) -> str:
    return f"{fact.count} episodes"


@said.register
def _trailer(fact: Trailer) -> str:
    return f"{fact.form} is out"


@said.register
def _story(fact: Story) -> str:
    return fact.text
