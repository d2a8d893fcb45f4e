"""Lower case that keeps every character's place."""

from __future__ import annotations


def lowered(text: str) -> str:
    """The text in lower case, of the same length, so that offsets in it are offsets in the text.

    Patterns that search it may match case, which is several times as fast as ignoring it.
    """
    return text.replace("İ", "i").lower()  # the one letter whose lower case is longer than itself
