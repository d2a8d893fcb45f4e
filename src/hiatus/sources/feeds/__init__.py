"""Feeds and sitemaps to their entries: RSS, Atom, JSON Feed, XML sitemaps and news sitemaps."""

from hiatus.sources.feeds.entry import Entry, Feed
from hiatus.sources.feeds.parse import parse

__all__ = ["Entry", "Feed", "parse"]
