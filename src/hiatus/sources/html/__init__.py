"""A web page to an article: its main text, what the page marks in it, and what the page says of itself."""

from __future__ import annotations

from hiatus.article import Article
from hiatus.sources.html.main_text import main_text
from hiatus.sources.html.metadata import metadata
from hiatus.sources.html.tree import parse

__all__ = ["read"]


def read(page: str, name: str, url: str | None = None) -> Article:
    """The article of a web page.

    Args:
        page: its HTML.
        name: the article's id.
        url: where it was fetched from.

    Raises:
        UnreadableError: if the page is too large to take apart, or has no article on it.
    """
    tree = parse(page)
    about = metadata(tree, url)
    text, markup = main_text(tree)
    return Article(
        text=text,
        id=name,
        url=about.url,
        title=about.title,
        publisher=about.publisher,
        published=about.published,
        language=about.language,
        markup=markup,
    )
