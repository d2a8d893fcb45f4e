"""What equal spellings of any name have in common."""

from __future__ import annotations

import re
import unicodedata


def simple(name: str) -> str:
    """A name without case, accents and signs: what equal spellings have in common."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "", plain.casefold()) or name
