"""What a page says of its article in JSON-LD (schema.org), however it is wrapped or broken."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiatus.sources.clean import tamed

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_SCRIPT = 512 * 1024  # characters
_MAX_DEPTH = 6
_DECODER = json.JSONDecoder(strict=False)  # pages hold raw line ends within strings
_START = re.compile(r"""(?<!CDATA)[{\[](?=\s*["{}\[\]])""")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_TAG = re.compile(r"<[^<>]{1,200}>")
_ARTICLE_TYPES = frozenset(("BlogPosting", "Report", "Review", "LiveBlogPosting"))
_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")


@dataclass(frozen=True, slots=True)
class Said:
    """What the first article on a page is said to be; None where nothing is said."""

    headline: str | None = None
    published: str | None = None
    publisher: str | None = None


def said_in(scripts: list[str]) -> Said:
    """What the scripts say of the page's article: of two that describe one, the first counts."""
    broken = Said()
    for script in scripts:
        value = _value(script[:_MAX_SCRIPT])
        if value is None:
            broken = broken if broken.published else _from_pieces(script[:_MAX_SCRIPT])
        for node in _nodes(value, 0):
            if _is_article(node):
                return Said(_text(node.get("headline")), _text(node.get("datePublished")), _name(node.get("publisher")))
    return broken


def _value(script: str) -> Any:
    for candidate in (script, _TRAILING_COMMA.sub("", script), html.unescape(script)):
        # a comment, CDATA or a semicolon may stand around it
        start = _START.search(candidate)
        try:
            return _DECODER.raw_decode(candidate, start.start() if start else 0)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for container in _CONTAINERS:
            yield from _nodes(value.get(container), depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and (name.endswith("Article") or name in _ARTICLE_TYPES) for name in names)


def _from_pieces(script: str) -> Said:
    """The first value of each name in what is no JSON, if it speaks of an article at all."""
    if "Article" not in script and "BlogPosting" not in script:
        return Said()
    return Said(_piece(script, "headline"), _piece(script, "datePublished"))


def _piece(script: str, name: str) -> str | None:
    found = re.search(rf'"{name}"\s*:\s*"((?:[^"\\]|\\.){{1,500}})"', script)
    return _text(found.group(1).replace('\\"', '"')) if found else None


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return _name(value[0]) if value else None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        return _text(value[0]) if value else None
    if not isinstance(value, str):
        return None
    return " ".join(tamed(_TAG.sub("", html.unescape(value))).split()) or None
