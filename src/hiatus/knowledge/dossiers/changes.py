"""What became known, firmer, moved, denied or disputed between two dossiers of one work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import asdict, dataclass
from typing import Any, Literal, Self

from hiatus.facts import CERTAINTIES
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.dossiers.dossier import Dossier, known
from hiatus.knowledge.dossiers.slots import Slot, Value
from hiatus.knowledge.dossiers.values import compatible, precision
from hiatus.knowledge.dossiers.weighing import Known

What = Literal["became known", "became firmer", "was moved", "was denied", "is disputed", "is settled"]

WEIGHTS = {
    "status": 0.8, "status cancelled": 1.0, "status renewed": 1.0, "status ending": 0.95, "status ordered": 0.9,
    "release": 0.9, "cast": 0.5, "cast leaving": 0.65, "cast joining": 0.6, "cast returning": 0.6, "trailer": 0.55,
    "episodes": 0.35, "crew": 0.35, "based_on": 0.3, "company": 0.25, "metric": 0.25, "story": 0.2,
}  # fmt: skip
"""How much a follower cares, by kind and by what is said; 0 to 1."""

CERTAIN = {"confirmed": 1.0, "reported": 0.8, "rumored": 0.6, "denied": 0.7}
"""What is left of a weight, by certainty."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed.

    Attributes:
        slot: where.
        what: how.
        old, new: the values before and after, None where there was none.
        claim: the claim that did it.
        weight: how much a follower cares, 0 to 1.
    """

    slot: Slot
    what: What
    old: Value | None
    new: Value | None
    claim: Claim
    weight: float

    def to_dict(self) -> dict[str, Any]:
        """As one JSON object; the claim by its number."""
        return {"slot": asdict(self.slot), "what": self.what, "old": self.old, "new": self.new,
                "claim": self.claim.id, "weight": self.weight}  # fmt: skip

    @classmethod
    def from_dict(cls, values: dict[str, Any], claim: Claim) -> Self:
        """The change that one JSON object stands for, with its claim."""
        slot = Slot(**values["slot"])
        return cls(slot, values["what"], values["old"], values["new"], claim, values["weight"])


def changes(before: Dossier, after: Dossier) -> list[Change]:
    """What changed, what a follower cares for most first; more sources for what is known change nothing."""
    old = {claim.id for each in (*before.known, *before.steps) for claim in each.claims()}
    found = [change for each in after.known if (change := _change(before.by_slot.get(each.slot), each, old))]
    return sorted(found, key=lambda change: (-change.weight, change.claim.document.day, change.slot.order))


def between(claims: Collection[Claim], since: dt.date, until: dt.date | None = None) -> list[Change]:
    """What changed from the end of one day to the end of another; now where not given."""
    return changes(known(claims, since), known(claims, until))


def _change(before: Known | None, after: Known, old: Collection[int]) -> Change | None:
    what = _what(before, after)
    fresh = [claim for claim in after.claims() if claim.id not in old]
    if what is None or not fresh:
        return None
    claim = _telling(what, after, fresh)
    return Change(after.slot, what, before.value if before else None, after.value, claim, _weight(after))


def _what(before: Known | None, after: Known) -> What | None:
    if after.state == "denied":
        return None if before is not None and before.state == "denied" else "was denied"
    if before is None or before.state == "denied":
        return "became known"
    if after.state == "disputed":
        return None if before.state == "disputed" else "is disputed"
    if before.state == "disputed":
        return "is settled"
    if not _same(after.slot, before.value, after.value):
        return "was moved"
    firmer = CERTAINTIES.index(after.certainty) < CERTAINTIES.index(before.certainty)
    closer = after.slot.kind == "release" and precision(after.slot, after.value) > precision(after.slot, before.value)
    return "became firmer" if firmer or closer or _says_more(before.value, after.value) else None


def _same(slot: Slot, one: Value, other: Value) -> bool:
    return one == other if slot.kind == "status" else compatible(slot, one, other)


def _says_more(old: Value, new: Value) -> bool:
    """Whether a part is there now that was not: who somebody plays, that they return."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return any(old.get(part) is None and new.get(part) is not None for part in ("character", "change", "work"))


def _telling(what: What, after: Known, fresh: list[Claim]) -> Claim:
    """The claim to show: the first that says it, or that speaks against it."""
    numbers = {claim.id for claim in fresh}
    sides = (after.contra, after.pro) if what == "was denied" else (after.pro, after.contra)
    told = [claim for side in sides for claim in side if claim.id in numbers]
    return (told or fresh)[0]


def _weight(after: Known) -> float:
    said = after.value.get("change") if isinstance(after.value, dict) else after.value
    weight = WEIGHTS.get(f"{after.slot.kind} {said}", WEIGHTS[after.slot.kind])
    return round(weight * CERTAIN[after.certainty], 3)
