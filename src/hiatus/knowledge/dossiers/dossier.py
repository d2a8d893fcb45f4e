"""What is known of a work, as of any moment: one function of its claims and the moment."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from hiatus.knowledge.claims import Claim
from hiatus.knowledge.dossiers.slots import Said, Slot, said
from hiatus.knowledge.dossiers.stages import WAY, last_surely, stage_now, stages
from hiatus.knowledge.dossiers.weighing import Known, State, weigh


@dataclass(frozen=True)
class Dossier:
    """What is known of a work.

    Attributes:
        known: a value for each slot that anything is said of, in order of slots.
        steps: of each season, the stages that were said of it, in order of the first day.
    """

    known: tuple[Known, ...]
    steps: tuple[Known, ...]

    @cached_property
    def by_slot(self) -> dict[Slot, Known]:
        """The values by their slots."""
        return {known.slot: known for known in self.known}

    def seasons(self) -> list[int | None]:
        """The seasons that anything is known of, the newest first; None, the work as a whole, last."""
        found = {known.slot.season for known in self.known}
        return [*sorted((season for season in found if season is not None), reverse=True), *({None} & found)]

    def of(self, kind: str, season: int | None) -> list[Known]:
        """The values of one kind about one season, or about the work as a whole."""
        return [known for known in self.known if known.slot.kind == kind and known.slot.season == season]

    def stage(self, season: int | None) -> Known | None:
        """Where a season is."""
        return self.by_slot.get(Slot("status", season))

    def way(self, season: int | None) -> list[Known]:
        """The stages of a season in the order in which they were first said."""
        return [known for known in self.steps if known.slot.season == season]

    def disputes(self) -> list[Known]:
        """The values that sources disagree on."""
        return [known for known in self.known if known.state == "disputed"]

    def to_dict(self) -> dict[str, Any]:
        """As one JSON object."""
        return {"known": [known.to_dict() for known in self.known], "steps": [step.to_dict() for step in self.steps]}


def known(claims: Iterable[Claim], moment: dt.date | None = None) -> Dossier:
    """What is known of a work by its claims.

    Args:
        claims: all about one work, in any order.
        moment: the day as of which; now where not given.
    """
    until = [claim for claim in claims if moment is None or claim.document.day <= moment]
    by_slot: dict[Slot, list[Said]] = defaultdict(list)
    for each in said(until):
        by_slot[each.slot].append(each)
    slots = sorted(by_slot, key=lambda slot: slot.order)
    steps = {slot: stages(slot, by_slot[slot]) for slot in slots if slot.kind == "status"}
    found = (_stage(slot, steps[slot]) if slot in steps else weigh(slot, by_slot[slot]) for slot in slots)
    return Dossier(tuple(found), tuple(step for own in steps.values() for step in own))


def _stage(slot: Slot, found: Sequence[Known]) -> Known:
    """The stage now; disputed where a step on the way and a cancellation are each held to since the other."""
    now = stage_now(found)
    rivals = tuple(other for other in found if _at_odds(now, other))
    state: State = "disputed" if rivals and now.state == "known" else now.state
    return replace(now, slot=slot, state=state, others=rivals)


def _at_odds(now: Known, other: Known) -> bool:
    one, two = str(now.value), str(other.value)
    opposed = (one == "cancelled" and two in WAY) or (two == "cancelled" and one in WAY)
    overlap = last_surely(other) > now.first_seen and other.first_seen != now.first_seen
    return opposed and overlap and other.state != "denied" and other.certainty == now.certainty
