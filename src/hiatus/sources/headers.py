"""What the header fields of an answer say of asking again."""

from __future__ import annotations

import re
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_UNCACHED = re.compile(r"\bno-(?:store|cache)\b", re.IGNORECASE)
_VALIDATOR = re.compile(r"[\x20-\x7e]{1,500}")


def max_age(headers: Mapping[str, str]) -> float | None:
    """Seconds for which the answer stays fresh (RFC 9111, section 5.2.2); None where it does not say."""
    said = headers.get("cache-control", "")
    found = _MAX_AGE.search(said)
    return float(found.group(1)) if found and not _UNCACHED.search(said) else None


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds to wait before asking again (RFC 9110, section 10.2.3), given as such or as a date."""
    said = headers.get("retry-after", "").strip()[:100]
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def validator(headers: Mapping[str, str], name: str) -> str | None:
    """An `etag` or `last-modified` that can be sent back as it is."""
    said = headers.get(name, "").strip()
    return said if _VALIDATOR.fullmatch(said) else None
