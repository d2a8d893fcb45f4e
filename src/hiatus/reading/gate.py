"""In front of everything: can a page hold a fact at all? Microseconds a page, so that archives can be read.

A page that speaks of series or films uses words of that trade; one that uses none of them holds no fact. The
words are looked for as substrings of the folded text, which Python does at the speed of memory. Recall on the corpus
is 1.0 (tests/reading/test_gate.py): to let a page in for nothing costs a reading, to throw one out costs its facts.
"""

from __future__ import annotations

from typing import Final

STRONG: Final = (
    "season", "series", "film", "movie", "episode", "drama", "premiere", "trailer", "programme", "netflix", "sitcom",
    "anime", "box office", "actor", "actress", "starring", "showrunner", "teleserye", "documentary",
    "remake", "remade", "soap", "sci-fi", "novela", "asadora",
)  # fmt: skip
"""Words of the trade, folded: one lets a page in."""

WEAK: Final = (
    "cast", "director", "directed", "renewed", "sequel", "screenplay", "character", "role", "pilot", "network",
    "viewers", "broadcast", "teaser", "channel", "producer", "written by", "adapt", "comedy", "thriller",
    "streaming", "theaters", "weekend", "the lead", "leading m", "-part", "bbc",
    "cameras", "studio", "horror",
)  # fmt: skip
"""Words that other trades use too: two let a page in."""

REACH: Final = 60_000
"""How many characters are looked at: what a page is about it says before that."""


def can_hold_facts(text: str) -> bool:
    """Whether the text can hold a fact about a series or film; False is certain, True a chance."""
    folded = text[:REACH].lower()
    return any(word in folded for word in STRONG) or sum(word in folded for word in WEAK) > 1
