import pytest

from hiatus.reading.marks import seasons


def read(text: str) -> list[tuple[str, int | None, bool]]:
    return [(text[mark.start : mark.end], mark.number, mark.final) for mark in seasons.find(text)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Harbor Lights returns for Season 2 in May.", 2),
        ("It is back for season two.", 2),
        ("SEASON 4 starts tonight", 4),
        ("Harbor Lights S2 is on its way.", 2),
        ("Watch S02E03 again.", 2),
        ("Rewatch s01e10 first.", 1),
        ("The second season begins.", 2),
        ("A 2nd season was ordered.", 2),
        ("It is the twenty-first season of the soap.", 21),
        ("Its sophomore run was shorter.", 2),
        ("The sophomore season was shorter.", 2),
        ("Among the freshman dramas it did best.", 1),
        ("The debut season won awards.", 1),
        ("Series two starts on Monday.", 2),
        ("the second series of the sitcom", 2),
        ("the second, six-episode series", 2),
        ("the second half-hour Harbor Lights season", 2),
        ("a third “Harbor Lights” season", 3),
        ("The series is back for round two.", 2),
        ("Season III is here.", 3),
        ("The series grew. Part 2 landed in June.", 2),
        ("The series grew. Part Two landed in June.", 2),
        ("the second Tales of the Harbor season", 2),
        ("The series is back: it was renewed for a second, and soon.", 2),
        ("All five episodes of the series are out. The second came out in 2022.", 2),
        ("the second-season renewal", 2),
    ],
)
def test_a_named_season(text: str, number: int) -> None:
    assert [mark.number for mark in seasons.find(text)] == [number]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("its third and final season", [("third and final season", 3, True)]),
        ("the final season", [("final season", None, True)]),
        ("their last eight-episode season", [("last eight-episode season", None, True)]),
        ("more than last season did", [("last season", None, False)]),
        ("the new season", [("new season", None, False)]),
        ("an upcoming ten-episode season", [("upcoming ten-episode season", None, False)]),
        ("Seasons 2 and 3", [("Seasons 2", 2, False), ("3", 3, False)]),
        ("Seasons 1, 2 & 3", [("Seasons 1", 1, False), ("2", 2, False), ("3", 3, False)]),
        ("season 4 and season 5", [("season 4", 4, False), ("5", 5, False)]),
        ("seasons two through four", [("seasons two", 2, False), (" through ", 3, False), ("four", 4, False)]),
        ("seasons 1-3", [("seasons 1", 1, False), ("-", 2, False), ("3", 3, False)]),
        ("fourth and fifth seasons", [("fourth", 4, False), ("fifth seasons", 5, False)]),
        ("a third and a fourth season", [("third", 3, False), ("fourth season", 4, False)]),
        ("the first two seasons", [("first", 1, False), ("two seasons", 2, False)]),
    ],
)
def test_what_is_marked(text: str, found: list[tuple[str, int | None, bool]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "this season of the league",
        "the awards season",
        "the new football season",
        "the next NFL season",
        "pilot season is over",
        "in the holiday season",
        "after two seasons",
        "a series two years in the making",
        "a series one million people saw",
        "the World Series 2",
        "his first TV series",
        "the new series of an old master",
        "Class 2 of the school series",
        "Dune Harbor: Part Two made money while the series waited",
        "Part 2 of the last episode",
        "the film Harbor - Part 2, no series",
        "Friday the 13th, the series",
        "Shrek the Third, a series of jokes",
        "the second time",
        "the first of the month",
        "a second helping of pie",
        "the Galaxy S24 phone",
        "on S4C",
        "SS2 and AS2",
    ],
)
def test_no_season(text: str) -> None:
    assert read(text) == []


def test_the_part_of_a_season_is_no_season_of_its_own() -> None:
    assert read("Season 4, Part 2 is here") == [("Season 4", 4, False)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The drama Harbor Lights is back. Harbor Lights 2 starts in May, an episode a week.", ["2"]),
        ("‘Harbor Lights’ is a drama. ‘Harbor Lights 2’ is its next season.", ["2", "next season"]),
        ("The drama Harbor Lights 2 starts in May.", []),  # nowhere without its number: it may be its name
        ("The film Harbor Lights did well, so the movie Harbor Lights 2 comes to cinemas.", []),
        ("On Monday the drama began; on Monday 2 million people saw the series.", []),
        ("The drama is on Channel 4. Channel hopping is over for the series.", []),
        ("Night Ferry 9 to 5 is a drama; Night Ferry is a series.", []),
        ("In May the drama begins, on May 2 the series ends.", []),
    ],
)
def test_a_number_behind_a_title(text: str, found: list[str]) -> None:
    assert [words for words, _, _ in read(text)] == found
