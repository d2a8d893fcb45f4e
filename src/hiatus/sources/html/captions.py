"""The captions of a page's pictures, which the search for its main text would drop with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree
from lxml.html import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CAPTION_CLASS = re.compile(
    r"(?:^|\s)(?!wp-caption(?:\s|$))(?:[\w-]+[-_])?caption(?:[-_]+text)?(?:$|\s)", re.IGNORECASE
)
_MAX_CAPTION = 600  # characters
_MEDIA = ("img", "picture", "video", "iframe", "figure")


def mark_captions(tree: HtmlElement) -> None:
    """Makes each caption a paragraph with one `samp` around its words, outside of its figure."""
    for element in list(tree.iter("figure", "figcaption", "p", "div", "span", "small", "dd")):
        if element.tag == "figure":
            _open_figure(element)
        else:
            _mark(element)


def _mark(element: HtmlElement) -> None:
    if element.tag == "figcaption" or _is_caption(element):
        _mark_caption(element)
    elif "caption" in element.get("class", "").lower():
        del element.attrib["class"]  # the search drops what is called so


def _open_figure(figure: HtmlElement) -> None:
    """A figure is dropped whole in the search; what it says in words is not."""
    if figure.find(".//table") is not None or figure.find(".//blockquote") is not None:
        figure.tag = "div"
        return
    captions = list(figure.iter("figcaption"))
    for child in list(figure):
        figure.remove(child)
    figure.tag, figure.text = "div", None
    figure.extend(captions)
    if paragraphs := list(figure.iterancestors("p")):
        _move_behind(figure, paragraphs[-1])


def _move_behind(element: HtmlElement, other: HtmlElement) -> None:
    """Moves the element, and leaves the text after it where it is."""
    stand_in = Element("ins")
    element.addprevious(stand_in)
    stand_in.tail, element.tail = element.tail, None
    other.addnext(element)


def _is_caption(element: HtmlElement) -> bool:
    named = _CAPTION_CLASS.search(element.get("class", ""))
    if not named or next(element.iter("samp", *_MEDIA), None) is not None:
        return False
    return len(element.text_content()) <= _MAX_CAPTION


def _mark_caption(element: HtmlElement) -> None:
    for part in element.iter("p", "div", "span", "small", "br", "li"):
        part.tail = " " + (part.tail or "")
    etree.strip_tags(element, "p", "div", "span", "small", "br", "ul", "li")
    words = etree.SubElement(element, "samp")
    words.text, element.text = element.text, None
    words.extend([child for child in element if child is not words])
    element.attrib.clear()
    element.tag = "p"
