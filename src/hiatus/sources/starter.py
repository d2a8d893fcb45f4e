"""The sources to start with: the feeds of the outlets that write about series and films."""

from __future__ import annotations

from importlib.resources import files

from hiatus.source import Source
from hiatus.sources.canonical import cleaned


def starter() -> list[Source]:
    """The feeds of `starter.tsv`, in its order: outlet, name of the feed, address."""
    text = files("hiatus.sources").joinpath("starter.tsv").read_text(encoding="utf-8")
    rows = (row.split("\t") for row in text.splitlines()[1:])
    return [Source(cleaned(url), "feed", title=title, publisher=outlet) for outlet, title, url in rows]
