"""Markdown (CommonMark with tables) to text and what it marks."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from hiatus.article import Article, MarkupKind
from hiatus.sources.dates import day
from hiatus.sources.failure import UnreadableError
from hiatus.sources.marked import MarkedText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_MAX_LENGTH = 2 * 1024 * 1024  # characters: nested marks cost more than their length
_KINDS: dict[str, MarkupKind] = {
    "em": "italic",
    "strong": "bold",
    "heading": "heading",
    "blockquote": "quote",
    "list_item": "list item",
    "link": "link",
}
_BLOCKS = frozenset(("heading", "paragraph", "blockquote", "bullet_list", "ordered_list", "table"))
_LINES = frozenset(("list_item", "tr"))
_FRONT_MATTER = re.compile(r"\A---\n((?:[^\n]*\n){1,60}?)(?:---|\.\.\.)\n")
_FIELD = re.compile(r"^(\w+):(.*)$", re.MULTILINE)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|hr|li|ul|ol|tr|td|th|table|h[1-6]|blockquote|figcaption)\b[^<>]*>", re.IGNORECASE
)
_TAG_OR_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|</?[a-zA-Z][^<>]*>", re.DOTALL)


def read(text: str, name: str, url: str | None = None) -> Article:
    """The article that a Markdown text holds.

    Its front matter (`title`, `date` or `published`, `publisher` or `site`, `url`) says what is known of it;
    without a title there, its first heading does if it is of the first level.

    Raises:
        UnreadableError: if it is longer than 2 million characters.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    if len(text) > _MAX_LENGTH:
        raise UnreadableError("it is Markdown of over 2 million characters: give one article at a time")
    said, body = _front_matter(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    marked = MarkedText()
    _lay_out(tokens, marked)
    words, markup = marked.finish()
    published = said.get("published") or said.get("date")
    return Article(
        text=words,
        id=name,
        url=said.get("url") or url,
        title=said.get("title") or _first_heading(tokens),
        publisher=said.get("publisher") or said.get("site"),
        published=day(published) if published else None,
        markup=markup,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the lines between two `---` at the start say, without YAML's finer points, and the text after them."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields = {key.lower(): value.strip(" \t\"'") for key, value in _FIELD.findall(found.group(1))}
    return fields, text[found.end() :]


def _first_heading(tokens: Sequence[Token]) -> str | None:
    if len(tokens) < 2 or tokens[0].tag != "h1":
        return None
    heading = MarkedText()
    _lay_out(tokens[1:2], heading)
    return heading.finish()[0] or None


def _lay_out(tokens: Sequence[Token], marked: MarkedText) -> None:
    for token in tokens:
        if token.type == "inline":
            _lay_out(token.children or (), marked)
        elif token.hidden:
            continue  # the paragraphs of a tight list
        elif token.nesting == 0:
            _add(token, marked)
        else:
            _step(token.type.rsplit("_", 1)[0], token.nesting, marked)


def _step(name: str, nesting: int, marked: MarkedText) -> None:
    """Into an element (`nesting` 1) or out of it (-1)."""
    if nesting < 0 and name in _KINDS:
        marked.close()
    if name in _BLOCKS:
        marked.break_block()
    elif name in _LINES:
        marked.break_line()
    if nesting > 0 and name in _KINDS:
        marked.open(_KINDS[name])
    if nesting < 0 and name in ("td", "th"):
        marked.divide()


def _add(token: Token, marked: MarkedText) -> None:
    if token.type == "hardbreak":
        marked.break_line()
    elif token.type == "softbreak":
        marked.add(" ")
    elif token.type in ("text", "code_inline"):
        marked.add(token.content)
    elif token.type in ("fence", "code_block", "html_block", "html_inline"):
        _add_raw(token, marked)


def _add_raw(token: Token, marked: MarkedText) -> None:
    inline = token.type == "html_inline"
    content = token.content
    if token.type.startswith("html"):
        content = html.unescape(_TAG_OR_COMMENT.sub("", _BLOCK_TAG.sub("\n", content)))
    for line in content.splitlines():
        if not inline:
            marked.break_line()
        marked.add(line)
    if not inline:
        marked.break_block()
