"""JSON Feed (jsonfeed.org, versions 1 and 1.1) to a feed."""

from __future__ import annotations

from typing import Any

from hiatus.sources.failure import UnreadableError
from hiatus.sources.feeds.entry import MAX_ENTRIES, Entry, Feed
from hiatus.sources.feeds.fields import address, line, moment, paragraphs
from hiatus.sources.records import parse


def read(text: str, url: str) -> Feed:
    """The feed that a text holds.

    Raises:
        UnreadableError: if it is broken, or no feed.
    """
    value = parse(text)
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(items, list) or "jsonfeed.org" not in str(value.get("version")):
        raise UnreadableError("it is JSON, but no JSON Feed: check the address")
    return Feed(
        title=line(value.get("title")),
        home=address(value.get("home_page_url"), url) or None,
        entries=tuple(_entry(item, url) for item in items[:MAX_ENTRIES] if isinstance(item, dict)),
    )


def _entry(item: dict[str, Any], base: str) -> Entry:
    url = address(item.get("url"), base) or address(item.get("external_url"), base)
    return Entry(
        url=url,
        id=line(str(item.get("id") or "")) or url,
        title=line(item.get("title")),
        published=moment(item.get("date_published")),
        updated=moment(item.get("date_modified")),
        summary=paragraphs(item.get("summary")),
        content=_text(item.get("content_html")) or paragraphs(item.get("content_text")),
        author=_author(item),
    )


def _author(item: dict[str, Any]) -> str | None:
    authors = item.get("authors") or [item.get("author")]
    names = [author.get("name") for author in authors if isinstance(author, dict)] if isinstance(authors, list) else []
    return line(next(iter(names), None))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
