"""HTML to an element tree, within bounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from lxml import etree
from lxml.html import Element, HtmlElement, HTMLParser, document_fromstring

from hiatus.sources.clean import tamed
from hiatus.sources.failure import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Mapping

_IN_HEAD = frozenset(("title", "meta", "link", "script", "style", "base", "noscript", "template"))
_INLINE = re.compile(
    r"a|abbr|b|bdi|big|br|cite|code|del|em|font|i|img|ins|kbd|label|mark|q|s|samp|script|small|span|strong|style|"
    r"su[bp]|time|tt|u|var|wbr"
)
_REFERENCE = re.compile(r"&#(?:x([0-9a-f]{1,8})|(\d{1,10}));?", re.IGNORECASE)
_LAST_CODE_POINT = 0x10FFFF
_MAX_ELEMENTS = 40_000  # long pages have some 10,000; finding the main text takes a second for each 10,000
_MAX_TEXT = 2_000_000  # characters besides scripts and styles; a long novel has as many
_MAX_ATTRIBUTES = 400  # of one element; building the tree takes time with their square


def parse(page: str) -> HtmlElement:
    """The tree of a page, however broken, with a `body`.

    Raises:
        UnreadableError: if it is empty, or made to be slow to read.
    """
    data = _REFERENCE.sub(_tamed_reference, page).encode("utf-8", "replace")
    try:
        measure: Any = _Measure()  # it answers to the calls that it needs, not to all that a target may get
        etree.fromstring(data, parser=etree.HTMLParser(target=measure, encoding="utf-8"))
        tree = document_fromstring(
            data, parser=HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
        )
    except etree.ParserError as error:
        raise UnreadableError("it is an empty page") from error
    _mend(tree)
    return tree


def _tamed_reference(reference: re.Match[str]) -> str:
    """The reference, or what is shown for the control that it stands for: no tree may hold one."""
    hexadecimal, decimal = reference.groups()
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    char = chr(code) if code <= _LAST_CODE_POINT else "\ufffe"
    shown = tamed(char)
    return reference.group() if shown == char else shown


def _mend(tree: HtmlElement) -> None:
    """Puts into the body, and into a paragraph, what HTML lets stand without either (HTML Standard, 13.1.2.4)."""
    body = tree.find("body")
    if body is None:
        body = etree.SubElement(tree, "body")
    misplaced = [child for head in tree.iterfind("head") for child in head if child.tag not in _IN_HEAD]
    body[:0] = misplaced
    if all(_INLINE.fullmatch(element.tag) for element in body.iterdescendants()):
        body.tag = "p"
        body.addprevious(whole := Element("body"))
        whole.append(body)


class _Measure:
    """Sees every element before the tree is built, and stops at what would take too long."""

    def __init__(self) -> None:
        self._elements = 0
        self._text = 0
        self._unseen = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._elements += 1
        self._unseen = tag in ("script", "style")
        self._check(self._elements <= _MAX_ELEMENTS and len(attributes) <= _MAX_ATTRIBUTES)

    def end(self, _tag: str) -> None:
        self._unseen = False

    def data(self, text: str) -> None:
        if not self._unseen:
            self._text += len(text)
            self._check(self._text <= _MAX_TEXT)

    def close(self) -> None:
        """Hands out nothing: this parse is for counting."""

    def _check(self, bearable: bool) -> None:
        if not bearable:
            raise UnreadableError("it is a page too large to take apart: save the article's text as a .txt file")
