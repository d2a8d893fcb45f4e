"""Which language a text is in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from hiatus.sources.failure import UnreadableError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 4000  # characters
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# English words that are none in the languages that share its script; titles bring a few of them into any text.
_FUNCTION_WORD = re.compile(
    r"\b(?:the|and|of|to|with|that|has|will|from|by|which|who|this|his|her|are|been|their|its|were|have|had|they|about|"
    r"after|when|into|than|would|could|where|while|before|there|what)\b"
)
_ENGLISH_SHARE = 0.1
_ENGLISH_WORDS = 8
_SHORTEST = 90  # bytes in UTF-8: some 90 Latin or 30 Chinese, Japanese and Korean letters
_LIKELIEST = 0.5  # close relatives share the rest: Malay and Indonesian, Croatian and Serbian


def in_english(text: str) -> str | None:
    """`en` where a text is sure to be English, None where it is too short or too mixed to tell.

    Raises:
        UnreadableError: if it is in another language; the message names that.
    """
    sample = text[:_SAMPLE]
    if _reads_as_english(sample):
        return "en"
    # without what may be names: a cast list looks like one small language or another
    words = " ".join(word for word in _WORD.findall(sample) if not word[0].isupper())
    if len(words.encode()) < _SHORTEST:
        return None
    language, probability = _identifier().classify(words)
    # codes of three letters are those of small languages, which odds and ends are taken for
    if language == "en" or probability < _LIKELIEST or len(language) > 2:
        return "en" if language == "en" else None
    raise UnreadableError(f"this seems to be {_name(language)}; Hiatus reads English")


def _reads_as_english(sample: str) -> bool:
    """Settles nearly every English text without the classifier, which takes half a second to load."""
    sample = sample.lower()
    found = _FUNCTION_WORD.findall(sample)
    return len(set(found)) >= _ENGLISH_WORDS and len(found) >= _ENGLISH_SHARE * len(_WORD.findall(sample))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - few texts need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _name(language: str) -> str:
    from babel import Locale  # noqa: PLC0415 - few texts need it

    name: str | None = Locale("en").languages.get(language)
    return name or f"another language ({language})"
