"""Headings and lists: what the lines of a text are, by their form and by what the page marked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiatus.reading.marks.mark import HeadingMark, ListItemMark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hiatus.article import Article

_BULLET = re.compile(r"\s*(?:[-–—•*·▪●◦■►➤‣☐✓]\s+|\d{1,3}[.)]\s+|#\d{1,3}[.:]?\s|No\.\s?\d{1,3}[.:]\s)\S")
_STOP = re.compile(r"[.,;…][\"”’')\]]*$")
_MOST_WORDS = 14
_MOST_CHARACTERS = 110
_SHORT_LINE = 160  # a line of a list that has no bullets
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space around it; empty where it has nothing else."""

    start: int
    end: int
    text: str


def find(article: Article) -> list[HeadingMark | ListItemMark]:
    """The headings and list items of an article, in order of place."""
    lines = list(_lines(article.text))
    found: dict[tuple[int, int], HeadingMark | ListItemMark] = {}
    by_form: list[HeadingMark | ListItemMark] = [*_headings(lines, article.title), *_items(lines)]
    for markup in article.markup:
        if markup.kind == "heading":
            found[markup.start, markup.end] = HeadingMark(markup.start, markup.end)
        elif markup.kind == "list item":
            found[markup.start, markup.end] = ListItemMark(markup.start, markup.end)
    for mark in by_form:
        found.setdefault((mark.start, mark.end), mark)
    return sorted(found.values(), key=lambda mark: (mark.start, mark.end))


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        first = start + len(line) - len(line.lstrip()) if stripped else start
        yield _Line(first, first + len(stripped), stripped)
        start += len(line) + 1


def _headings(lines: list[_Line], title: str | None) -> Iterator[HeadingMark]:
    first = next((index for index, line in enumerate(lines) if line.text), None)
    for index, line in enumerate(lines):
        if not line.text or _BULLET.match(line.text):
            continue
        headline = index == first and (_same(line.text, title) or _is_headline(line, lines[index + 1 :]))
        if headline or (index != first and _is_heading(lines, index)):
            yield HeadingMark(line.start, line.end)


def _same(line: str, title: str | None) -> bool:
    return title is not None and re.sub(r"\W+", "", line).casefold() == re.sub(r"\W+", "", title).casefold()


def _is_headline(line: _Line, rest: list[_Line]) -> bool:
    short = len(line.text) <= 2 * _MOST_CHARACTERS and len(line.text.split()) <= 2 * _MOST_WORDS
    return short and not _STOP.search(line.text) and any(other.text for other in rest)


def _is_heading(lines: list[_Line], index: int) -> bool:
    """A short line that stands apart, does not end as a sentence does, and has something to head."""
    line = lines[index]
    if not _is_short(line) or index + 1 >= len(lines):
        return False
    previous, following = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    if following is None:
        return False
    if line.text.endswith(":") or (line.text.isupper() and len(line.text) > 2):
        return True
    if lines[index - 1].text or (previous and _is_short(previous) and _is_short(following)):
        return False  # within a paragraph, or a list
    heads_a_text = len(following.text) > max(_MOST_CHARACTERS, 2 * len(line.text))
    return not lines[index + 1].text or heads_a_text


def _is_short(line: _Line) -> bool:
    text = line.text
    return len(text) <= _MOST_CHARACTERS and len(text.split()) <= _MOST_WORDS and not _STOP.search(text)


def _neighbour(lines: list[_Line], index: int, step: int) -> _Line | None:
    """The next line up or down that has something, not more than three away."""
    near = (lines[at] for at in range(index + step, index + 4 * step, step) if 0 <= at < len(lines))
    return next((line for line in near if line.text), None)


def _items(lines: list[_Line]) -> Iterator[ListItemMark]:
    run: list[_Line] = []
    for line in (*lines, _Line(0, 0, "")):
        if line.text and _BULLET.match(line.text):
            yield ListItemMark(line.start, line.end)
        elif line.text and len(line.text) <= _SHORT_LINE:
            run.append(line)
            continue
        yield from _run(run)
        run = []


def _run(run: list[_Line]) -> Iterator[ListItemMark]:
    """Short lines one under the other are a list, the first of them its heading if it is one of capitals or a colon."""
    if len(run) >= _FEWEST_LINES and sum(_STOP.search(line.text) is None for line in run) * 2 >= len(run):
        for line in run:
            if not line.text.endswith(":") and not line.text.isupper():
                yield ListItemMark(line.start, line.end)
