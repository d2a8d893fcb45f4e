"""Whether a feed has the whole of an article, and that as a page."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiatus.sources.feeds.entry import Entry

WHOLE = 80
"""Words from which on a feed's `content` is an article: of those in this project's corpus, one in 150 is shorter."""

WHOLE_SUMMARY = 200
"""Words from which on that holds for what calls itself a summary."""

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK = re.compile(r"<(?:p|div|br|li|h[1-6]|blockquote|table)\b", re.IGNORECASE)
_FOOTER = re.compile(
    r"<p>\s*The post <a\b[^<>]*>.{0,500}?</a> (?:appeared first on|first appeared on) <a\b[^<>]*>.{0,200}?</a>\.?"
    r"\s*</p>\s*\Z",
    re.DOTALL,
)
_CUT = re.compile(
    r"(?:…|\.\.\.|[\[(]\s*(?:…|\.\.\.)\s*[\])]|"
    r"\b(?:continue reading|read (?:more|the (?:full|rest))|full (?:story|article))[^.!?]{0,100})\W*\Z",
    re.IGNORECASE,
)
_TAIL = 200  # characters


def needs_page(entry: Entry) -> bool:
    """Whether the feed has less than the whole of it."""
    return not (_is_whole(entry.content, WHOLE) or _is_whole(entry.summary, WHOLE_SUMMARY))


def as_page(text: str) -> str:
    """What a feed has of an article, as the page that it would be on, without the line that blogs end with."""
    text = _FOOTER.sub("", text)
    body = text if _BLOCK.search(text) else f"<p>{text}</p>"
    return f"<!doctype html><html><body><article>{body}</article></body></html>"


def _is_whole(text: str, words: int) -> bool:
    words_only = plain(_FOOTER.sub("", text))
    return len(words_only.split()) >= words and not _CUT.search(words_only[-_TAIL:])


def plain(text: str) -> str:
    """The words of HTML on one line."""
    return " ".join(html.unescape(_TAG.sub(" ", text)).split())
