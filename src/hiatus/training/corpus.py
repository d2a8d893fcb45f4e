"""The corpus: articles of our own wording, each with its gold facts, and how they are split."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hiatus.article import Article
from hiatus.facts import Fact, from_dict
from hiatus.reading.marks import find_marks
from hiatus.reading.roles.document import Document, document
from hiatus.reading.text import sentences

SPLITS = ("train", "dev", "test")


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its gold."""

    article: Article
    gold: tuple[Fact, ...]


def load_article(path: Path) -> Article:
    """The article in a file of the corpus: `articles/ID.json`."""
    values = json.loads(path.read_text(encoding="utf-8"))
    return Article(
        text=values["text"],
        id=path.stem,
        url=values.get("url"),
        title=values.get("title"),
        publisher=values.get("publisher"),
        published=_day(values.get("published")),
        language="en",
    )


def _day(published: str | None) -> dt.date | None:
    """The day of publication; the first of the month where only that is known."""
    return dt.date.fromisoformat(published if len(published) == 10 else f"{published}-01") if published else None


def load_gold(path: Path) -> tuple[Fact, ...]:
    """The facts in a file of gold: `gold/ID.jsonl`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(from_dict(json.loads(line)) for line in lines if line.strip())


def load(folder: Path, split: str | None = None) -> Iterator[Example]:
    """The examples of a corpus, or of one split of it (`splits.json`: split → IDs), in order of ID."""
    chosen = None if split is None else set(json.loads((folder / "splits.json").read_text(encoding="utf-8"))[split])
    for path in sorted((folder / "articles").glob("*.json")):
        if chosen is None or path.stem in chosen:
            yield Example(load_article(path), load_gold(folder / "gold" / f"{path.stem}.jsonl"))


def prepare(example: Example) -> Document:
    """The article of an example as the model sees it."""
    article = example.article
    return document(article, sentences(article.text), find_marks(article))


def digest(folder: Path) -> str:
    """A SHA-256 over every file of the corpus, names and contents, that a score is tied to."""
    total = hashlib.sha256()
    for path in sorted([*folder.glob("articles/*.json"), *folder.glob("gold/*.jsonl"), *folder.glob("splits.json")]):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()
