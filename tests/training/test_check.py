"""The corpus's gold is what the contract says, and the check finds what is not."""

import json
import shutil
from pathlib import Path

import pytest

from hiatus.training.check import main, problems

CORPUS = Path(__file__).parents[2] / "corpus"
FACT = {
    "kind": "status",
    "title": "Harbor Lights",
    "season": 2,
    "stage": "renewed",
    "certainty": "confirmed",
    "said_by": None,
    "evidence": {"start": 0, "end": 7, "quote": "Netflix"},
}


def test_our_corpus_has_no_problems() -> None:
    assert list(problems(CORPUS)) == []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "a-1.json").write_text(json.dumps({"id": "a-1", "text": "Netflix has renewed it."}))
    (tmp_path / "gold" / "a-1.jsonl").write_text(json.dumps(FACT) + "\n")
    (tmp_path / "splits.json").write_text(json.dumps({"train": ["a-1"], "dev": [], "test": []}))
    return tmp_path


def test_a_good_corpus_passes(small: Path) -> None:
    assert main(small) == 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"stage": "finished"}, "stage may not be"),
        ({"kind": "rumour"}, "no kind"),
        ({"evidence": {"start": 1, "end": 8, "quote": "Netflix"}}, "does not stand"),
        ({"evidence": {"start": 0, "end": 3, "quote": "Netflix"}}, "no evidence"),
    ],
)
def test_a_bad_fact_is_found(small: Path, change: dict[str, object], problem: str) -> None:
    (small / "gold" / "a-1.jsonl").write_text(json.dumps(FACT | change) + "\n")
    assert any(problem in line for line in problems(small))
    assert main(small) == 1


def test_duplicates_strays_and_splits_are_found(small: Path) -> None:
    (small / "gold" / "a-1.jsonl").write_text(f"{json.dumps(FACT)}\n{json.dumps(FACT)}\n")
    shutil.copy(small / "articles" / "a-1.json", small / "articles" / "a-2.json")
    (small / "gold" / "a-3.jsonl").write_text("")
    (small / "splits.json").write_text(json.dumps({"train": ["a-1", "a-9"], "dev": ["a-1"], "test": []}))
    found = "\n".join(problems(small))
    for part in ("stated twice", "a-2: an article without gold", "a-3: gold without", "a-9: in a split", "a-1: in two"):
        assert part in found
