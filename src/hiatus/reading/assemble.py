"""The last stage: roles to facts, each scoped to title and season, with certainty, speaker and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from hiatus.article import Span
from hiatus.facts import (
    COMPANY_ROLES,
    JOBS,
    BasedOn,
    Cast,
    Company,
    Crew,
    Episodes,
    Evidence,
    Fact,
    KnownFor,
    Metric,
    Release,
    Status,
    Story,
    Trailer,
)
from hiatus.reading.marks import AmountMark, DateMark, EpisodesMark
from hiatus.reading.names import fold
from hiatus.reading.roles.anchors import Anchor
from hiatus.reading.roles.decode import Roles, about
from hiatus.reading.roles.document import FloatArray
from hiatus.reading.roles.scores import sigmoid
from hiatus.reading.scope import Scope


def facts(roles: Roles, scope: Scope) -> tuple[Fact, ...]:
    """The facts of an article, in order of their evidence; a fact stated twice is one."""
    if not roles.title_keys:
        return ()
    found = [*_people(roles, scope), *_companies(roles, scope), *_dates(roles, scope), *_figures(roles, scope),
             *_statements(roles, scope), *_stories(roles, scope)]  # fmt: skip
    return once(found)


_OPTIONAL = ("platform", "character", "change", "billing", "work", "author", "window", "season")
"""Fields in which one statement of a fact may say more than another of the same fact."""

_OWN = ("stage", "date", "person", "job", "name", "role", "form", "measure", "value", "count", "text")


def once(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, one that is stated twice only once: what says less than another of its like is left out."""
    by_likeness: dict[tuple[object, ...], list[Fact]] = {}
    for fact in found:
        key = (fact.kind, fold(fact.title), *(_folded(getattr(fact, name, None)) for name in _OWN))
        same = by_likeness.setdefault(key, [])
        if any(_says_no_more(fact, other) for other in same):
            continue
        same[:] = [other for other in same if not _says_no_more(other, fact)] + [fact]
    facts = (fact for same in by_likeness.values() for fact in same)
    return tuple(sorted(facts, key=lambda fact: (fact.evidence.start, fact.evidence.end, fact.kind)))


def _folded(value: object) -> object:
    return fold(value) if isinstance(value, str) else value


def _says_no_more(fact: Fact, other: Fact) -> bool:
    """Whether every optional field of the fact is empty or as in the other."""
    values = ((getattr(fact, name, None), getattr(other, name, None)) for name in _OPTIONAL)
    return all(own is None or _folded(own) == _folded(theirs) for own, theirs in values)


def _titles(scope: Scope, anchor: Anchor, relation: str) -> list[int]:
    """The title that the anchor belongs to, and any other that it surely belongs to; none where none is likely."""
    scores: FloatArray = anchor.titles[relation]
    best = int(scores.argmax())
    chances = sigmoid(scores)
    if relation == "about" and chances[best] < scope.thresholds["a title"]:
        return []
    another = "another status title" if anchor.kind == "status" else f"another {relation} title"
    others = np.flatnonzero(chances > scope.thresholds[another]).tolist()
    return [best, *(index for index in others if index != best)]


def _season(anchor: Anchor, title: int) -> int | None:
    scores = anchor.seasons.get(title)
    return max(scores, key=lambda number: scores[number]) if scores else None


def _seasons(scope: Scope, anchor: Anchor, title: int) -> list[int | None]:
    """The season that is meant, or all of several that are named together."""
    scores = anchor.seasons.get(title, {})
    named = [
        number for number, score in scores.items() if number is not None and score >= scope.thresholds["another season"]
    ]
    return [*sorted(named)] if len(named) > 1 else [_season(anchor, title)]


def _people(roles: Roles, scope: Scope) -> Iterator[Fact]:
    people: dict[str, list[Anchor]] = {}
    for anchor in roles.anchors:
        if anchor.kind == "person":
            people.setdefault(scope.people.key(anchor.key), []).append(anchor)
    for key, anchors in people.items():
        person = scope.people.name(key)
        yield from _cast(roles, scope, person, anchors)
        yield from _crew(roles, scope, person, anchors)
        yield from _known_for(roles, scope, person, anchors)


def _cast(roles: Roles, scope: Scope, person: str, anchors: list[Anchor]) -> Iterator[Fact]:
    best: dict[int, Anchor] = {}
    for anchor in anchors:
        if anchor.labels["cast"] < scope.thresholds["cast"]:
            continue
        for title in _titles(scope, anchor, "cast"):
            if title not in best or anchor.labels["cast"] > best[title].labels["cast"]:
                best[title] = anchor
    for title, anchor in best.items():
        change = _choice(anchor, "change")
        character = _character(roles, scope, anchors if len(best) == 1 else [anchor])
        yield Cast(
            title=roles.title_text(title),
            season=_season(anchor, title),
            person=person,
            character=roles.character_text(character) if character is not None else None,
            change=change,  # type: ignore[arg-type]
            billing=_choice(anchor, "billing"),  # type: ignore[arg-type]
            **_leaving(change, scope.borne_out(*_with_character(roles, scope, anchor, character))),
        )


def _leaving(change: str | None, borne_out: dict[str, Any]) -> dict[str, Any]:
    """That someone will not return is itself the fact, not the denial of one."""
    denied = borne_out["certainty"] == "denied"
    return borne_out | {"certainty": "confirmed"} if denied and change == "leaving" else borne_out


def _choice(anchor: Anchor, group: str) -> str | None:
    scores = {name: score for name, score in anchor.labels.items() if name.startswith(f"{group}:")}
    label = max(scores, key=scores.__getitem__).removeprefix(f"{group}:")
    return None if label == "none" else label


def _character(roles: Roles, scope: Scope, anchors: list[Anchor]) -> int | None:
    """The character that one of the places where a person is named gives them."""
    scored = [(score, index) for anchor in anchors for index, score in anchor.characters.items()]
    score, index = max(scored, default=(0.0, 0))
    return int(roles.characters.cluster[index]) if score >= scope.thresholds["plays"] else None


def _with_character(roles: Roles, scope: Scope, anchor: Anchor, character: int | None) -> list[Span]:
    """The person's place, and the nearest of the character's."""
    spans = [roles.span(*roles.characters.spans[index].tolist()) for index in anchor.characters
             if roles.characters.cluster[index] == character]  # fmt: skip
    place = scope.place(anchor)
    nearest = sorted(spans, key=lambda span: abs(span.start - place.start))[:1]
    return [place, *nearest] if nearest else [scope.clause(place)]


def _crew(roles: Roles, scope: Scope, person: str, anchors: list[Anchor]) -> Iterator[Fact]:
    for anchor in anchors:
        for job in JOBS:
            if anchor.labels[job] < scope.thresholds["crew"]:
                continue
            for title in _titles(scope, anchor, "crew"):
                yield Crew(
                    title=roles.title_text(title),
                    season=_season(anchor, title),
                    person=person,
                    job=job,
                    change=_choice(anchor, "change"),  # type: ignore[arg-type]
                    **scope.borne_out(scope.place(anchor)),
                )


def _known_for(roles: Roles, scope: Scope, person: str, anchors: list[Anchor]) -> Iterator[Fact]:
    for anchor in anchors:
        relation = "cast" if anchor.labels["cast"] >= max(anchor.labels[job] for job in JOBS) else "crew"
        for index, score in anchor.works.items():
            if score < scope.thresholds["known for"]:
                continue
            work = int(roles.titles.cluster[index])
            others = anchor.titles[relation].copy()
            others[work] = -np.inf
            if len(others) < 2:
                continue
            title = int(others.argmax())
            yield KnownFor(
                title=roles.title_text(title),
                season=None,
                person=person,
                work=roles.title_text(work),
                **scope.borne_out(scope.place(anchor), roles.span(*roles.titles.spans[index].tolist())),
            )


def _companies(roles: Roles, scope: Scope) -> Iterator[Fact]:
    for anchor in roles.anchors:
        if anchor.kind != "company":
            continue
        for role in COMPANY_ROLES:
            if anchor.labels[role] < scope.thresholds[role]:
                continue
            for title in _titles(scope, anchor, "about"):
                yield Company(
                    title=roles.title_text(title),
                    name=roles.document.text(anchor.first, anchor.last),
                    role=role,
                    **scope.borne_out(scope.place(anchor)),
                )


def _dates(roles: Roles, scope: Scope) -> Iterator[Fact]:
    for anchor in roles.anchors:
        if not isinstance(anchor.mark, DateMark) or anchor.labels["release"] < scope.thresholds["release"]:
            continue
        stretch = scope.place(anchor)
        for title in _titles(scope, anchor, "about"):
            yield Release(
                title=roles.title_text(title),
                season=_season(anchor, title),
                date=anchor.mark.edtf,
                platform=_platform_near(roles, scope, anchor),
                **scope.borne_out(stretch),
            )


def _platform_near(roles: Roles, scope: Scope, date: Anchor) -> str | None:
    """The platform named in the date's own sentence, the nearest if there are several."""
    sentence = roles.document.sentence
    near = [
        anchor
        for anchor in roles.anchors
        if anchor.kind == "company"
        and anchor.labels["platform"] >= scope.thresholds["platform"]
        and sentence[anchor.first] == sentence[date.first]
    ]
    nearest = min(near, key=lambda anchor: abs(anchor.first - date.first), default=None)
    return roles.document.text(nearest.first, nearest.last) if nearest else None


def _figures(roles: Roles, scope: Scope) -> Iterator[Fact]:
    for anchor in roles.anchors:
        match anchor.mark:
            case AmountMark(value=value, window=window):
                measure = _choice(anchor, "amount")
                if measure is None or anchor.labels[f"amount:{measure}"] < scope.thresholds["amount"]:
                    continue
                for title in _titles(scope, anchor, "about"):
                    yield Metric(
                        title=roles.title_text(title),
                        season=_season(anchor, title),
                        measure=measure,  # type: ignore[arg-type]
                        value=value,
                        window=window,
                        **scope.borne_out(scope.place(anchor)),
                    )
            case EpisodesMark(count=count) if anchor.labels["episodes"] >= scope.thresholds["episodes"]:
                for title in _titles(scope, anchor, "about"):
                    yield Episodes(
                        title=roles.title_text(title),
                        season=_season(anchor, title),
                        count=count,
                        **scope.borne_out(scope.place(anchor)),
                    )
            case _:
                pass


def _statements(roles: Roles, scope: Scope) -> Iterator[Fact]:
    """What sentences state in words of their own: stages, sources, trailers."""
    for anchor in roles.anchors:
        if anchor.trigger is None:
            continue
        kind, value = anchor.trigger
        for title in _titles(scope, anchor, "about"):
            if kind == "based_on":
                yield from _based_on(roles, scope, anchor, title)
                continue
            if anchor.score < scope.thresholds[kind]:
                continue
            name, borne_out = roles.title_text(title), scope.borne_out(scope.place(anchor))
            for season in _seasons(scope, anchor, title):
                if kind == "status":
                    yield Status(title=name, season=season, stage=value, **borne_out)  # type: ignore[arg-type]
                else:
                    yield Trailer(title=name, season=season, form=value, **borne_out)  # type: ignore[arg-type]


def _based_on(roles: Roles, scope: Scope, anchor: Anchor, title: int) -> Iterator[Fact]:
    """What it is based on, once for each author; an author beside it makes a form less sure by itself sure enough."""
    assert anchor.trigger is not None  # noqa: S101 - its caller looked
    authors = _authors(roles, scope, anchor, title)
    if anchor.score < scope.thresholds["based_on"] and not (authors and _is_likeliest_source(roles, scope, anchor)):
        return
    score, index = max(((score, index) for index, score in anchor.works.items()), default=(0.0, 0))
    work = roles.title_text(int(roles.titles.cluster[index])) if score >= scope.thresholds["known for"] else None
    by: list[Anchor | None] = [*authors] or [None]
    for author in by:
        yield BasedOn(
            title=roles.title_text(title),
            form=anchor.trigger[1],  # type: ignore[arg-type]
            work=work,
            author=scope.people.name(author.key) if author else None,
            **scope.borne_out(scope.place(anchor)),
        )


def _is_likeliest_source(roles: Roles, scope: Scope, anchor: Anchor) -> bool:
    """Whether no other form is more likely in its sentence, and this one is likely enough beside an author."""
    sentence = roles.document.sentence
    rivals = [other.score for other in roles.anchors
              if other.kind == "based_on" and sentence[other.first] == sentence[anchor.first]]  # fmt: skip
    return anchor.score >= scope.thresholds["based_on an author's"] and anchor.score >= max(rivals)


def _authors(roles: Roles, scope: Scope, anchor: Anchor, title: int) -> list[Anchor]:
    """The authors named in the same sentence or beside it for the same title."""
    sentence = roles.document.sentence
    return [
        person
        for person in roles.anchors
        if person.kind == "person"
        and person.labels["author"] >= scope.thresholds["author"]
        and abs(int(sentence[person.first]) - int(sentence[anchor.first])) <= 1
        and title in about(person) | {int(person.titles["about"].argmax())}
    ]


def _stories(roles: Roles, scope: Scope) -> Iterator[Fact]:
    for anchor in roles.anchors:
        if anchor.kind != "story":
            continue
        place = scope.place(anchor)
        evidence = Evidence.of(roles.document.article.text, place.start, place.end)
        title = int(anchor.titles["about"].argmax())
        yield Story(
            title=roles.title_text(title),
            season=_season(anchor, title),
            text=evidence.quote,
            certainty="confirmed",
            said_by=None,
            evidence=evidence,
        )
