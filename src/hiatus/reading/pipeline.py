"""Article to facts through all the stages: text → sentences → marks → roles → facts."""

from __future__ import annotations

from collections.abc import Iterator

from hiatus.article import Article
from hiatus.reading.assemble import facts
from hiatus.reading.gate import can_hold_facts
from hiatus.reading.marks import find_marks
from hiatus.reading.reading import Reading, Role
from hiatus.reading.roles.decode import Roles, find_roles
from hiatus.reading.roles.document import document
from hiatus.reading.roles.model import Model
from hiatus.reading.roles.thresholds import DEFAULTS, Thresholds
from hiatus.reading.scope import Scope
from hiatus.reading.text import sentences


class ModelReader:
    """Reads with rules and the trained model; one may serve many threads."""

    def __init__(self, model: Model, thresholds: Thresholds = DEFAULTS) -> None:
        self._model, self._thresholds = model, thresholds

    def read(self, article: Article) -> Reading:
        """See Reader."""
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
