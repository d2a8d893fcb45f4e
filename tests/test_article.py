"""Stretches of a text."""

import pytest

from hiatus.article import Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_stretch_is_not_empty_nor_backwards(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        Span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Span(0, 5), Span(1, 3), True, True),
        (Span(0, 5), Span(0, 5), True, True),
        (Span(0, 5), Span(4, 6), False, True),
        (Span(0, 5), Span(5, 6), False, False),
        (Span(1, 3), Span(0, 5), False, True),
    ],
)
def test_covering_and_overlapping(one: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert one.covers(other) is covers
    assert one.overlaps(other) is overlaps
