"""When two values say the same, and which of them says it more closely."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.dossiers.figures import figures_agree
from hiatus.knowledge.dossiers.slots import Slot, measured
from hiatus.knowledge.dossiers.values import compatible, dates_agree, is_past, precision

RELEASE, CAST = Slot("release", 2), Slot("cast", 2, 7)
DATES = ["2024", "2024-10", "2024-10-05", "2024-23", "2024-24", "2024-36", "2024-41", "XXXX-10-05", "2025", "2024~"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2024", "2024-10-05", True), ("2024-10", "2024-10-05", True), ("XXXX-10-05", "2024-10-05", True),
        ("2024-23", "2024-10", True), ("2024-36", "2024-23", True), ("2024-24", "2024-12-26", True),
        ("2024-41", "2024-35", True),
        ("2024", "2025", False), ("2024-10", "2024-11", False), ("2024-10-05", "2024-10-06", False),
        ("XXXX-10-05", "2024-10-06", False), ("2024-40", "2024-36", False), ("2024-22", "2024-10-05", False),
        ("2024-33", "2024-34", False), ("", "2024", False), ("2024-10-05/2024-11", "2024-10-05", False),
        ("2024-23", "2024-10-05", True), ("2024-41", "2024-10", True), ("2024-36", "2024-12", True),
        ("2024-21", "2024-22", False), ("2024-40", "2024-10-05", False), ("2024-35", "2024-10", False),
        ("XXXX-11", "2024-10-05", False), ("soon", "2024", False),
    ],
)  # fmt: skip
def test_dates_agree_as_far_as_the_coarser_goes(one: str, other: str, agree: bool) -> None:
    assert dates_agree(one, other) is agree
    assert dates_agree(other, one) is agree


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (560_000_000, 560_780_000, True), (561_000_000, 560_780_000, True), (600_000_000, 560_780_000, True),
        (550_000_000, 560_780_000, False), (570_000_000, 560_780_000, False), (87, 88, False), (90, 93, False),
        (1, 1, True), (0, 1, False), (12e6, 12_400_000, True), (87, 87, True), (10, 12, False), (1, 2, False),
        (361e6, 560e6, False), (560e6, 580e6, False), (12_400_000, 12_900_000, False), (87, 91, False),
    ],
)  # fmt: skip
def test_a_rounded_figure_is_the_figure(one: float, other: float, agree: bool) -> None:
    assert figures_agree(one, other) is agree
    assert figures_agree(other, one) is agree


@pytest.mark.parametrize(
    ("date", "past"),
    [("2024-01-01", True), ("2024-01-02", False), ("2024-01", False), ("2023", True), ("2024", False),
     ("2023-23", True), ("2024-21", False), ("XXXX-01-01", False)],
)  # fmt: skip
def test_a_date_is_past_when_all_of_it_is(date: str, past: bool) -> None:
    assert is_past(date, dt.date(2024, 1, 1)) is past


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ({"change": None}, {"change": "joining"}, True),
        ({"character": None}, {"character": "Dana"}, True),
        ({"character": "Dana"}, {"character": "Dana Cho"}, True),  # spellings are not at odds
        ({"change": "leaving"}, {"change": "returning"}, False),
        ({"change": "leaving"}, {"change": "joining"}, False),
    ],
)
def test_parts_are_at_odds_only_where_both_are_said(one: dict[str, str], other: dict[str, str], agree: bool) -> None:
    assert compatible(CAST, one, other) is agree
    assert compatible(CAST, other, one) is agree


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [("2024", "2024-10"), ("2024-10", "2024-10-05"), ("2024-23", "2024-10"), ("XXXX-10-05", "2024-10-05")],
)
def test_the_finer_date_is_the_closer(coarse: str, fine: str) -> None:
    assert precision(RELEASE, coarse) < precision(RELEASE, fine)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("first 28 days", "within 28 days of release", True), ("28 days", "its first 28 days", True),
        ("first 28 days", "first 91 days", False), ("first week", None, False),
    ],
)  # fmt: skip
def test_a_window_is_one_however_it_is_worded(one: str, other: str | None, same: bool) -> None:
    assert (measured("views", one) == measured("views", other)) is same


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations_with_replacement(DATES, 2)])
def test_agreeing_goes_both_ways(one: str, other: str) -> None:
    assert dates_agree(one, other) == dates_agree(other, one)
    assert dates_agree(one, one)


@given(st.integers(1, 10**12), st.integers(1, 10**12))
def test_figures_agree_both_ways_and_with_themselves(one: int, other: int) -> None:
    assert figures_agree(one, one)
    assert figures_agree(one, other) == figures_agree(other, one)
