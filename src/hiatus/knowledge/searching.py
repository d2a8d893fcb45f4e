"""Full-text search over the articles that were filed, and what was read in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, text

from hiatus.knowledge.claims import Document
from hiatus.knowledge.database.schema import documents
from hiatus.knowledge.mentions import UNSTORABLE

MOST = 50
"""How many articles a search gives."""

LONGEST = 32
"""Words or phrases of a search that are looked for."""

_SQLITE = """
SELECT d.id, d.address, d.publisher, d.headline, d.published, d.fetched, d.story,
       snippet(documents_search, 1, :open, :close, ' … ', 24)
FROM documents_search JOIN documents d ON d.id = documents_search.rowid
WHERE documents_search MATCH :query ORDER BY bm25(documents_search, 4.0, 1.0), d.id LIMIT :most
"""

_POSTGRESQL = """
SELECT d.id, d.address, d.publisher, d.headline, d.published, d.fetched, d.story,
       ts_headline('english', d.text, q, 'MaxWords=24, MinWords=12, StartSel=' || :open || ', StopSel=' || :close)
FROM documents d, (SELECT {query} AS q) asked
WHERE to_tsvector('english', coalesce(d.headline, '') || ' ' || left(d.text, 200000)) @@ q
ORDER BY ts_rank(to_tsvector('english', coalesce(d.headline, '') || ' ' || left(d.text, 200000)), q) DESC, d.id
LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Found:
    """An article that a search found, and a stretch of it with what was looked for between OPEN and CLOSE."""

    document: Document
    stretch: str


OPEN, CLOSE = "\x02", "\x03"
"""What marks the words that were found: signs that no text has."""


def search(connection: Connection, words: str, most: int = MOST) -> list[Found]:
    """The articles that hold all of these words, the most fitting first; words in quotation marks stand together."""
    phrases = _phrases(words)
    if not phrases:
        return []
    sqlite = connection.dialect.name == "sqlite"
    statement = _SQLITE if sqlite else _POSTGRESQL.format(query=_tsquery(len(phrases)))
    typed = text(statement).columns(
        *(documents.c[name] for name in ("id", "address", "publisher", "headline", "published", "fetched", "story")),
        documents.c.text,
    )
    values: dict[str, object] = {"most": most, "open": OPEN, "close": CLOSE}
    values |= {"query": _fts5(phrases)} if sqlite else _as_written_and_plain(phrases)
    return [Found(Document(*row[:-1]), str(row[-1])) for row in connection.execute(typed, values)]


def _phrases(words: str) -> list[str]:
    """What is looked for: single words, and those in quotation marks together."""
    parts = re.findall(r'"([^"]+)"|([^\s"]+)', re.sub("[“”„«»]", '"', UNSTORABLE.sub(" ", words)))
    return [phrase or word for phrase, word in parts if _plain(phrase or word)][:LONGEST]


def _plain(phrase: str) -> str:
    """A phrase without any sign that could be an operator."""
    return " ".join(re.findall(r"\w+", phrase))


def _fts5(phrases: list[str]) -> str:
    """A query of SQLite's FTS5 (https://www.sqlite.org/fts5.html): every phrase quoted, all of them wanted."""
    return " ".join(f'"{_plain(phrase)}"' for phrase in phrases)


def _tsquery(count: int) -> str:
    """A query of PostgreSQL (https://www.postgresql.org/docs/current/textsearch-controls.html) that wants all phrases.

    Each is looked for twice, for a word with a hyphen is one and two to it, and without the hyphen only two.
    """
    one = "(phraseto_tsquery('english', :written{at}) || phraseto_tsquery('english', :plain{at}))"
    return " && ".join(one.format(at=at) for at in range(count))


def _as_written_and_plain(phrases: list[str]) -> dict[str, str]:
    both = ({f"written{at}": phrase, f"plain{at}": _plain(phrase)} for at, phrase in enumerate(phrases))
    return {name: value for each in both for name, value in each.items()}
