import pytest

from hiatus.reading.marks import episodes


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the eight-episode season", 8),
        ("an 8-episode order", 8),
        ("It has 10 episodes.", 10),
        ("the 16-episode drama", 16),
        ("a six-part thriller", 6),
        ("the six-parter", 6),
        ("a ten-parter", 10),
        ("a drama in four parts", 4),
        ("Harbor Lights (8 x 60')", 8),
        ("6x45' thriller", 6),
        ("Harbor Lights, 6 × 30 min", 6),
        ("10 one-hour episodes", 10),
        ("eight 30-minute episodes", 8),
        ("26 half-hours", 26),
        ("the six new episodes", 6),
        ("one 90-minute episode", 1),
        ("all seven episodes of season 3", 7),
        ("the six season 2 episodes", 6),
        ("TWENTY-TWO EPISODES", 22),
        ("the 12th and last episode", 12),
        ("the first run of them had 10 each; all episodes are out", 10),
    ],
)
def test_a_count(text: str, count: int) -> None:
    assert [mark.count for mark in episodes.find(text)] == [count]


def test_a_bare_number_counts_episodes_where_others_do() -> None:
    text = "It shrank from eight episodes to seven, down from the ten of season 1."
    assert [(text[m.start : m.end], m.count) for m in episodes.find(text)] == [
        ("eight episodes", 8),
        ("seven", 7),
        ("ten", 10),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "episode 5 of the drama",
        "the first two episodes",
        "the next three episodes",
        "the 100th episode",
        "an episode",
        "one episode a week",
        "the two-part finale",
        "a two-part season finale",
        "season 2 episodes",
        "she had ten. He had six.",
        "1080 x 720 pixels",
        "0 episodes",
        "$10 episodes",
        "part 2",
    ],
)
def test_no_count(text: str) -> None:
    assert episodes.find(text) == []
