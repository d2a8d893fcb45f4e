"""Changing texts: what moves, what goes, and what stays literal."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article, Markup
from hiatus.facts import Cast, Evidence, Status
from hiatus.training.corpus import Example
from hiatus.training.edits import Edit, edited
from hiatus.training.reshape import STYLES, joined, restyled, thinned

TEXT = "“Harbor Lights” is back.\n\nMina Cho joins “Harbor Lights”.\n\nNobody knows more."


def fact(quote: str, **values: object) -> Cast:
    start = TEXT.index(quote)
    return Cast(title="Harbor Lights", evidence=Evidence.of(TEXT, start, start + len(quote)), **values)  # type: ignore[arg-type]


JOINS = fact("Mina Cho joins “Harbor Lights”", person="Mina Cho")
BACK = Status(title="Harbor Lights", stage="renewed", evidence=Evidence.of(TEXT, 1, 23))
EXAMPLE = Example(Article(TEXT, markup=(Markup(1, 14, "italic"),)), (BACK, JOINS))


@pytest.mark.parametrize(
    ("edits", "text", "quotes"),
    [
        ([], TEXT, ["Harbor Lights” is back", "Mina Cho joins “Harbor Lights”"]),
        ([Edit(0, 1, ""), Edit(14, 15, "")], TEXT.replace("“", "", 1).replace("”", "", 1),
         ["Harbor Lights is back", "Mina Cho joins “Harbor Lights”"]),
        ([Edit(0, 0, ">> ")], ">> " + TEXT, ["Harbor Lights” is back", "Mina Cho joins “Harbor Lights”"]),
        ([Edit(0, 26, "")], TEXT[26:], ["Mina Cho joins “Harbor Lights”"]),
        ([Edit(1, 14, "X"), Edit(3, 5, "lost")], TEXT.replace("Harbor Lights", "X", 1),
         ["X” is back", "Mina Cho joins “Harbor Lights”"]),
    ],
)  # fmt: skip
def test_evidence_moves_with_the_text(edits: list[Edit], text: str, quotes: list[str]) -> None:
    changed = edited(EXAMPLE, edits)
    assert changed.article.text == text
    assert [each.evidence.quote for each in changed.gold] == quotes
    assert all(text[f.evidence.start : f.evidence.end] == f.evidence.quote for f in changed.gold)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 9), st.text(max_size=4)), max_size=6))
def test_evidence_is_literal_whatever_is_edited(rows: list[tuple[int, int, str]]) -> None:
    edits = [Edit(start, min(start + length, len(TEXT)), new) for start, length, new in rows]
    changed = edited(EXAMPLE, edits)
    text = changed.article.text
    assert all(text[f.evidence.start : f.evidence.end] == f.evidence.quote for f in changed.gold)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in changed.article.markup)


@pytest.mark.parametrize("style", STYLES)
def test_titles_are_set_one_way_throughout(style: tuple[str, str]) -> None:
    changed = restyled(EXAMPLE, _Chooses(style))
    opens, closes = style if style[0] != "italic" else ("", "")
    assert changed.article.text == TEXT.replace("“Harbor Lights”", f"{opens}Harbor Lights{closes}")
    italics = [mark for mark in changed.article.markup if mark.kind == "italic"]
    assert len(set(italics)) == (2 if style[0] == "italic" else 1)


def test_paragraphs_go_with_their_facts() -> None:
    seen = {len(thinned(EXAMPLE, random.Random(seed)).gold) for seed in range(40)}  # noqa: S311 - repeatable
    assert seen == {1, 2}
    for seed in range(40):
        changed = thinned(EXAMPLE, random.Random(seed))  # noqa: S311
        assert changed.article.text.startswith("“Harbor Lights” is back.")


def test_an_article_follows_another_with_all_its_facts() -> None:
    both = joined(EXAMPLE, EXAMPLE)
    assert both.article.text == f"{TEXT}\n\n{TEXT}"
    assert [each.evidence.quote for each in both.gold] == 2 * [each.evidence.quote for each in EXAMPLE.gold]
    assert both.gold[2].evidence.start == both.gold[0].evidence.start + len(TEXT) + 2


class _Chooses(random.Random):
    """Chance that always falls on one choice."""

    def __init__(self, chosen: object) -> None:
        super().__init__(0)
        self._chosen = chosen

    def choice(self, seq: object) -> object:  # type: ignore[override]
        return self._chosen
