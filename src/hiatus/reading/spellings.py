"""Within one article, the spellings of one name: `Roh Jae-won` and, by a slip, `Roh Jae-wan`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from hiatus.reading.roles.document import Document
from hiatus.reading.roles.mentions import Name

SLIP = 1
"""Letters that two spellings of one name may differ by."""

SHORTEST = 7
"""Letters that a name must have for a slip to be told from another name."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Which folded names stand for one person, and how the article writes them.

    Attributes:
        same: folded name → the folded name that stands for all its spellings.
        written: folded name → the article's own spellings, the most frequent first.
    """

    same: Mapping[str, str]
    written: Mapping[str, tuple[str, ...]]

    def key(self, key: str) -> str:
        """The folded name that stands for all spellings of this one."""
        return self.same.get(key, key)

    def name(self, key: str) -> str:
        """The name as the article writes it most often."""
        return self.written[self.key(key)][0]

    def others(self) -> dict[str, tuple[str, ...]]:
        """Other spellings of full names, by the spelling that the facts have."""
        result: dict[str, list[str]] = {}
        for key, main in self.same.items():
            if key != main and " " in key:
                result.setdefault(self.name(main), []).extend(self.written[key])
        return {name: tuple(spellings) for name, spellings in result.items()}


def spellings(document: Document, names: Sequence[Name], kind: str = "person") -> Spellings:
    """Join the spellings of each name of one kind in an article."""
    own = [name for name in names if name.kind == kind and name.key]
    written: dict[str, Counter[str]] = {}
    sentences: dict[str, set[int]] = {}
    for name in own:
        written.setdefault(name.key, Counter())[document.text(name.first, name.last)] += 1
        sentences.setdefault(name.key, set()).add(int(document.sentence[name.first]))
    by_weight = sorted(written, key=lambda key: -written[key].total())
    same: dict[str, str] = {}
    for key in (key for key in by_weight if " " in key):
        same[key] = _slip_of(key, list(same), same, sentences) or key
    people = set(same.values())
    same |= {key: _full_name(key, same, people) or key for key in by_weight if " " not in key}
    return Spellings(same, {key: tuple(text for text, _ in count.most_common()) for key, count in written.items()})


def _full_name(key: str, same: Mapping[str, str], people: set[str]) -> str | None:
    """The one person whom a surname, or given name, alone stands for."""
    bearers = people & {same[other] for other in same if key in other.split()}
    return bearers.pop() if len(bearers) == 1 else None


def _slip_of(
    key: str, earlier: Sequence[str], same: Mapping[str, str], sentences: Mapping[str, set[int]]
) -> str | None:
    """A name that this one is a slip of; two that are named together are two people."""
    for other in earlier:
        if same[other] == other and not sentences[key] & sentences[other] and _one_letter_apart(key, other):
            return other
    return None


def _one_letter_apart(key: str, other: str) -> bool:
    if " " not in key or " " not in other:
        return False
    one, two = key.replace(" ", ""), other.replace(" ", "")
    if min(len(one), len(two)) < SHORTEST:
        return False
    turned = sorted(key.split()) == sorted(other.split())
    return turned or Levenshtein.distance(one, two, score_cutoff=SLIP) <= SLIP
