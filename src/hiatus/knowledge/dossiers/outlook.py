"""How things stand for a show, in one word: what a scorecard lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from hiatus.knowledge.dossiers.dossier import Dossier
from hiatus.knowledge.dossiers.values import is_past
from hiatus.knowledge.dossiers.weighing import Known

Outlook = Literal[
    "in production",
    "dated",
    "renewed",
    "ordered",
    "announced",
    "undecided",
    "delayed",
    "released",
    "ended",
    "cancelled",
    "unknown",
]

KINDS = ("status", "release")
"""The kinds of claims that say how things stand."""

_OF_STAGE: dict[str, Outlook] = {
    "in development": "announced", "ordered": "ordered", "renewed": "renewed", "writing": "in production",
    "filming": "in production", "wrapped": "in production", "post-production": "in production", "delayed": "delayed",
    "cancelled": "cancelled", "ending": "renewed", "undecided": "undecided",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand, for which season, and what says so."""

    outlook: Outlook
    season: int | None
    because: Known | None

    @property
    def said(self) -> str:
        """In a few words: `dated, season 2`."""
        return f"{self.outlook}, season {self.season}" if self.season is not None else self.outlook

    def to_dict(self) -> dict[str, Any]:
        """As one JSON object."""
        because = self.because.to_dict() if self.because else None
        return {"outlook": self.outlook, "season": self.season, "because": because}


def outlook(dossier: Dossier, moment: dt.date) -> Standing:
    """How things stand as of a day, for the newest season that anything is decided of.

    A show has *ended* when its last season, said to be the last, is out; it was *cancelled* when somebody cut it short.
    """
    if _cancelled(whole := _sure(dossier.stage(None))) and not _younger(dossier, whole):
        return Standing("cancelled", None, whole)
    found = (_season(dossier, season, moment) for season in dossier.seasons())
    return next((standing for standing in found if standing), Standing("unknown", None, None))


def _season(dossier: Dossier, season: int | None, moment: dt.date) -> Standing | None:
    """How things stand for one season, None where nothing is said of its stage or date."""
    stage, release = dossier.stage(season), _release(dossier, season)
    if release is not None and not _cancelled(_sure(stage)):
        if is_past(str(release.value), moment):
            steps = (*dossier.way(season), *dossier.way(None))
            last = any(step.value == "ending" and step.state == "known" and _sure(step) for step in steps)
            return Standing("ended" if last else "released", season, release)
        if stage is None or stage.value != "delayed":
            return Standing("dated", season, release)
    return Standing(_OF_STAGE[str(stage.value)], season, stage) if stage and stage.state != "denied" else None


def _sure(stage: Known | None) -> Known | None:
    """The stage, unless it is but a rumor."""
    return stage if stage is not None and stage.certainty in ("confirmed", "reported") else None


def _cancelled(stage: Known | None) -> bool:
    return stage is not None and stage.value == "cancelled" and stage.state != "denied"


def _younger(dossier: Dossier, whole: Known | None) -> bool:
    """Whether any season went on after the work was said to be cancelled."""
    stages = [stage for season in dossier.seasons() if season is not None and (stage := dossier.stage(season))]
    return whole is not None and any(stage.first_seen > whole.last_seen for stage in stages)


def _release(dossier: Dossier, season: int | None) -> Known | None:
    found = [known for known in dossier.of("release", season) if known.state != "denied"]
    return min(found, key=lambda known: str(known.value), default=None)
