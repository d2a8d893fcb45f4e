"""The gate: nothing that holds a fact is thrown out."""

from pathlib import Path

import pytest

from hiatus.reading.gate import REACH, can_hold_facts
from hiatus.training.corpus import load

CORPUS = Path(__file__).parents[2] / "corpus"


def test_every_article_of_the_corpus_with_a_fact_is_let_in() -> None:
    assert [e.article.id for e in load(CORPUS) if e.gold and not can_hold_facts(e.article.text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Whisk the eggs with the sugar, fold in the flour, and bake for half an hour.",
        "The council voted to widen the road by the river. Work starts in spring.",
        "Shares fell by two per cent after the bank published its figures.",
        "A patch for the kernel mends a race in the scheduler.",
    ],
)
def test_pages_about_other_things_are_kept_out(text: str) -> None:
    assert not can_hold_facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Netflix has RENEWED the SERIES.",
        "Her new film is out.",
        "He joins the cast of the remake.",
        "An anime is coming.",
    ],
)
def test_pages_of_the_trade_are_let_in(text: str) -> None:
    assert can_hold_facts(text)


def test_only_the_beginning_is_looked_at() -> None:
    assert not can_hold_facts("x" * REACH + " a film series")
