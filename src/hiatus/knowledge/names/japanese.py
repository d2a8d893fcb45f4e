"""Names as Japanese ones: made of open syllables, long vowels written or not, Hepburn or Kunrei."""

from __future__ import annotations

import re
from functools import lru_cache

from hiatus.knowledge.names.parse import Name

_SYLLABLES = re.compile(
    r"(?:(?:[kgsztdnhbpmrfjwy]|[kgnhbpmrjszt]y|sh|ch|ts|dz)?[aiueo]h?|n|m(?=[bpm])|(?:[kstp]|c)(?=[kstpc]))+"
)
_KUNREI = tuple((re.compile(old), new) for old, new in (
    ("oh(?![aiueo])", "o"), ("sy", "sh"), ("ty", "ch"), ("(?:zy|jy)", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"),
    ("(?:zi|di)", "ji"), ("(?:du|dzu)", "zu"), ("hu(?<![cs]hu)", "fu"), ("m(?=[bpm])", "n"), ("cch", "tch"),
    ("o[uo]+", "o"), ("uu+", "u"), ("wo$", "o"), ("oe$", "o"),
))  # fmt: skip


@lru_cache(maxsize=1 << 14)
def is_japanese(word: str) -> bool:
    """Whether a word is made of Japanese syllables."""
    return len(word) > 1 and _SYLLABLES.fullmatch(word) is not None


def can_be_japanese(name: Name) -> bool:
    """Whether every word is made of Japanese syllables, and none has a hyphen as Korean and Chinese ones have."""
    return name.script == "latin" and all("-" not in word and is_japanese(word) for word in name.words)


@lru_cache(maxsize=1 << 14)
def sound(word: str) -> str:
    """The word in Hepburn without long vowels: `Yasujirou` is `yasujiro`, `Tuyosi` is `tsuyoshi`."""
    for old, new in _KUNREI:
        word = old.sub(new, word)
    return word
