"""Text from outside, made safe to print."""

from __future__ import annotations

import unicodedata

_KEPT = "\n\t"


def printable(text: str) -> str:
    """The text without control characters and direction overrides: an article must not move the cursor."""
    return "".join(char for char in text if char in _KEPT or unicodedata.category(char) not in ("Cc", "Cf", "Cs"))
