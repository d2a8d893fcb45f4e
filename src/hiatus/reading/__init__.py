"""Article to facts. Pure: no network, no clock, no database; the same article always gives the same facts.

The way through, in order: `text` (sentences), `marks` (what rules find), `roles` (what the model finds),
`assemble` (facts); `pipeline` runs them, `gate` stands in front.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock

from hiatus.article import Article
from hiatus.reading.reading import Reader, Reading, ReadingError, Role

MODEL = Path(__file__).parent / "model"


_LOADING = Lock()


def default_reader() -> Reader:
    """The reader with the model that comes with Hiatus: loaded once a process, shared by all threads."""
    with _LOADING:
        return _load_reader()


@cache
def _load_reader() -> Reader:
    # Imported late: whoever only needs the types should not wait for the runtime of the model.
    from hiatus.reading.pipeline import ModelReader  # noqa: PLC0415
    from hiatus.reading.roles.model import OnnxModel  # noqa: PLC0415
    from hiatus.reading.roles.thresholds import load  # noqa: PLC0415

    return ModelReader(OnnxModel(MODEL), load(MODEL / "thresholds.json"))


def read(article: Article, reader: Reader | None = None) -> Reading:
    """The facts of an article, each tied to the words that bear it out.

    Args:
        article: what to read; only its text is needed. With `published`, relative dates are worked out.
        reader: who reads it; by default the model that comes with Hiatus. Safe to call from several threads.

    Returns:
        The facts in order of their evidence, with the stages that led to them. For every fact
        `article.text[fact.evidence.start:fact.evidence.end] == fact.evidence.quote`.
    """
    return (reader or default_reader()).read(article)


__all__ = ["Reader", "Reading", "ReadingError", "Role", "default_reader", "read"]
