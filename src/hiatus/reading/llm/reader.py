"""The reader: pieces of an article to a model, its proposals through the check, what is left into a Reading."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hiatus.facts import Evidence, Fact
from hiatus.reading.llm.cache import Cache, key
from hiatus.reading.llm.check import checked
from hiatus.reading.llm.client import SEED, Client
from hiatus.reading.llm.pieces import pieces
from hiatus.reading.llm.places import Places
from hiatus.reading.llm.prompt import Messages, messages
from hiatus.reading.llm.proposals import proposals
from hiatus.reading.llm.schema import schema
from hiatus.reading.reading import Reading, ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hiatus.article import Article, Span

MAX_PIECES: Final = 50
"""No article is longer: what is, is refused rather than read in part."""

MAX_PROPOSALS: Final = 500
"""So many facts of one answer are looked at; the rest are dropped."""


class LanguageModelReader:
    """Reads with a language model; one may serve many threads.

    Args:
        client: the model.
        cache: where its answers are kept.
        size: how many characters of an article are read at once.
    """

    def __init__(self, client: Client, cache: Cache, size: int) -> None:
        self._client = client
        self._cache = cache
        self._size = size

    def read(self, article: Article) -> Reading:
        """See Reader.

        Raises:
            ReadingError: if the article is too long, or the model does not answer, or not with facts.
        """
        parts = pieces(article.text, self._size)
        if len(parts) > MAX_PIECES:
            raise ReadingError(
                f"it is too long for a language model: at most {MAX_PIECES * self._size:,} characters are read"
            )
        places = Places(article.text)
        found = [self._read_piece(article, places, part) for part in parts]
        facts = _once(fact for kept, _ in found for fact in kept)
        return Reading(article=article, facts=facts, dropped=sum(dropped for _, dropped in found))

    def _read_piece(self, article: Article, places: Places, piece: Span) -> tuple[list[Fact], int]:
        """The facts in a piece that the article bears out, and how many others were proposed."""
        asked = messages(article, piece)
        name = self._name(asked)
        stored = self._cache.get(name)
        raw, proposed = self._proposed(asked, stored)
        looked_at = (checked(proposal, places, piece) for proposal in proposed[:MAX_PROPOSALS])
        kept = [fact for fact in looked_at if fact is not None]
        dropped = len(proposed) - len(kept)
        if raw != stored:
            self._cache.put(name, raw, kept, dropped)
        return kept, dropped

    def _proposed(self, asked: Messages, stored: str | None) -> tuple[str, list[object]]:
        """The first answer that holds facts, or none, in a form that can be read, and those facts."""
        if stored is not None and (proposed := proposals(stored)) is not None:
            return stored, proposed
        for raw in self._client.answers(asked, schema()):
            if (proposed := proposals(raw)) is not None:
                return raw, proposed
        raise ReadingError("the language model did not answer with facts in JSON: another model may")

    def _name(self, asked: Messages) -> str:
        settings = self._client.settings
        return key(asked, schema(), settings.url, settings.model, settings.answer, SEED)


def _once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts in order of their evidence; of those that say the same, the first."""
    found: dict[Fact, Fact] = {}
    for fact in sorted(facts, key=lambda fact: (fact.evidence.start, fact.evidence.end)):
        found.setdefault(replace(fact, said_by=None, evidence=Evidence(0, 1, " ")), fact)
    return tuple(found.values())
