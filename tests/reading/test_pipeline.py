"""Whatever the model says of whatever text: every fact stands on words that are in it."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article, Markup, MarkupKind
from hiatus.facts import KINDS, from_dict
from hiatus.reading import pipeline
from hiatus.reading.pipeline import ModelReader
from tests.reading.random_model import RandomModel

WORDS = (
    "Netflix has renewed Harbor Lights for a second season . Mina Cho ( Night Ferry ) plays Dana ; “ Harbor Lights 2 ” "
    "S2 final season October 5 next month 12.4 million views No. 1 eight-episode teaser based on the novel by the "
    "film's – — … \n \n\n 🎬 Zoë İstanbul ﬁlm 조 노재원 \u0301 \u200b \x00 \ufeff ' \" ’ “ (film) 10/10 2025 #3 $5 "
    "Part Two series drama"
).split(" ")
texts = st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)
anything = st.text(max_size=300).map(lambda text: f"the series {text} film")


def check(article: Article, seed: int) -> None:
    reading = ModelReader(RandomModel(seed)).read(article)
    for fact in reading.facts:
        evidence = fact.evidence
        assert article.text[evidence.start : evidence.end] == evidence.quote
        assert from_dict(fact.to_dict()) == fact
    assert [f.evidence.start for f in reading.facts] == sorted(f.evidence.start for f in reading.facts)
    assert len({repr(f) for f in reading.facts}) == len(reading.facts)
    for role in reading.roles:
        assert 0 <= role.start < role.end <= len(article.text)


@settings(max_examples=150, deadline=None)
@given(texts | anything, st.integers(0, 9), st.none() | st.just(dt.date(2026, 7, 24)))
def test_every_evidence_is_in_the_text(text: str, seed: int, published: dt.date | None) -> None:
    check(Article(text, published=published), seed)


@settings(max_examples=50, deadline=None)
@given(texts, st.data())
def test_markup_anywhere_breaks_nothing(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    kind = data.draw(st.sampled_from(get_args(MarkupKind)))
    check(Article(text, markup=(Markup(start, end, kind),)), 1)


def test_a_random_model_finds_every_kind() -> None:
    text = " ".join(WORDS) * 3
    found = {fact.kind for seed in range(30) for fact in ModelReader(RandomModel(seed)).read(Article(text)).facts}
    assert found >= set(KINDS) - {"episodes"}


def test_the_same_article_gives_the_same_reading_in_any_number_of_threads() -> None:
    reader, article = ModelReader(RandomModel(3)), Article(" ".join(WORDS) * 5)
    once = reader.read(article)
    with ThreadPoolExecutor(8) as pool:
        again = list(pool.map(reader.read, [article] * 32))
    assert all(reading == once for reading in again)


def test_a_text_without_words_has_no_facts() -> None:
    for text in ("", " ", "\n\n", "series film \x00"):
        assert ModelReader(RandomModel(0)).read(Article(text)).facts == () or text.startswith("series")


def test_a_text_of_any_length_is_read_in_parts_with_offsets_in_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "LONGEST", 600)
    paragraph = " ".join(WORDS[:40]).replace("\n", " ")
    for joint in ("\n\n", " "):
        text = joint.join(paragraph.replace("Mina", f"Mina{chr(97 + number)}") for number in range(12))
        reading = ModelReader(RandomModel(2)).read(Article(text))
        assert max(fact.evidence.end for fact in reading.facts) > 2 * 600
        for fact in reading.facts:
            assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
        assert "".join("".join(text[s.start : s.end].split()) for s in reading.sentences) == "".join(text.split())
