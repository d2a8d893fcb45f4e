"""The same article as another page would set it: other marks around titles, fewer paragraphs, another piece below."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace

from hiatus.article import Markup, Span
from hiatus.facts import Release
from hiatus.training.corpus import Example
from hiatus.training.edits import Edit, edited
from hiatus.training.names import names_of
from hiatus.training.targets import occurrences

STYLES = (("", ""), ("‘", "’"), ("“", "”"), ('"', '"'), ("'", "'"), ("italic", ""))
"""How pages set titles: not at all, in quotation marks, in italics."""

LEAVES_OUT = 0.15
"""How likely each paragraph is to go from an article that is thinned."""

LONGEST = 3_000
"""Characters of an article that another may follow."""

_OPENS, _CLOSES = "‘“\"'*_", "’”\"'*_"


def restyled(example: Example, chance: random.Random) -> Example:
    """The example with all its titles set in one other way."""
    style = chance.choice(STYLES)
    names = {name for fact in example.gold for kind, name in names_of(fact) if kind == "title"}
    edits = [edit for span in _titles(example.article.text, names) for edit in _set(example.article.text, span, style)]
    changed = edited(example, edits)
    if style[0] != "italic":
        return changed
    text = changed.article.text
    italics = (Markup(span.start, span.end, "italic") for span in _titles(text, names))
    return replace(changed, article=replace(changed.article, markup=tuple(sorted([*changed.article.markup, *italics]))))


def _titles(text: str, names: set[str]) -> list[Span]:
    """Where titles stand, the longest where they overlap."""
    kept: list[Span] = []
    for name in sorted(names, key=len, reverse=True):
        kept += [span for span in occurrences(text, name) if not any(span.overlaps(other) for other in kept)]
    return sorted(kept)


def _set(text: str, span: Span, style: tuple[str, str]) -> Iterator[Edit]:
    """The edits that give a title these marks in place of those that it has."""
    opens, closes = style if style[0] != "italic" else ("", "")
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    apart = bool(before) and before in _OPENS and bool(after) and after in _CLOSES
    if not apart and ((before and before in _OPENS) or (after and after in _CLOSES)):
        return  # a mark on one side is no title's alone: a quotation, a comma within the marks
    reach = int(apart)
    yield Edit(span.start - reach, span.start, opens)
    yield Edit(span.end, span.end + reach, closes)


def thinned(example: Example, chance: random.Random) -> Example:
    """The example without some of its paragraphs, and without the facts that nothing is left of."""
    lines = list(re.finditer(r"[^\n]+\n*", example.article.text))
    edits = [Edit(line.start(), line.end(), "") for line in lines[1:] if chance.random() < LEAVES_OUT]
    changed = edited(example, edits)
    text = changed.article.text
    gold = tuple(fact for fact in changed.gold if all(_stands(text, name) for _, name in names_of(fact)))
    return replace(changed, gold=gold)


def _stands(text: str, name: str) -> bool:
    return next(occurrences(text, name), None) is not None


def joined(first: Example, second: Example) -> Example:
    """One example followed by another, as round-ups and pages with several pieces have them.

    Two that are long stay apart, as do those whose relative dates would count from another day.
    """
    same_day = first.article.published == second.article.published
    dated = any(isinstance(fact, Release) for fact in second.gold)
    if (dated and not same_day) or max(len(each.article.text) for each in (first, second)) > LONGEST:
        return first
    text = f"{first.article.text.rstrip()}\n\n"
    shifted = edited(second, [Edit(0, 0, text)])
    article = shifted.article
    markup = (*first.article.markup, *article.markup)
    return Example(replace(first.article, text=article.text, markup=markup), (*first.gold, *shifted.gold))
