"""Augmentation: the same article with other names in it, set otherwise, thinned, or beside another."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import replace

from hiatus.training.corpus import Example
from hiatus.training.edits import Edit, edited
from hiatus.training.names import names_of
from hiatus.training.reshape import joined, restyled, thinned
from hiatus.training.targets import occurrences

RESTYLED, THINNED, JOINED = 0.4, 0.25, 0.15
"""How often an article has its titles set otherwise, loses paragraphs, and is followed by another."""


class Augmenter:
    """Replaces names throughout an article by others from the corpus, keeping gold and offsets true."""

    def __init__(self, examples: Iterable[Example], seed: int, share: float = 0.65) -> None:
        self._random = random.Random(seed)  # noqa: S311 - repeatable, not secret
        self._share = share
        self._examples = list(examples)
        pools: dict[str, dict[str, None]] = {}
        for example in self._examples:
            for fact in example.gold:
                for kind, name in names_of(fact):
                    pools.setdefault(kind, {})[name] = None
        self._pools = {kind: list(names) for kind, names in pools.items()}

    def __call__(self, example: Example, epoch: int) -> Example:
        """The example, or a variant of it; the first epoch sees every example as it is."""
        if epoch == 0:
            return example
        if self._random.random() < self._share:
            example = rename(example, self._renaming(example))
        if self._random.random() < RESTYLED:
            example = restyled(example, self._random)
        if self._random.random() < THINNED:
            example = thinned(example, self._random)
        if self._random.random() < JOINED:
            example = joined(example, self._random.choice(self._examples))
        return example

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
            found.append(Edit(span.start, span.end, new.upper() if upper else new))
    title = example.article.title
    for old, new in renamed.items():
        title = title.replace(old, new) if title else title
    return edited(replace(example, article=replace(example.article, title=title)), found, renamed)
