"""What asking a source yields."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from hiatus.article import Article
from hiatus.source import Source
from hiatus.sources.failure import Failure


@dataclass(frozen=True, slots=True)
class Retrieved:
    """An article as a source gave it.

    Attributes:
        article: the article; its `url` is where to show it, cleaned.
        fetched: when it came in, aware, in UTC.
        addresses: every name for it, as `known` is asked: the entry's, the page's, the page's own idea of it.
        whole: whether it is all of the article, as opposed to a summary whose page could not be had.
    """

    article: Article
    fetched: dt.datetime
    addresses: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Checked:
    """A step of watching a source, to be filed whole or not at all: after a kill in between, it comes again.

    A folder comes in several steps, and its state moves with the last of them only.

    Attributes:
        asked: the address that the source had before; `source.url` is another where it has moved for good.
        source: its state from now on.
        articles: what is new.
        failures: what could not be read; that of the source itself too.
        seen: the addresses that are settled, those of `articles` among them: `known` has them from now on, and
            they are not tried again.
    """

    asked: str
    source: Source
    articles: tuple[Retrieved, ...] = ()
    failures: tuple[Failure, ...] = ()
    seen: tuple[str, ...] = ()
