"""What a page says of its article: in JSON-LD, Open Graph, `meta`, `time`, its headings and its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from hiatus.sources.clean import tamed
from hiatus.sources.dates import day, day_in_address
from hiatus.sources.html.json_ld import Said, said_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

# In order of how often they mean the day of publication, not of the last change.
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "date",
)
_TITLE = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title")
_PUBLISHER = ("og:site_name", "article:publisher_name", "dc.publisher", "application-name")
_OWN_TIMES = (
    "//time[not(ancestor::aside or ancestor::nav or ancestor::footer or contains(@class, 'update') or "
    "@itemprop='dateModified' or ancestor::*[contains(@class, 'comment') or contains(@id, 'comment')])]"
)
_BYLINE = 120  # characters
_SEPARATOR = re.compile(r" [|–—•·»-] ")
_MAX_FIELD = 500  # characters


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page's article; None where the page does not say."""

    url: str | None
    title: str | None
    publisher: str | None
    published: dt.date | None
    language: str | None


def metadata(tree: HtmlElement, url: str | None = None) -> Metadata:
    """What the page says of its article.

    Args:
        tree: the whole page.
        url: where it was fetched from.
    """
    said = said_in([script.text or "" for script in tree.xpath("//script[contains(@type, 'ld+json')]")])
    meta = _meta(tree)
    canonical = _canonical(tree, meta, url)
    publisher = _first((said.publisher, *(meta.get(name) for name in _PUBLISHER)))
    return Metadata(
        url=canonical,
        title=_first((said.headline, *(meta.get(name) for name in _TITLE), *_headings(tree, publisher))),
        publisher=publisher,
        published=_published(tree, said, meta, canonical),
        language=_language(tree),
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    """The first content for each name, in small letters."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := element.get("content", "").strip():
            found.setdefault(name.lower(), content)
    return found


def _canonical(tree: HtmlElement, meta: dict[str, str], url: str | None) -> str | None:
    links = tree.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href")
    for address in (*links, meta.get("og:url"), url):
        if address and (absolute := _absolute(str(address), url)):
            return absolute
    return None


def _absolute(address: str, base: str | None) -> str | None:
    try:
        joined = urljoin(base or "", address.strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return joined if parts.scheme in ("http", "https") and parts.hostname else None


def _headings(tree: HtmlElement, publisher: str | None) -> Iterator[str]:
    """The headline as the page shows it: its only first-level heading, else its title without the site's name."""
    first = tree.findall(".//h1")
    if len(first) == 1:
        yield first[0].text_content()
    title = " ".join((tree.findtext(".//title") or "")[:_MAX_FIELD].split())
    parts = _SEPARATOR.split(title)
    yield title[: title.rindex(parts[-1])].rstrip(" |–—•·»-") if len(parts) > 1 and parts[-1] == publisher else title


def _published(tree: HtmlElement, said: Said, meta: dict[str, str], url: str | None) -> dt.date | None:
    for text in (said.published, *(meta.get(name) for name in _PUBLISHED), *_times(tree)):
        if text and (found := day(text)):
            return found
    return day_in_address(url or "")


def _times(tree: HtmlElement) -> Iterator[str]:
    """The `time` elements that may be the article's own, those that say so first."""
    times = tree.xpath(_OWN_TIMES)
    saying = [time for time in times if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"]
    for time in (*saying, *filter(_is_in_byline, times)):
        yield time.get("datetime") or time.text_content()


def _is_in_byline(time: HtmlElement) -> bool:
    """Whether it stands by itself or in a short line; in a sentence it is a day that the article tells of."""
    line = next(time.iterancestors("p", "li", "td", "blockquote"), None)
    return line is None or len(line.text_content()) <= _BYLINE


def _language(tree: HtmlElement) -> str | None:
    found = re.match(
        r"[a-z]{2}(?=$|[-_])",
        (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower(),
    )
    return found.group() if found else None


def _first(values: Iterable[str | None]) -> str | None:
    lines = (" ".join(tamed(value or "").split())[:_MAX_FIELD] for value in values)
    return next((line for line in lines if line), None)
