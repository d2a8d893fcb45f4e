"""Titles of works taken apart and compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.titles import Medium, Title, compare_titles, parse_title, same_title, title_key, title_keys


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("All of Us Are Dead", Title("all of us are dead")),
        ("All of Us Are Dead Season 2", Title("all of us are dead", season=2, medium="series")),
        ("“All of Us Are Dead”: Season Two", Title("all of us are dead", season=2, medium="series")),
        ("All of Us Are Dead S2", Title("all of us are dead", season=2, medium="series")),
        ("All of Us Are Dead S02", Title("all of us are dead", season=2, medium="series")),
        ("All of Us Are Dead (season 2)", Title("all of us are dead", season=2, medium="series")),
        ("Squid Game, the second season", Title("squid game", season=2, medium="series")),
        ("All of Us Are Dead 2", Title("all of us are dead 2", number=2)),
        ("Rocky IV", Title("rocky 4", number=4)),
        ("Dune: Part Two", Title("dune part 2")),
        ("Dune Part II", Title("dune part 2")),
        ("The Killing (2011 TV series)", Title("killing", year=2011, medium="series")),
        ("Infernal Affairs (2002)", Title("infernal affairs", year=2002)),
        ("House (film)", Title("house", medium="film")),
        ("The Office (US)", Title("office", place="us")),
        ("Amélie", Title("amelie")),
        ("Law & Order", Title("law and order")),
        ("Matrix, The", Title("matrix")),
        ("Blade Runner 2049", Title("blade runner 2049")),
        ("1917", Title("1917")),
        ("Season 2", Title("season 2")),
        ("Malcolm X", Title("malcolm x")),
        ("기생충", Title("기생충")),
        ("Uri Hak-gyo (Our School)", Title("uri hak gyo", also=("our school",))),
        ("", Title("")),
    ],
)
def test_a_title_taken_apart(text: str, title: Title) -> None:
    assert parse_title(text) == title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("All of Us Are Dead", "all of us are dead"),
        ("All of Us Are Dead", "“All of Us Are Dead” Season 2"),
        ("All of Us Are Dead S2", "All of Us Are Dead: Season Two"),
        ("All of Us Are Dead 2", "All of Us Are Dead Season 2"),
        ("The Glory", "Glory"),
        ("Law & Order", "Law and Order"),
        ("Dune: Part Two", "Dune Part II"),
        ("Mission: Impossible", "Mission Impossible"),
        ("Ji-geum U-ri Hak-gyo-neun (All of Us Are Dead)", "All of Us Are Dead"),
        ("The Killing (2011)", "The Killing"),
        ("Amelie", "Amélie"),
        ("Grey’s Anatomy", "Grey's Anatomy"),
    ],
)
def test_one_work(one: str, other: str) -> None:
    assert same_title(one, other)
    assert same_title(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Walking Dead", "The Walking Dead: Dead City"),
        ("Mission: Impossible", "Mission: Impossible - Fallout"),
        ("The Killing (2007)", "The Killing (2011)"),
        ("House (film)", "House (TV series)"),
        ("The Office (US)", "The Office (UK)"),
        ("Dune: Part One", "Dune: Part Two"),
        ("Squid Game", "Squid Game: The Challenge"),
        ("Blade Runner", "Blade Runner 2049"),
        ("Signal", "Sigma"),
        ("Apollo 11 (film)", "Apollo 13 (film)"),
    ],
)
def test_two_works(one: str, other: str) -> None:
    assert compare_titles(one, other).verdict == "different"


@pytest.mark.parametrize(("medium", "verdict"), [(None, "unsure"), ("series", "same"), ("film", "different")])
def test_a_number_after_a_title_is_what_the_medium_makes_it(medium: Medium | None, verdict: str) -> None:
    assert compare_titles("Toy Story 4", "Toy Story", medium).verdict == verdict
    assert compare_titles("Toy Story 4", "Toy Story 3", medium).verdict == verdict


def test_a_letter_apart_is_unsure_in_a_long_title_alone() -> None:
    assert compare_titles("Crash Landing on You", "Crash Landng on You").verdict == "unsure"
    assert compare_titles("Lost", "Last").verdict == "different"


def test_keys() -> None:
    assert title_key("The Glory: Season 2") == title_key("Glory")
    assert title_key("Toy Story 4") != title_key("Toy Story")
    assert title_keys("Toy Story 4") & title_keys("Toy Story")
    assert title_keys("Uri Hak-gyo (Our School)") & title_keys("Our School")


@given(st.text(max_size=400))
def test_nothing_is_refused_and_a_title_is_itself(text: str) -> None:
    assert compare_titles(text, text).verdict == ("same" if title_key(text) else "unsure")


@given(st.text("The & ()2IVSseason:-", max_size=40), st.text("The & ()2IVSseason:-", max_size=40))
def test_which_title_comes_first_does_not_matter(one: str, other: str) -> None:
    assert compare_titles(one, other).verdict == compare_titles(other, one).verdict
