"""Names of all other kinds, compared part by part: European, Indian, Arabic, Japanese, Vietnamese, transliterated."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from hiatus.knowledge.names import tables
from hiatus.knowledge.names.features import Feature
from hiatus.knowledge.names.parse import Name
from hiatus.knowledge.names.parts import SLIP_FROM, part_feature

if TYPE_CHECKING:
    from hiatus.knowledge.names.readings import Reading

Parts = tuple[str, ...]


class Match(NamedTuple):
    """A part of one name and a part of the other that can be one, by their places."""

    at: int
    other_at: int
    feature: Feature

    @property
    def whole(self) -> bool:
        """Whether more than an initial agrees."""
        return self.feature.name != "initial" and (len(self.feature.one) > 1 or not self.feature.one)


def parts(name: Name) -> tuple[Parts, Parts]:
    """The parts of a name, hyphens and particles taken out, and the particles."""
    split = "-".join(name.words).split("-")
    split = [split[0], *("saint" if part == "st" else part for part in split[1:])]
    vietnamese, inside = tables.words("vietnamese"), tables.words("particle").intersection(split[1:-1])
    if not inside or split[0] in vietnamese or split[-1] in vietnamese:
        return tuple(filter(None, split)), ()
    kept = (split[0], *(part for part in split[1:-1] if part not in inside), split[-1])
    return kept, tuple(part for part in split[1:-1] if part in inside)


def compare(one: Reading, other: Reading) -> list[Feature]:
    """What is found in two names, part by part."""
    if one.letters == other.letters:
        return [Feature("joined")]
    ours, theirs = one.parts, other.parts
    particle = [] if one.particles == other.particles else [Feature("particle")]
    if sorted(ours) == sorted(theirs):
        return [_order(ours, theirs), *particle]
    matches = align(ours, theirs, one.japanese and other.japanese)
    if len(ours) == 1 or len(theirs) == 1:
        return _one_word(ours, theirs, matches)
    return [*_judge(ours, theirs, matches), *particle]


def _order(ours: Parts, theirs: Parts) -> Feature:
    """`Dean James` may be James Dean, or someone else."""
    either = len(ours) == 2 and all(_only_given(part) for part in ours)
    return Feature("two given names" if either and ours != theirs else "order")


def _only_given(part: str) -> bool:
    return (
        part in tables.given_names() and part not in tables.korean_families() and part not in tables.chinese_families()
    )


def _one_word(ours: Parts, theirs: Parts, matches: list[Match]) -> list[Feature]:
    if len(ours) == len(theirs) and _one_family(ours[0], theirs[0]):
        return [Feature("one-word spelling", ours[0], theirs[0])]
    if not any(match.whole for match in matches):
        return [Feature("nothing shared")]
    if len(ours) == len(theirs):
        return [Feature("one-word spelling", ours[0], theirs[0]), *_told(matches)]
    return [*_told(matches), Feature("one word", ours[0] if len(ours) == 1 else theirs[0])]


def _one_family(one: str, other: str) -> bool:
    return any(
        families.get(one, frozenset()) & families.get(other, frozenset())
        for families in (tables.korean_families(), tables.chinese_families())
    )


def align(ours: Parts, theirs: Parts, in_japanese: bool) -> list[Match]:
    """The parts that can be one, the surest pairs first, each part once."""
    matches = _equal(ours, theirs)
    taken, other_taken = {match.at for match in matches}, {match.other_at for match in matches}
    pairs = [
        Match(at, other_at, _pair(part, other, in_japanese, at + 1 == len(ours) and other_at + 1 == len(theirs)))
        for at, part in enumerate(ours)
        if at not in taken
        for other_at, other in enumerate(theirs)
        if other_at not in other_taken
    ]
    pairs = [pair for pair in pairs if pair.feature.name != "differs"]
    for pair in sorted(pairs, key=lambda pair: (-pair.feature.weight, abs(pair.at - pair.other_at))):
        if pair.at not in taken and pair.other_at not in other_taken:
            matches.append(pair)
            taken.add(pair.at)
            other_taken.add(pair.other_at)
    return sorted(matches)


def _pair(one: str, other: str, in_japanese: bool, last: bool) -> Feature:
    """How two parts compare; a family name has no ending for women that a given name has."""
    feature = part_feature(one, other, in_japanese)
    if feature.name == "near" and last and min(len(one), len(other)) >= SLIP_FROM:
        return Feature("slip", one, other)
    return feature


def _equal(ours: Parts, theirs: Parts) -> list[Match]:
    free = list(range(len(theirs)))
    matches = []
    for at, part in enumerate(ours):
        place = next((other_at for other_at in free if theirs[other_at] == part), None)
        if place is not None:
            free.remove(place)
            matches.append(Match(at, place, Feature("equal", part, part)))
    return matches


def _judge(ours: Parts, theirs: Parts, matches: list[Match]) -> list[Feature]:
    left = [at for at in range(len(ours)) if at not in {match.at for match in matches}]
    other_left = [at for at in range(len(theirs)) if at not in {match.other_at for match in matches}]
    whole = sum(match.whole for match in matches)
    if not whole:
        return [Feature("nothing shared")]
    told = [*_told(matches), *_turned(matches)]
    if left and other_left:
        differs = _left_on_both([ours[at] for at in left], [theirs[at] for at in other_left])
        return _other_tongue(ours, theirs) or [*told, differs]
    if left:
        return [*told, *_missing(ours, left, theirs, whole)]
    return [*told, *_missing(theirs, other_left, ours, whole)]


def _told(matches: list[Match]) -> list[Feature]:
    """The features of the pairs that are not equal; an initial says more beside two whole parts or another."""
    whole = sum(match.whole for match in matches)
    initials = [match.feature for match in matches if match.feature.name == "initial"]
    first = "middle initial" if whole > 1 else "only initial" if len(initials) == 1 and len(matches) == 2 else "initial"
    told = [match.feature for match in matches if match.feature.name not in ("equal", "initial")]
    return told + [
        Feature("further initial" if at else first, feature.one, feature.other) for at, feature in enumerate(initials)
    ]


def _turned(matches: list[Match]) -> list[Feature]:
    places = [match.other_at for match in matches]
    return [] if places == sorted(places) else [Feature("order")]


def _left_on_both(ours: Sequence[str], theirs: Sequence[str]) -> Feature:
    one, other = "".join(ours), "".join(theirs)
    if one == other:
        return Feature("part joined", " ".join(ours), " ".join(theirs))
    return Feature("differs", " ".join(ours), " ".join(theirs))


def _other_tongue(ours: Parts, theirs: Parts) -> list[Feature]:
    """`Veronica Ngo` beside `Ngo Thanh Van`: a Vietnamese family name, last after an English one."""
    for english, whole in ((ours, theirs), (theirs, ours)):
        given, family = english[0], english[-1]
        if family == whole[0] and family in tables.words("vietnamese") and given in tables.given_names():
            return [Feature("other tongue", given, " ".join(whole[1:]))] if len(english) == 2 else []
    return []


def _missing(longer: Parts, left: list[int], shorter: Parts, whole: int) -> list[Feature]:
    """What one name leaves out, by its place among those that both have."""
    if not left:
        return []
    if whole < 2 and len(shorter) < 3:
        return [Feature("one word", shorter[-1])]
    shared = [at for at in range(len(longer)) if at not in left]
    by_kind: dict[str, list[str]] = {}
    for at in left:
        by_kind.setdefault(_left_out(longer[at], at, shared, shorter), []).append(longer[at])
    return [Feature(kind, " ".join(shown(part) for part in parts)) for kind, parts in by_kind.items()]


def _left_out(part: str, at: int, shared: list[int], shorter: Parts) -> str:
    if len(part) == 1:
        return "initials differ" if any(len(other) == 1 for other in shorter) else "initial missing"
    if at < shared[0]:
        return "first missing"
    if at < shared[-1]:
        return "middle missing"
    return "family missing" if shorter[-1] in tables.given_names() else "last missing"


def shown(part: str) -> str:
    """A part as it is shown: an initial is a capital."""
    return part.upper() if len(part) == 1 else part
