"""A text put together piece by piece."""

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.article import MarkupKind
from hiatus.sources.marked import MarkedText

Step = Callable[[MarkedText], None]


def add(text: str) -> Step:
    return lambda marked: marked.add(text)


def open_(kind: MarkupKind) -> Step:
    return lambda marked: marked.open(kind)


close: Step = MarkedText.close
line: Step = MarkedText.break_line
block: Step = MarkedText.break_block
cell: Step = MarkedText.divide


def build(*steps: Step) -> tuple[str, list[tuple[str, str]]]:
    marked = MarkedText()
    for step in steps:
        step(marked)
    text, markup = marked.finish()
    return text, [(one.kind, text[one.start : one.end]) for one in markup]


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ((), ""),
        ((add(" \n\t "),), ""),
        ((add("a"), add("b")), "ab"),
        ((add("a "), add(" b")), "a b"),
        ((add("a \n\t\u00a0 b"),), "a b"),
        ((add(" a "), line, add(" b ")), "a\nb"),
        ((add("a"), line, line, add("b")), "a\nb"),
        ((add("a"), line, block, line, add("b")), "a\n\nb"),
        ((block, add("a"), block), "a"),
        ((add("a"), cell, add("b"), cell, line, add("c")), "a | b\nc"),
        ((add("a"), cell, add(" "), cell, add("b")), "a | b"),
        ((add("a\u2028b"),), "a\u2028b"),
    ],
)
def test_gaps_are_as_wide_as_the_widest_asked_for(steps: tuple[Step, ...], text: str) -> None:
    assert build(*steps)[0] == text


@pytest.mark.parametrize(
    ("steps", "marks"),
    [
        ((open_("italic"), add(" a "), close, add("b")), [("italic", "a")]),
        ((add("a"), block, open_("heading"), add("b"), close), [("heading", "b")]),
        ((open_("heading"), line, add("b"), line, close), [("heading", "b")]),
        ((add("a"), cell, open_("bold"), add("b"), close), [("bold", "b")]),
        ((open_("italic"), add(" "), close), []),
        ((open_("italic"), close), []),
        ((open_("link"), open_("italic"), add("a"), close, add(" b"), close), [("italic", "a"), ("link", "a b")]),
        ((open_("italic"), open_("italic"), add("a"), close, close), [("italic", "a")]),
        ((open_("italic"), add("a "), close, open_("italic"), add("b"), close), [("italic", "a b")]),
        (
            (open_("italic"), add("a"), close, add(", "), open_("italic"), add("b"), close),
            [("italic", "a"), ("italic", "b")],
        ),
        (
            (open_("italic"), add("a"), close, line, open_("italic"), add("b"), close),
            [("italic", "a"), ("italic", "b")],
        ),
        ((open_("link"), add("a"), close, open_("link"), add("b"), close), [("link", "a"), ("link", "b")]),
    ],
)
def test_what_is_marked_is_words(steps: tuple[Step, ...], marks: list[tuple[str, str]]) -> None:
    assert build(*steps)[1] == marks


steps = st.one_of(
    st.text(alphabet="ab |\n\t\u00a0", max_size=5).map(add),
    st.sampled_from(get_args(MarkupKind)).map(open_),
    st.sampled_from([line, block, cell]),
)


@given(st.lists(st.one_of(steps, st.just(None))))
def test_every_mark_lies_within_the_text(chosen: list[Step | None]) -> None:
    marked, depth = MarkedText(), 0
    for step in chosen:
        if step is not None:
            before = len(marked._open)
            step(marked)
            depth += len(marked._open) - before
        elif depth:
            marked.close()
            depth -= 1
    for _ in range(depth):
        marked.close()
    text, markup = marked.finish()
    assert text == text.strip()
    assert list(markup) == sorted(set(markup))
    for mark in markup:
        assert mark.end <= len(text)
        assert not text[mark.start].isspace()
        assert not text[mark.end - 1].isspace()
