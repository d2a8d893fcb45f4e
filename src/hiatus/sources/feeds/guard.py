"""Refusing XML that is made to harm before a parser sees it."""

from __future__ import annotations

import re

from lxml import etree

from hiatus.sources.failure import UnreadableError

MAX_TAGS = 250_000
"""Taking a feed apart takes a second for each 50,000; feeds of 200 long articles have some 40,000."""

_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_ENTITY = re.compile(r"<!\s*ENTITY\b", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>", re.IGNORECASE)


def guarded(text: str, most: int = MAX_TAGS) -> str:
    """An XML text without its declaration (what that says of bytes is no longer so), if it does no harm.

    Args:
        text: the whole of it.
        most: how many tags it may have.

    Raises:
        UnreadableError: if it declares entities, which may unfold without bounds or name files, or is too long.
    """
    if text.count("<") > most:
        raise UnreadableError("it is a feed too large to take apart: give one with fewer entries")
    if "ENTITY" in text.upper() and _ENTITY.search(_CDATA.sub("", text)):
        raise UnreadableError("it declares XML entities, which no feed needs and attacks are made of: it is not read")
    return _DECLARATION.sub("", text).lstrip()


def tree(text: str, most: int = MAX_TAGS) -> etree._Element:
    """The root of an XML text, however broken; nothing is expanded, nothing else is loaded.

    Args:
        text: the whole of it.
        most: how many tags it may have.

    Raises:
        UnreadableError: if it has none, or may do harm.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True,
        remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(guarded(text, most).encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableError("it is broken XML: nothing of it can be read") from error
    if root is None:
        raise UnreadableError("it is broken XML: nothing of it can be read")
    return root
