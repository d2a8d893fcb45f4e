"""Who and what the names of an article mean: entities that are known already, or new ones.

Titles come first, for they are the scope of the names of people and characters; people before characters, for who
plays a character helps to tell which it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from hiatus.facts import BasedOn, Cast, Company, Crew, Fact, KnownFor, Release
from hiatus.knowledge.choosing import Characters, People, Titles, keys_of
from hiatus.knowledge.judgements import Judged
from hiatus.knowledge.mentions import NO_SCOPE, Kind, Mention, Name, Register, is_name
from hiatus.knowledge.people import Setting
from hiatus.knowledge.spelling import simple
from hiatus.knowledge.titles import parse_title, title_key

_ON_SCREEN = ("film", "series")
"""The forms of source that are works such as those that are followed."""


Choose = Callable[[Name, Collection[int]], int | None]
"""Chooses the entity that a name means, None for a new one, given those that it was judged to be different from."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """The numbers of the mentions that the names of a fact are."""

    work: int
    person: int | None = None
    character: int | None = None
    organization: int | None = None
    other: int | None = None


def person_of(fact: Fact) -> str | None:
    """The name of the person in a fact."""
    match_ = fact.author if isinstance(fact, BasedOn) else getattr(fact, "person", None)
    return match_ if isinstance(match_, str) else None


def organization_of(fact: Fact) -> str | None:
    """The name of the company in a fact."""
    if isinstance(fact, Company):
        return fact.name
    return fact.platform if isinstance(fact, Release) else None


class Resolver:
    """Resolves the names of one document, within the transaction that files it."""

    def __init__(
        self, connection: Connection, document: int = 0, spellings: Mapping[str, tuple[str, ...]] | None = None
    ) -> None:
        self._connection = connection
        self._register = Register(connection)
        self._judged = Judged(connection)
        self._titles = Titles(self._register)
        self._document = document
        self._spellings = spellings or {}
        self._found: dict[Name, Mention] = {}

    def resolve(self, facts: Collection[Fact]) -> list[Resolved]:
        """The mentions of the names of each fact."""
        seasonal = (fact for fact in facts if fact.season is not None and not isinstance(fact, KnownFor))
        self._titles = Titles(self._register, {title_key(fact.title) for fact in seasonal})
        self._settle({Name("work", fact.title) for fact in facts}, self._titles.entity)
        self._settle(_without_none(self._other(fact) for fact in facts), self._titles.entity)
        self._settle(_without_none(map(_organization, facts)), self._titles.entity)
        self._settle_people(facts)
        self._settle_characters(facts)
        return [self._resolved(fact) for fact in facts]

    def title(self, title: str) -> Mention:
        """The mention of a title that somebody asks for, whether any article has it or not."""
        name = Name("work", title)
        self._settle([name], self._titles.entity)
        return self._found[name]

    def _resolved(self, fact: Fact) -> Resolved:
        number = self._number
        return Resolved(
            work=self._work(fact),
            person=number(self._person(fact)),
            character=number(self._character(fact)),
            organization=number(_organization(fact)),
            other=number(self._other(fact)),
        )

    def _number(self, name: Name | None) -> int | None:
        return self._found[name].id if name else None

    def _work(self, fact: Fact) -> int:
        return self._found[Name("work", fact.title)].id

    def _person(self, fact: Fact) -> Name | None:
        spelling = person_of(fact)
        return Name("person", spelling, self._work(fact)) if spelling else None

    def _character(self, fact: Fact) -> Name | None:
        spelling = fact.character if isinstance(fact, Cast) else None
        return Name("character", spelling, self._work(fact)) if spelling else None

    def _other(self, fact: Fact) -> Name | None:
        """The other work of a fact; one of the same name that is not the work itself has a scope that sets it apart."""
        match fact:
            case KnownFor(work=work):
                return Name("work", work)
            case BasedOn(work=str(work), form=form):
                kind: Kind = "work" if form in _ON_SCREEN else "source"
                apart = kind == "source" or title_key(work) == title_key(fact.title)
                return Name(kind, work, self._work(fact) if apart else NO_SCOPE)
            case _:
                return None

    def _settle(self, names: Iterable[Name], choose: Choose) -> None:
        """Find the mention of each name, or add one: to the entity that is chosen, or to a new one."""
        wanted = [name for name in names if name not in self._found]
        for kind in dict.fromkeys(name.kind for name in wanted):
            own = sorted(name for name in wanted if name.kind == kind)
            self._settle_kind(kind, own, choose)

    def _settle_kind(self, kind: Kind, names: list[Name], choose: Choose) -> None:
        numbers = self._register.known(kind, {name.spelling for name in names})
        pairs = {(numbers[name.spelling], name.scope): name for name in names if name.spelling in numbers}
        self._found |= {pairs[pair]: mention for pair, mention in self._register.mentions(pairs).items()}
        for name in names:
            if name not in self._found:
                self._add(name, numbers, self._entity(name, numbers.get(name.spelling), choose))

    def _entity(self, name: Name, number: int | None, choose: Choose) -> int | None:
        """What a name means: by the last judgement on it, else by what it and its surroundings say."""
        if number is None:
            return choose(name, ())
        same = self._judged.same(number, name.scope)[-1:]
        if same:
            return self._register.entity_of(same)[same[0]]
        return choose(name, set(self._register.entity_of(self._judged.different(number, name.scope)).values()))

    def _add(self, name: Name, numbers: dict[str, int], entity: int | None) -> None:
        number = numbers.get(name.spelling)
        if number is None:
            number = self._register.add_name(name.kind, name.spelling, keys_of(name.kind, name.spelling))
            numbers[name.spelling] = number
        entity = self._register.add_entity(name.kind) if entity is None else entity
        self._found[name] = self._register.add_mention(number, name.spelling, name.scope, entity)

    def with_seasons(self, facts: Iterable[Fact]) -> list[Fact]:
        """The facts, with the season that a title such as `Harbor Lights 2` names where it is one of Harbor Lights."""
        return [self._with_season(fact) for fact in facts]

    def _with_season(self, fact: Fact) -> Fact:
        title = parse_title(fact.title)
        if fact.season is not None or isinstance(fact, KnownFor):
            return fact
        if title.season is not None:
            return replace(fact, season=title.season)
        if title.number is None:
            return fact
        spellings = self._register.of_entities([self._found[Name("work", fact.title)].entity])
        stands_alone = all(title_key(each.spelling) != title.stem for each in spellings)
        return fact if stands_alone else replace(fact, season=title.number)

    def _settle_people(self, facts: Collection[Fact]) -> None:
        settings = self._settings(facts)
        people = People(self._connection, self._register)
        self._settle(
            settings, lambda name, apart: people.entity(name.spelling, apart, settings[name], self._among(facts))
        )
        self._join_spellings("person")

    def _among(self, facts: Collection[Fact]) -> dict[int, set[str]]:
        """The people of this document that are settled: entity → how it spells the name."""
        here: dict[int, set[str]] = defaultdict(set)
        for fact in facts:
            name = self._person(fact)
            if name in self._found:
                here[self._found[name].entity].add(simple(name.spelling))
        return here

    def _settings(self, facts: Collection[Fact]) -> dict[Name, Setting]:
        """What this document says around each person."""
        gathered: dict[Name, list[Fact]] = defaultdict(list)
        for fact in facts:
            name = self._person(fact)
            if name:
                gathered[name].append(fact)
        return {name: self._setting(own) for name, own in gathered.items()}

    def _setting(self, facts: list[Fact]) -> Setting:
        entity = {fact: self._found[Name("work", fact.title)].entity for fact in facts}
        others = {
            self._found[other].entity for fact in facts if isinstance(fact, KnownFor) and (other := self._other(fact))
        }
        return Setting(
            works=frozenset(entity.values()) | others,
            characters=frozenset(
                (entity[f], simple(f.character)) for f in facts if isinstance(f, Cast) and f.character
            ),
            jobs=frozenset((entity[fact], fact.job) for fact in facts if isinstance(fact, Crew)),
            documents=frozenset((self._document,)),
        )

    def _settle_characters(self, facts: Collection[Fact]) -> None:
        actors: dict[Name, set[int]] = defaultdict(set)
        for fact in facts:
            name, person = self._character(fact), self._person(fact)
            if name and person:
                actors[name].add(self._found[person].entity)
        characters = Characters(self._connection)
        works = {mention.id: mention.entity for mention in self._found.values() if mention.scope == NO_SCOPE}
        self._settle(
            actors, lambda name, apart: characters.entity(name.spelling, apart, works[name.scope], actors[name])
        )
        self._join_spellings("character")

    def _join_spellings(self, kind: Kind) -> None:
        """File the other spellings that the article itself uses for a name."""
        for name, mention in list(self._found.items()):
            if name.kind == kind:
                own = filter(is_name, self._spellings.get(name.spelling, ()))
                others = (replace(name, spelling=spelling) for spelling in own)
                self._settle(others, partial(_unless_apart, mention.entity))


def _organization(fact: Fact) -> Name | None:
    name = organization_of(fact)
    return Name("organization", name) if name else None


def _unless_apart(entity: int, _: Name, apart: Collection[int]) -> int | None:
    return None if entity in apart else entity


def _without_none(names: Iterable[Name | None]) -> set[Name]:
    return {name for name in names if name}
