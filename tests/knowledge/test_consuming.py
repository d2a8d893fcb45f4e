"""Changes as consumers take them: each once for each consumer, none lost, whenever new ones come."""

import datetime as dt
import random

import pytest
from sqlalchemy import Engine

from hiatus.knowledge import identity, judgements
from hiatus.knowledge.consuming import Told, acknowledge, filed, last, taken
from hiatus.knowledge.database import writing
from tests.knowledge.memory import TITLE, file, judged, one_of, status


def news(engine: Engine, season: int, title: str = TITLE) -> int:
    """One more article with something new; how many changes it made."""
    return len(file(engine, status(title=title, season=season)).changes)


def take(engine: Engine, consumer: str = "me", works: list[int] | None = None) -> list[Told]:
    with engine.connect() as connection:
        return taken(connection, consumer, works)


def numbers(told: list[Told]) -> list[int]:
    return [each.number for each in told]


def test_what_is_taken_is_told_again_until_it_is_acknowledged(engine: Engine) -> None:
    assert take(engine) == []
    count = news(engine, 1)
    assert count > 0
    first = take(engine)
    assert len(first) == count
    assert take(engine) == first
    judged(engine, acknowledge, "me", first[-1].number)
    assert take(engine) == []


def test_what_comes_between_taking_and_acknowledging_is_not_lost(engine: Engine) -> None:
    news(engine, 1)
    first = take(engine)
    news(engine, 2)
    judged(engine, acknowledge, "me", first[-1].number)
    second = take(engine)
    assert second
    assert {each.change.claim.fact.season for each in second} == {2}
    assert not set(numbers(first)) & set(numbers(second))


def test_a_part_can_be_acknowledged(engine: Engine) -> None:
    for season in (1, 2, 3):
        news(engine, season)
    told = take(engine)
    judged(engine, acknowledge, "me", told[0].number)
    assert take(engine) == told[1:]


def test_acknowledging_less_than_before_takes_nothing_back(engine: Engine) -> None:
    for season in (1, 2, 3):
        news(engine, season)
    told = numbers(take(engine))
    for number in (told[-1], told[0], 0, -5):
        judged(engine, acknowledge, "me", number)
    assert take(engine) == []


def test_consumers_do_not_see_each_other(engine: Engine) -> None:
    news(engine, 1)
    judged(engine, acknowledge, "ann", take(engine, "ann")[-1].number)
    news(engine, 2)
    assert len(take(engine, "bob")) > len(take(engine, "ann")) > 0
    assert take(engine, "bob") == take(engine, "nobody yet")


@pytest.mark.parametrize("seed", range(6))
def test_each_consumer_is_told_each_change_once_in_order(engine: Engine, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secrets
    told: dict[str, list[int]] = {"ann": [], "bob": []}
    for step in range(14):
        consumer = chance.choice(list(told))
        if chance.random() < 0.5:
            news(engine, step + 1, chance.choice([TITLE, "The Quay"]))
            continue
        got = numbers(take(engine, consumer))
        got = got[: chance.randint(0, len(got))]
        if chance.random() < 0.5:
            news(engine, step + 1)
        if got:
            told[consumer] += got
            judged(engine, acknowledge, consumer, got[-1])
    for consumer, before in told.items():
        assert before + numbers(take(engine, consumer)) == numbers(take(engine, "nobody yet"))


def test_an_acknowledgement_that_fails_tells_again(engine: Engine) -> None:
    news(engine, 1)
    told = take(engine)
    with writing(engine).connect() as connection:
        acknowledge(connection, "me", told[-1].number)
        connection.rollback()
    assert take(engine) == told


def test_only_works_that_are_asked_for(engine: Engine) -> None:
    news(engine, 1)
    news(engine, 1, "The Quay")
    with engine.connect() as connection:
        ours, other = (one_of(connection, "work", title).id for title in (TITLE, "The Quay"))
    assert {each.work for each in take(engine, works=[ours])} == {ours}
    assert take(engine, works=[]) == []
    assert take(engine, works=[ours, other]) == take(engine)


def test_changes_go_with_works_that_become_one(engine: Engine) -> None:
    news(engine, 1)
    news(engine, 1, "Lichter")
    with engine.connect() as connection:
        pair = [one_of(connection, "work", title).id for title in (TITLE, "Lichter")]
    before = len(take(engine))
    judged(engine, identity.judge_same, *pair)
    assert [each.work for each in take(engine)] == [min(pair)] * before


def test_a_change_of_a_rejected_claim_is_not_told(engine: Engine) -> None:
    news(engine, 1)
    before = take(engine)
    number = judged(engine, judgements.add, "rejected", before[0].change.claim.id)
    assert take(engine) == []
    judged(engine, identity.undo, number)
    assert take(engine) == before


def test_since_a_moment(engine: Engine) -> None:
    news(engine, 1)
    middle = dt.datetime.now(dt.UTC)
    news(engine, 2)
    with engine.connect() as connection:
        late = filed(connection, since=middle)
        assert {each.change.claim.fact.season for each in late} == {2}
        assert all(each.made >= middle for each in late)
        assert filed(connection, since=middle.astimezone(dt.timezone(dt.timedelta(hours=9)))) == late
        assert len(filed(connection)) > len(late)
        assert last(connection) == late[-1].number


def test_there_is_no_last_change_before_the_first(engine: Engine) -> None:
    with engine.connect() as connection:
        assert last(connection) == 0
        assert filed(connection) == []
