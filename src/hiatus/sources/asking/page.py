"""Asking a web page whether its text has changed."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from hiatus.sources.asking.answers import answered, digest_of, get, nothing_new
from hiatus.sources.canonical import canonical, cleaned, same_site
from hiatus.sources.checked import Checked, Retrieved
from hiatus.sources.failure import Failure, UnreadableError
from hiatus.sources.loading import of_page
from hiatus.sources.schedule import Answer, decide

if TYPE_CHECKING:
    from hiatus.source import Source
    from hiatus.sources.asking.run import Run


def ask_page(source: Source, run: Run) -> Checked:
    """The one step of a page; what changes around its text is no news.

    Raises:
        UnreadableError: if it cannot be had, or has no article on it.
    """
    page = get(source, run)
    found = None if page.unchanged else next(of_page(page, source.url), Failure(source.url, "it is empty"))
    if isinstance(found, Failure):
        raise UnreadableError(found.reason)
    digest = digest_of(found.text.encode()) if found else None
    if found is None or digest == source.body_hash:
        return nothing_new(source, page, digest, run)
    own = cleaned(found.url if found.url and same_site(found.url, page.url) else page.url)
    article = dataclasses.replace(found, url=own, publisher=found.publisher or source.publisher)
    answer = answered(source, page, run, Answer("new", title=found.title, body_hash=digest))
    now = run.now()
    addresses = tuple(dict.fromkeys(map(canonical, (source.url, page.url, own))))
    return Checked(source.url, decide(source, answer, now), (Retrieved(article, now, addresses),), seen=addresses)
