import pytest

from hiatus.reading.marks import amounts


def read(text: str) -> list[tuple[float, str]]:
    return [(mark.value, mark.unit) for mark in amounts.find(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("560 million hours viewed", 560e6, "hours"),
        ("560.78 million viewing hours", 560.78e6, "hours"),
        ("65.1M hours", 65.1e6, "hours"),
        ("half a billion hours", 0.5e9, "hours"),
        ("12.4 million views", 12.4e6, "views"),
        ("2.3bn views", 2.3e9, "views"),
        ("nearly a million viewers", 1e6, "viewers"),
        ("twelve million people", 12e6, "viewers"),
        ("325,000 viewers", 325e3, "viewers"),
        ("5,014,229 admissions", 5014229, "viewers"),
        ("1,23,45,678 tickets", 12345678, "viewers"),
        ("1.5 million households", 1.5e6, "viewers"),
        ("sold 361k tickets", 361e3, "viewers"),
        ("96%", 96, "percent"),
        ("96 percent", 96, "percent"),
        ("96 per cent", 96, "percent"),
        ("a perfect score", 100, "percent"),
        ("82 out of 100", 82, "score"),
        ("a Metacritic score of 75", 75, "score"),
        ("75 on Metacritic", 75, "score"),
        ("$12.4 million", 12.4e6, "money"),
        ("US$2.5bn", 2.5e9, "money"),
        ("£630,000", 630e3, "money"),
        ("€15M", 15e6, "money"),
        ("Rs 515.03 crore", 5150.3e6, "money"),
        ("₹12 lakh", 1.2e6, "money"),
        ("₦265,583,000", 265583000, "money"),
        ("60 billion won", 60e9, "money"),
        ("393,622,120 yen", 393622120, "money"),
        ("a billion dollars", 1e9, "money"),
        ("$187+ million", 187e6, "money"),
        ("No. 1", 1, "rank"),
        ("#3", 3, "rank"),
        ("number two", 2, "rank"),
        ("the second biggest opening", 2, "rank"),
        ("the second highest-grossing film", 2, "rank"),
        ("third place", 3, "rank"),
        ("the top spot", 1, "rank"),
        ("It topped the chart.", 1, "rank"),
        ("On the chart it came in fourth.", 4, "rank"),
        ("In the ratings it was a distant second with a repeat.", 2, "rank"),
        ("It sold 50 million copies.", 50e6, "count"),
        ("It sold 50 million records, says the audience.", 50e6, "count"),
        ("It passed the million mark with viewers.", 1e6, "viewers"),
    ],
)
def test_an_amount(text: str, value: float, unit: str) -> None:
    found = read(text)
    assert [other for _, other in found] == [unit]
    assert found[0][0] == pytest.approx(value)


def test_a_list_numbering_is_a_rank_where_the_text_ranks() -> None:
    lines = "6. “Harbor Lights,” CBS, 6.97 million.\n7. “Night Ferry,” NBC, 6.4 million."
    ranked = [(6, "rank"), (6.97e6, "viewers"), (7, "rank"), (6.4e6, "viewers")]
    assert read(f"The most-watched shows by viewers:\n{lines}") == ranked
    assert read("Things to do:\n6. Call.\n7. Write.") == []


def test_a_bare_number_takes_the_unit_of_the_one_before() -> None:
    text = "It drew 24.3 million views in four days. That has risen to 66.3 million."
    assert read(text) == [(24.3e6, "views"), (66.3e6, "views")]


def test_a_bare_number_without_a_unit_anywhere_is_a_count() -> None:
    assert read("It stands at 66.3 million.") == [(66.3e6, "count")]
    assert read("Its viewership stands at 66.3 million.") == [(66.3e6, "viewers")]


@pytest.mark.parametrize(
    "text",
    [
        "Season 2 of 24 in 2019",
        "two hours long, at 8/7c",
        "a 2.2 rating and a 4 share",
        "three people in 12 episodes",
        "7 K-dramas to watch",
        "No one knows, no two are alike",
        "the first of the month, and first she laughs",
        "the millions he made",
        "on 1.2.3 and A-4 and x1000000",
        "the million things",
        "a #MeToo story",
    ],
)
def test_no_amount(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("12.4 million views in its first four days", "first four days"),
        ("560 million hours viewed within the first month", "first month"),
        ("In its opening weekend it made $23 million", "opening weekend"),
        ("$36.2 million after 11 days", "11 days"),
        ("7.6 million viewers in Live + 3", "Live + 3"),
        ("It made $69 million. In three days it was over.", None),
        ("96% in its first four days", None),
    ],
)
def test_the_window(text: str, window: str | None) -> None:
    assert amounts.find(text)[0].window == window


def test_the_stretch_takes_in_currency_and_unit() -> None:
    text = "It cost about US$2.5 million, and 4.4 million viewers saw it."
    assert [text[m.start : m.end] for m in amounts.find(text)] == ["US$2.5 million", "4.4 million viewers"]


def test_a_range_shares_its_scale() -> None:
    assert read("$10-12 million")[0] == (10e6, "money")
