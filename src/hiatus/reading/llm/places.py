"""Where a quote or a name stands in an article: letter by letter, or but for white space and quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from hiatus.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MAX_PLACES: Final = 1000
"""So many places of one string are looked at."""

MAX_LENGTH: Final = 2000
"""Characters of the longest string that is looked for: a whole article bears nothing out."""

_MARKS: Final = "\"'“”„‟‘’‚‛«»‹›`´′″"
_ANY_MARK: Final = f"[{re.escape(_MARKS)}]"
_TOKENS: Final = re.compile(rf"\s+|{_ANY_MARK}|[^\s{re.escape(_MARKS)}]+")
_JOINED: Final = re.compile(r"[0-9A-Za-z\u00c0-\u024f]")  # scripts that part words by spaces


class Places:
    """Finds strings in one text, each looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: dict[str, tuple[Span, ...]] = {}

    def of_quote(self, quote: str) -> tuple[Span, ...]:
        """The stretches that are the quote, in order; only where none is, those that differ in space or marks."""
        return tuple(islice(self._find(quote.strip()), MAX_PLACES))

    def of_name(self, name: str) -> tuple[Span, ...]:
        """The stretches that are the name, in order, and no part of a longer word."""
        if name not in self._names:
            whole = (span for span in self._find(_bare(name)) if self._is_whole(span))
            self._names[name] = tuple(islice(whole, MAX_PLACES))
        return self._names[name]

    def spelled(self, name: str) -> str | None:
        """The name as the article spells it, on one line; None where it is not in the article."""
        places = self.of_name(name)
        return " ".join(self.text(places[0]).split()) if places else None

    def text(self, span: Span) -> str:
        """What stands in a stretch."""
        return self._text[span.start : span.end]

    def _find(self, wanted: str) -> Iterator[Span]:
        if len(wanted) > MAX_LENGTH or not any(char.isalnum() for char in wanted):
            return
        pattern = re.escape(wanted) if wanted in self._text else _tolerant(wanted)
        for match in re.compile(pattern).finditer(self._text):
            yield Span(*match.span())

    def _is_whole(self, span: Span) -> bool:
        before, after = self._text[span.start - 1 : span.start + 1], self._text[span.end - 1 : span.end + 1]
        return not any(len(pair) == 2 and all(map(_JOINED.match, pair)) for pair in (before, after))


def nearest(stretches: Sequence[Span], names: Sequence[Sequence[Span]]) -> Span:
    """The stretch that stands nearest to the names, each given by its places in order; the first of equals."""
    return min(stretches, key=lambda stretch: sum(_distance(stretch, places) for places in names))


def _distance(stretch: Span, places: Sequence[Span]) -> int:
    after = bisect_left(places, stretch)
    return min(
        max(place.start - stretch.end, stretch.start - place.end, 0) for place in places[max(after - 1, 0) : after + 1]
    )


def _tolerant(wanted: str) -> str:
    return "".join(
        r"\s+" if token.isspace() else _ANY_MARK if token in _MARKS else re.escape(token)
        for token in _TOKENS.findall(wanted)
    )


def _bare(name: str) -> str:
    """The name without quotation marks around it; one mark alone may be its own ('Til)."""
    name = name.strip()
    return name[1:-1].strip() if len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS else name
