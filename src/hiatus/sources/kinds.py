"""What kind of text something is: its content decides, then its name or media type."""

from __future__ import annotations

import re
from typing import Literal

from hiatus.sources.failure import UnreadableError

Kind = Literal["text", "markdown", "html", "json"]

_BY_SUFFIX: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "json",
    ".ndjson": "json",
}
_BY_MEDIA_TYPE: dict[str, Kind] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/jsonl": "json",
    "application/x-ndjson": "json",
}
_HEAD = 2000  # characters that are looked at to tell a kind
_PROLOGUE = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_FEED = re.compile(r"<(?:rss|feed|rdf:rdf)[\s>]", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|main|article|section|div|p|h[1-6]|header|figure|ul|ol|table|title|meta)[\s/>])",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>", re.IGNORECASE)
_MARKDOWN_SIGNS = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\]\n]{1,200}\]\(https?://[^)\s]"),
    re.compile(r"(?:\*\*|__)\w[^*_\n]*(?:\*\*|__)"),
    re.compile(r"\A---\n(?:\w[\w-]*:.*\n)+---\n"),
)


def kind_of_name(name: str) -> Kind | None:
    """The kind that a file's name claims; `.gz` at its end does not count."""
    stem = name.lower().removesuffix(".gz")
    dot = stem.rfind(".")
    return _BY_SUFFIX.get(stem[dot:]) if dot >= 0 else None


def kind_of_media_type(media_type: str) -> Kind | None:
    """The kind that a media type claims, without its parameters (RFC 9110, section 8.3)."""
    return _BY_MEDIA_TYPE.get(media_type.split(";", maxsplit=1)[0].strip().lower())


def kind_of(text: str, claimed: Kind | None = None) -> Kind:
    """The kind of a text; `json` where it begins like that, which may turn out to be wrong.

    Args:
        text: the whole of it.
        claimed: what its name or its sender says it is.

    Raises:
        UnreadableError: if it is a feed, which holds many articles in part rather than one.
    """
    start = _PROLOGUE.match(text, 0, _HEAD)
    at = start.end() if start else 0
    if _FEED.match(text, at):
        raise UnreadableError("it is a feed, not an article: give the address of one of its articles")
    if _PAGE.match(text, at) or (claimed == "html" and _TAG.search(text)):
        return "html"
    if text.startswith(("{", "["), at):
        return "json"
    if claimed in (None, "html", "json"):
        return "markdown" if _looks_like_markdown(text) else "text"
    return claimed


def _looks_like_markdown(text: str) -> bool:
    return sum(bool(sign.search(text, 0, 10 * _HEAD)) for sign in _MARKDOWN_SIGNS) >= 2
