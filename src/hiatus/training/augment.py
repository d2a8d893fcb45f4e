"""Augmentation: the same article with other people, characters, titles and companies in it."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import fields, replace

from hiatus.article import Markup
from hiatus.facts import Evidence, Fact, Story
from hiatus.training.corpus import Example
from hiatus.training.targets import occurrences

_NAME_FIELDS = {
    "person": "person",
    "author": "person",
    "character": "character",
    "name": "company",
    "title": "title",
    "work": "title",
}


def names_of(fact: Fact) -> Iterable[tuple[str, str]]:
    """The names in a fact: kind of name, name."""
    for item in fields(fact):
        value = getattr(fact, item.name)
        if item.name in _NAME_FIELDS and isinstance(value, str):
            kind = _NAME_FIELDS[item.name]
            yield (f"company:{fact.role}" if kind == "company" else kind), value  # type: ignore[attr-defined]


class Augmenter:
    """Replaces names throughout an article by others from the corpus, keeping gold and offsets true."""

    def __init__(self, examples: Iterable[Example], seed: int, share: float = 0.65) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self._share = share
        pools: dict[str, dict[str, None]] = {}
        for example in examples:
            for fact in example.gold:
                for kind, name in names_of(fact):
                    pools.setdefault(kind, {})[name] = None
        self._pools = {kind: list(names) for kind, names in pools.items()}

    def __call__(self, example: Example, epoch: int) -> Example:
        """The example, or a variant of it; the first epoch sees every example as it is."""
        if epoch == 0 or self._random.random() > self._share:
            return example
        renamed = self._renaming(example)
        return rename(example, renamed)

    def _renaming(self, example: Example) -> dict[str, str]:
        kinds: dict[str, str] = {}
        for fact in example.gold:
            for kind, name in names_of(fact):
                kinds.setdefault(name, kind)
        renamed: dict[str, str] = {}
        for name, kind in kinds.items():
            chance = 0.4 if kind.startswith("company") else 0.8
            if self._random.random() > chance or _nested(name, kinds):
                continue
            new = self._random.choice(self._pools[kind])
            if new in kinds or new in renamed.values() or new in example.article.text:
                continue
            renamed[name] = new
            if kind in ("person", "character"):
                renamed |= self._parts(name, new, kinds, example.article.text)
        return renamed

    def _parts(self, old: str, new: str, kinds: dict[str, str], text: str) -> dict[str, str]:
        """A surname, or given name, that stands alone in the text follows its full name."""
        parts: dict[str, str] = {}
        old_words, new_words = old.split(), new.split()
        for place in (0, -1):
            word = old_words[place]
            if len(old_words) > 1 and len(word) > 2 and word[0].isupper() and word not in kinds:
                others = [name for name in kinds if name != old and word in name.split()]
                if not others and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text):
                    parts[word] = new_words[place]
        return parts


def _nested(name: str, kinds: Iterable[str]) -> bool:
    """Whether the name holds, or is held by, another: a title named for a character stays as it is."""
    return any(other != name and (name in other or other in name) for other in kinds)


def rename(example: Example, renamed: dict[str, str]) -> Example:
    """The example with names replaced wherever they stand; evidence and markup move along."""
    text = example.article.text
    found = []
    for old, new in renamed.items():
        for span in occurrences(text, old):
            upper = text[span.start : span.end].isupper() and not old.isupper()
            found.append((span.start, span.end, new.upper() if upper else new))
    found.sort(key=lambda item: (item[0], -item[1]))
    pieces: list[str] = []
    edits: list[tuple[int, int, int]] = []
    position = length = 0
    for start, end, new in found:
        if start < position:
            continue
        pieces += [text[position:start], new]
        length += start - position
        edits.append((start, end, length))
        length += len(new)
        position = end
    pieces.append(text[position:])
    changed = "".join(pieces)
    move = _mover(edits, found)
    gold = tuple(_moved(fact, changed, move, renamed) for fact in example.gold)
    markup = tuple(Markup(move(m.start, False), move(m.end, True), m.kind) for m in example.article.markup)
    title = example.article.title
    for old, new in renamed.items():
        title = title.replace(old, new) if title else title
    return Example(replace(example.article, text=changed, markup=markup, title=title), gold)


def _mover(edits: list[tuple[int, int, int]], found: list[tuple[int, int, str]]):  # type: ignore[no-untyped-def]
    lengths = {(start, end): len(new) for start, end, new in reversed(found)}

    def move(offset: int, is_end: bool) -> int:
        shift = 0
        for start, end, at in edits:
            new_end = at + lengths[start, end]
            if offset >= end:
                shift = new_end - end
            elif offset > start:
                return new_end if is_end else at
            else:
                break
        return offset + shift

    return move


def _moved(fact: Fact, text: str, move, renamed: dict[str, str]) -> Fact:  # type: ignore[no-untyped-def]
    start, end = move(fact.evidence.start, False), move(fact.evidence.end, True)
    changes: dict[str, object] = {"evidence": Evidence.of(text, start, end)}
    for item in fields(fact):
        value = getattr(fact, item.name)
        if item.name in _NAME_FIELDS and value in renamed:
            changes[item.name] = renamed[value]
    if isinstance(fact, Story):
        changes["text"] = text[start:end]
    return replace(fact, **changes)  # type: ignore[arg-type]
