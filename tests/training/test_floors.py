"""The quality of reading has floors: on the corpus that they are pinned to, no score falls."""

from pathlib import Path

from hiatus.training.corpus import digest, load
from hiatus.training.floors import fallen, floors, scores_on_test
from hiatus.training.score import Score

CORPUS = Path(__file__).parents[2] / "corpus"


def test_floors_are_pinned_to_this_corpus() -> None:
    assert floors(CORPUS)["corpus"] == digest(CORPUS), "the corpus changed: pin its floors anew with `make floors`"


def test_no_score_is_below_its_floor() -> None:
    assert fallen(scores_on_test(CORPUS), floors(CORPUS)["f1"]) == []


def test_a_score_that_fell_is_named() -> None:
    assert fallen({"cast": Score(1, 1, 1)}, {"cast": 0.6}) == ["cast: 0.5000, and its floor is 0.6"]
    assert fallen({"cast": Score(1, 1, 1)}, {"cast": 0.5}) == []


def test_no_event_stands_in_two_splits() -> None:
    texts: dict[str, str] = {}
    for split in ("train", "dev", "test"):
        for example in load(CORPUS, split):
            assert texts.setdefault(example.article.text, split) == split
