"""Sharing the mentions of entities out afresh, as if they came up one by one, after a judgement or the end of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, update

from hiatus.knowledge.choosing import actors_of, same_character
from hiatus.knowledge.database.schema import mentions
from hiatus.knowledge.judgements import Judged
from hiatus.knowledge.mentions import NO_SCOPE, Kind, Mention, Register, in_parts
from hiatus.knowledge.names import compare
from hiatus.knowledge.people import Setting, match_any
from hiatus.knowledge.settings import settings_of
from hiatus.knowledge.spelling import simple
from hiatus.knowledge.titles import Medium, compare_titles

Group = list[Mention]

_JUDGED, _EQUAL = 3.0, 2.0  # above any score of names that are alike


def part_again(connection: Connection, kind: Kind, which: Collection[int], apart: Collection[int] = ()) -> None:
    """Share the mentions of these entities out afresh; the first groups keep the numbers.

    Args:
        connection: the database.
        kind: what they are.
        which: the entities.
        apart: mentions that must not come to be one.
    """
    register = Register(connection)
    numbers = sorted(which)
    groups = _Parting(connection, kind, register.of_entities(numbers)).groups(apart)
    for index, group in enumerate(groups):
        entity = numbers[index] if index < len(numbers) else register.add_entity(kind)
        for part in in_parts([mention.id for mention in group]):
            connection.execute(update(mentions).where(mentions.c.id.in_(part)).values(entity=entity))


class _Parting:
    """What is known around mentions of one kind, and the groups that they fall into."""

    def __init__(self, connection: Connection, kind: Kind, found: list[Mention]) -> None:
        numbers = [mention.id for mention in found]
        register = Register(connection)
        self._kind = kind
        self._found = sorted(found, key=lambda mention: mention.id)
        self._judged = Judged(connection)
        self._works = register.entity_of({mention.scope for mention in found}) | {NO_SCOPE: NO_SCOPE}
        self._seasonal = register.seasonal(numbers) if kind == "work" else set()
        self._actors = actors_of(connection, numbers, by="mention") if kind == "character" else {}
        self._settings = settings_of(connection, numbers, by="mention") if kind == "person" else {}

    def groups(self, apart: Collection[int]) -> list[Group]:
        """The mentions, those that are one together."""
        groups: list[Group] = []
        for mention in self._found:
            never = {*self._judged.different(mention.name, mention.scope), *(apart if mention.id in apart else ())}
            open_to = [group for group in groups if not any(other.id in never for other in group)]
            best = max(open_to, key=lambda group: self._score(mention, group), default=None)
            if best is not None and self._score(mention, best) > 0:
                best.append(mention)
            else:
                groups.append([mention])
        return groups

    def _score(self, mention: Mention, group: Group) -> float:
        """How surely a mention is of a group: by judgement, by its very name, by what is alike; 0 where it is not."""
        same = self._judged.same(mention.name, mention.scope)
        if any(other.id in same for other in group):
            return _JUDGED
        if any(self._one_name(mention, other) for other in group):
            return _EQUAL
        if self._kind in ("person", "character") and self._is_stray(mention):
            return self._beside(mention, group)
        if self._kind == "person":
            return self._as_person(mention, group)
        return float(self._kind == "character" and any(self._one_character(mention, other) for other in group))

    def _is_stray(self, mention: Mention) -> bool:
        """Whether no claim has a name: an article uses it beside the name that its claims have."""
        known = self._settings[mention.id].documents if self._kind == "person" else self._actors.get(mention.id)
        return not known

    def _beside(self, mention: Mention, group: Group) -> float:
        scores = (compare(mention.spelling, each.spelling).score for each in group if each.scope == mention.scope)
        return max(scores, default=0.0)

    def _one_name(self, left: Mention, right: Mention) -> bool:
        if self._kind == "person":
            return simple(left.spelling) == simple(right.spelling)
        if self._works[left.scope] != self._works[right.scope]:
            return False
        if self._kind == "work":
            medium: Medium | None = "series" if self._seasonal & {left.id, right.id} else None
            return compare_titles(left.spelling, right.spelling, medium).verdict == "same"
        return simple(left.spelling) == simple(right.spelling)

    def _one_character(self, left: Mention, right: Mention) -> bool:
        if self._works[left.scope] != self._works[right.scope]:
            return False
        ours, theirs = (self._actors.get(each.id, set()) for each in (left, right))
        return same_character(left.spelling, right.spelling, by_one_actor=bool(ours & theirs))

    def _as_person(self, mention: Mention, group: Group) -> float:
        setting = self._settings[mention.id]
        beside = [each for each in group if simple(each.spelling) != simple(mention.spelling)]
        around = replace(_united(self._settings[each.id] for each in group),
                         documents=_united(self._settings[each.id] for each in beside).documents)  # fmt: skip
        found = match_any((mention.spelling, setting), {each.spelling for each in group}, around)
        return found.score if found.verdict == "same" else 0.0


def _united(settings: Iterable[Setting]) -> Setting:
    every = list(settings)
    return Setting(
        works=frozenset().union(*(each.works for each in every)),
        characters=frozenset().union(*(each.characters for each in every)),
        jobs=frozenset().union(*(each.jobs for each in every)),
        documents=frozenset().union(*(each.documents for each in every)),
    )
