"""Following works: known ones, those that nothing is known of yet, and through whatever becomes of them."""

import pytest
from sqlalchemy import Engine

from hiatus.knowledge import identity
from hiatus.knowledge.following import ME, follow, follow_title, followed, is_followed, unfollow
from tests.knowledge.memory import TITLE, file, judged, mention_of, one_of, spelled, status


def work(engine: Engine, title: str) -> int:
    with engine.connect() as connection:
        return one_of(connection, "work", title).id


def of(engine: Engine, follower: str = ME) -> set[int]:
    with engine.connect() as connection:
        return set(followed(connection, follower))


def test_a_known_work_is_followed_once(engine: Engine) -> None:
    file(engine, status(), status(title="The Quay"))
    ours = work(engine, TITLE)
    assert judged(engine, follow, ours)
    assert not judged(engine, follow, ours)
    assert of(engine) == {ours}
    with engine.connect() as connection:
        assert is_followed(connection, ours)
        assert not is_followed(connection, work(engine, "The Quay"))


def test_followers_do_not_see_each_other(engine: Engine) -> None:
    file(engine, status())
    ours = work(engine, TITLE)
    assert judged(engine, follow, ours, "ann")
    assert of(engine) == set()
    assert judged(engine, follow, ours)
    assert judged(engine, unfollow, ours)
    assert of(engine, "ann") == {ours}


def test_following_ends_when_it_is_ended(engine: Engine) -> None:
    file(engine, status())
    ours = work(engine, TITLE)
    assert not judged(engine, unfollow, ours)
    judged(engine, follow, ours)
    assert judged(engine, unfollow, ours)
    assert of(engine) == set()


@pytest.mark.parametrize(
    "told", [TITLE, "Harbor lights", "The Harbor Lights", "HARBOR LIGHTS: Season 2", "Harbor Lights (2024)"]
)
def test_a_title_is_followed_before_anything_is_known_of_it(engine: Engine, told: str) -> None:
    ours = judged(engine, follow_title, TITLE)
    assert of(engine) == {ours}
    found = file(engine, status(title=told))
    assert work(engine, told) == ours
    assert {changed for changed, _ in found.changes} == {ours}


@pytest.mark.parametrize("told", ["Harbor Nights", "Harbor", "Lights"])
def test_news_of_another_work_is_not_of_the_title_that_is_followed(engine: Engine, told: str) -> None:
    ours = judged(engine, follow_title, TITLE)
    file(engine, status(title=told))
    assert work(engine, told) != ours


@pytest.mark.parametrize("title", [TITLE, "harbor lights", "Harbor Lights: Season 2"])
def test_a_title_that_is_known_is_the_known_work(engine: Engine, title: str) -> None:
    file(engine, status())
    assert judged(engine, follow_title, title) == work(engine, TITLE)
    assert judged(engine, follow_title, title) == work(engine, TITLE)
    assert len(of(engine)) == len(spelled(engine, "work")) == 1


@pytest.mark.parametrize("both", [False, True])
@pytest.mark.parametrize("first", [False, True])
def test_following_survives_that_works_become_one_and_two_again(engine: Engine, both: bool, first: bool) -> None:
    file(engine, status(), status(title="Lichter"))
    ours, other = work(engine, TITLE), work(engine, "Lichter")
    judged(engine, follow, ours if first else other)
    if both:
        judged(engine, follow, other if first else ours)
    number = judged(engine, identity.judge_same, ours, other)
    assert of(engine) == {work(engine, TITLE)} == {work(engine, "Lichter")}
    judged(engine, identity.undo, number)
    expected = {work(engine, TITLE)} if first else {work(engine, "Lichter")}
    assert of(engine) == ({work(engine, TITLE), work(engine, "Lichter")} if both else expected)


def test_one_unfollowing_ends_the_following_of_works_that_became_one(engine: Engine) -> None:
    file(engine, status(), status(title="Lichter"))
    for title in (TITLE, "Lichter"):
        judged(engine, follow, work(engine, title))
    judged(engine, identity.judge_same, work(engine, TITLE), work(engine, "Lichter"))
    assert judged(engine, unfollow, work(engine, TITLE))
    assert of(engine) == set()


def test_what_is_followed_newest_first(engine: Engine) -> None:
    works = [judged(engine, follow_title, title) for title in ("Quay", "Pier", "Tides")]
    with engine.connect() as connection:
        since = followed(connection)
    assert list(since) == works[::-1]
    assert all(moment.utcoffset() is not None for moment in since.values())


def test_the_title_that_is_followed_is_a_name_as_any(engine: Engine) -> None:
    judged(engine, follow_title, TITLE)
    with engine.connect() as connection:
        assert mention_of(connection, "work", TITLE).scope == 0
        assert one_of(connection, "work", TITLE).claims == 0
