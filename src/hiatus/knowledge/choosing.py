"""Which of the people and characters that are known a name means, if any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from sqlalchemy import Connection, select

from hiatus.knowledge.database.schema import claims, mentions, names
from hiatus.knowledge.mentions import NO_SCOPE, Kind, Mention, Name, Register, in_parts
from hiatus.knowledge.names import compare, keys
from hiatus.knowledge.people import Match, Setting, match_any
from hiatus.knowledge.settings import settings_of
from hiatus.knowledge.spelling import simple
from hiatus.knowledge.titles import Verdict, compare_titles, title_key, title_keys

_title, _character, _person = (mentions.alias(name) for name in ("title", "character", "person"))


class Titles:
    """Chooses among the works, sources and companies of a database.

    Args:
        register: the names of the database.
        series: keys of titles that what is being filed speaks of seasons of.
    """

    def __init__(self, register: Register, series: Collection[str] = ()) -> None:
        self._register = register
        self._series = series

    def entity(self, name: Name, apart: Collection[int]) -> int | None:
        """What a title or the name of a company means: that of the same name, give or take how it is written.

        Args:
            name: the name.
            apart: the entities that it was judged to be different from.
        """
        sharing = self._register.sharing(name.kind, keys_of(name.kind, name.spelling))
        found = [mention for each in self._register.of_names(sharing).values() for mention in each]
        works = {NO_SCOPE: NO_SCOPE} | self._register.entity_of({name.scope, *(each.scope for each in found)})
        near = [each for each in found if works[each.scope] == works[name.scope] and each.entity not in apart]
        verdicts = {each.id: self._verdict(name, each) for each in near}
        others = {each.entity for each in near if verdicts[each.id] == "different"}
        return min((each.entity for each in near if verdicts[each.id] == "same" and each.entity not in others),
                   default=None)  # fmt: skip

    def _verdict(self, name: Name, other: Mention) -> Verdict:
        """Whether two titles, or two names of companies, that share a key are one."""
        if name.kind != "work":
            return "same"
        verdict = compare_titles(name.spelling, other.spelling).verdict
        spoken_of = not {title_key(name.spelling), title_key(other.spelling)}.isdisjoint(self._series)
        if verdict == "unsure" and (spoken_of or self._register.has_seasons(other.entity)):
            return compare_titles(name.spelling, other.spelling, "series").verdict
        return verdict


class People:
    """Chooses among the people of a database."""

    def __init__(self, connection: Connection, register: Register) -> None:
        self._connection = connection
        self._register = register

    def entity(
        self, spelling: str, apart: Collection[int], setting: Setting, here: Mapping[int, Collection[str]]
    ) -> int | None:
        """The person that a name means; None for somebody new.

        Args:
            spelling: the name.
            apart: the people that it was judged to be different from.
            setting: what the document says around it.
            here: the people that the document names already, with how it spells them.
        """
        candidates = self._candidates(spelling, apart, setting, here)
        best = max(candidates, key=lambda entity: (candidates[entity].score, -entity), default=None)
        return best if best is not None and candidates[best].verdict == "same" else None

    def _candidates(
        self, spelling: str, apart: Collection[int], setting: Setting, here: Mapping[int, Collection[str]]
    ) -> dict[int, Match]:
        spellings: dict[int, set[str]] = defaultdict(set)
        for mention in self._known(spelling, setting):
            if mention.entity not in apart:
                spellings[mention.entity].add(mention.spelling)
        found: dict[int, Match] = {}
        for entity, known in settings_of(self._connection, spellings).items():
            beside = bool(set(here.get(entity, ())) - {simple(spelling)})
            around = replace(known, documents=setting.documents if beside else frozenset())
            found[entity] = match_any((spelling, setting), spellings[entity], around)
        return found

    def _known(self, spelling: str, setting: Setting) -> list[Mention]:
        """Who may be meant: whose name shares a key, and everybody of the same works."""
        sharing = self._register.of_names(self._register.sharing("person", keys(spelling)))
        return [*self._register.in_works("person", setting.works), *(each for own in sharing.values() for each in own)]


class Characters:
    """Chooses among the characters of one work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def entity(self, spelling: str, apart: Collection[int], work: int, actors: Collection[int]) -> int | None:
        """The character of a work that a name means; None for a new one.

        Args:
            spelling: the name.
            apart: the characters that it was judged to be different from.
            work: the work.
            actors: the people who play the character.
        """
        query = (
            select(mentions.c.entity, names.c.spelling)
            .join(names, mentions.c.name == names.c.id)
            .join(_title, mentions.c.scope == _title.c.id)
            .where(names.c.kind == "character", _title.c.entity == work)
            .order_by(mentions.c.entity)
        )
        rows = [(int(entity), str(other)) for entity, other in self._connection.execute(query)]
        known = [(entity, other) for entity, other in rows if entity not in apart]
        played = actors_of(self._connection, {entity for entity, _ in known})
        for entity, other in sorted(known, key=lambda each: simple(each[1]) != simple(spelling)):
            if same_character(spelling, other, by_one_actor=bool(played[entity] & set(actors))):
                return entity
        return None


def actors_of(
    connection: Connection, characters: Collection[int], by: Literal["entity", "mention"] = "entity"
) -> dict[int, set[int]]:
    """Who plays each of these characters, or of these mentions of characters."""
    column = _character.c.entity if by == "entity" else _character.c.id
    found: dict[int, set[int]] = defaultdict(set)
    for part in in_parts(characters):
        query = (
            select(column, _person.c.entity)
            .select_from(claims)
            .join(_character, claims.c.character == _character.c.id)
            .join(_person, claims.c.person == _person.c.id)
            .where(column.in_(part))
            .distinct()
        )
        for each, actor in connection.execute(query):
            found[each].add(actor)
    return found


def same_character(left: str, right: str, *, by_one_actor: bool) -> bool:
    """Whether two names of characters of one work are one character's.

    One actor seldom plays two whose names are alike, or one of which holds the other.
    """
    if simple(left) == simple(right):
        return True
    verdict = compare(left, right).verdict
    if verdict == "same" or not by_one_actor:
        return verdict == "same"
    return verdict == "unsure" or _is_part(left, right) or _is_part(right, left)


def _is_part(part: str, whole: str) -> bool:
    """Whether a name is another without its family name, first or last."""
    words = whole.split()
    rests = (" ".join(words[1:]), " ".join(words[:-1])) if len(words) > 1 else ()
    return any(simple(part) == simple(rest) or compare(part, rest).verdict != "different" for rest in rests)


def keys_of(kind: Kind, spelling: str) -> Collection[str]:
    """What a name has in common with the others that it can be the same as; characters are looked for by their work."""
    match kind:
        case "person":
            return keys(spelling)
        case "work":
            return title_keys(spelling)
        case "organization" | "source":
            return (simple(spelling),)
        case "character":
            return ()
