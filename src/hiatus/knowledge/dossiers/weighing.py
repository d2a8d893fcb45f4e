"""What is known of one slot: claims weighed by how sure they are, how many independent sources say so, how recently.

A value that something else was said of later, as surely, and that nobody held to since, is superseded: a date that
moved, a rumor that was confirmed otherwise, a figure that grew. Where more than one is left, the slot is disputed.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from hiatus.facts import CERTAINTIES
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.dossiers.slots import Said, Slot, Value
from hiatus.knowledge.dossiers.values import compatible, is_past, precision

State = Literal["known", "disputed", "denied"]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a slot.

    Attributes:
        value: the value that weighs most, as the claim that says it most closely has it.
        certainty: that of the surest claim for it.
        state: `disputed` where another value is held as surely, or a source denies it; `denied` where it is not so.
        first_seen, last_seen: the days of the first and last claim for it.
        sources: how many independent sources say so.
        pro, contra: the claims for it, and those that deny it; in order of day.
        others: the other values that are held against it.
        before: the values that it superseded, the latest first.
    """

    slot: Slot
    value: Value
    certainty: str
    state: State
    first_seen: dt.date
    last_seen: dt.date
    sources: int
    pro: tuple[Claim, ...]
    contra: tuple[Claim, ...] = ()
    others: tuple[Known, ...] = ()
    before: tuple[Known, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As one JSON object; claims by their numbers."""
        return {
            "kind": self.slot.kind,
            "season": self.slot.season,
            "subject": self.slot.subject,
            "attribute": self.slot.attribute,
            "value": self.value,
            "certainty": self.certainty,
            "state": self.state,
            "first_seen": self.first_seen.isoformat(),
            "last_seen": self.last_seen.isoformat(),
            "sources": self.sources,
            "pro": [claim.id for claim in self.pro],
            "contra": [claim.id for claim in self.contra],
            "others": [other.to_dict() for other in self.others],
            "before": [other.to_dict() for other in self.before],
        }


def weigh(slot: Slot, claims: Sequence[Said]) -> Known:
    """What is known of a slot by these claims, which are in order of day."""
    held = [_held(slot, group) for group in _groups(slot, claims)]
    standing = [one for one in held if not any(_supersedes(other, one) for other in held)]
    ranked = sorted(standing, key=_weight, reverse=True)
    best = ranked[0]
    rivals = tuple(one for one in ranked[1:] if _as_sure(one, best))
    gone = sorted((one for one in held if one not in standing), key=lambda one: one.last_seen, reverse=True)
    state: State = "disputed" if rivals and best.state == "known" else best.state
    return replace(best, state=state, others=rivals, before=tuple(gone))


def _groups(slot: Slot, claims: Iterable[Said]) -> list[list[Said]]:
    """Claims whose values agree with all others of their group, in order of day; the closest gather the rest."""
    alike: dict[str, list[Said]] = {}
    for each in claims:
        alike.setdefault(json.dumps(each.value, sort_keys=True), []).append(each)
    groups: list[list[list[Said]]] = []
    for own in sorted(alike.values(), key=lambda own: precision(slot, own[0].value), reverse=True):
        value = own[0].value
        fitting = [group for group in groups if all(compatible(slot, value, other[0].value) for other in group)]
        # A vague value fits many; it goes with the one that was said nearest in time.
        chosen = min(fitting, key=lambda group: min(_apart(own, other) for other in group), default=None)
        if chosen is None:
            groups.append([own])
        else:
            chosen.append(own)
    return [sorted((each for own in group for each in own), key=_day) for group in groups]


def _day(each: Said) -> tuple[dt.date, int, int]:
    return each.claim.document.day, each.claim.document.id, each.claim.id


def _apart(one: Sequence[Said], other: Sequence[Said]) -> int:
    return abs((one[0].claim.document.day - other[0].claim.document.day).days)


def _held(slot: Slot, group: Sequence[Said]) -> Known:
    """A value with the claims for and against it."""
    pro = [each for each in group if not each.denied]
    contra = [each for each in group if each.denied]
    speaking = pro or contra
    return Known(
        slot=slot,
        value=_shown(slot, speaking),
        certainty=_surest(speaking),
        state=_state(pro, contra),
        first_seen=speaking[0].claim.document.day,
        last_seen=speaking[-1].claim.document.day,
        sources=independent(each.claim for each in speaking),
        pro=tuple(each.claim for each in pro),
        contra=tuple(each.claim for each in contra),
    )


def _surest(claims: Iterable[Said]) -> str:
    return min((each.claim.fact.certainty for each in claims), key=CERTAINTIES.index)


def _state(pro: Sequence[Said], contra: Sequence[Said]) -> State:
    """What denials make of a value: a rumor falls to a denial; what was confirmed is disputed, unless said again."""
    if not contra:
        return "known"
    if not pro or _surest(pro) != "confirmed":
        return "denied"
    return "known" if pro[-1].claim.document.day > contra[-1].claim.document.day else "disputed"


def _shown(slot: Slot, speaking: Sequence[Said]) -> Value:
    """The closest value, the latest of several; of values with parts, each part as last said."""
    values = [each.value for each in speaking]
    if not isinstance(values[0], dict):
        return max(reversed(values), key=lambda value: precision(slot, value))
    parts: dict[str, Any] = {}
    for value in values:
        assert isinstance(value, dict)  # noqa: S101 - one kind has one form
        parts |= {key: part for key, part in value.items() if part is not None or key not in parts}
    return parts


def _supersedes(later: Known, earlier: Known) -> bool:
    """Whether a value was first said, as surely, after the last time that the other was."""
    if later is earlier or not later.pro or later.first_seen <= earlier.last_seen:
        return False
    if later.slot.kind == "release" and is_past(str(earlier.value), later.first_seen):
        return False  # what has come out cannot be moved: somebody is wrong
    return CERTAINTIES.index(later.certainty) <= CERTAINTIES.index(earlier.certainty)


def _weight(known: Known) -> tuple[int, int, int, dt.date, str]:
    sure = -CERTAINTIES.index(known.certainty) if known.pro else -len(CERTAINTIES)
    return int(known.state != "denied"), sure, known.sources, known.last_seen, str(known.value)


def _as_sure(one: Known, best: Known) -> bool:
    return bool(one.pro) and one.state != "denied" and one.certainty == best.certainty


def independent(claims: Iterable[Claim]) -> int:
    """How many sources say so independently: copies of one story count once, and so does what one outlet says twice."""
    groups: list[set[str]] = []
    seen: set[tuple[int, str]] = set()
    for claim in claims:
        story, outlet = claim.document.story, claim.document.publisher or claim.document.address
        if (story, outlet) in seen:
            continue
        seen.add((story, outlet))
        own = {f"story {story}", f"outlet {outlet}"}
        joined = [group for group in groups if group & own]
        groups = [group for group in groups if not group & own] + [own.union(*joined)]
    return len(groups)
