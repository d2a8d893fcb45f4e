"""Where a season is, and how it got there."""

import pytest

from hiatus.knowledge.dossiers import known
from tests.knowledge.dossiers.notation import claims


def said(stages: str) -> str:
    """The notation of stages of season 2, one a day and outlet: `renewed > filming (rumored)`."""
    return "\n".join(f"{day} P{day}: status s2 {stage}" for day, stage in enumerate(stages.split(" > "), 1))


@pytest.mark.parametrize(
    ("stages", "now", "state"),
    [
        ("renewed", "renewed", "known"),
        ("renewed > filming > wrapped > renewed", "wrapped", "known"),
        ("filming > wrapped > filming", "wrapped", "known"),
        ("renewed > cancelled", "cancelled", "known"),
        ("renewed > filming > cancelled", "cancelled", "known"),
        ("cancelled > renewed", "renewed", "known"),
        ("cancelled > ordered", "ordered", "known"),
        ("renewed > cancelled > renewed", "cancelled", "disputed"),
        ("renewed > cancelled (rumored)", "renewed", "known"),
        ("renewed > cancelled > renewed (rumored)", "cancelled", "known"),
        ("filming > delayed", "delayed", "known"),
        ("filming > delayed > filming", "filming", "known"),
        ("filming > delayed > wrapped", "wrapped", "known"),
        ("filming > delayed > filming (rumored)", "delayed", "known"),
        ("undecided > renewed", "renewed", "known"),
        ("renewed > undecided", "renewed", "known"),
        ("renewed > filming (rumored)", "renewed", "known"),
        ("renewed (rumored) > renewed (denied)", "renewed", "denied"),
        ("renewed > cancelled (rumored) > cancelled (denied)", "renewed", "known"),
        ("renewed > ending > filming", "filming", "known"),
        ("ending", "ending", "known"),
    ],
)
def test_the_stage_now(stages: str, now: str, state: str) -> None:
    stage = known(claims(said(stages))).stage(2)
    assert stage is not None
    assert (stage.value, stage.state) == (now, state)


def test_the_way_has_each_stage_once_in_order_of_the_first_day() -> None:
    way = known(claims(said("renewed > filming > renewed > wrapped > filming"))).way(2)
    assert [(step.value, step.first_seen.day) for step in way] == [("renewed", 2), ("filming", 3), ("wrapped", 5)]


def test_seasons_are_apart() -> None:
    dossier = known(claims("1 A: status s1 cancelled; status s2 renewed; status undecided"))
    assert [stage.value for season in (1, 2, None) if (stage := dossier.stage(season))] == [
        "cancelled", "renewed", "undecided",
    ]  # fmt: skip
    assert dossier.stage(3) is None
    assert not dossier.disputes()
