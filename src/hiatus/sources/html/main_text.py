"""The main text of a page, and what is marked in it."""

from __future__ import annotations

import logging
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from hiatus.sources.failure import UnreadableError
from hiatus.sources.html.prepare import prepare
from hiatus.sources.marked import MarkedText

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

    from hiatus.article import Markup, MarkupKind

# What it logs is told to the user as a Failure, or is no concern of theirs.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_BLOCKS = frozenset(("p", "head", "list", "quote", "table", "code"))
_LINES = frozenset(("item", "row", "lb"))
_PROSE_KEPT = 0.5  # the share of what was found without structure that must be found with it to be taken instead
_LINKS_ONLY = 0.8  # the share of a text that lies within links where it is a page's navigation
_LINKS_SOUGHT = 300
_LONG_LINK = 8  # characters: a shorter one may well stand in a text by chance
_KINDS: dict[str, MarkupKind] = {
    "head": "heading",
    "item": "list item",
    "quote": "quote",
    "hi #i": "italic",
    "hi #b": "bold",
    "hi #t": "caption",
    "hi #u": "quote",
    "ref": "link",
}


def main_text(tree: HtmlElement) -> tuple[str, tuple[Markup, ...]]:
    """The article's text without the page's navigation, advertisements and comments, and what is marked in it.

    Blocks stand a blank line apart, list items and table rows on lines of their own, cells between ` | `.

    Args:
        tree: a page; it is changed.

    Raises:
        UnreadableError: if no article is found on it.
    """
    prepare(tree)
    links = dict.fromkeys(" ".join(link.text_content().split()) for link in tree.iter("a"))
    body = _find(tree, links)
    if body is None:
        raise UnreadableError("no text is found on the page, which may need JavaScript: save its text as a .txt file")
    text, markup = _laid_out(body)
    if _share_of_links(text, links) > _LINKS_ONLY:
        raise UnreadableError("the page holds only links, no article: give the address of one article")
    return text, markup


def _find(tree: HtmlElement, links: Collection[str]) -> etree._Element | None:
    """Runs the search, and once more where it fell back on text without structure, as it does for short articles."""
    options = Extractor(output_format="xml", fast=True, comments=False, formatting=True, links=True)
    body = _search(tree, options)
    if body is None or any(len(block) for block in body):
        return body
    options.min_extracted_size = 1
    structured = _search(tree, options)
    if structured is not None and _prose(structured, links) >= _PROSE_KEPT * _prose(body, links):
        return structured
    return body


def _search(tree: HtmlElement, options: Extractor) -> etree._Element | None:
    try:
        found = bare_extraction(tree, options=options)
    except Exception:  # whatever a page made to break it breaks in it
        return None
    return found.body if isinstance(found, Document) and "".join(found.body.itertext()).strip() else None


def _prose(body: etree._Element, links: Collection[str]) -> int:
    """How many characters stand on lines that are more than a link."""
    lines = (line.strip() for text in body.itertext() for line in str(text).split("\n"))
    return sum(len(line) for line in lines if line not in links)


def _laid_out(body: etree._Element) -> tuple[str, tuple[Markup, ...]]:
    marked = MarkedText()
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            _enter(element, marked)
        else:
            _leave(element, marked)
    return marked.finish()


def _enter(element: etree._Element, marked: MarkedText) -> None:
    _break(element, marked)
    if kind := _kind(element):
        marked.open(kind)
    _add(element, element.text, marked)


def _leave(element: etree._Element, marked: MarkedText) -> None:
    if _kind(element):
        marked.close()
    _break(element, marked)
    if element.tag == "cell":
        marked.divide()
    _add(element, element.tail, marked)


def _add(element: etree._Element, text: str | None, marked: MarkedText) -> None:
    """Adds text; in a block without structure, of which the search made text itself, its lines are the page's."""
    if not text:
        return
    within = element.getparent()
    if element.tag != "p" or len(element) or (within is not None and len(within) > 1):
        marked.add(text)
        return
    for line in text.split("\n"):
        marked.add(line)
        marked.break_line()


def _break(element: etree._Element, marked: MarkedText) -> None:
    within = element.getparent()
    if element.tag in _LINES or (element.tag in _BLOCKS and within is not None and within.tag in ("item", "cell")):
        marked.break_line()
    elif element.tag in _BLOCKS:
        marked.break_block()


def _kind(element: etree._Element) -> MarkupKind | None:
    rendering = f" {element.get('rend')}" if element.tag == "hi" else ""
    return _KINDS.get(f"{element.tag!s}{rendering}")


def _share_of_links(text: str, links: Collection[str]) -> float:
    """By their words, for what was found without structure has lost its links."""
    sought = islice((link for link in links if len(link) >= _LONG_LINK), _LINKS_SOUGHT)
    return sum(len(link) * text.count(link) for link in sought) / len(text)
