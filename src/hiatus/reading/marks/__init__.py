"""What rules do best: seasons, dates, amounts, episodes, quotations, headings, lists, hedges, attributions."""

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
]
