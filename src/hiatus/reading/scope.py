"""What a fact stands on: its stretch of the article, how certain it is there, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Any, TypeVar

from hiatus.article import Span
from hiatus.facts import CERTAINTIES, Certainty, Evidence
from hiatus.reading.marks import AttributionMark, HedgeMark, Mark
from hiatus.reading.roles.anchors import Anchor
from hiatus.reading.roles.decode import Roles
from hiatus.reading.roles.thresholds import Thresholds
from hiatus.reading.spellings import spellings

_CLAUSE = re.compile(r"\s*(?:;|\s[—–-]\s|—|, (?=(?:and|but|while|whereas|with|which|who) ))\s*")
_SOURCE_BEHIND = re.compile(r"[ \t]*[(\[][^\n]{1,60}?[)\]]?")
_CLOSING = (")", "]", "”", '"')


M = TypeVar("M", bound=Mark)


class Scope:
    """Looks up, for the facts of one article, thresholds, spellings, evidence, certainty and speakers."""

    def __init__(self, roles: Roles, thresholds: Thresholds) -> None:
        self.thresholds = thresholds
        self._roles = roles
        self._text = roles.document.article.text
        self._starts = [sentence.start for sentence in roles.document.sentences]
        marks = roles.document.marks
        self._hedges = [mark for mark in marks if isinstance(mark, HedgeMark)]
        self._sources = [mark for mark in marks if isinstance(mark, AttributionMark)]
        self.people = spellings(roles.document, roles.names)

    def place(self, anchor: Anchor) -> Span:
        """Where an anchor stands in the text."""
        return self._roles.span(anchor.first, anchor.last)

    def borne_out(self, stretch: Span, *others: Span) -> dict[str, Any]:
        """Evidence, certainty and speaker of a fact that rests on this stretch, and on these others.

        With others of the same sentence the evidence runs from the first to the last of them; alone it is the clause.
        """
        sentence = self._sentence(stretch)
        near = [other for other in others if sentence.covers(other)]
        if near:
            start, end = min(s.start for s in (stretch, *near)), max(s.end for s in (stretch, *near))
            end += self._text[end : end + 1] in _CLOSING
        else:
            clause = self.clause(stretch)
            start, end = clause.start, clause.end
        return {
            "evidence": Evidence.of(self._text, start, max(end, stretch.end)),
            "certainty": self._certainty(stretch),
            "said_by": self._speaker(stretch),
        }

    def clause(self, stretch: Span) -> Span:
        """The part of the stretch's sentence, between semicolons, dashes and the like, that holds it."""
        sentence = self._sentence(stretch)
        start = sentence.start
        for cut in _CLAUSE.finditer(self._text, sentence.start, sentence.end):
            if cut.end() <= stretch.start:
                start = cut.end()
            elif cut.start() >= stretch.end:
                return Span(start, cut.start())
        return Span(start, max(sentence.end, stretch.end))

    def _sentence(self, stretch: Span) -> Span:
        starts = self._starts
        index = max(bisect_right(starts, stretch.start) - 1, 0)
        sentence = self._roles.document.sentences[index]
        return Span(min(sentence.start, stretch.start), max(sentence.end, stretch.end))

    def _certainty(self, stretch: Span) -> Certainty:
        """How certain the clause makes it; where it is silent, what kind of source the sentence leans on."""
        clause = self.clause(stretch)
        hedges = [mark for mark in _within(self._hedges, self._sentence(stretch)) if clause.covers(mark)]
        attributions = [mark for mark in self._attributions(stretch) if mark.certainty == "reported"]
        found = [mark.certainty for mark in hedges or attributions]
        return max(found, key=CERTAINTIES.index, default="confirmed")

    def _speaker(self, stretch: Span) -> str | None:
        return next((mark.who for mark in self._attributions(stretch) if mark.who), None)

    def _attributions(self, stretch: Span) -> list[AttributionMark]:
        """Who the sentence is from; a source in brackets behind its full stop is a sentence of its own."""
        sentence = self._sentence(stretch)
        inside = _within(self._sources, sentence)
        behind = self._sources[bisect_left(self._sources, sentence.end, key=_start) :][:1]
        return inside + [mark for mark in behind if _SOURCE_BEHIND.fullmatch(self._text, sentence.end, mark.end)]


def _start(span: Span) -> int:
    return span.start


def _within(marks: list[M], sentence: Span) -> list[M]:
    """The marks, in order of place, that lie within a sentence."""
    first, last = (bisect_left(marks, place, key=_start) for place in (sentence.start, sentence.end))
    return [mark for mark in marks[first:last] if mark.end <= sentence.end]
