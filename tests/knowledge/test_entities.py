"""What entities are called, and finding one by what a person types."""

import pytest
from sqlalchemy import Engine

from hiatus.knowledge import identity
from hiatus.knowledge.entities import MOST, find
from hiatus.knowledge.mentions import Kind
from tests.knowledge.memory import based_on, cast, crew, everybody, file, judged, mention_of, one_of, status


@pytest.fixture
def stocked(engine: Engine) -> Engine:
    file(engine, cast("Roh Jae-won", "Han Du-seok"), cast("Mina Cho", "Dana Moon"), status(season=1))
    file(engine, cast("Noh Jae-won", "Han Doo-seok"), crew("Noh Jae-won", "writer"), status(title="HARBOR LIGHTS"))
    file(engine, cast("Elodie Bouché", title="Élite"), cast("100%", title="The Quay_1"), based_on("novel", "Tides"))
    return engine


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("work", "Harbor Lights", ["Harbor Lights"]),
        ("work", "harbor lights", ["Harbor Lights"]),
        ("work", "The Harbor Lights", ["Harbor Lights"]),
        ("work", "Harbor Lights season 2", ["Harbor Lights"]),
        ("work", "harbor", ["Harbor Lights"]),
        ("work", "elite", ["Élite"]),
        ("work", "ÉLITE", ["Élite"]),
        ("work", "quay_", ["The Quay_1"]),
        ("work", "quay%", []),
        ("work", "Harbor Nights", []),
        ("work", "Tides", []),
        ("source", "Tides", ["Tides"]),
        ("person", "Roh Jae-won", ["Noh Jae-won"]),
        ("person", "roh jae won", ["Noh Jae-won"]),
        ("person", "No Jae-won", ["Noh Jae-won"]),
        ("person", "Jae-won Roh", ["Noh Jae-won"]),
        ("person", "jae-won", ["Noh Jae-won"]),
        ("person", "Elodie Bouche", ["Elodie Bouché"]),
        ("person", "100%", ["100%"]),
        ("person", "%", ["100%"]),
        ("person", "\\", []),
        ("person", "Dana Moon", []),
        ("person", "'; DROP TABLE names; --", []),
        ("character", "Dana Moon", ["Dana Moon"]),
        ("character", "dana", ["Dana Moon"]),
        ("character", "Mina Cho", []),
        ("person", "", []),
        ("work", "  ", []),
        ("work", "\x00", []),
        ("person", "x" * 10_000, []),
    ],
)
def test_finding(stocked: Engine, kind: Kind, words: str, expected: list[str]) -> None:
    with stocked.connect() as connection:
        assert [entity.name for entity in find(connection, kind, words)] == expected


def test_namesakes_are_found_together_the_best_known_first(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    file(engine, cast("Mina Cho", title="The Quay"), crew("Mina Cho", title="The Quay"))
    with engine.connect() as connection:
        pair = [mention_of(connection, "person", "Mina Cho", title) for title in ("Harbor Lights", "The Quay")]
    judged(engine, identity.judge_different, "person", *pair)
    with engine.connect() as connection:
        assert [entity.claims for entity in find(connection, "person", "mina cho")] == [2, 1]


def test_a_name_is_the_spelling_that_most_claims_have(stocked: Engine) -> None:
    with stocked.connect() as connection:
        person = one_of(connection, "person", "Roh Jae-won")
        work = one_of(connection, "work", "Harbor Lights")
    assert (person.name, person.spellings, person.claims) == ("Noh Jae-won", ("Noh Jae-won", "Roh Jae-won"), 3)
    assert (work.name, work.claims) == ("Harbor Lights", 7)


def test_a_name_in_capitals_is_no_ones_first_choice(engine: Engine) -> None:
    file(engine, status(title="HARBOR LIGHTS"), status())
    with engine.connect() as connection:
        assert one_of(connection, "work", "HARBOR LIGHTS").name == "Harbor Lights"


def test_a_search_gives_so_many_and_no_more(engine: Engine) -> None:
    file(engine, *(cast(f"Mina {chr(65 + number // 26)}{chr(97 + number % 26)}x") for number in range(MOST + 30)))
    with engine.connect() as connection:
        assert len(everybody(connection, "person")) > MOST
        assert 0 < len(find(connection, "person", "mina")) <= MOST
