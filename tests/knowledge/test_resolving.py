"""Who and what the names of articles are found to mean: what becomes one, and what must stay apart."""

import datetime as dt
import itertools
import random

import pytest
from sqlalchemy import Engine

from hiatus.facts import Company, Fact
from hiatus.knowledge import filing
from hiatus.knowledge.loading import claims_of
from hiatus.training.corpus import Example, load
from tests.knowledge.memory import CORPUS, based_on, cast, crew, file, flat, known_for, one_of, spelled, status

REPORTS = [example for example in load(CORPUS) if example.article.id.startswith("aouad-")]

PEOPLE = flat(
    [
        ("Roh Jae-won", "Noh Jae-won", "Roh Jae Won", "Ro Jae-won"),
        ("Park Ji-hu", "Park Ji Hu", "Park Ji-hoo"),
        ("Yoon Ga-i", "Yoon Ga Yi", "Yoon Ga I", "Yoon Ga-ee"),
        ("Lee Min-jae", "Lee Min Jae"),
        ("Kim Si-eun", "Kim Si Eun"),
        ("Kim Si-wool",),
        ("Yoon Chan-young", "Yoon Chan Young"),
        ("Cho Yi-hyun", "Cho Yi Hyun"),
        ("Lomon",),
        ("Park Solomon",),
        ("Chun Sung-il", "Chon Song-il"),
        ("Kim Nam-soo", "Kim Nam-Soo", "Kim Nam Su", "Kim Nam-su"),
        ("Lee Jae-kyu",),
        ("Lee JQ", "J.Q. Lee"),
        ("Joo Dong-geun", "Joo Dong Geun"),
    ]
)
CHARACTERS = flat(
    [
        ("Han Doo-seok", "Han Du Seok", "Han Du-seok"),
        ("Nam On-jo", "Nam On Jo"),
        ("Lee Cheong-san", "Cheong San", "Cheong-san"),
        ("Choi Nam-ra", "Nam Ra", "Nam-ra"),
        ("Lee Su-hyeok", "Su Hyeok", "Su-hyeok"),
        ("Lee Jong-ah", "Jong A"),
        ("So Ju-ran", "Ju Ran"),
        ("Yong Ma-ru", "Ma Ru"),
        ("Nam-kyu",),
    ]
)
WORKS = flat(
    [
        ("All of Us Are Dead",),
        ("Squid Game",),
        ("King the Land", "King The Land"),
        ("Weak Hero: Class 2", "Weak Hero Class 2"),
        ("Undercover High School",),
        ("Love Scout",),
        ("Your Honor",),
        ("Daily Dose of Sunshine",),
        ("Mental Coach Jegal",),
    ]
)


def orders() -> list[list[Example]]:
    by_day = sorted(REPORTS, key=lambda each: each.article.published or dt.date.max)
    shuffled = [random.Random(seed).sample(REPORTS, len(REPORTS)) for seed in range(4)]  # noqa: S311 - no secrets
    return [REPORTS, REPORTS[::-1], by_day, *shuffled]


@pytest.mark.parametrize("order", orders(), ids=lambda order: "".join(each.article.id[-1] for each in order))
def test_eight_reports_of_one_series_in_any_order(engine: Engine, order: list[Example]) -> None:
    for each in order:
        filing.file(engine, each.article, each.gold)
    assert spelled(engine, "person") == PEOPLE
    assert spelled(engine, "character") == CHARACTERS
    assert spelled(engine, "work") == WORKS
    assert spelled(engine, "organization") == [["Netflix"]]
    assert spelled(engine, "source") == [["All of Us Are Dead"]]


ONE: dict[str, list[list[Fact]]] = {
    "one actor, two spellings": [[cast("Roh Jae-won")], [cast("Noh Jae-won")]],
    "one actor, the family name last": [[cast("Mina Cho")], [cast("Cho Mina")]],
    "one actor in two works": [[cast("Mina Cho")], [cast("Mina Cho", title="The Quay")]],
    "a stage name, by the role": [[cast("Lomon", "Su-hyeok")], [cast("Park Solomon", "Su-hyeok")]],
    "in the article itself": [[cast("Park Ji-hu"), crew("Park Ji Hu")]],
}
TWO: dict[str, list[list[Fact]]] = {
    "one family name and first syllable": [[cast("Lee Min-ho")], [cast("Lee Min-jae")]],
    "the same, in one article": [[cast("Lee Min-ho"), cast("Lee Min-jae")]],
    "a vowel apart": [[cast("Kim Si-eun")], [cast("Kim Si-eon")]],
    "a vowel apart, in one article": [[cast("Kim Si-eun"), cast("Kim Si-eon")]],
    "one family, in one article": [[crew("Martin Vale"), crew("Charlie Vale")]],
    "one family, the same job": [[crew("Martin Vale")], [crew("Charlie Vale")]],
    "father and son, in one article": [[cast("Robert Vale"), cast("Robert Vale Jr.")]],
    "father and son, in one work": [[cast("Robert Vale")], [cast("Robert Vale Jr.")]],
    "father and son, senior and junior": [[cast("Robert Vale Sr.", "Tom")], [cast("Robert Vale Jr.", "Tom")]],
    "father and son, elsewhere": [[cast("Robert Vale")], [cast("Robert Vale Jr.", title="The Quay")]],
    "a role recast": [[cast("Mina Cho", "Dana")], [cast("Jo Reed", "Dana")]],
    "a role recast within a family": [[cast("Martin Vale", "Dana")], [cast("Charlie Vale", "Dana")]],
    "initials that may be": [[crew("Lee JQ")], [crew("Lee Jae-kyu")]],
    "a stage name, with nothing to go by": [[cast("Lomon")], [cast("Park Solomon")]],
    "rare spellings, with nothing to go by": [[crew("Chun Sung-il")], [cast("Chon Song-il", title="The Quay")]],
    "spellings that may be one, in one article": [[crew("Chun Sung-il"), crew("Chon Song-il")]],
}


def filed(engine: Engine, articles: list[list[Fact]]) -> None:
    for facts in articles:
        file(engine, *facts)


@pytest.mark.parametrize("case", ONE)
def test_spellings_of_one_person(engine: Engine, case: str) -> None:
    filed(engine, ONE[case])
    assert len(spelled(engine, "person")) == 1


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("case", TWO)
def test_two_people_stay_two(engine: Engine, case: str, turned: bool) -> None:
    filed(engine, TWO[case][::-1] if turned else TWO[case])
    assert len(spelled(engine, "person")) == 2


@pytest.mark.parametrize("order", list(itertools.permutations(["John Reed", "J. Reed", "Jane Reed"])))
def test_a_name_that_may_be_either_is_no_bridge(engine: Engine, order: tuple[str, ...]) -> None:
    filed(engine, [[crew(name, "writer")] for name in order])
    together = [group for group in spelled(engine, "person") if {"John Reed", "Jane Reed"} <= set(group)]
    assert together == []


def test_a_role_that_was_recast_is_one_character(engine: Engine) -> None:
    filed(engine, [[cast("Mina Cho", "Dana Moon")], [cast("Jo Reed", "Dana Moon")]])
    assert spelled(engine, "character") == [["Dana Moon"]]


CHARACTERS_APART: dict[str, list[list[Fact]]] = {
    "of two works": [[cast("Mina Cho", "Dana")], [cast("Mina Cho", "Dana", title="The Quay")]],
    "of one actor": [[cast("Mina Cho", "Dana"), cast("Mina Cho", "Old Tom")]],
    "of one family": [[cast("Mina Cho", "Jo Moon")], [cast("Jo Reed", "Ann Moon")]],
    "a part of a name, another actor": [[cast("Mina Cho", "Nam-ra")], [cast("Jo Reed", "Choi Nam-ra")]],
}


@pytest.mark.parametrize("case", CHARACTERS_APART)
def test_two_characters_stay_two(engine: Engine, case: str) -> None:
    filed(engine, CHARACTERS_APART[case])
    with engine.connect() as connection:
        found = {claim.character for claim in claims_of(connection, one_of(connection, "work", "Harbor Lights").id)}
        if case == "of two works":
            found |= {claim.character for claim in claims_of(connection, one_of(connection, "work", "The Quay").id)}
    assert len(found) == 2


SEASONS: list[Fact] = [status(season=1)]
TITLES: dict[str, tuple[list[list[Fact]], list[list[str]]]] = {
    "another spelling": ([[status()], [status(title="The HARBOR Lights")]], [["Harbor Lights", "The HARBOR Lights"]]),
    "a season": ([[status()], [status(title="Harbor Lights: Season 2")]],
                 [["Harbor Lights", "Harbor Lights: Season 2"]]),
    "a number, of a series": ([SEASONS, [status(title="Harbor Lights 2")]], [["Harbor Lights", "Harbor Lights 2"]]),
    "a number, of a series, in one article": ([[*SEASONS, status(title="Harbor Lights 2")]],
                                              [["Harbor Lights", "Harbor Lights 2"]]),
    "a number, of a film": ([[status()], [status(title="Harbor Lights 2")]], [["Harbor Lights"], ["Harbor Lights 2"]]),
    "a remake": ([[status(), based_on("film", "Harbor Lights")]], [["Harbor Lights"], ["Harbor Lights"]]),
    "a remake, told twice": ([[status(), based_on("film", "Harbor Lights")], [based_on("film", "Harbor Lights")]],
                             [["Harbor Lights"], ["Harbor Lights"]]),
    "a series made of a series": ([[based_on("series", "The Quay")], [status(title="The Quay")]],
                                  [["Harbor Lights"], ["The Quay"]]),
    "a novel": ([[status(), based_on("novel", "Harbor Lights")]], [["Harbor Lights"]]),
    "two countries": ([[status(title="The Desk (US)")], [status(title="The Desk (UK)")]],
                      [["The Desk (UK)"], ["The Desk (US)"]]),
    "two countries, and the bare name first": (
        [[status(title="The Desk")], [status(title="The Desk (US)")], [status(title="The Desk (UK)")]],
        [["The Desk", "The Desk (US)"], ["The Desk (UK)"]]),
    "two years": ([[status(title="The Desk (1999)")], [status(title="The Desk (2024)")]],
                  [["The Desk (1999)"], ["The Desk (2024)"]]),
    "a film and a series": ([[status(title="The Desk (film)")], [status(title="The Desk (TV series)")]],
                            [["The Desk (TV series)"], ["The Desk (film)"]]),
    "a part of a title": ([[status()], [status(title="Harbor")]], [["Harbor"], ["Harbor Lights"]]),
    "what someone is known for": ([[known_for("Mina Cho", "harbor lights", title="The Quay")], [status()]],
                                  [["Harbor Lights", "harbor lights"], ["The Quay"]]),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_titles(engine: Engine, case: str) -> None:
    articles, expected = TITLES[case]
    filed(engine, articles)
    assert spelled(engine, "work") == expected


def test_a_number_after_the_title_of_a_series_is_the_season_of_its_claims(engine: Engine) -> None:
    filed(engine, [SEASONS, [status(title="Harbor Lights 2"), status(title="Harbor Lights: Season 3")]])
    with engine.connect() as connection:
        seasons = [claim.fact.season for claim in claims_of(connection, one_of(connection, "work", "Harbor Lights").id)]
    assert seasons == [1, 2, 3]


@pytest.mark.parametrize("title", ["Harbor Lights 2", "Toy Box 4", "1923", "Weak Ground: Class 2"])
def test_a_number_of_a_work_of_its_own_is_no_season(engine: Engine, title: str) -> None:
    file(engine, status(title=title))
    with engine.connect() as connection:
        (claim,) = claims_of(connection, one_of(connection, "work", title).id)
    assert claim.fact.season is None


def test_a_novel_is_one_however_the_title_of_its_series_is_spelled(engine: Engine) -> None:
    filed(engine, [[based_on("novel", "Tides")], [based_on("novel", "Tides", title="The Harbor Lights")]])
    filed(engine, [[based_on("novel", "Tides", title="The Quay")]])
    assert spelled(engine, "source") == [["Tides"], ["Tides"]]


def test_the_author_of_a_novel_is_a_person(engine: Engine) -> None:
    file(engine, based_on("novel", "Tides", author="Ann Moon"), crew("Ann Moon", "writer"))
    assert spelled(engine, "person") == [["Ann Moon"]]


def test_other_spellings_of_the_article_are_kept(engine: Engine) -> None:
    file(engine, cast("Roh Jae-won"), spellings={"Roh Jae-won": ("Roh Jae-wan",), "Nobody": ("No Body",)})
    assert spelled(engine, "person") == [["Roh Jae-wan", "Roh Jae-won"]]


def test_companies_are_one_give_or_take_case_and_signs(engine: Engine) -> None:
    names = ("Apple TV+", "Apple TV", "APPLE TV+", "Netflix")
    file(engine, *(Company(title="Quay", name=name, role="platform", evidence=status().evidence) for name in names))
    assert spelled(engine, "organization") == [["APPLE TV+", "Apple TV", "Apple TV+"], ["Netflix"]]


def test_hostile_names_are_left_out_and_the_rest_is_filed(engine: Engine) -> None:
    file(engine, cast("M" * 301), cast("Mina Cho", "D" * 100_000), cast("Jo Reed"), cast("  "), cast("%_'\"; --"))
    assert spelled(engine, "person") == [["%_'\"; --"], ["Jo Reed"]]
    assert spelled(engine, "character") == []
