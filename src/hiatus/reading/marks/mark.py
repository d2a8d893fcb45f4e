"""What rules find in a text: one class a kind of mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from hiatus.article import Span
from hiatus.facts import Certainty, TrailerForm


@dataclass(frozen=True, slots=True, order=True)
class Mark(Span):
    """A stretch that a rule recognised."""

    kind: ClassVar[str] = "mark"


@dataclass(frozen=True, slots=True, order=True)
class SeasonMark(Mark):
    """A season that is named: `Season 2`, `the sophomore run`, `S2`, `series two`, `its third and final season`.

    `number` is None where only its place is known ("the final season", "next season", "new season").
    """

    kind: ClassVar[str] = "season"
    number: int | None
    final: bool = False


@dataclass(frozen=True, slots=True, order=True)
class DateMark(Mark):
    """A date, as EDTF; worked out from the article's date where the words are relative."""

    kind: ClassVar[str] = "date"
    edtf: str


Unit = Literal["hours", "views", "viewers", "percent", "money", "score", "rank", "count"]


@dataclass(frozen=True, slots=True, order=True)
class AmountMark(Mark):
    """A number with its unit: `560 million viewing hours`, `$12.4 million`, `No. 1`, `96 %`; in units, not millions.

    `window` is the stretch of time that goes with it, as worded, or None.
    """

    kind: ClassVar[str] = "amount"
    value: float
    unit: Unit
    window: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class EpisodesMark(Mark):
    """A count of episodes: `eight-episode`, `10 episodes`, `a six-parter`."""

    kind: ClassVar[str] = "episodes"
    count: int


@dataclass(frozen=True, slots=True, order=True)
class QuotationMark(Mark):
    """What stands between quotation marks, without them. `speech` tells talk from a title or a scare quote."""

    kind: ClassVar[str] = "quotation"
    speech: bool


@dataclass(frozen=True, slots=True, order=True)
class HeadingMark(Mark):
    """A line that heads what follows; the headline too."""

    kind: ClassVar[str] = "heading"


@dataclass(frozen=True, slots=True, order=True)
class ListItemMark(Mark):
    """A line of a list."""

    kind: ClassVar[str] = "list item"


@dataclass(frozen=True, slots=True, order=True)
class HedgeMark(Mark):
    """Words that make what their sentence says less than certain: `reportedly`, `in talks`, `will not return`."""

    kind: ClassVar[str] = "hedge"
    certainty: Certainty


@dataclass(frozen=True, slots=True, order=True)
class AttributionMark(Mark):
    """Who a sentence is from: `according to Deadline`, `Variety reports`, `said Bela Bajaria`.

    `certainty` is `reported` for another outlet or an unnamed source, `confirmed` for those whose fact it is.
    """

    kind: ClassVar[str] = "attribution"
    who: str | None
    certainty: Certainty


@dataclass(frozen=True, slots=True, order=True)
class TrailerMark(Mark):
    """A word for something to watch or look at: `teaser`, `official trailer`, `first look`, `key art`."""

    kind: ClassVar[str] = "trailer"
    form: TrailerForm
