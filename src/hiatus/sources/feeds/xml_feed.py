"""RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287) to a feed."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import feedparser

from hiatus.sources.failure import UnreadableError
from hiatus.sources.feeds.entry import MAX_ENTRIES, Entry, Feed
from hiatus.sources.feeds.fields import address, line, moment, paragraphs
from hiatus.sources.feeds.guard import guarded

if TYPE_CHECKING:
    import datetime as dt

# RSS 1.0 syndication module: what `updatePeriod` counts
_PERIODS = {"hourly": 3600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}


def read(text: str, url: str) -> Feed:
    """The feed that a text holds, however broken.

    Raises:
        UnreadableError: if it is no feed, or is made to harm.
    """
    # a stream and not a string, which feedparser would take for an address and fetch
    stream = io.BytesIO(guarded(text).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    found = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    if not found.get("version") and not found.entries:
        raise UnreadableError("it is no feed: check the address")
    about = found.feed
    return Feed(
        title=line(about.get("title")),
        home=address(about.get("link"), url) or None,
        ttl=_ttl(about),
        entries=tuple(_entry(item, url) for item in found.entries[:MAX_ENTRIES]),
    )


def _ttl(about: Any) -> float | None:
    """Seconds, as RSS 2.0 (`ttl`, in minutes) or the syndication module says."""
    try:
        if about.get("ttl"):
            return float(about["ttl"]) * 60
        if about.get("sy_updateperiod"):
            return _PERIODS[about["sy_updateperiod"].strip().lower()] / max(1.0, float(about["sy_updatefrequency"]))
    except (KeyError, ValueError):
        pass
    return None


def _entry(item: Any, base: str) -> Entry:
    url = address(item.get("link"), base)
    return Entry(
        url=url,
        id=line(item.get("id")) or url or line(item.get("title")) or "",
        title=line(item.get("title")),
        published=_moment(item, "published") or _moment(item, "created"),
        updated=_moment(item, "updated"),
        summary=_html(item.get("summary_detail") or {}),
        content=_content(item),
        author=line(item.get("author")),
        publisher=line((item.get("source") or {}).get("title")),
    )


def _moment(item: Any, name: str) -> dt.datetime | None:
    """As written, for feedparser's own reading of it loses the writer's time zone."""
    dict_get = dict.get  # FeedParserDict hands out one date for another that is not there
    return moment(dict_get(item, name)) or moment(_iso(dict_get(item, f"{name}_parsed")))


def _iso(parts: Any) -> str | None:
    return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parts[:6]) if parts else None


def _content(item: Any) -> str:
    """The longest of the texts that the entry gives as its content."""
    return max((_html(content) for content in item.get("content", ())), key=len, default="")


def _html(text: Any) -> str:
    value = text.get("value") or ""
    return paragraphs(value) if text.get("type") == "text/plain" else value
