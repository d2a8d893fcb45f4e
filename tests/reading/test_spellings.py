"""Which spellings in one article are one person, and which are two."""

import pytest

from hiatus.article import Article
from hiatus.reading.marks import find_marks
from hiatus.reading.names import fold
from hiatus.reading.roles.document import document
from hiatus.reading.roles.mentions import Name
from hiatus.reading.spellings import Spellings, spellings
from hiatus.reading.text import sentences
from hiatus.training.targets import occurrences


def read(text: str, *people: str) -> Spellings:
    article = Article(text)
    doc = document(article, sentences(text), find_marks(article))
    names = []
    for person in people:
        for span in occurrences(text, person):
            pieces = doc.pieces(span)
            assert pieces is not None
            names.append(Name(*pieces, "person", fold(person), 1.0))
    return spellings(doc, sorted(names, key=lambda name: name.first))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Roh Jae-won joins. Later, Roh Jae-wan leads a team. Roh Jae-won is new.", "Roh Jae-won", "Roh Jae-wan"),
        ("Min Ho Lee stars. Lee Min Ho is the lead.", "Min Ho Lee", "Lee Min Ho"),
        ("Renée Zellweger stars. Renee Zellweger sings.", "Renée Zellweger", "Renee Zellweger"),
    ],
)
def test_slips_and_turned_names_are_one_person(text: str, one: str, other: str) -> None:
    read_names = read(text, one, other)
    assert read_names.key(fold(one)) == read_names.key(fold(other))


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Kim Min-ji and Kim Min-ja are sisters in it.", "Kim Min-ji", "Kim Min-ja"),
        ("Mina Cho stars. Leo Park directs.", "Mina Cho", "Leo Park"),
        ("Sumin Cho stars. Leo Cho directs.", "Sumin Cho", "Leo Cho"),
        ("Sam Lee stars. Pam Lee directs.", "Sam Lee", "Pam Lee"),
    ],
)
def test_others_are_two_people(text: str, one: str, other: str) -> None:
    read_names = read(text, one, other)
    assert read_names.key(fold(one)) != read_names.key(fold(other))


def test_the_spelling_used_most_is_the_name_and_the_others_are_noted() -> None:
    names = read("Roh Jae-wan is in it. Roh Jae-won joins. Roh Jae-won smiles.", "Roh Jae-won", "Roh Jae-wan")
    assert names.name("roh jae wan") == "Roh Jae-won"
    assert names.others() == {"Roh Jae-won": ("Roh Jae-wan",)}


def test_a_surname_stands_for_the_one_who_has_it() -> None:
    names = read("Ines Duarte directs. Duarte also writes.", "Ines Duarte", "Duarte")
    assert names.name("duarte") == "Ines Duarte"
    assert names.others() == {}


def test_a_surname_of_two_people_stands_for_neither() -> None:
    names = read("Ines Duarte directs, Rui Duarte writes. Duarte sings.", "Ines Duarte", "Rui Duarte", "Duarte")
    assert names.name("duarte") == "Duarte"
