"""`hiatus people`, `works`, `claims`: judgements hold, are listed, and are taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hiatus.facts import Cast, Crew, Status
from tests.cli.shows import answer, publish, refused, run


@pytest.fixture
def makers(empty: Path) -> Path:
    """Two spellings of a maker that nobody can be sure of, and a namesake in another work."""
    for outlet, name in (("Quay", "Lee Jae-kyu"), ("Tide", "Lee JQ")):
        publish(
            empty,
            outlet,
            "2025-01-01",
            f"{name} makes Harbor Lights, says {outlet}, and nobody else does.",
            lambda q, name=name: Crew(title="Harbor Lights", person=name, job="director", evidence=q),  # type: ignore[misc]
        )
    publish(
        empty,
        "Beacon",
        "2025-01-02",
        "Lee Jae-kyu is a cook in Night Ferry.",
        lambda q: Cast(title="Night Ferry", person="Lee Jae-kyu", character="Cook", evidence=q),
    )
    return empty


def spellings(database: Path, name: str) -> set[str]:
    return set(answer(database, "person", name)["person"]["spellings"])


def pairs(database: Path) -> list[set[str]]:
    return [{pair["left"]["name"], pair["right"]["name"]} for pair in answer(database, "people", "unsure")]


def works_of(database: Path, name: str) -> set[str]:
    return {credit["work"]["name"] for credit in answer(database, "person", name)["credits"]}


def test_unsure_pairs_are_listed_with_reasons(makers: Path) -> None:
    assert pairs(makers) == [{"Lee Jae-kyu", "Lee JQ"}]
    said = run(makers, "people", "unsure").stdout
    assert "the same work" in said
    assert "Lee JQ" in said


def test_two_names_are_one_person_until_that_is_taken_back(makers: Path) -> None:
    number = answer(makers, "people", "same", "Lee JQ", "Lee Jae-kyu")["judgement"]
    assert spellings(makers, "Lee JQ") == {"Lee JQ", "Lee Jae-kyu"}
    assert pairs(makers) == []
    assert run(makers, "people", "undo", str(number)).exit_code == 0
    assert spellings(makers, "Lee JQ") == {"Lee JQ"}
    assert pairs(makers) == [{"Lee Jae-kyu", "Lee JQ"}]


def test_a_judgement_outlives_what_is_filed_later(makers: Path) -> None:
    run(makers, "people", "same", "Lee JQ", "Lee Jae-kyu")
    publish(
        makers,
        "Gull",
        "2025-02-01",
        "Lee JQ directs again, and it is Harbor Lights.",
        lambda q: Crew(title="Harbor Lights", season=2, person="Lee JQ", job="director", evidence=q),
    )
    assert spellings(makers, "Lee JQ") == {"Lee JQ", "Lee Jae-kyu"}


def test_a_pair_that_is_two_people_is_not_offered_again(makers: Path) -> None:
    assert run(makers, "people", "different", "Lee JQ", "Lee Jae-kyu").exit_code == 0
    assert pairs(makers) == []


def test_namesakes_in_two_works_are_told_apart(makers: Path) -> None:
    assert works_of(makers, "Lee Jae-kyu") == {"Harbor Lights", "Night Ferry"}
    words = ["people", "different", "Lee Jae-kyu", "Lee Jae-kyu", "--in", "Harbor Lights", "--in", "Night Ferry"]
    assert run(makers, *words).exit_code == 0
    assert "#" in refused(makers, "person", "Lee Jae-kyu")


def test_people_are_named_by_number(makers: Path) -> None:
    [pair] = answer(makers, "people", "unsure")
    run(makers, "people", "same", f"#{pair['left']['id']}", f"#{pair['right']['id']}")
    assert pairs(makers) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("people same|Lee JQ|Lee JQ", "one already"),
        ("people same|Lee JQ|Somebody Else", "Somebody Else"),
        ("people same|#999|Lee JQ", "#999"),
        ("people different|Lee JQ|Lee JQ", "nothing tells them apart"),
        ("people different|Lee JQ|Lee JQ|--in|Harbor Lights|--in|Night Ferry", "Lee JQ"),
        ("people undo|99", "no judgement 99"),
        ("works same|Harbor Lights|harbor lights", "one already"),
        ("works title|Harbor Lights|?!", "no title"),
        ("works title|Unheard Of|Heard", "Unheard Of"),
        ("claims reject|1|999", "999"),
    ],
)
def test_what_cannot_be_judged_is_refused_and_nothing_is_kept(makers: Path, words: str, says: str) -> None:
    command, *rest = words.split("|")
    assert says in refused(makers, *command.split(), *rest)
    assert answer(makers, "people", "judgements") == []


@pytest.mark.parametrize("number", ["0", "-1", "9" * 30, "x"])
def test_numbers_that_no_claim_has_are_refused(makers: Path, number: str) -> None:
    assert run(makers, "claims", "reject", number).exit_code == 2
    assert run(makers, "people", "undo", number).exit_code == 2


def test_titles_of_one_work_and_back(makers: Path) -> None:
    publish(
        makers,
        "Gull",
        "2025-02-01",
        "The Lights at the Harbor is renewed.",
        lambda q: Status(title="The Lights at the Harbor", season=2, stage="renewed", evidence=q),
    )
    number = answer(makers, "works", "same", "Harbor Lights", "The Lights at the Harbor")["judgement"]
    assert "renewed" in run(makers, "show", "Harbor Lights").stdout
    run(makers, "people", "undo", str(number))
    assert "renewed" not in run(makers, "show", "Harbor Lights").stdout


def test_a_title_is_fixed_and_both_are_found(makers: Path) -> None:
    run(makers, "works", "title", "Harbor Lights", "Lights of the Harbor")
    assert run(makers, "show", "Harbor Lights").stdout.startswith("Lights of the Harbor")
    assert run(makers, "show", "Lights of the Harbor").stdout.startswith("Lights of the Harbor")


def test_a_rejected_claim_comes_back(makers: Path) -> None:
    claims: list[dict[str, Any]] = answer(makers, "claims", "list", "Night Ferry")["claims"]
    [made] = answer(makers, "claims", "reject", str(claims[0]["id"]), "--why", "a slip")
    assert answer(makers, "claims", "list", "Night Ferry")["claims"] == []
    [listed] = answer(makers, "people", "judgements")
    assert listed["said"] == f"claim {claims[0]['id']} is rejected: a slip"
    run(makers, "people", "undo", str(made["judgement"]))
    assert answer(makers, "claims", "list", "Night Ferry")["claims"] == claims


def test_judgements_are_listed_with_what_was_taken_back(makers: Path) -> None:
    run(makers, "people", "same", "Lee JQ", "Lee Jae-kyu")
    run(makers, "people", "undo", "1")
    said = run(makers, "people", "judgements").stdout
    assert "are one" in said
    assert "taken back" in said
