"""When a source is asked again."""

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.source import Source, SourceKind
from hiatus.sources.schedule import (
    FIRST_INTERVAL,
    MAX_INTERVAL,
    MAX_WAIT,
    MIN_INTERVAL,
    Answer,
    Outcome,
    decide,
    is_due,
    resumed,
)

NOW = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)
OLD = Source("https://example.org/feed", etag='"1"', last_modified="then", body_hash="x", interval=3600.0, checked=NOW)


def wait(source: Source) -> float:
    assert source.due is not None
    return (source.due - NOW).total_seconds()


@pytest.mark.parametrize(
    ("outcome", "interval", "expected"),
    [
        ("new", 0.0, FIRST_INTERVAL),
        ("nothing new", 0.0, FIRST_INTERVAL),
        ("nothing new", 3600.0, 5400.0),
        ("new", 3600.0, 1800.0),
        ("new", 1800.0, MIN_INTERVAL),
        ("nothing new", 80_000.0, MAX_INTERVAL),
    ],
)
def test_the_interval_grows_while_nothing_changes(outcome: Outcome, interval: float, expected: float) -> None:
    after = decide(dataclasses.replace(OLD, interval=interval), Answer(outcome), NOW)
    assert after.interval == expected
    assert wait(after) == expected


def test_a_server_s_wish_puts_it_off_but_not_for_ever() -> None:
    assert wait(decide(OLD, Answer("new", wait=86_000.0), NOW)) == 86_000
    assert wait(decide(OLD, Answer("new", wait=1.0), NOW)) == 1800
    assert wait(decide(OLD, Answer("failed", wait=1e12), NOW)) == MAX_WAIT
    assert decide(OLD, Answer("new", wait=86_000.0), NOW).interval == 1800


def test_it_backs_off_with_each_failure_and_forgets_them_at_the_first_success() -> None:
    source, waits = OLD, []
    for number in range(12):
        source = decide(source, Answer("failed", error=f"error {number}"), NOW + dt.timedelta(days=number))
        assert source.due is not None
        assert source.checked is not None
        waits.append((source.due - source.checked).total_seconds())
    assert waits[:4] == [3600, 7200, 14_400, 28_800]
    assert waits[-1] == MAX_WAIT
    assert (source.failures, source.failing_since, source.error) == (12, NOW, "error 11")
    assert (source.etag, source.body_hash, source.changed) == ('"1"', "x", None)
    well = decide(source, Answer("nothing new"), NOW)
    assert (well.failures, well.failing_since, well.error) == (0, None, None)


def test_what_is_gone_is_paused_until_someone_wants_it() -> None:
    gone = decide(OLD, Answer("gone", error="gone for good"), NOW)
    assert (gone.paused, gone.error) == (True, "gone for good")
    assert not is_due(gone, NOW + dt.timedelta(days=99))
    assert is_due(resumed(gone), NOW)
    assert resumed(gone).error is None


def test_validators_are_those_of_the_last_answer_that_was_had_whole() -> None:
    new = Answer("new", etag='"2"', body_hash="y")
    assert decide(OLD, new, NOW).etag == '"2"'
    assert decide(OLD, new, NOW).last_modified is None
    left = decide(OLD, dataclasses.replace(new, outcome="unfinished"), NOW)
    assert (left.etag, left.last_modified, left.body_hash) == ('"1"', "then", "x")
    assert wait(left) < MIN_INTERVAL
    assert decide(OLD, Answer("nothing new"), NOW).etag == '"1"'


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_lies_here_is_asked_every_time(kind: SourceKind) -> None:
    source = dataclasses.replace(OLD, kind=kind)
    outcomes: list[Outcome] = ["new", "nothing new", "failed"]
    assert all(is_due(decide(source, Answer(outcome), NOW), NOW) for outcome in outcomes)


def test_its_own_title_does_not_replace_the_given_one() -> None:
    assert decide(OLD, Answer("new", title="Quay"), NOW).title == "Quay"
    assert decide(dataclasses.replace(OLD, title="Mine"), Answer("new", title="Quay"), NOW).title == "Mine"


answers = st.builds(
    Answer,
    st.sampled_from(["new", "nothing new", "unfinished", "failed", "gone"]),
    wait=st.floats(0, 1e15),
    error=st.none() | st.text(),
)


@given(st.lists(answers, max_size=40))
def test_it_is_always_asked_again_within_bounds(row: list[Answer]) -> None:
    source, now = Source("https://example.org/feed"), NOW
    for answer in row:
        source = decide(source, answer, now)
        assert source.due is not None
        assert 0 < (source.due - now).total_seconds() <= MAX_WAIT
        assert source.interval == 0 or MIN_INTERVAL <= source.interval <= MAX_INTERVAL
        assert (source.failures > 0) == (source.failing_since is not None)
        now = source.due
