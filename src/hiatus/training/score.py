"""How well a reading agrees with gold, by the points that docs/facts.md breaks each fact into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hiatus.facts import BasedOn, Cast, Company, Crew, Episodes, Fact, KnownFor, Metric, Release, Status, Story, Trailer
from hiatus.reading.names import fold

Point = tuple[object, ...]

TOLERANCE = 0.005
"""Figures this close, as a share of the larger, are one."""

_HONORIFICS = frozenset(
    "mr mrs ms miss dr doctor professor captain colonel major general commander lieutenant sergeant sgt officer agent "
    "detective inspector chief di ds dci dc president king queen prince princess emperor empress lord lady sir dame "
    "father sister brother aunt uncle young younger old older the".split()
)


@dataclass(frozen=True, slots=True)
class Score:
    """Points found, missed and wrong."""

    hits: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        """The share of the reading's points that are in the gold; 1 where there are none."""
        return self.hits / (self.hits + self.wrong) if self.hits + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold's points that are in the reading; 1 where there are none."""
        return self.hits / (self.hits + self.missed) if self.hits + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def character(name: str) -> str:
    """A character's folded name without leading ranks, titles and age words: 'Dr. Ray' is 'ray'."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _HONORIFICS:
        words.pop(0)
    return " ".join(words)


def points(fact: Fact) -> Iterator[Point]:  # noqa: C901, PLR0912 - one case a kind
    """The points of one fact; a story's is matched by its place instead."""
    title, season = fold(fact.title), fact.season
    match fact:
        case Status(stage=stage):
            yield title, season, stage
        case Release(date=date):
            yield title, season, date
        case Cast(person=person, character=name, change=change):
            yield title, fold(person)
            if name:
                yield title, fold(person), "as", character(name)
            if change:
                yield title, season, fold(person), change
        case Crew(person=person, job=job):
            yield title, fold(person), job
        case Company(name=name, role=role):
            yield title, fold(name), role
        case BasedOn(form=form, author=author):
            yield title, form
            if author:
                yield title, "by", fold(author)
        case KnownFor(person=person, work=work):
            yield fold(person), fold(work)
        case Metric(measure=measure, value=value):
            yield title, measure, round(float(value), 6)
        case Episodes(count=count):
            yield title, season, count
        case Trailer(form=form):
            yield title, form
        case _:
            pass


def compare(gold: Iterable[Fact], read: Iterable[Fact]) -> dict[str, Score]:
    """The score of one article's reading, by kind of fact."""
    gold, read = list(gold), list(read)
    sides: list[dict[str, set[Point]]] = []
    for facts in (gold, read):
        by_kind: dict[str, set[Point]] = defaultdict(set)
        for fact in facts:
            by_kind[fact.kind].update(points(fact))
        sides.append(by_kind)
    wanted, given = sides
    result = {kind: _compare_points(wanted[kind], given[kind]) for kind in sorted({*wanted, *given} - {"story"})}
    stories = _compare_stories(gold, read)
    return result | ({"story": stories} if stories != Score() else {})


def total(scores: Iterable[dict[str, Score]]) -> dict[str, Score]:
    """Scores added up by kind, and over `all`."""
    summed: dict[str, Score] = defaultdict(Score)
    for by_kind in scores:
        for kind, score in by_kind.items():
            summed[kind] += score
            summed["all"] += score
    return dict(summed)


def _compare_points(wanted: set[Point], given: set[Point]) -> Score:
    missed, hits = wanted - given, len(wanted & given)
    for point in sorted(given - wanted, key=repr):
        match = next((other for other in sorted(missed, key=repr) if _close(point, other)), None)
        if match is not None:
            missed.discard(match)
            hits += 1
    return Score(hits, len(missed), len(given) - hits)


def _close(one: Point, other: Point) -> bool:
    if one == other:
        return True
    if len(one) != 3 or len(other) != 3 or one[:2] != other[:2]:
        return False
    a, b = one[2], other[2]
    return isinstance(a, float) and isinstance(b, float) and abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def _compare_stories(gold: list[Fact], read: list[Fact]) -> Score:
    missed = [fact for fact in gold if isinstance(fact, Story)]
    hits = wrong = 0
    for story in (fact for fact in read if isinstance(fact, Story)):
        match = next((other for other in missed if _overlap(story, other)), None)
        if match is None:
            wrong += 1
        else:
            missed.remove(match)
            hits += 1
    return Score(hits, len(missed), wrong)


def _overlap(one: Fact, other: Fact) -> bool:
    a, b = one.evidence, other.evidence
    shared = min(a.end, b.end) - max(a.start, b.start)
    return shared * 2 >= max(1, min(a.end - a.start, b.end - b.start))
