"""Article to facts through all the stages: gate → sentences → marks → roles → facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from hiatus.article import Article, Span
from hiatus.facts import Evidence, Fact
from hiatus.reading.assemble import facts, once
from hiatus.reading.gate import can_hold_facts
from hiatus.reading.marks import find_marks
from hiatus.reading.reading import Reading, Role
from hiatus.reading.roles.decode import Roles, find_roles
from hiatus.reading.roles.document import document
from hiatus.reading.roles.model import Model
from hiatus.reading.roles.thresholds import DEFAULTS, Thresholds
from hiatus.reading.scope import Scope
from hiatus.reading.text import sentences

LONGEST = 20_000
"""Characters read at once. No news article is longer; of what is, each part is read by itself, so that time and memory
grow with its length and not with its square."""

S = TypeVar("S", bound=Span)


class ModelReader:
    """Reads with rules and the trained model; one may serve many threads."""

    def __init__(self, model: Model, thresholds: Thresholds = DEFAULTS) -> None:
        self._model, self._thresholds = model, thresholds

    def read(self, article: Article) -> Reading:
        """See Reader."""
        if len(article.text) <= LONGEST:
            return self._read(article)
        parts = [_moved(self._read(_part(article, span)), span.start) for span in _parts(article.text)]
        return Reading(
            article=article,
            facts=once(fact for part in parts for fact in part.facts),
            spellings={name: others for part in parts for name, others in part.spellings.items()},
            sentences=tuple(span for part in parts for span in part.sentences),
            marks=tuple(mark for part in parts for mark in part.marks),
            roles=tuple(role for part in parts for role in part.roles),
        )

    def _read(self, article: Article) -> Reading:
        if not can_hold_facts(article.text):
            return Reading(article, ())
        spans = sentences(article.text)
        marks = find_marks(article)
        roles = find_roles(document(article, spans, marks), self._model, self._thresholds)
        scope = Scope(roles, self._thresholds)
        return Reading(
            article=article,
            facts=facts(roles, scope),
            spellings=scope.people.others(),
            sentences=spans,
            marks=marks,
            roles=tuple(sorted(_roles(roles))),
        )


def _roles(roles: Roles) -> Iterator[Role]:
    """The names that the model found, then what it took names, marks and sentences for."""
    for name in roles.names:
        span = roles.span(name.first, name.last)
        yield Role(span.start, span.end, name.kind, round(name.score, 3))
    for anchor in roles.anchors:
        span = roles.span(anchor.first, anchor.last)
        if anchor.trigger:
            yield Role(span.start, span.end, ": ".join(anchor.trigger), round(anchor.score, 3))
        for label, score in anchor.labels.items():
            if score >= 0.5 and not label.endswith(":none"):
                yield Role(span.start, span.end, label, round(score, 3))


def _parts(text: str) -> Iterator[Span]:
    """The text in parts of at most LONGEST characters, cut at a paragraph's end, or else a line's, or a word's."""
    start = 0
    while start < len(text):
        end = min(start + LONGEST, len(text))
        if end < len(text):
            cuts = (text.rfind(mark, start + LONGEST // 2, end) for mark in ("\n\n", "\n", " "))
            end = next((cut + 1 for cut in cuts if cut > 0), end)
        yield Span(start, end)
        start = end


def _part(article: Article, span: Span) -> Article:
    markup = tuple(_shifted(each, -span.start) for each in article.markup if span.covers(each))
    return replace(article, text=article.text[span.start : span.end], markup=markup)


def _moved(reading: Reading, offset: int) -> Reading:
    """The reading of a part, its offsets counted in the whole."""
    return replace(
        reading,
        facts=tuple(_moved_fact(fact, offset) for fact in reading.facts),
        sentences=tuple(_shifted(span, offset) for span in reading.sentences),
        marks=tuple(_shifted(mark, offset) for mark in reading.marks),
        roles=tuple(_shifted(role, offset) for role in reading.roles),
    )


def _moved_fact(fact: Fact, offset: int) -> Fact:
    evidence = fact.evidence
    return replace(fact, evidence=Evidence(evidence.start + offset, evidence.end + offset, evidence.quote))


def _shifted(span: S, offset: int) -> S:
    return replace(span, start=span.start + offset, end=span.end + offset)
