"""The score: what is one point, what is another."""

import pytest

from hiatus.facts import Cast, Evidence, Fact, Metric, Status, Story
from hiatus.training.score import Score, character, compare, total

HERE = Evidence(0, 1, "x")


def cast(**values: object) -> Fact:
    return Cast(**({"title": "Harbor Lights", "person": "Mina Cho", "evidence": HERE} | values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gold", "read", "score"),
    [
        ([cast()], [cast()], Score(1, 0, 0)),
        ([cast()], [], Score(0, 1, 0)),
        ([], [cast()], Score(0, 0, 1)),
        ([cast()], [cast(title="harbor lights", person="MINA CHO")], Score(1, 0, 0)),
        ([cast(character="Dr. Dana")], [cast(character="Dana")], Score(2, 0, 0)),
        ([cast(character="Dana")], [cast(character="Dan")], Score(1, 1, 1)),
        ([cast(change="returning", season=2)], [cast(change="returning", season=1)], Score(1, 1, 1)),
        ([cast(season=2)], [cast(season=1)], Score(1, 0, 0)),
        ([cast(), cast()], [cast()], Score(1, 0, 0)),
    ],
)
def test_cast_has_up_to_three_points(gold: list[Fact], read: list[Fact], score: Score) -> None:
    assert compare(gold, read).get("cast", Score()) == score


def metric(value: float) -> Fact:
    return Metric(title="T", measure="views", value=value, evidence=HERE)


@pytest.mark.parametrize(("value", "hits"), [(1_000_000, 1), (1_004_000, 1), (1_010_000, 0), (0, 0)])
def test_figures_within_half_a_percent_are_one(value: float, hits: int) -> None:
    assert compare([metric(1_000_000)], [metric(value)])["metric"].hits == hits


def story(start: int, end: int) -> Fact:
    return Story(title="T", text="x" * (end - start), evidence=Evidence(start, end, "x" * (end - start)))


@pytest.mark.parametrize(
    ("read", "score"),
    [
        ([story(0, 10)], Score(1, 0, 0)),
        ([story(2, 4)], Score(1, 0, 0)),
        ([story(6, 14)], Score(1, 0, 0)),
        ([story(9, 14)], Score(0, 1, 1)),
        ([story(0, 5), story(5, 10)], Score(1, 0, 1)),
    ],
)
def test_stories_are_matched_by_place(read: list[Fact], score: Score) -> None:
    assert compare([story(0, 10)], read)["story"] == score


@pytest.mark.parametrize(
    ("name", "folded"), [("Dr. Trevor Daniels", "trevor daniels"), ("Queen", "queen"), ("The Young Dana", "dana")]
)
def test_a_character_s_rank_is_no_part_of_the_name(name: str, folded: str) -> None:
    assert character(name) == folded


def test_scores_add_up() -> None:
    status = Status(title="T", stage="renewed", evidence=HERE)
    summed = total([compare([cast(), status], [cast()]), compare([], [status])])
    assert summed["all"] == Score(1, 1, 1)
    assert summed["all"].f1 == summed["all"].precision == summed["all"].recall == 0.5
    assert Score().f1 == 1.0
