"""Lists of sources in and out: OPML 2.0 (opml.org), which every feed reader knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from hiatus.source import Source, SourceKind
from hiatus.sources.canonical import cleaned
from hiatus.sources.decode import decode
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.feeds.fields import address, line
from hiatus.sources.feeds.guard import tree

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_SOURCES = 5000
"""How many are taken from one list."""

_KINDS: dict[str, SourceKind] = {"link": "page", "sitemap": "sitemap"}


def read(data: bytes) -> list[Source | Failure]:
    """The sources that a list names, each once, folders of them opened; what is no web address is a failure.

    Raises:
        UnreadableError: if it is no OPML, is made to harm, or names more than 5,000.
    """
    root = tree(decode(data))
    if str(root.tag).lower() != "opml":
        raise UnreadableError("it is no OPML file: export one from your feed reader")
    outlines = [each for each in root.iter("outline") if _given(each)]
    if len(outlines) > MAX_SOURCES:
        raise UnreadableError(f"it names more than {MAX_SOURCES:,} sources: split it")
    found = map(_source, outlines)
    return list({each.url if isinstance(each, Source) else each.target: each for each in found}.values())


def write(sources: Iterable[Source]) -> bytes:
    """The sources as a list; folders and files are left out, for they are nowhere else."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = "Sources of Hiatus"
    body = etree.SubElement(root, "body")
    for source in sources:
        if source.kind not in ("folder", "file"):
            etree.SubElement(body, "outline", _attributes(source))
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return data


def _given(outline: etree._Element) -> str:
    return outline.get("xmlUrl") or outline.get("xmlurl") or (outline.get("url") or "" if _kind(outline) else "")


def _kind(outline: etree._Element) -> SourceKind | None:
    return _KINDS.get((outline.get("type") or "").lower())


def _source(outline: etree._Element) -> Source | Failure:
    given = _given(outline)
    url = address(given, "")
    if not url:
        return Failure(given[:200], "it is no web address")
    title = line(outline.get("title")) or line(outline.get("text"))
    return Source(cleaned(url), _kind(outline) or "feed", title=title, publisher=line(outline.get("publisher")))


def _attributes(source: Source) -> dict[str, str]:
    name = source.title or source.url
    place = {"xmlUrl": source.url, "type": "rss"}
    if source.kind != "feed":
        place = {"url": source.url, "type": next(name for name, kind in _KINDS.items() if kind == source.kind)}
    publisher = {"publisher": source.publisher} if source.publisher else {}
    return {"text": name, "title": name, **place, **publisher}
