"""The stage of a season: the way it has come, and where it is now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from hiatus.facts import CERTAINTIES
from hiatus.knowledge.dossiers.slots import Said, Slot
from hiatus.knowledge.dossiers.weighing import Known, weigh

WAY = ("in development", "ordered", "renewed", "writing", "filming", "wrapped", "post-production")
"""The stages that follow each other; a season is as far along as the furthest."""

HOLDS = ("delayed", "undecided")
"""What is undone by any later step on the way."""


def stages(slot: Slot, claims: Sequence[Said]) -> list[Known]:
    """What is known of each stage of a season by itself, in the order in which they were first said."""
    by_stage: dict[str, list[Said]] = {}
    for each in claims:
        by_stage.setdefault(str(each.value), []).append(each)
    found = [weigh(Slot("status", slot.season, None, stage), own) for stage, own in by_stage.items()]
    return sorted(found, key=lambda known: (known.first_seen, _far(str(known.value))))


def stage_now(found: Sequence[Known]) -> Known:
    """Where a season is, of the stages that were said of it.

    Decisions count by time: a cancellation ends what went before and is undone by a later renewal. On the way, the
    furthest stage counts, however often an earlier one is told again.
    """
    standing = [known for known in found if known.state != "denied"]
    if not standing:
        return found[-1]
    surest = min(CERTAINTIES.index(known.certainty) for known in standing)
    sure = [known for known in standing if CERTAINTIES.index(known.certainty) == surest]
    return max(sure, key=lambda known: _rank(known, sure))


def _rank(known: Known, among: Sequence[Known]) -> tuple[int, int, dt.date]:
    stage = str(known.value)
    steps = [other for other in among if str(other.value) in WAY]
    if stage == "cancelled":
        undone = any(_renews(other, known) for other in steps)
        return (0 if undone else 3, 0, known.first_seen)
    if stage == "ending":  # a last season is made like any other: this is where it is only while nothing else is
        return (1, 0, known.first_seen)
    if stage in HOLDS:
        over = any(_goes_on(other, known) for other in steps) or (stage == "undecided" and bool(steps))
        return (0 if over else 2, 0, known.last_seen)
    return (1, 1 + _far(stage), known.first_seen)


def _goes_on(step: Known, hold: Known) -> bool:
    """Whether a step was taken, or is still said to be under way, after a season was put on hold."""
    under_way = _far(str(step.value)) > WAY.index("renewed") and last_surely(step) > hold.last_seen
    return under_way or step.first_seen > hold.last_seen


def last_surely(known: Known) -> dt.date:
    """The last day on which a stage was said as surely as ever: a rumor keeps nothing up that was confirmed."""
    days = [claim.document.day for claim in known.pro if claim.fact.certainty == known.certainty]
    return max(days, default=known.last_seen)


def _renews(other: Known, cancelled: Known) -> bool:
    return str(other.value) in ("renewed", "ordered", "filming") and other.first_seen > cancelled.last_seen


def _far(stage: str) -> int:
    return WAY.index(stage) if stage in WAY else len(WAY)
