"""Whether two spellings are one name: a floor on the table of pairs, and what must never happen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.names import FEATURES, compare

from .table import pairs, score

NAMES = sorted({name for pair in pairs() for name in (pair.one, pair.other)})
ANY_NAME = st.one_of(st.sampled_from(NAMES), st.text(max_size=200), st.text("abcdeo -.'\"(),가민王", max_size=30))


def test_the_table_is_large_and_a_third_of_it_hard() -> None:
    table = pairs()
    assert len(table) >= 600
    assert sum(pair.label == "different" for pair in table) >= len(table) / 3
    assert len(pairs("held")) >= 150


def test_the_score_on_the_table_does_not_fall() -> None:
    whole = score(pairs())
    assert whole.f1 >= 0.98
    assert whole.precision >= 0.99


@pytest.mark.parametrize("part", ["tune", "held"])
def test_neither_part_of_the_table_lags_behind(part: str) -> None:
    assert score(pairs(part)).f1 >= 0.97


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Lee JQ", "Lee Jae-kyu", "JQ can be the initials, or the sound, of jae-kyu"),
        ("J.Q. Lee", "Yi Jae-gyu", "JQ can be the initials, or the sound, of jae-gyu"),
        ("Lee J.", "Lee Jae-kyu", "J can be the initials"),
        ("J. Smith", "John Smith", "J can be the initial of john, as of many names"),
        ("Kim", "Kim Min-ho", "kim alone is only part of a name"),
        ("Zendaya", "Zendaya Coleman", "zendaya alone is only part of a name"),
        ("Ana", "Anna", "one word is little to go by"),
        ("Yoo", "Yu", "one word is little to go by"),
        ("Jackson Wang", "Wang Jiaer", "jackson can be the English name of someone called jiaer, or not"),
        ("Tony Leung", "Leung Chiu-wai", "tony can be the English name of someone called chiu-wai, or not"),
        ("Veronica Ngo", "Ngo Thanh Van", "veronica can be the English name of someone called thanh van, or not"),
        ("Robert Downey Jr.", "Robert Downey", "Jr is in one name only"),
        ("James Dean", "Dean James", "either part can be the given name"),
        ("Juan Garcia", "John Garcia", "one name in two languages"),
        ("George W. Bush", "George H. W. Bush", "H is an initial that the other leaves out, though it gives another"),
        ("Lee Jung-jae", "Yi Chong-jae", "such spellings are rare"),
        ("宮崎駿", "Hayao Miyazaki", "in two scripts"),
        ("James Paul McCartney", "Paul McCartney", "james comes first in one name"),
    ],
)
def test_what_nobody_can_know_from_the_names_is_unsure(one: str, other: str, why: str) -> None:
    found = compare(one, other)
    assert found.verdict == "unsure"
    assert any(why in reason for reason in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee JQ", "Lee Min-ho"),
        ("Lee JQ", "Kim Jae-kyu"),
        ("Kim Chae-won", "Lee Chae-won"),
        ("Robert Downey Jr.", "Robert Downey Sr."),
        ("Shin Min-a", "Shin Mi-na"),
        ("Kim", "Lee"),
        ("", ""),
        ("???", "???"),
        ("Tom Hanks", "김고은"),
        ("Tony Leung Chiu-wai", "Tony Leung Ka-fai"),
        ("J. Smith", "Robert Smith"),
    ],
)
def test_these_are_different(one: str, other: str) -> None:
    assert compare(one, other).verdict == "different"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Chae-won", "Kim Jae-won"),
        ("Lee Seung-hoon", "Lee Sung-hoon"),
        ("Kim Jong-min", "Kim Jung-min"),
        ("Lee Tae-hwan", "Lee Dae-hwan"),
        ("Ryan Smith", "Ryan Smyth"),
        ("Nicola Adams", "Nicole Adams"),
    ],
)
def test_names_that_look_alike_are_never_said_to_be_one(one: str, other: str) -> None:
    assert compare(one, other).verdict != "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sammo Hung", "Sammo Hung Kam-bo"),
        ("Bai Jingting", "Jingting Bai"),
        ("Mao Zedong", "Mao Tse-tung"),
        ("Park Ji-hu (박지후)", "박지후"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Αλέξης Τσίπρας", "Alexis Tsipras"),
        ("Redford, Charles Robert", "Charles Redford"),
        ("Jhon Cusack", "John Cusack"),
        ("Björk", "BJORK"),
        ("نجيب محفوظ", "نجيب محفوظ"),
    ],
)
def test_these_are_one_name(one: str, other: str) -> None:
    assert compare(one, other).verdict == "same"


@given(ANY_NAME, ANY_NAME)
def test_which_name_comes_first_does_not_matter(one: str, other: str) -> None:
    there, back = compare(one, other), compare(other, one)
    assert (there.score, there.verdict) == (back.score, back.verdict)


@given(ANY_NAME, ANY_NAME)
def test_every_score_is_explained(one: str, other: str) -> None:
    found = compare(one, other)
    assert 0 <= found.score <= 1
    assert found.reasons
    assert all(reason.strip() for reason in found.reasons)


@given(st.sampled_from(NAMES))
def test_a_name_is_the_same_as_itself_and_in_capitals(name: str) -> None:
    assert compare(name, name).score == 1
    assert compare(name, name.upper()).verdict == "same"


@given(st.sampled_from(NAMES))
def test_a_name_of_one_word_is_never_the_same_as_one_of_more(name: str) -> None:
    word = name.split(maxsplit=1)[0]
    if word != name and "-" not in word:
        assert compare(word, name).verdict != "same"


def test_a_page_of_letters_is_no_name() -> None:
    assert compare("a" * 100_000, "a" * 100_000).verdict == "different"


def test_weights_are_between_nothing_and_one() -> None:
    assert all(0 <= weight <= 1 for weight, _ in FEATURES.values())
