"""Word pieces: where they stand, what is known of them, how they are cut into windows."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Article, Markup, Span
from hiatus.reading.marks import find_marks
from hiatus.reading.roles.document import FEATURES, WINDOW, Document, document
from hiatus.reading.text import sentences


def make(text: str, title: str | None = None, markup: tuple[Markup, ...] = ()) -> Document:
    article = Article(text, title=title, markup=markup)
    return document(article, sentences(text), find_marks(article))


def feature(doc: Document, word: str, name: str) -> int:
    place = doc.article.text.index(word)
    pieces = doc.pieces(Span(place, place + len(word)))
    assert pieces is not None
    return int(doc.features[pieces[0], list(FEATURES).index(name)])


@settings(deadline=None)
@given(st.text(max_size=200))
def test_word_pieces_stand_in_order_and_features_are_within_bounds(text: str) -> None:
    doc = make(text)
    assert (doc.starts < doc.ends).all()
    assert (doc.starts[1:] >= doc.starts[:-1]).all()
    assert all((doc.features[:, column] < size).all() for column, size in enumerate(FEATURES.values()))
    assert (doc.features >= 0).all()


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200), st.data())
def test_pieces_cover_the_letters_of_a_stretch(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    pieces = make(text).pieces(Span(start, end))
    if pieces is None:
        return
    doc = make(text)
    first, last = pieces
    assert doc.ends[first] > start
    assert doc.starts[last - 1] < end


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(["Dana came home.", "It", "was", "late\n", "and so on, and so on,"]), max_size=400))
def test_windows_follow_each_other_and_are_short_enough(words: list[str]) -> None:
    doc = make(" ".join(words))
    windows = doc.windows()
    assert [first for first, _ in windows] == [0, *(last for _, last in windows)][: len(windows)]
    assert (windows[-1][1] if windows else 0) == len(doc)
    assert all(0 < last - first <= WINDOW for first, last in windows)


def test_windows_end_where_sentences_do() -> None:
    doc = make("The crew of the ship came home late. " * 100)
    for _, last in doc.windows()[:-1]:
        assert doc.sentence[last] != doc.sentence[last - 1]


@pytest.mark.parametrize(
    ("word", "name", "value"),
    [
        ("netflix", "case", 1),
        ("Harbor", "case", 2),
        ("NBC", "case", 3),
        ("McKay", "case", 4),
        ("2024", "case", 5),
        ("—", "case", 7),
        ("Mina", "bracket", 1),
        ("Harbor", "bracket", 0),
        ("Harbor", "repeats", 2),
        ("McKay", "repeats", 1),
        ("Harbor", "headline", 1),
        ("McKay", "headline", 0),
    ],
)
def test_a_word_piece_knows_how_it_is_written(word: str, name: str, value: int) -> None:
    doc = make(
        "On netflix: Harbor Lights (Mina Cho) — NBC 2024.\n\nHarbor Lights is by McKay.", title="Harbor Lights is back"
    )
    assert feature(doc, word, name) == value


def test_italics_quotation_marks_and_headings_are_seen() -> None:
    text = "Cast and crew\n\nThe second season of Night Ferry and “Harbor Lights” is out in May 2024."
    start = text.index("Night")
    doc = make(text, markup=(Markup(start, start + 11, "italic"),))
    assert feature(doc, "Night", "markup") == 1
    assert feature(doc, "Harbor", "quotation") == 1
    assert feature(doc, "Night", "quotation") == 0
    assert feature(doc, "Cast", "layout") in (1, 3)
    assert feature(doc, "second season", "mark") == 1
    assert feature(doc, "May 2024", "mark") == 2
