import datetime as dt

import pytest

from hiatus.reading.marks import dates

MONDAY = dt.date(2024, 5, 6)


def read(text: str, published: dt.date | None = MONDAY) -> list[str]:
    return [mark.edtf for mark in dates.find(text, published)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on January 28, 2022", "2022-01-28"),
        ("on Jan. 28, 2022", "2022-01-28"),
        ("January 28th 2022", "2022-01-28"),
        ("28 January 2022", "2022-01-28"),
        ("28th of January 2022", "2022-01-28"),
        ("Friday, January 28, 2022", "2022-01-28"),
        ("Friday 28 Jan 2022", "2022-01-28"),
        ("SEPT. 4, 2023", "2023-09-04"),
        ("2022-01-28", "2022-01-28"),
        ("2022.1.28", "2022-01-28"),
        ("28.01.2022", "2022-01-28"),
        ("1/28/2022", "2022-01-28"),
        ("28/1/2022", "2022-01-28"),
        ("1/2/22", "2022-01-02"),
        ("in 2022-01", "2022-01"),
        ("in January 2022", "2022-01"),
        ("in January, 2022", "2022-01"),
        ("in early January of 2022", "2022-01"),
        ("in 2022", "2022"),
        ("in early 2022", "2022"),
        ("mid-2022", "2022"),
        ("by the end of 2022", "2022"),
        ("Night Ferry (2019)", "2019"),
        ("2019's Night Ferry", "2019"),
        ("the 2019 film", "2019"),
        ("in summer 2025", "2025-22"),
        ("Spring of 2025", "2025-21"),
        ("early fall, 2025", "2025-23"),
        ("winter 2025-26", "2025-24"),
        ("the 2025 autumn line-up", "2025-23"),
        ("in the first half of 2025", "2025-40"),
        ("the second half of 2025", "2025-41"),
        ("H2 2025", "2025-41"),
        ("Q3 2025", "2025-35"),
        ("the fourth quarter of 2025", "2025-36"),
        ("on Christmas Day 2019", "2019-12-25"),
        ("by Christmas 2019", "2019-12"),
        ("on Valentine’s Day 2019", "2019-02-14"),
    ],
)
def test_a_full_date_needs_no_date_of_publication(text: str, edtf: str) -> None:
    assert read(text, None) == [edtf]
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It is out today.", "2024-05-06"),
        ("tonight at nine", "2024-05-06"),
        ("It airs tomorrow night.", "2024-05-07"),
        ("Yesterday the studio said so.", "2024-05-05"),
        ("It will be back this Friday.", "2024-05-10"),
        ("next Friday", "2024-05-17"),
        ("last Friday", "2024-05-03"),
        ("on Friday of next week", "2024-05-17"),
        ("The network said Friday that it is over.", "2024-05-03"),
        ("It premieres Friday.", "2024-05-10"),
        ("The network said Monday that it is over.", "2024-05-06"),
        ("last month", "2024-04"),
        ("next month", "2024-06"),
        ("later this month", "2024-05"),
        ("later this year", "2024"),
        ("last year", "2023"),
        ("before the year is out", "2024"),
        ("two years ago", "2022"),
        ("three months ago", "2024-02"),
        ("five days ago", "2024-05-01"),
        ("in June last year", "2023-06"),
        ("on June 27 last year", "2023-06-27"),
        ("in January of next year", "2025-01"),
        ("last November", "2023-11"),
        ("last March", "2024-03"),
        ("next March", "2025-03"),
        ("this summer", "2024-22"),
        ("next spring", "2025-21"),
        ("last winter", "2023-24"),
        ("in the second half of this year", "2024-41"),
        ("in the first half of the year", "2024-40"),
        ("in the fourth quarter", "2024-36"),
    ],
)
def test_a_relative_date_leans_on_the_date_of_publication(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    "text",
    ["tonight", "this Friday", "last month", "later this year", "two years ago", "June last year", "next spring"],
)
def test_without_a_date_of_publication_a_relative_date_is_left_out(text: str) -> None:
    assert read(text, None) == []


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on October 5", "XXXX-10-05"),
        ("on 5 Oct.", "XXXX-10-05"),
        ("in October", "XXXX-10"),
        ("this summer", "XXXX-22"),
        ("on Christmas Day", "XXXX-12-25"),
        ("on 10/5", "XXXX-10-05"),
        ("on February 29", "XXXX-02-29"),
    ],
)
def test_without_a_date_of_publication_the_year_stays_open(text: str, edtf: str) -> None:
    assert read(text, None) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It premieres on October 5.", "2024-10-05"),
        ("It premiered on October 5.", "2023-10-05"),
        ("It premiered on March 5.", "2024-03-05"),
        ("It will be released in March.", "2025-03"),
        ("It came out in December.", "2023-12"),
        ("Out since June 4", "2023-06-04"),
        ("The June 4 premiere", "2024-06-04"),
        ("The April 4 premiere", "2024-04-04"),
        ("It begins on May 6.", "2024-05-06"),
        ("It was to air in May.", "2024-05"),
        ("on 6/4", "2024-06-04"),
    ],
)
def test_the_sensible_year(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


def test_a_heading_gives_the_dates_below_it_their_year() -> None:
    assert read("SEPTEMBER 2021\n\nHarbor Lights, 4 September", None) == ["2021-09", "2021-09-04"]


def test_the_same_year_is_the_one_named_before() -> None:
    assert read("Part 2 landed in June 2021. Part 1 came in January of the same year.", None) == ["2021-06", "2021-01"]


def test_a_range_of_days_begins_on_its_first() -> None:
    assert read("the week of Oct. 3-9, 2022; from 17 to 21 August 2022") == ["2022-10-03", "2022-08-17"]


def test_a_list_of_years() -> None:
    assert read("in 2021, 2023 and 2025") == ["2021", "2023", "2025"]


@pytest.mark.parametrize(
    "text",
    [
        "1,500 people and 2000 viewers",
        "at 8/7c",
        "in the 1980s and the ’90s",
        "It costs $2019 or £2,020.",
        "She is 24.",
        "It may march on. They fall and spring up.",
        "May Parker told April Ludgate.",
        "The March on the capital",
        "call 555-2019",
        "on 24/7 and on 9/11",
        "every Friday and on Fridays",
        "Friday Night Lights, Black Friday, Good Friday",
        "the Monday-Tuesday drama",
        "last week, this week, next weekend",
        "“1917” and ‘Reply 1988’ are titles",
        "Blade Runner 2049",
        "on February 30",
        "2022-13-45",
        "Spring in the air, fall for it, winter break",
        "for fall schedules, in spring training",
        "by Christmas specials",
        "the second half of the season",
        "USA Today wrote",
        "the year of the dragon",
    ],
)
def test_no_date(text: str) -> None:
    assert read(text) == []


def test_a_show_named_after_a_weekday_is_no_date() -> None:
    assert read("“Wednesday” is back. Wednesday draws crowds.") == []
    assert read("“Wednesday” was back on Wednesday.") == ["2024-05-01"]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("It starts Friday, October 4, 2024 at nine.", "Friday, October 4, 2024"),
        ("out on Monday 7 October", "Monday 7 October"),
        ("It came in early 2023.", "early 2023"),
        ("It comes in late October.", "late October"),
        ("It comes early in the year.", "early in the year"),
        ("It comes by the end of the year.", "the end of the year"),
        ("It came later in the same year as 2019.", "later in the same year"),
        ("It came last November.", "last November"),
        ("It comes early next spring.", "next spring"),
        ("It comes in the early fall.", "in the early fall"),
    ],
)
def test_the_whole_stretch_is_marked(text: str, stretch: str) -> None:
    text = f"In 2019. {text}"
    found = [text[m.start : m.end] for m in dates.find(text, MONDAY)]
    assert found[:2] == ["2019", stretch]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Season 2 March 3", "2024-03-03"),
        ("May’s premieres", "2024-05"),
        ("an August release", "2024-08"),
        ("until March", "2025-03"),
        ("When?\nSummer.\nWhere?", "2024-22"),
        ("New date: fall", "2024-23"),
    ],
)
def test_a_month_or_season_that_could_be_a_word_or_name(text: str, edtf: str) -> None:
    assert read(text) == [edtf]


@pytest.mark.parametrize(
    "text", ["He met April Ludgate.", "in June Osborne’s cell", "Part 2 March on", "an August day"]
)
def test_a_month_that_is_a_word_or_name(text: str) -> None:
    assert read(text) == []


def test_a_verb_of_another_sentence_says_nothing_of_the_tense() -> None:
    assert read("It ended. The June 4 premiere") == ["2024-06-04"]
    assert read("June 4, she said.") == ["2024-06-04"]


def test_a_date_of_publication_out_of_all_reason_is_not_used() -> None:
    assert read("tomorrow, in October", dt.date.max) == ["XXXX-10"]
