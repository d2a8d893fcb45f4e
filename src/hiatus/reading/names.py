"""Names as strings: how they are folded so that two spellings of the same letters compare equal."""

from __future__ import annotations

import re
import unicodedata

_ARTICLE = re.compile(r"^(?:the|a|an) ")
_PUNCTUATION = re.compile(r"[^\w\s]|_")
_APOSTROPHES = str.maketrans("", "", "'’‘")


def fold(name: str) -> str:
    """Fold case, accents, hyphens, punctuation and a leading article: 'The Cheong-san' becomes 'cheong san'."""
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(char for char in text if not unicodedata.combining(char))
    text = _PUNCTUATION.sub(" ", text.translate(_APOSTROPHES))
    return _ARTICLE.sub("", " ".join(text.split()))
