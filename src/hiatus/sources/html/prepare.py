"""Makes a page's tree ready for the search for its main text, so that what the page marks comes through it.

The search knows fewer marks than pages use. Those that it would drop or garble are rewritten as ones that it keeps:
`u` stands for a quotation and `samp` for a caption, whose own uses mean nothing here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from hiatus.sources.html.captions import mark_captions

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader(?:-text)?|offscreen)(?:$|\s)", re.IGNORECASE
)
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOOTNOTE = re.compile(r"\s*(?:\[?\d{1,3}\]?|\[[a-z]\]|[*†‡]+)\s*$")
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_CLASS = re.compile(r"(?:^|\s)(?:italics?|font-italic|is-italic)(?:$|\s)", re.IGNORECASE)
_PROSE = ("p", "li", "dd", "td", "th", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "samp")
_SENTENCE = 40  # characters: shorter, and a date in it is a byline's


def prepare(tree: HtmlElement) -> None:
    """Rewrites the tree in place."""
    _drop_unseen(tree)
    etree.strip_tags(tree, "u", "samp", "kbd", "tt", "var")
    for element in list(tree.iter("q")):
        _quote(element)
    for element in list(tree.iter("cite", "span", "font")):
        _emphasise(element)
    mark_captions(tree)
    _free_prose(tree)


def _drop_unseen(tree: HtmlElement) -> None:
    """What no reader sees: struck out, hidden, or only there for browsers without scripts; footnote marks too."""
    whole = len(tree.text_content())
    for element in tree.xpath("//*[@hidden or @style or @class]"):
        # what holds most of the page is only hidden until a script shows it
        if _is_unseen(element) and len(element.text_content()) < whole / 2:
            element.tag = "del"
    for element in tree.iter("sup"):
        if _FOOTNOTE.match(element.text_content()) and not _text_before(element)[-1:].isdigit():
            element.tag = "del"
    # at once, for one by one each would move all the text that follows it
    etree.strip_elements(tree, "noscript", "template", "del", "s", "strike", with_tail=False)


def _is_unseen(element: HtmlElement) -> bool:
    hidden = element.get("hidden") is not None or _UNSEEN_STYLE.search(element.get("style", ""))
    return bool(hidden or _UNSEEN_CLASS.search(element.get("class", "")))


def _text_before(element: HtmlElement) -> str:
    previous, parent = element.getprevious(), element.getparent()
    return (previous.tail if previous is not None else parent.text if parent is not None else "") or ""


def _quote(element: HtmlElement) -> None:
    """Browsers show `q` with quotation marks (HTML Standard, 15.3.5), so they are part of the text."""
    element.tag = "u"
    element.text = "“" + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + "”"
    else:
        element.text += "”"


def _emphasise(element: HtmlElement) -> None:
    if element.tag == "cite":
        # in a block quotation it names the speaker, elsewhere a work (HTML Standard, 4.5.6)
        if next(element.iterancestors("blockquote"), None) is None:
            element.tag = "em"
    elif _ITALIC_STYLE.search(element.get("style", "")) or _ITALIC_CLASS.search(element.get("class", "")):
        element.tag = "em"
    elif _BOLD_STYLE.search(element.get("style", "")):
        element.tag = "strong"


def _free_prose(tree: HtmlElement) -> None:
    """Takes away the elements in running text whose name or class would have the search drop their words."""
    lengths: dict[HtmlElement, int] = {}
    for element in list(tree.iter("span", "time", "label")):
        around = next(element.iterancestors(_PROSE), None)
        if around is None:
            continue
        if around not in lengths:
            lengths[around] = len(around.text_content())
        if element.tag == "span" or lengths[around] > _SENTENCE + len(element.text_content()):
            element.tag = "ins"
    etree.strip_tags(tree, "ins")
