"""What rules do best: seasons, dates, amounts, episodes, quotations, headings, lists, hedges, attributions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hiatus.reading.marks import amounts, dates, episodes, hedges, layout, quotations, seasons, trailers
from hiatus.reading.marks.mark import (
    AmountMark,
    AttributionMark,
    DateMark,
    EpisodesMark,
    HeadingMark,
    HedgeMark,
    ListItemMark,
    Mark,
    QuotationMark,
    SeasonMark,
    TrailerMark,
)

if TYPE_CHECKING:
    from hiatus.article import Article

__all__ = [
    "AmountMark",
    "AttributionMark",
    "DateMark",
    "EpisodesMark",
    "HeadingMark",
    "HedgeMark",
    "ListItemMark",
    "Mark",
    "QuotationMark",
    "SeasonMark",
    "TrailerMark",
    "find_marks",
]


def find_marks(article: Article) -> tuple[Mark, ...]:
    """Everything that the rules find in an article, sorted by start, end and kind; marks of two kinds may overlap."""
    text = article.text
    found: list[Mark] = [
        *seasons.find(text),
        *dates.find(text, article.published),
        *amounts.find(text),
        *episodes.find(text),
        *quotations.find(text),
        *layout.find(article),
        *hedges.find(text),
        *trailers.find(text),
    ]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.end, mark.kind)))
