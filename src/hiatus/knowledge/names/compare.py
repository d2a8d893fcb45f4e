"""Two names compared by every system that both can belong to: the best way to read them as one counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hiatus.knowledge.names import chinese, general, korean, tables
from hiatus.knowledge.names.features import Feature, Verdict, score, verdict
from hiatus.knowledge.names.parse import Name
from hiatus.knowledge.names.readings import Form, Reading, forms


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two names compare.

    Attributes:
        score: from 0 to 1, the product of the weights of what was found; no probability.
        found: the features, see `features.FEATURES`.
    """

    score: float
    found: tuple[Feature, ...]

    @property
    def verdict(self) -> Verdict:
        """`same`: spellings of one name; `different`: they cannot be; `unsure`: they may be."""
        return verdict(self.score)

    @property
    def reasons(self) -> list[str]:
        """What was found, in plain English."""
        return [str(feature) for feature in self.found]


def compare(one: str, other: str) -> Comparison:
    """Compare two personal names by what their spellings can stand for.

    Symmetric. Says nothing of whether two people of one name are one person.
    """
    ours, theirs = forms(one), forms(other)
    found = (*_compare(ours, theirs), *_suffixes(ours[0][0].name, theirs[0][0].name))
    return Comparison(round(score(found), 4), found)


def _compare(ours: tuple[Form, ...], theirs: tuple[Form, ...]) -> Sequence[Feature]:
    """The features of the best way to read two names as one."""
    one, other = ours[0][0], theirs[0][0]
    if not one.name.words or not other.name.words:
        return [Feature("no name")]
    if one.name.words == other.name.words:
        return [Feature("equal")]
    ways = [
        (*said, *also_said, *found)
        for left, said in ours
        for right, also_said in theirs
        for found in _by_system(left, right)
    ]
    return max(ways, key=score)


def _suffixes(one: Name, other: Name) -> list[Feature]:
    if one.suffix == other.suffix:
        return []
    ours, theirs = (
        name.suffix.title() if name.suffix in ("jr", "sr") else name.suffix.upper() for name in (one, other)
    )
    return [Feature("suffix differs", ours, theirs) if ours and theirs else Feature("suffix missing", ours or theirs)]


def _by_system(one: Reading, other: Reading) -> Iterator[Sequence[Feature]]:
    """What is found by each system that both names can belong to; by their parts where they share none."""
    by_syllables = False
    if one.korean and other.korean:
        by_syllables = True
        yield korean.compare(one.korean, other.korean)
    if one.chinese and other.chinese:
        by_syllables = by_syllables or (one.chinese_given and other.chinese_given)
        yield chinese.compare(one.chinese, other.chinese)
    if one.name.script != other.name.script:
        yield [_in_two_scripts(one, other)]
    else:
        yield from _in_one_script(one, other, by_syllables)


def _in_two_scripts(one: Reading, other: Reading) -> Feature:
    """What is said where no reading made them one: nothing shared, if what is not Latin could be read at all."""
    latin, native = (one, other) if one.name.script == "latin" else (other, one)
    if latin.name.script != "latin":
        return Feature("scripts")
    if native.name.script == "hangul":
        return Feature("nothing shared" if native.korean else "scripts")
    elsewhere = latin.japanese or bool(latin.korean and not latin.chinese)
    return Feature("nothing shared" if native.chinese and not elsewhere else "scripts")


def _in_one_script(one: Reading, other: Reading, by_syllables: bool) -> Iterator[Sequence[Feature]]:
    """Where both are made of syllables and nothing else, their letters say nothing."""
    initials = korean.initials_feature(one.name, other.name) or korean.initials_feature(other.name, one.name)
    if initials:
        yield initials
        return
    if (one.syllables_only and other.syllables_only) or (by_syllables and one.syllables_only != other.syllables_only):
        yield [Feature("nothing shared")]
    else:
        yield general.compare(one, other)
    if one.syllables_only != other.syllables_only:
        yield from _other_tongue(one, other) if other.syllables_only else _other_tongue(other, one)


def _other_tongue(english: Reading, asian: Reading) -> Iterator[Sequence[Feature]]:
    """`Jackson Wang` beside `Wang Jiaer`: one family name, given names of two tongues."""
    if len(english.name.words) != 2:
        return
    given, family = english.name.words
    for families, readings in (
        (tables.korean_families(), asian.korean),
        (tables.chinese_families(), asian.chinese),
    ):
        for reading in readings:
            if reading.given and families.get(family, frozenset()) & reading.families:
                yield [Feature("other tongue", given, reading.given)]
