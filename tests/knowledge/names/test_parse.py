"""Names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.names import parse
from hiatus.knowledge.names.hangul import readings, shared, syllables
from hiatus.knowledge.names.japanese import sound as japanese_sound
from hiatus.knowledge.names.parse import MOST_WORDS
from hiatus.knowledge.names.readings import Reading, forms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("S. S. Rajamouli", ("s", "s", "rajamouli")),
        ("SS Rajamouli", ("s", "s", "rajamouli")),
        ("S.S. Rajamouli", ("s", "s", "rajamouli")),
        ("J.-P. Jeunet", ("j", "p", "jeunet")),
        ("LEE Min-ho", ("lee", "min-ho")),
        ("NG Man-tat", ("ng", "man-tat")),
        ("LEE MIN HO", ("lee", "min", "ho")),
        ("Coppola, Francis Ford", ("francis", "ford", "coppola")),
        ("Sir Ian McKellen", ("ian", "mckellen")),
        ("Søren  Łukasz\u00a0Weiß", ("soren", "lukasz", "weiss")),
        ("Conan O’Brien", ("conan", "obrien")),
        ("みやざき はやお", ("miyazaki", "hayao")),
        ("Кирилл", ("kirill",)),
        ("박지후", ("박지후",)),
        ("Dr.", ("dr",)),
        ("Ann\u202e Lee\x00", ("ann", "lee")),
        ("12 34", ()),
        ("", ()),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert parse(text).words == words


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("Robert Downey Jr.", "jr"),
        ("Robert Downey, Jr.", "jr"),
        ("Connick Jr., Harry", "jr"),
        ("Sammy Davis Junior", "jr"),
        ("Henry Thomas III", "iii"),
        ("Jane Doe, PhD", ""),
        ("Jane Doe", ""),
        ("Malcolm V", ""),
    ],
)
def test_suffixes(text: str, suffix: str) -> None:
    assert parse(text).suffix == suffix


@pytest.mark.parametrize(
    ("text", "nickname", "alias"),
    [
        ('Elizabeth "Betsy" Brandt', "betsy", ""),
        ("Michael 'Mike' White", "mike", ""),
        ("Elizabeth (Betsy) Brandt", "betsy", ""),
        ('Dwayne "The Rock" Johnson', "", ""),
        ("Park Ji-hu (박지후)", "", "박지후"),
        ("Catherine O'Hara", "", ""),
        ("Jun'ichi Okada", "", ""),
    ],
)
def test_nicknames_and_other_names(text: str, nickname: str, alias: str) -> None:
    name = parse(text)
    assert (name.nickname, name.alias) == (nickname, alias)


@given(st.text(max_size=600))
def test_nothing_is_refused_and_everything_is_bounded(text: str) -> None:
    name = parse(text)
    assert len(name.words) <= MOST_WORDS
    assert all(name.words)


def systems(reading: Reading) -> frozenset[str]:
    """The name systems that a name can belong to: `korean`, `chinese`, `japanese`, `other`."""
    found = (
        (bool(reading.korean), "korean"),
        (bool(reading.chinese), "chinese"),
        (reading.japanese, "japanese"),
        (not reading.syllables_only, "other"),
    )
    return frozenset(system for can_be, system in found if can_be)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Si-eun", {"korean"}),
        ("박지후", {"korean"}),
        ("Zhang Ziyi", {"chinese"}),
        ("张艺谋", {"chinese"}),
        ("Hayao Miyazaki", {"japanese", "other"}),
        ("Robert De Niro", {"other"}),
        ("Lee Min-ho", {"korean", "chinese"}),
    ],
)
def test_the_systems_that_a_name_can_belong_to(name: str, expected: set[str]) -> None:
    assert systems(forms(name)[0][0]) == expected


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("hu", "hoo", 0.75, 1),
        ("i", "yi", 0.75, 1),
        ("i", "ee", 0.75, 1),
        ("seok", "suk", 0.75, 1),
        ("kyung", "gyeong", 0.75, 1),
        ("young", "yeong", 0.75, 1),
        ("sun", "seon", 0.75, 1),
        ("woo", "u", 0.75, 1),
        ("jung", "jeong", 0.75, 1),
        ("jung", "jong", 0.1, 0.45),
        ("sung", "seung", 0.1, 0.45),
        ("eun", "eon", 0, 0),
        ("jung", "jang", 0, 0),
        ("won", "wan", 0, 0),
        ("ho", "jae", 0, 0),
    ],
)
def test_how_usual_it_is_that_two_spellings_are_one_syllable(one: str, other: str, least: float, most: float) -> None:
    assert least <= shared(one, other) <= most


def test_spellings_stand_for_hangul() -> None:
    assert max(readings("gyeong"), key=readings("gyeong").__getitem__) == "경"
    assert not readings("smith")


@pytest.mark.parametrize(
    ("word", "cut"), [("minho", ("min", "ho")), ("jihu", ("ji", "hu")), ("gai", ("ga", "i")), ("won", ("won",))]
)
def test_a_closed_name_is_cut_into_syllables(word: str, cut: tuple[str, ...]) -> None:
    assert cut in syllables(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [("yasujirou", "yasujiro"), ("tuyosi", "tsuyoshi"), ("ohno", "ono"), ("homma", "honma"), ("syota", "shota")],
)
def test_japanese_spellings_fold(one: str, other: str) -> None:
    assert japanese_sound(one) == japanese_sound(other)
