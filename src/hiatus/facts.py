"""What an article says: one class a kind of fact, each tied to the words that bear it out.

The contract of these types, kind by kind, is docs/facts.md. `to_dict` and `from_dict` are its JSON form.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self, get_args

Certainty = Literal["confirmed", "reported", "rumored", "denied"]
Stage = Literal[
    "in development",
    "ordered",
    "renewed",
    "writing",
    "filming",
    "wrapped",
    "post-production",
    "delayed",
    "cancelled",
    "ending",
    "undecided",
]
CastChange = Literal["returning", "joining", "leaving"]
Billing = Literal["lead", "regular", "recurring", "guest"]
Job = Literal[
    "creator",
    "showrunner",
    "director",
    "writer",
    "executive producer",
    "producer",
    "composer",
    "cinematographer",
    "editor",
    "casting director",
]
CompanyRole = Literal["platform", "studio"]
SourceForm = Literal[
    "webtoon", "comic", "manga", "novel", "book", "play", "game", "podcast", "film", "series", "true story"
]
Measure = Literal[
    "hours viewed", "views", "viewers", "rotten tomatoes score", "metacritic score", "rank", "box office", "budget"
]
TrailerForm = Literal["teaser", "trailer", "clip", "poster", "first look"]

CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
STAGES: tuple[Stage, ...] = get_args(Stage)
CHANGES: tuple[CastChange, ...] = get_args(CastChange)
BILLINGS: tuple[Billing, ...] = get_args(Billing)
JOBS: tuple[Job, ...] = get_args(Job)
COMPANY_ROLES: tuple[CompanyRole, ...] = get_args(CompanyRole)
SOURCE_FORMS: tuple[SourceForm, ...] = get_args(SourceForm)
MEASURES: tuple[Measure, ...] = get_args(Measure)
TRAILER_FORMS: tuple[TrailerForm, ...] = get_args(TrailerForm)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The stretch of the article that bears a fact out: `text[start:end] == quote`.

    Raises:
        ValueError: if the quote does not fit its offsets.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or not self.quote or self.end - self.start != len(self.quote):
            raise ValueError(f"no evidence: {self.start} to {self.end} for {self.quote!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """The evidence that stands in `text` from `start` to `end`."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every kind of fact has.

    Attributes:
        title: the series or film, as the article spells it in full.
        season: which season; None for the whole work, or a film.
        said_by: a person, a company or an outlet; None where the article speaks for itself.
    """

    kind: ClassVar[str]
    title: str
    season: int | None = None
    certainty: Certainty = "confirmed"
    said_by: str | None = None
    evidence: Evidence

    def to_dict(self) -> dict[str, Any]:
        """The fact as one JSON object: kind, title, season, its own fields, certainty, said_by, evidence."""
        values = dataclasses.asdict(self)
        shared = ("certainty", "said_by", "evidence")
        own = {name: values[name] for name in values if name not in ("title", "season", *shared)}
        head = {"kind": self.kind, "title": self.title, "season": self.season}
        return head | own | {name: values[name] for name in shared}


@dataclass(frozen=True, slots=True, kw_only=True)
class Status(Fact):
    """Where a work or season is in its life."""

    kind: ClassVar[str] = "status"
    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(Fact):
    """When it came or comes out: an EDTF date (ISO 8601-2), to the precision given."""

    kind: ClassVar[str] = "release"
    date: str
    platform: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast(Fact):
    """Someone acts in it."""

    kind: ClassVar[str] = "cast"
    person: str
    character: str | None = None
    change: CastChange | None = None
    billing: Billing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew(Fact):
    """Someone makes it; one fact for each job."""

    kind: ClassVar[str] = "crew"
    person: str
    job: Job
    change: CastChange | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company(Fact):
    """The platform it is on, or a studio that makes it."""

    kind: ClassVar[str] = "company"
    name: str
    role: CompanyRole


@dataclass(frozen=True, slots=True, kw_only=True)
class BasedOn(Fact):
    """What it is adapted, spun off or remade from."""

    kind: ClassVar[str] = "based_on"
    form: SourceForm
    work: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFor(Fact):
    """Another work that the person is credited with; `season` is that work's."""

    kind: ClassVar[str] = "known_for"
    person: str
    work: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric(Fact):
    """A figure of how it did: a number in units, a score from 0 to 100, money in the currency's units."""

    kind: ClassVar[str] = "metric"
    measure: Measure
    value: float
    window: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Episodes(Fact):
    """How many episodes the season, or work, has."""

    kind: ClassVar[str] = "episodes"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Trailer(Fact):
    """Something to watch or look at has come out."""

    kind: ClassVar[str] = "trailer"
    form: TrailerForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Fact):
    """What it is about, as one stretch of the article."""

    kind: ClassVar[str] = "story"
    text: str


KINDS: dict[str, type[Fact]] = {
    cls.kind: cls for cls in (Status, Release, Cast, Crew, Company, BasedOn, KnownFor, Metric, Episodes, Trailer, Story)
}

CHOICES: dict[tuple[str, str], tuple[str, ...]] = {
    ("status", "stage"): STAGES,
    ("cast", "change"): CHANGES,
    ("cast", "billing"): BILLINGS,
    ("crew", "job"): JOBS,
    ("crew", "change"): CHANGES,
    ("company", "role"): COMPANY_ROLES,
    ("based_on", "form"): SOURCE_FORMS,
    ("metric", "measure"): MEASURES,
    ("trailer", "form"): TRAILER_FORMS,
}
"""The values that a field of a kind may have, None aside."""

_CHOICES_OF = {
    kind: {name: allowed for (of_kind, name), allowed in CHOICES.items() if of_kind == kind} for kind in KINDS
}

_REQUIRED_CHOICES = {("status", "stage"), ("crew", "job"), ("company", "role"), ("based_on", "form"),
                     ("metric", "measure"), ("trailer", "form")}  # fmt: skip


def from_dict(values: dict[str, Any]) -> Fact:
    """The fact that one JSON object of the contract stands for.

    Raises:
        ValueError: if the kind is unknown, a field is missing or has a value that it may not have.
    """
    values = dict(values)
    kind = values.pop("kind", None)
    if kind not in KINDS:
        raise ValueError(f"no kind of fact: {kind!r}")
    if values.get("certainty", "confirmed") not in CERTAINTIES:
        raise ValueError(f"{kind}: no certainty: {values['certainty']!r}")
    for name, allowed in _CHOICES_OF[kind].items():
        value = values.get(name)
        if value not in allowed and (value is not None or (kind, name) in _REQUIRED_CHOICES):
            raise ValueError(f"{kind}: {name} may not be {value!r}")
    try:
        values["evidence"] = Evidence(**values["evidence"])
        return KINDS[kind](**values)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{kind}: {error}") from error
