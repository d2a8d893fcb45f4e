"""The fields of an entry, whichever format they come in: lines, texts, addresses and moments."""

from __future__ import annotations

import datetime as dt
import html
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

from hiatus.sources.clean import cleaned
from hiatus.sources.dates import day

_MAX_LINE = 500  # characters
_MAX_ADDRESS = 2000
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_EARLIEST = 1990  # before the web; a placeholder


def line(value: object) -> str | None:
    """A title or a name as plain text on one line."""
    if not isinstance(value, str):
        return None
    plain = html.unescape(_TAG.sub("", value[: 4 * _MAX_LINE]))
    return " ".join(cleaned(plain).split())[:_MAX_LINE] or None


def paragraphs(text: object) -> str:
    """Plain text as HTML, a paragraph for each line."""
    lines = text.split("\n") if isinstance(text, str) else []
    return "".join(f"<p>{html.escape(part)}</p>" for part in lines if part.strip())


def address(value: object, base: str) -> str:
    """An absolute http or https address; empty where it is none."""
    if not isinstance(value, str) or not value.strip() or len(value) > _MAX_ADDRESS:
        return ""
    try:
        joined = urljoin(base, value.strip())
        parts = urlsplit(joined)
        return joined if parts.scheme in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def moment(value: object) -> dt.datetime | None:
    """The moment that RFC 5322 or ISO 8601 text names, aware; the start of the day where it names no more."""
    text = value.strip()[:100] if isinstance(value, str) else ""
    for parse in (dt.datetime.fromisoformat, parsedate_to_datetime, _midnight):
        try:
            found = parse(text)
        except (ValueError, OverflowError, IndexError, TypeError):
            continue
        aware = found if found.tzinfo else found.replace(tzinfo=dt.UTC)
        return aware if _EARLIEST <= aware.year < dt.MAXYEAR else None
    return None


def _midnight(text: str) -> dt.datetime:
    found = day(text)
    if found is None:
        raise ValueError(text)
    return dt.datetime.combine(found, dt.time(), dt.UTC)
