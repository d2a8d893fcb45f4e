"""Whether two names in their settings are one person's: no database, a table of cases."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.people import SAME, UNSURE, Setting, match

NOWHERE = Setting(documents=frozenset((1,)))
HERE = Setting(works=frozenset((7,)), documents=frozenset((1,)))
THERE = Setting(works=frozenset((7,)), documents=frozenset((2,)))
BOTH = Setting(works=frozenset((7, 8)), documents=frozenset((1,)))
ELSEWHERE = Setting(works=frozenset((8,)), documents=frozenset((3,)))


def playing(character: str, document: int) -> Setting:
    return Setting(frozenset((7,)), frozenset(((7, character),)), frozenset(), frozenset((document,)))


def doing(job: str, document: int, work: int = 7) -> Setting:
    return Setting(frozenset((work,)), frozenset(), frozenset(((work, job),)), frozenset((document,)))


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        # one person
        (("Roh Jae-won", HERE), ("Noh Jae-won", THERE), "same"),
        (("Park Ji-hu", HERE), ("Park Ji-hoo", THERE), "same"),
        (("Park Ji-hu", HERE), ("Park Ji-hu", ELSEWHERE), "same"),
        (("Yoon Ga-i", HERE), ("Ga-yi Yoon", THERE), "same"),
        (("Chun Sung-il", doing("writer", 1)), ("Chon Song-il", doing("writer", 2)), "same"),
        (("Lomon", playing("suhyeok", 1)), ("Park Solomon", playing("suhyeok", 2)), "same"),
        (("Mina Cho", HERE), ("Cho Mina", THERE), "same"),
        # perhaps
        (("Lee JQ", doing("director", 1)), ("Lee Jae-kyu", doing("director", 2)), "unsure"),
        (("Robert Vale", HERE), ("Robert Vale Jr.", THERE), "unsure"),
        (("Lomon", HERE), ("Park Solomon", THERE), "unsure"),
        (("Kim Si-wool", BOTH), ("Kim Si-eun", replace(BOTH, documents=frozenset((2,)))), "unsure"),
        # two people
        (("Chun Sung-il", HERE), ("Chon Song-il", ELSEWHERE), "different"),
        (("Kim Si-wool", BOTH), ("Kim Si-eun", BOTH), "different"),
        (("Kim Si-wool", BOTH), ("Kim Si-eun", THERE), "different"),
        (("Dana Kim", BOTH), ("Mina Reed", replace(BOTH, documents=frozenset((2,)))), "different"),
        (("Lomon", HERE), ("Park Solomon", ELSEWHERE), "different"),
        (("Lomon", HERE), ("Park Solomon", HERE), "different"),
        (("Lee Min-ho", HERE), ("Lee Min-jae", THERE), "different"),
        (("Lee Min-ho", doing("director", 1)), ("Lee Min-jae", doing("director", 2)), "different"),
        (("Kim Si-eun", HERE), ("Kim Si-eon", THERE), "different"),
        (("Martin Vale", HERE), ("Charlie Vale", THERE), "different"),
        (("Martin Vale", HERE), ("Charlie Vale", HERE), "different"),
        (("Robert Vale Sr.", HERE), ("Robert Vale Jr.", THERE), "different"),
        (("Robert Vale", HERE), ("Robert Vale Jr.", HERE), "different"),
        (("Robert Vale", HERE), ("Robert Vale Jr.", ELSEWHERE), "unsure"),
        (("Chun Sung-il", HERE), ("Chon Song-il", HERE), "different"),
        (("Noh Jae-won", HERE), ("Park Solomon", THERE), "different"),
        (("Alex", HERE), ("Alexandra Moon", ELSEWHERE), "different"),
        (("Ann", HERE), ("Joanna Moon", THERE), "different"),
        (("Mina Cho", HERE), ("Dana Reed", THERE), "different"),
    ],
)
def test_two_names_in_their_settings(left: tuple[str, Setting], right: tuple[str, Setting], verdict: str) -> None:
    assert match(left, right).verdict == verdict
    assert match(right, left).verdict == verdict


def test_names_that_cannot_be_one_are_never_made_one_by_what_stands_around_them() -> None:
    works = frozenset((7, 8))
    one = Setting(works, frozenset(((7, "dana"),)), frozenset(((7, "writer"),)), frozenset((1,)))
    other = replace(one, documents=frozenset((2,)))
    assert match(("Martin Vale", one), ("Charlie Vale", other)).verdict == "unsure"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Martin Vale", "Charlie Vale"),
        ("Lee Min-ho", "Lee Min-jae"),
        ("Mina Cho", "Dana Reed"),
        ("Jackson Wang", "Wang Yibo"),
        ("Mina Cho", "Jo Reed"),
    ],
)
def test_a_role_that_was_recast_is_played_by_two(left: str, right: str) -> None:
    assert match((left, playing("dana", 1)), (right, playing("dana", 2))).verdict != "same"


def test_two_who_are_named_in_one_article_are_two_whatever_else_agrees() -> None:
    one, other = ("Chun Sung-il", doing("writer", 1)), ("Chon Song-il", doing("writer", 1))
    assert match(one, other).verdict == "different"


def test_the_reasons_say_what_counted() -> None:
    found = match(("Lee JQ", doing("director", 1)), ("Lee Jae-kyu", doing("director", 2)))
    assert [reason for reason in found.reasons if "JQ" in reason]
    assert found.reasons[-2:] == ("the same work", "the same job in it")
    assert "no work in common" in match(("Lee JQ", HERE), ("Lee Jae-kyu", ELSEWHERE)).reasons
    assert "both are named in one article" in match(("Lee JQ", HERE), ("Lee Jae-kyu", HERE)).reasons


names = st.sampled_from(["Lee JQ", "Lee Jae-kyu", "Mina Cho", "Cho Mina", "Lomon", "Park Solomon", "Robert Vale", ""])
numbers = st.frozensets(st.integers(1, 3), max_size=3)
tied = st.frozensets(st.tuples(st.integers(1, 3), st.sampled_from(["dana", "jo"])), max_size=2)
settings_ = st.builds(Setting, works=numbers, characters=tied, jobs=tied, documents=numbers)


@given(names, settings_, names, settings_)
def test_a_match_is_mutual_and_its_verdict_follows_its_score(
    left: str, at_left: Setting, right: str, at_right: Setting
) -> None:
    found, turned = match((left, at_left), (right, at_right)), match((right, at_right), (left, at_left))
    assert (found.score, found.verdict) == (turned.score, turned.verdict)
    assert 0 <= found.score <= 1
    assert (found.score >= SAME) == (found.verdict == "same")
    assert (UNSURE <= found.score < SAME) == (found.verdict == "unsure")
