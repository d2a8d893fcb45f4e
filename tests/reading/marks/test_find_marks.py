import datetime as dt
import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from hiatus.article import Article
from hiatus.reading.marks import (
    AmountMark,
    DateMark,
    EpisodesMark,
    Mark,
    QuotationMark,
    SeasonMark,
    TrailerMark,
    find_marks,
)

_PIECES = (
    "Harbor Lights", "Season 2", "Seasons 1-3", "the second and final season", "S02E03", "Part 2", "İstanbul", "“", "”",
    "‘", "’", "'", '"', "\n", "\n\n", "- ", "• ", "1. ", "January 28", "2022", ", 2022", "Jan. 31", "February 30",
    "31/12", "10/28/22", "in the fall", "Q3", "the second half of", "last year", "this Friday", "Friday", "tonight",
    "No. 1", "#3", "third place", "12.4 million", "$5", "Rs 12 crore", "hours viewed", "viewers", "96%", "ten", "-part",
    "episodes", "8 x 60'", "the teaser", "a first look", "may", "is said to", "denied", "according to", "Variety",
    "said", "announced", ".", ",", ":", "(", ")", "?", "…", "100", "the same year", "years ago", "two", "\u2028", "\t",
    "١٢",
)  # fmt: skip
_TEXTS = st.one_of(st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join), st.text(max_size=200))
_DAYS = st.none() | st.dates()
_EDTF = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?")
_OF_ONE_KIND = (SeasonMark, DateMark, AmountMark, EpisodesMark, TrailerMark)


@given(_TEXTS, _DAYS)
def test_marks_lie_in_the_text_in_order(text: str, published: dt.date | None) -> None:
    marks = find_marks(Article(text=text, published=published, title=text[:20]))
    assert all(mark.end <= len(text) for mark in marks)
    assert list(marks) == sorted(marks, key=lambda mark: (mark.start, mark.end, mark.kind))


@given(_TEXTS, _DAYS)
def test_marks_of_one_kind_do_not_overlap(text: str, published: dt.date | None) -> None:
    marks = find_marks(Article(text=text, published=published))
    for kind in _OF_ONE_KIND:
        own = [mark for mark in marks if isinstance(mark, kind)]
        assert not any(one.overlaps(other) for one, other in itertools.pairwise(own))


@given(_TEXTS, _DAYS)
def test_values_are_well_formed(text: str, published: dt.date | None) -> None:
    for mark in find_marks(Article(text=text, published=published)):
        _check(mark)


def _check(mark: Mark) -> None:
    match mark:
        case DateMark(edtf=edtf):
            assert _EDTF.fullmatch(edtf)
            if re.fullmatch(r"\d{4}-\d\d-\d\d", edtf):
                dt.date.fromisoformat(edtf)
        case AmountMark(value=value):
            assert value >= 0
        case EpisodesMark(count=count):
            assert count > 0
        case SeasonMark(number=number):
            assert number is None or 0 <= number <= 999
        case _:
            pass


@given(_TEXTS, _DAYS)
def test_quotations_nest_or_stand_apart(text: str, published: dt.date | None) -> None:
    marks = [mark for mark in find_marks(Article(text=text, published=published)) if isinstance(mark, QuotationMark)]
    for one, other in itertools.combinations(marks, 2):
        assert not one.overlaps(other) or one.covers(other) or other.covers(one)


def test_all_kinds_come_together() -> None:
    text = (
        "Harbor Lights renewed\n\n"
        "Harbor Channel announced on Monday that “Harbor Lights” may return for Season 2 in October 2025 "
        "with ten episodes. "
        "A teaser has come out. Season 1 drew 12.4 million views.\n\n"
        "- Mina Cho is back"
    )
    kinds = {mark.kind for mark in find_marks(Article(text=text, published=dt.date(2025, 5, 6)))}
    assert kinds == {
        "season", "date", "amount", "episodes", "quotation", "heading", "list item", "hedge", "attribution", "trailer"
    }  # fmt: skip


def test_an_empty_text_has_none() -> None:
    assert find_marks(Article(text="")) == ()
