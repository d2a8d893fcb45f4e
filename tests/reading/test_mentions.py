"""From tags to names: what a path of tags may be."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article
from hiatus.reading.marks import find_marks
from hiatus.reading.roles.document import Document, document
from hiatus.reading.roles.labels import TAGS
from hiatus.reading.roles.mentions import best_tags, runs
from hiatus.reading.text import sentences


def prepared(text: str) -> Document:
    article = Article(text)
    return document(article, sentences(text), find_marks(article))


def chances(doc: Document, rows: dict[int, dict[str, float]]) -> np.ndarray:
    values = np.full((len(doc), len(TAGS)), 1e-4, dtype=np.float32)
    values[:, 0] = 0.9
    for index, row in rows.items():
        values[index] = 1e-4
        for tag, chance in row.items():
            values[index, TAGS.index(tag)] = chance
    return values


def test_a_weak_word_within_a_title_is_part_of_it() -> None:
    doc = prepared("Star In My Mind airs")
    rows = {0: {"B-title": 0.9}, 1: {"O": 0.55, "I-title": 0.45}, 2: {"I-title": 0.9}, 3: {"I-title": 0.9}}
    assert list(runs(doc, best_tags(doc, chances(doc, rows)))) == [(0, 4, 1)]


def test_what_goes_on_from_nothing_begins_or_is_none() -> None:
    doc = prepared("Mina Cho smiles")
    rows = {0: {"O": 0.6, "B-person": 0.4}, 1: {"I-person": 0.9, "O": 0.1}}
    assert list(runs(doc, best_tags(doc, chances(doc, rows)))) == [(0, 2, 2)]


def test_no_name_runs_on_into_another_line() -> None:
    doc = prepared("Harbor\nLights")
    rows = {0: {"B-title": 0.9}, 1: {"I-title": 0.9, "B-title": 0.1}}
    assert list(runs(doc, best_tags(doc, chances(doc, rows)))) == [(0, 1, 1), (1, 2, 1)]


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10_000))
def test_every_path_is_one_that_names_can_have(seed: int) -> None:
    doc = prepared("Mina Cho and Leo Park are back in Harbor Lights.\nUnbelievable Night Ferry awaits them all")
    tags = best_tags(doc, np.random.default_rng(seed).dirichlet(np.ones(len(TAGS)) / 3, len(doc)).astype(np.float32))
    words = np.flatnonzero(doc.begins_word())
    for previous, word in zip([None, *words.tolist()[:-1]], words.tolist(), strict=True):
        tag = int(tags[word])
        if tag > 0 and tag % 2 == 0:
            assert previous is not None
            assert doc.line[previous] == doc.line[word]
            assert int(tags[previous]) in (tag, tag - 1)
