"""What `hiatus search` found."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from rich.text import Text
from sqlalchemy import Connection, Engine

from hiatus.cli.output import answer, console, hint
from hiatus.cli.sayings import claim_said
from hiatus.cli.terminal import printable
from hiatus.knowledge.claims import Claim, Document
from hiatus.knowledge.loading import claims_in
from hiatus.knowledge.searching import CLOSE, OPEN, Found, search

SHOWN = 6
"""Claims of an article that are shown."""


def print_found(engine: Engine, words: str, most: int, as_json: bool) -> None:
    """Print the articles that hold these words."""
    with engine.connect() as connection:
        found = search(connection, words, most)
        claims = _claims(connection, found)
    if as_json:
        answer([_data(each, claims[each.document.id]) for each in found])
        return
    for each in found:
        _print(each, claims[each.document.id])
    if not found:
        hint(f"No article that was filed holds all of: {words}")


def _claims(connection: Connection, found: list[Found]) -> dict[int, list[Claim]]:
    by_document: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims_in(connection, [each.document.id for each in found]):
        by_document[claim.document.id].append(claim)
    return by_document


def _print(found: Found, claims: list[Claim]) -> None:
    screen = console()
    document = found.document
    screen.print(Text(printable(document.headline or document.address), style="bold"))
    screen.print(Text(f"  {printable(source_of(document))}", style="dim"))
    screen.print(Text("  ").append(marked(found.stretch)))
    for claim in claims[:SHOWN]:
        screen.print(Text(f"  · {printable(claim_said(claim))}"))
    if len(claims) > SHOWN:
        screen.print(Text(f"  · and {len(claims) - SHOWN} more", style="dim"))
    screen.print()


def source_of(document: Document) -> str:
    """Who said it, when, and where."""
    return " · ".join(filter(None, (document.publisher, str(document.day), document.address)))


def marked(stretch: str) -> Text:
    """A stretch of an article, the words that were found in bold."""
    text = Text()
    for part in re.split(f"({OPEN}.*?{CLOSE})", " ".join(stretch.split()), flags=re.DOTALL):
        text.append(printable(part.strip(OPEN + CLOSE) if part.startswith(OPEN) else part),
                    style="bold" if part.startswith(OPEN) else "")  # fmt: skip
    return text


def _data(found: Found, claims: list[Claim]) -> dict[str, Any]:
    document = found.document
    return {
        "address": document.address,
        "headline": document.headline,
        "publisher": document.publisher,
        "day": document.day.isoformat(),
        "stretch": re.sub(f"[{OPEN}{CLOSE}]", "", found.stretch),
        "claims": [{"id": claim.id, **claim.fact.to_dict()} for claim in claims],
    }
