"""Near-copies, and what are none."""

import itertools
import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.copies import are_copies, resemblance, signature

FIRST_KEYS = (7557362123586751748, 3144955429945184418)
CORPUS = Path(__file__).parent.parent.parent / "corpus" / "articles"
REPORTS = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(CORPUS.glob("aouad-*.json"))
}


def edited(text: str, share: float = 0.08) -> str:
    chance = random.Random(7)  # noqa: S311 - for texts, not for secrets
    words = [("also", word) if chance.random() < share / 2 else (word,) for word in text.split(" ")]
    return " ".join(word for pair in words for word in pair if chance.random() > share / 2)


def halved(text: str) -> str:
    return text[: len(text) // 2]


def retold(text: str) -> str:
    return f"News for everyone who waited: here is what the makers had to say today, at last. {text[200:]}"


def recast(text: str) -> str:
    return text.upper().replace("“", '"').replace("’", "'").replace("\n\n", " ")


@pytest.mark.parametrize("change", [str, edited, halved, retold, recast])
@pytest.mark.parametrize("name", REPORTS)
def test_a_copy_is_found_and_told(name: str, change: Callable[[str], str]) -> None:
    copy = change(REPORTS[name])
    assert set(signature(copy)) & set(signature(REPORTS[name]))
    assert are_copies(copy, REPORTS[name])


def test_two_reports_of_one_event_are_none() -> None:
    assert len(REPORTS) == 8
    for one, other in itertools.combinations(REPORTS.values(), 2):
        assert resemblance(one, other) < 0.2
        assert not set(signature(one)) & set(signature(other))


@pytest.mark.parametrize("text", ["", "Quay is back", "Watch the teaser for season two of the Quay drama here now"])
def test_a_few_words_are_no_text_to_compare(text: str) -> None:
    assert signature(text) == ()
    assert not are_copies(text, text)


def test_keys_stay_the_same_and_fit_a_column() -> None:
    text = " ".join(f"word{number}" for number in range(100))
    assert signature(text)[:2] == FIRST_KEYS
    assert len(signature(text)) == 32
    assert all(0 <= key < 2**63 for key in signature(text))


texts = st.lists(st.sampled_from(["quay", "pier", "season", "two", "Jo", "back", "don’t"]), max_size=80).map(" ".join)


@given(texts, texts)
def test_resemblance_is_mutual_and_bounded(one: str, other: str) -> None:
    assert 0 <= resemblance(one, other) <= 1
    assert resemblance(one, other) == resemblance(other, one)
    assert resemblance(one, one) in (0, 1)
