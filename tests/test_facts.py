"""The contract's types: what they refuse, and that their JSON form goes both ways."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.facts import CHOICES, KINDS, Cast, Evidence, Fact, Status, from_dict

QUOTE = Evidence(0, 3, "abc")


@pytest.mark.parametrize(("start", "end", "quote"), [(0, 2, "abc"), (-1, 2, "abc"), (3, 3, ""), (5, 2, "abc")])
def test_evidence_refuses_offsets_that_do_not_fit(start: int, end: int, quote: str) -> None:
    with pytest.raises(ValueError, match="no evidence"):
        Evidence(start, end, quote)


@given(st.text(min_size=1), st.data())
def test_evidence_is_what_stands_there(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = Evidence.of(text, start, end)
    assert text[evidence.start : evidence.end] == evidence.quote


def test_the_json_form_has_the_contract_s_fields_in_its_order() -> None:
    fact = Cast(
        title="Harbor Lights", season=2, person="Mina Cho", character="Dana", change="returning", evidence=QUOTE
    )
    assert list(fact.to_dict()) == [
        "kind", "title", "season", "person", "character", "change", "billing", "certainty", "said_by", "evidence",
    ]  # fmt: skip


SAMPLES: list[dict[str, object]] = [
    {"kind": "status", "stage": "renewed"},
    {"kind": "release", "date": "2025-22", "platform": None},
    {"kind": "cast", "person": "A B", "character": None, "change": "leaving", "billing": "guest"},
    {"kind": "crew", "person": "A B", "job": "composer", "change": None},
    {"kind": "company", "name": "C", "role": "studio"},
    {"kind": "based_on", "form": "true story", "work": None, "author": None},
    {"kind": "known_for", "person": "A B", "work": "D"},
    {"kind": "metric", "measure": "rank", "value": 1, "window": None},
    {"kind": "episodes", "count": 8},
    {"kind": "trailer", "form": "first look"},
    {"kind": "story", "text": "abc"},
]
SHARED = {"title": "T", "season": None, "certainty": "denied", "said_by": "E"}


@pytest.mark.parametrize("own", SAMPLES, ids=lambda own: str(own["kind"]))
def test_every_kind_goes_to_json_and_back(own: dict[str, object]) -> None:
    values = own | SHARED | {"evidence": {"start": 0, "end": 3, "quote": "abc"}}
    fact = from_dict(values)
    assert isinstance(fact, KINDS[str(own["kind"])])
    assert json.loads(json.dumps(fact.to_dict())) == values


def test_every_kind_has_a_sample() -> None:
    assert {own["kind"] for own in SAMPLES} == set(KINDS)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "rumour"},
        {"kind": None},
        {"stage": "finished"},
        {"stage": None},
        {"certainty": "likely"},
        {"evidence": {"start": 0, "end": 9, "quote": "abc"}},
        {"evidence": None},
        {"colour": "red"},
    ],
)
def test_what_the_contract_does_not_have_is_refused(change: dict[str, object]) -> None:
    values = (
        {"kind": "status", "stage": "renewed", "evidence": {"start": 0, "end": 3, "quote": "abc"}} | SHARED | change
    )
    with pytest.raises(ValueError, match=r"."):
        from_dict(values)


@pytest.mark.parametrize(("kind", "name"), sorted(CHOICES))
def test_a_choice_is_one_of_the_contract_s(kind: str, name: str) -> None:
    own = next(own for own in SAMPLES if own["kind"] == kind)
    values = own | SHARED | {"evidence": {"start": 0, "end": 3, "quote": "abc"}, name: "something else"}
    with pytest.raises(ValueError, match=name):
        from_dict(values)


def test_facts_are_values() -> None:
    one: Fact = Status(title="T", stage="renewed", evidence=QUOTE)
    assert one == Status(title="T", stage="renewed", evidence=QUOTE)
    assert len({one, Status(title="T", stage="renewed", evidence=QUOTE)}) == 1
