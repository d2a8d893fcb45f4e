"""A name with all that it can be, worked out once: Korean, Chinese, Japanese, or parts of any other kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from hiatus.knowledge.names import chinese, japanese, korean, tables
from hiatus.knowledge.names.features import Feature
from hiatus.knowledge.names.general import Parts, parts
from hiatus.knowledge.names.parse import Name, parse


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A name, and what it can be.

    Attributes:
        name: the name taken apart.
        korean: the ways to read it as Korean.
        chinese: the ways to read it as Chinese.
        chinese_given: whether one of these has a Chinese given name.
        japanese: whether it can be Japanese.
        syllables_only: whether it is Korean or Chinese and nothing else that is known: no English, no Japanese name.
        parts: its parts, hyphens and particles taken out.
        particles: the particles taken out.
    """

    name: Name
    korean: tuple[korean.Korean, ...]
    chinese: tuple[chinese.Chinese, ...]
    chinese_given: bool
    japanese: bool
    syllables_only: bool
    parts: Parts
    particles: Parts

    @property
    def letters(self) -> str:
        """The letters of the name, spaces and hyphens aside."""
        return "".join(self.name.words).replace("-", "")


Form = tuple[Reading, tuple[Feature, ...]]


@lru_cache(maxsize=1 << 16)
def forms(text: str) -> tuple[Form, ...]:
    """The name; the name with its nickname for a given name; the name in brackets."""
    name = parse(text)
    found: list[Form] = [(read(name), ())]
    if name.nickname and len(name.words) > 1:
        called = replace(name, words=(name.nickname, *name.words[1:]))
        found.append((read(called), (Feature("quoted nickname", name.nickname),)))
    if name.alias:
        found.append((read(parse(name.alias)), (Feature("alias", name.alias),)))
    return tuple(found)


def read(name: Name) -> Reading:
    """Work out what a name can be."""
    as_korean, as_chinese = korean.read(name), chinese.read(name)
    given = any(reading.given for reading in as_chinese)
    as_japanese = japanese.can_be_japanese(name)
    only = bool(as_korean or given) and not as_japanese and not any(map(_is_english, name.words))
    return Reading(name, as_korean, as_chinese, given, as_japanese, only, *parts(name))


def _is_english(word: str) -> bool:
    families = word in tables.korean_families() or word in tables.chinese_families()
    return word in tables.given_names() and not families
