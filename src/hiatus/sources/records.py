"""Articles in JSON: one object each with the fields `id`, `url`, `publisher`, `published`, `title` and `text`."""

from __future__ import annotations

import json
from typing import Any

from hiatus.article import Article
from hiatus.sources.clean import tamed
from hiatus.sources.dates import day
from hiatus.sources.failure import UnreadableError
from hiatus.sources.files import safe_name

_MAX_FIELD = 1000  # characters of a headline, a name or an address; longer is a mistake


def parse(text: str) -> Any:
    """The value that a JSON text (RFC 8259) stands for.

    Raises:
        UnreadableError: if it is no JSON; the message says where.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"it is broken JSON ({error.msg}, line {error.lineno}): repair it there") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is JSON that is nested too deep or holds too large a number") from error


def is_whole(line: bytes) -> bool:
    """Whether a line holds a JSON object from end to end, as each line of JSON lines does."""
    if not line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(parse(line.decode("utf-8-sig")), dict)
    except (UnicodeDecodeError, UnreadableError):
        return False


def article(record: object, name: str) -> Article:
    """The article that a JSON object stands for; its text is taken over character for character.

    Args:
        record: the object.
        name: the article's id where the object has none.

    Raises:
        UnreadableError: if it is no object with a text.
    """
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnreadableError('it holds no article: each needs a "text", and can have a "title", "published" and "url"')
    published = _field(record, "published")
    return Article(
        text=tamed(record["text"]),
        id=safe_name(_field(record, "id") or name),
        url=_field(record, "url"),
        title=_field(record, "title"),
        publisher=_field(record, "publisher"),
        published=day(published) if published else None,
        language=_field(record, "language"),
    )


def _field(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    return (tamed(" ".join(value[:_MAX_FIELD].split())) or None) if isinstance(value, str) else None
