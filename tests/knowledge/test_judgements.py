"""Judgements as they are filed: listed, taken back, and what they do to claims and titles."""

import datetime as dt

import pytest
from sqlalchemy import Engine

from hiatus.knowledge import identity, judgements
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.loading import claims_numbered, claims_of, claims_of_works, claims_with
from tests.knowledge.memory import TITLE, cast, crew, file, judged, mention_of, one_of, status


def loaded(engine: Engine) -> list[list[Claim]]:
    """The claims by each way to load them."""
    with engine.connect() as connection:
        work, person = one_of(connection, "work", TITLE).id, one_of(connection, "person", "Mina Cho").id
        return [
            claims_of(connection, work),
            claims_of_works(connection, [work]),
            claims_numbered(connection, range(100)),
            claims_with(connection, [person]),
            claims_of(connection, work, ["cast"]),
        ]


def test_a_rejected_claim_is_gone_until_that_is_undone(engine: Engine) -> None:
    file(engine, cast("Mina Cho"), status())
    before = loaded(engine)
    (claim,) = before[-1]
    number = judged(engine, judgements.add, "rejected", claim.id)
    assert [len(claims) for claims in loaded(engine)] == [1, 1, 1, 0, 0]
    judged(engine, identity.undo, number)
    assert loaded(engine) == before


def test_a_claim_rejected_twice_is_gone_until_both_are_undone(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    numbers = [judged(engine, judgements.add, "rejected", 1) for _ in range(2)]
    judged(engine, identity.undo, numbers[0])
    assert loaded(engine)[0] == []
    judged(engine, identity.undo, numbers[1])
    assert len(loaded(engine)[0]) == 1


def test_a_rejection_outlives_later_articles(engine: Engine) -> None:
    file(engine, cast("Mina Cho"))
    judged(engine, judgements.add, "rejected", 1)
    file(engine, cast("Mina Cho"))
    assert [claim.id for claim in loaded(engine)[0]] == [2]


def test_rejecting_a_claim_is_not_judging_a_name(engine: Engine) -> None:
    """Claims and mentions have numbers of their own, and they overlap."""
    file(engine, crew("Lee JQ"), crew("Lee Jae-kyu"))
    with engine.connect() as connection:
        pair = [one_of(connection, "person", name).id for name in ("Lee JQ", "Lee Jae-kyu")]
        first = mention_of(connection, "person", "Lee JQ").id
    judged(engine, identity.judge_same, *pair)
    judged(engine, judgements.add, "rejected", first)
    with engine.connect() as connection:
        held = {claim.id for claim in claims_numbered(connection, range(100))}
    assert held == {1, 2} - {first}


def test_a_fixed_title_is_the_name_of_its_work(engine: Engine) -> None:
    file(engine, status(), status(title="The HARBOR Lights"), status(title="The HARBOR Lights"))
    assert _name(engine) == "The HARBOR Lights"
    with engine.connect() as connection:
        mention = mention_of(connection, "work", "The HARBOR Lights").id
    first = judged(engine, judgements.add, "titled", mention, None, "Harbor Lights (2024)")
    second = judged(engine, judgements.add, "titled", mention, None, "Harbour Lights")
    assert _name(engine) == "Harbour Lights"
    judged(engine, identity.undo, second)
    assert _name(engine) == "Harbor Lights (2024)"
    judged(engine, identity.undo, first)
    assert _name(engine) == "The HARBOR Lights"


def _name(engine: Engine) -> str:
    with engine.connect() as connection:
        return one_of(connection, "work", TITLE).name


def test_judgements_are_listed_as_they_were_made(engine: Engine) -> None:
    verdicts: list[tuple[judgements.Verdict, int, int | None, str | None]] = [
        ("same", 1, 2, "as the studio's own page says"), ("rejected", 3, None, None), ("titled", 1, None, "Quay"),
    ]  # fmt: skip
    numbers = [judged(engine, judgements.add, *each) for each in verdicts]
    assert judged(engine, judgements.undo, numbers[1])
    assert not judged(engine, judgements.undo, numbers[1])
    with engine.connect() as connection:
        listed = judgements.listed(connection)
    assert [(each.verdict, each.left, each.right, each.words) for each in listed] == verdicts
    assert [each.undone is not None for each in listed] == [False, True, False]
    now = dt.datetime.now(dt.UTC)
    assert all(dt.timedelta(0) <= now - each.made < dt.timedelta(hours=1) for each in listed)


@pytest.mark.parametrize(("name", "scope", "expected"), [(1, 1, []), (99, 1, [])])
def test_names_that_nobody_judged(engine: Engine, name: int, scope: int, expected: list[int]) -> None:
    file(engine, crew("Lee JQ"))
    with engine.connect() as connection:
        held = judgements.Judged(connection)
    assert held.same(name, scope) == held.different(name, scope) == expected
