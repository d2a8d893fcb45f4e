"""The keys of an index of names: those that can be one share a key, and there are few of them."""

from __future__ import annotations

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.knowledge.names import compare, keys

from .table import pairs


def test_every_pair_of_one_name_shares_a_key() -> None:
    lost = [pair[:2] for pair in pairs() if pair.label == "same" and not keys(pair.one) & keys(pair.other)]
    assert not lost


def test_a_name_has_few_keys() -> None:
    counts = [len(keys(name)) for pair in pairs() for name in (pair.one, pair.other)]
    assert median(counts) <= 4
    assert max(counts) <= 32


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lee JQ", "Lee Jae-kyu"),
        ("J. Smith", "John Smith"),
        ("Bill Macy", "William H. Macy"),
        ("박지후", "Ji-hoo Park"),
    ],
)
def test_unsure_pairs_share_one_too(one: str, other: str) -> None:
    assert keys(one) & keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lee Min-ho", "Lee Jae-kyu"), ("Kim Si-eun", "Park Si-eun"), ("John Smith", "Jane Doe")]
)
def test_keys_tell_names_apart(one: str, other: str) -> None:
    assert not keys(one) & keys(other)


@given(st.text(max_size=150))
def test_anything_has_keys_or_none(text: str) -> None:
    assert all(isinstance(key, str) and key for key in keys(text))


@given(st.sampled_from([pair.one for pair in pairs()]))
def test_spaces_and_case_do_not_change_what_is_found(name: str) -> None:
    assert keys(name) & keys(f"  {name.title()} ")
    assert compare(name, f"  {name} ").score == 1
