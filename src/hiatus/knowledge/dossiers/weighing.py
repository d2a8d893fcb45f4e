"""What is known of one slot: claims weighed by how sure they are, how many independent sources say so, how recently.

A value that something else was said of later, as surely, and that nobody held to since, is superseded: a date that
moved, a rumor that was confirmed otherwise, a figure that grew. Where more than one is left, the slot is disputed.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal

from hiatus.facts import CERTAINTIES
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.dossiers.slots import Said, Slot, Value
from hiatus.knowledge.dossiers.values import compatible, is_past, precision, region

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
        aside: values that dispute nothing, as they are less sure or denied.
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
    aside: tuple[Known, ...] = ()

    def claims(self) -> Iterator[Claim]:
        """Every claim that speaks of the slot, whatever it says."""
        yield from (*self.pro, *self.contra)
        for other in (*self.others, *self.before, *self.aside):
            yield from other.claims()

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
            "aside": [other.to_dict() for other in self.aside],
        }


def weigh(slot: Slot, claims: Sequence[Said]) -> Known:
    """What is known of a slot by these claims, which are in order of day."""
    held = [_held(slot, group) for group in _groups(slot, claims)]
    superseded = _superseded(slot, held)
    best, *others = sorted((o for o, gone in zip(held, superseded, strict=True) if not gone), key=_weight, reverse=True)
    before = sorted((o for o, gone in zip(held, superseded, strict=True) if gone), key=_last_seen, reverse=True)
    rivals = tuple(one for one in others if _as_sure(one, best))
    aside = tuple(one for one in others if not _as_sure(one, best))
    state: State = "disputed" if rivals and best.state == "known" else best.state
    return replace(best, state=state, others=rivals, before=tuple(before), aside=aside)


def _last_seen(one: Known) -> tuple[dt.date, str]:
    return one.last_seen, str(one.value)


def _groups(slot: Slot, claims: Iterable[Said]) -> list[list[Said]]:
    """Claims whose values agree with all others of their group, in order of day; the closest gather the rest."""
    alike: defaultdict[str, list[Said]] = defaultdict(list)
    for each in claims:
        alike[str(each.value)].append(each)
    if len(alike) == 1:
        return list(alike.values())
    groups: list[list[list[Said]]] = []
    near: defaultdict[str, list[list[list[Said]]]] = defaultdict(list)
    for own in sorted(alike.values(), key=lambda own: precision(slot, own[0].value), reverse=True):
        value = own[0].value
        nearby = near[place] if (place := region(slot, value)) else groups
        fitting = [group for group in nearby if all(compatible(slot, value, other[0].value) for other in group)]
        # A vague value fits many; it goes with the one that was said nearest in time.
        chosen = min(fitting, key=lambda group: min(_apart(own, other) for other in group), default=None)
        if chosen is None:
            groups.append([own])
            near[place].append(groups[-1])
        else:
            chosen.append(own)
    return [group[0] if len(group) == 1 else sorted(chain.from_iterable(group), key=_day) for group in groups]


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


def _superseded(slot: Slot, held: Sequence[Known]) -> list[bool]:
    """Of each value, whether another was first said, as surely, after the last time that it was."""
    if len(held) == 1:
        return [False]
    starts: dict[str, list[dt.date]] = {
        sure: sorted(one.first_seen for one in held if one.pro and CERTAINTIES.index(one.certainty) <= rank)
        for rank, sure in enumerate(CERTAINTIES)
    }
    return [_ends(slot, one, starts[one.certainty]) for one in held]


def _ends(slot: Slot, one: Known, starts: Sequence[dt.date]) -> bool:
    """Whether a value starts after the last day of this one, the starts in order."""
    place = bisect_right(starts, one.last_seen)
    if place == len(starts):
        return False
    # What has come out cannot be moved: somebody is wrong.
    return slot.kind != "release" or not is_past(str(one.value), starts[place])


def _weight(known: Known) -> tuple[int, int, int, dt.date, str]:
    sure = -CERTAINTIES.index(known.certainty) if known.pro else -len(CERTAINTIES)
    return int(known.state != "denied"), sure, known.sources, known.last_seen, str(known.value)


def _as_sure(one: Known, best: Known) -> bool:
    return bool(one.pro) and one.state != "denied" and one.certainty == best.certainty


def independent(claims: Iterable[Claim]) -> int:
    """How many sources say so independently: copies of one story count once, and so does what one outlet says twice."""
    leader: dict[object, object] = {}
    links = {(claim.document.story, claim.document.publisher or claim.document.address) for claim in claims}
    for story, outlet in links:
        leader[_lead(leader, story)] = _lead(leader, outlet)
    return sum(_lead(leader, name) == name for name in list(leader))


def _lead(leader: dict[object, object], name: object) -> object:
    """Who stands for the group of a name, which is its own where none is yet; the way there is halved."""
    while (up := leader.setdefault(name, name)) != name:
        leader[name] = name = leader[up]
    return name
