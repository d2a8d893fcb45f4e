"""Days of publication, however they are written."""

import datetime as dt

import pytest

from hiatus.sources.dates import day, day_in_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-03-04", dt.date(2025, 3, 4)),
        ("2025-03-04T23:30:00-08:00", dt.date(2025, 3, 4)),
        ("2025-03-04T00:30:00Z", dt.date(2025, 3, 4)),
        ("2025-03-04 18:05:00", dt.date(2025, 3, 4)),
        ("2025/3/4", dt.date(2025, 3, 4)),
        ("20250304", dt.date(2025, 3, 4)),
        ("2025-03", dt.date(2025, 3, 1)),
        ("Tue, 04 Mar 2025 18:05:00 GMT", dt.date(2025, 3, 4)),
        ("March 4, 2025 6:05pm PT", dt.date(2025, 3, 4)),
        ("Sept. 3rd, 2024", dt.date(2024, 9, 3)),
        ("Posted on 4th of March 2025", dt.date(2025, 3, 4)),
    ],
)
def test_a_day_is_read(text: str, expected: dt.date) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025",
        "03/04/2025",
        "yesterday",
        "2025-13-04",
        "2025-02-30",
        "0001-01-01T00:00:00",
        "1741140300",
        "March 2025",
        "maybe 4, 2025 and more",
        "2025-03-0455",
    ],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert day(text) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/tv/2025/03/04/harbor-lights/", dt.date(2025, 3, 4)),
        ("https://news.example/2025/3/4", dt.date(2025, 3, 4)),
        ("https://news.example/2025/03/harbor-lights/", None),
        ("https://news.example/a/2025/99/04/x", None),
        ("https://news.example/item/12025/03/04/x", None),
    ],
)
def test_an_address_may_hold_the_day(url: str, expected: dt.date | None) -> None:
    assert day_in_address(url) == expected
