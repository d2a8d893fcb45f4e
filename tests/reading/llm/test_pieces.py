"""Pieces: whole sentences where they fit, nothing lost, offsets kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.reading.llm.pieces import pieces


@pytest.mark.parametrize(
    ("text", "size", "cut"),
    [
        ("", 10, []),
        (" \n ", 10, []),
        ("One. Two. Three.", 100, ["One. Two. Three."]),
        ("One. Two. Three.", 9, ["One. Two.", "Three."]),
        ("One. Two. Three.", 8, ["One.", "Two.", "Three."]),
        ("A heading\n\nOne two. Three.", 12, ["A heading", "One two.", "Three."]),
        ("abcdefghij. Two.", 4, ["abcd", "efgh", "ij.", "Two."]),
        ("Dr. Foo of St. Bar came. Gone.", 25, ["Dr. Foo of St. Bar came.", "Gone."]),
    ],
)
def test_pieces(text: str, size: int, cut: list[str]) -> None:
    assert [text[piece.start : piece.end] for piece in pieces(text, size)] == cut


@given(st.text("aB.!? \n", max_size=200), st.integers(1, 30))
def test_every_character_but_space_is_in_one_piece_and_none_is_too_long(text: str, size: int) -> None:
    found = pieces(text, size)
    assert all(piece.end - piece.start <= size for piece in found)
    covered = [index for piece in found for index in range(piece.start, piece.end)]
    assert covered == sorted(set(covered))
    assert {index for index, char in enumerate(text) if not char.isspace()} <= set(covered)
