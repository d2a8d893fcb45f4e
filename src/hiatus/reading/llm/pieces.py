"""An article in pieces that a model can hold: cut between sentences, their offsets kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiatus.article import Span
from hiatus.reading.text import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator


def pieces(text: str, size: int) -> tuple[Span, ...]:
    """The pieces of a text, in order, each at most `size` characters; a longer sentence is cut.

    Every character but white space between two pieces is in exactly one of them.
    """
    found: list[Span] = []
    for part in _parts(text, size):
        if found and part.end - found[-1].start <= size:
            found[-1] = Span(found[-1].start, part.end)
        else:
            found.append(part)
    return tuple(found)


def _parts(text: str, size: int) -> Iterator[Span]:
    for sentence in sentences(text):
        for start in range(sentence.start, sentence.end, size):
            yield Span(start, min(start + size, sentence.end))
