"""Bytes to a feed."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from hiatus.sources.bounded import read_all, unpacked
from hiatus.sources.clean import repaired
from hiatus.sources.decode import decode
from hiatus.sources.failure import UnreadableError

if TYPE_CHECKING:
    from hiatus.sources.feeds.entry import Feed

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_ROOT = re.compile(r"<([a-z][\w.-]*:)?([a-z][\w.-]*)", re.IGNORECASE)
_HEAD = 10_000  # characters
_ASIDE = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\w[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_SITEMAPS = frozenset(("urlset", "sitemapindex"))


def parse(data: bytes, url: str, media_type: str = "") -> Feed:
    """The feed, sitemap or index of sitemaps that bytes hold, packed with gzip or not.

    Args:
        data: the whole of it.
        url: where it was found; relative addresses in it start there.
        media_type: its `Content-Type`, whose charset is believed where the bytes do not tell.

    Raises:
        UnreadableError: if it is none, or is made to harm.
    """
    charset = _CHARSET.search(media_type)
    text = decode(read_all(unpacked(io.BytesIO(data))), charset.group(1) if charset else None).lstrip("\ufeff \t\n")
    if text.startswith("{"):
        from hiatus.sources.feeds import json_feed  # noqa: PLC0415 - each format loads what it needs

        return json_feed.read(text, url)
    root = root_name(text)
    if root in _SITEMAPS:
        from hiatus.sources.feeds import sitemap  # noqa: PLC0415

        return sitemap.read(text, url)
    if root == "html":
        raise UnreadableError("it is a web page, not a feed: add the page, and its feed is looked for")
    from hiatus.sources.feeds import xml_feed  # noqa: PLC0415 - takes a tenth of a second to load

    return xml_feed.read(repaired(text), url)


def root_name(text: str) -> str:
    """The name of the first element of a text, in small letters and without its prefix; empty where it has none."""
    found = _ROOT.search(_ASIDE.sub("", text[:_HEAD]))
    return found.group(2).lower() if found else ""
