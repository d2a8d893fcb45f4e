"""Facts as schema.org JSON-LD (https://schema.org/TVSeries, /TVSeason, /Movie, /Person, /PerformanceRole).

What schema.org has no word for is a documented extension: every statement is listed once more under `hiatus:facts` of
the work or season it is about, in the contract's form, with its evidence, certainty and speaker (docs/json-ld.md).
A work of which a season or episode is named is a TVSeries; which of the rest are films an article seldom says, so they
are CreativeWork unless it speaks of box office.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hiatus.article import Article
from hiatus.facts import BasedOn, Cast, Company, Crew, Episodes, Fact, KnownFor, Metric, Release, Story

NAMESPACE = "https://schema.org"
EXTENSION = "urn:hiatus:vocabulary#"

_JOBS = {
    "creator": "creator",
    "director": "director",
    "writer": "author",
    "executive producer": "producer",
    "producer": "producer",
    "showrunner": "producer",
    "composer": "musicBy",
    "editor": "editor",
}
"""The property of schema.org that comes nearest to a job; the others are `contributor`."""

Node = dict[str, Any]


def document(article: Article, facts: Iterable[Fact]) -> Node:
    """One JSON-LD document: the works that an article speaks of, and the article itself."""
    facts = list(facts)
    works = [_work(title, [f for f in facts if f.title == title]) for title in dict.fromkeys(f.title for f in facts)]
    return {
        "@context": [NAMESPACE, {"hiatus": EXTENSION}],
        "@graph": [*works, *_people(facts), _article(article)],
    }


def _article(article: Article) -> Node:
    node: Node = {"@type": "NewsArticle", "headline": article.title, "url": article.url}
    if article.publisher:
        node["publisher"] = {"@type": "Organization", "name": article.publisher}
    if article.published:
        node["datePublished"] = article.published.isoformat()
    return {name: value for name, value in node.items() if value is not None}


def _work(title: str, facts: list[Fact]) -> Node:
    own = [fact for fact in facts if fact.season is None or isinstance(fact, KnownFor)]
    numbers = sorted({fact.season for fact in facts if fact.season is not None and not isinstance(fact, KnownFor)})
    node: Node = {"@type": _type(facts, bool(numbers)), "name": title} | _properties(own)
    if numbers:
        node["containsSeason"] = [
            {"@type": "TVSeason", "seasonNumber": number}
            | _properties([f for f in facts if f.season == number and not isinstance(f, KnownFor)])
            for number in numbers
        ]
    return node


def _type(facts: list[Fact], has_seasons: bool) -> str:
    if has_seasons or any(isinstance(fact, Episodes) for fact in facts):
        return "TVSeries"
    if any(isinstance(fact, Metric) and fact.measure == "box office" for fact in facts):
        return "Movie"
    return "CreativeWork"


def _properties(facts: list[Fact]) -> Node:
    """The properties of a work or season that its facts state; what is denied or only rumored is no property."""
    node: Node = {}
    for fact in facts:
        if fact.certainty in ("confirmed", "reported"):
            for name, value in _property(fact):
                values = node.setdefault(name, [])
                if value not in values:
                    values.append(value)
    node = {name: values[0] if len(values) == 1 else values for name, values in node.items()}
    if facts:
        node["hiatus:facts"] = [fact.to_dict() for fact in facts]
    return node


def _property(fact: Fact) -> Iterable[tuple[str, Any]]:
    match fact:
        case Cast(change="leaving") | Crew(change="leaving"):
            pass
        case Cast(person=person, character=character):
            yield "actor", _role(person, character)
        case Crew(person=person, job=job):
            yield _JOBS.get(job, "contributor"), {"@type": "Person", "name": person}
        case Company(name=name, role="studio"):
            yield "productionCompany", {"@type": "Organization", "name": name}
        case Company(name=name):
            yield "provider", {"@type": "Organization", "name": name}
        case BasedOn(work=work, author=author):
            yield "isBasedOn", _source(work, author)
        case Episodes(count=count):
            yield "numberOfEpisodes", count
        case Release(date=date) if "X" not in date and date[5:7] <= "12":
            yield "datePublished", date
        case Story(text=text):
            yield "abstract", text
        case _:
            pass


def _role(person: str, character: str | None) -> Node:
    actor = {"@type": "Person", "name": person}
    return {"@type": "PerformanceRole", "actor": actor, "characterName": character} if character else actor


def _source(work: str | None, author: str | None) -> Node:
    node: Node = {"@type": "CreativeWork"}
    if work:
        node["name"] = work
    if author:
        node["author"] = {"@type": "Person", "name": author}
    return node


def _people(facts: list[Fact]) -> Iterable[Node]:
    works: dict[str, list[str]] = {}
    for fact in facts:
        if isinstance(fact, KnownFor) and fact.certainty in ("confirmed", "reported"):
            works.setdefault(fact.person, []).append(fact.work)
    for person, names in works.items():
        works_known = [{"@type": "CreativeWork", "name": name} for name in names]
        yield {"@type": "Person", "name": person, "hiatus:knownFor": works_known}
