"""What the article does not bear out is no fact."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.article import Span
from hiatus.facts import KINDS, Fact, Metric, Status, Story
from hiatus.reading.llm.check import checked
from hiatus.reading.llm.places import Places
from hiatus.reading.llm.schema import QUOTE, Field, fields_of

TEXT = (
    "Vesper has renewed “Harbor Lights” for a second season, Kino Post reports. Mina Cho (Night Ferry) is back as "
    "harbor master Dana. It is based on Iris Vale’s novel and drew 12.4 million views in its first four days. "
    "The eight episodes arrive on October 5, with a teaser out now. A storm cuts the harbor off. Mina Cho is back."
)
STATUS = {
    "kind": "status",
    "quote": "Vesper has renewed “Harbor Lights” for a second season",
    "title": "Harbor Lights",
    "season": 2,
    "stage": "renewed",
    "certainty": "confirmed",
    "said_by": None,
}
CAST = {"kind": "cast", "quote": "Mina Cho (Night Ferry) is back", "title": "Harbor Lights", "person": "Mina Cho"}
METRIC = {
    "kind": "metric",
    "quote": "12.4 million views",
    "title": "Harbor Lights",
    "measure": "views",
    "value": 12400000,
}
RELEASE = {"kind": "release", "quote": "arrive on October 5", "title": "Harbor Lights", "date": "2026-10-05"}
EPISODES = {"kind": "episodes", "quote": "The eight episodes", "title": "Harbor Lights", "count": 8}


def check(proposal: object, text: str = TEXT) -> Fact | None:
    return checked(proposal, Places(text), Span(0, max(1, len(text))))


@pytest.mark.parametrize(
    "proposal",
    [
        STATUS,
        CAST | {"character": "Dana", "change": "returning", "billing": "lead", "season": 2},
        METRIC | {"window": "first four days"},
        METRIC | {"value": 12.5},
        RELEASE | {"platform": "Vesper"},
        EPISODES,
        {"kind": "crew", "quote": "Iris Vale", "title": "Harbor Lights", "person": "Iris Vale", "job": "creator"},
        {"kind": "company", "quote": "Vesper", "title": "Harbor Lights", "name": "Vesper", "role": "platform"},
        {"kind": "based_on", "quote": "novel", "title": "Harbor Lights", "form": "novel", "author": "Iris Vale"},
        {
            "kind": "known_for",
            "quote": "Night Ferry",
            "title": "Harbor Lights",
            "person": "Mina Cho",
            "work": "Night Ferry",
        },
        {"kind": "trailer", "quote": "a teaser out now", "title": "Harbor Lights", "form": "teaser"},
        {"kind": "story", "quote": "A storm cuts the harbor off.", "title": "Harbor Lights"},
        STATUS | {"said_by": "Kino Post", "certainty": "reported"},
        STATUS | {"said_by": "", "title": " “Harbor Lights” ", "quote": STATUS["quote"], "mood": "good"},
    ],
)
def test_a_fact_that_the_article_bears_out_is_kept(proposal: dict[str, Any]) -> None:
    fact = check(proposal)
    assert fact is not None
    assert fact.kind == proposal["kind"]
    assert TEXT[fact.evidence.start : fact.evidence.end] == fact.evidence.quote == proposal["quote"]
    for name, value in proposal.items():
        if name not in ("kind", "quote", "mood"):
            assert getattr(fact, name) == (value.strip(" “”") or None if isinstance(value, str) else value)


@pytest.mark.parametrize(
    "proposal",
    [
        None,
        "status",
        [STATUS],
        {},
        STATUS | {"kind": "gossip"},
        STATUS | {"kind": ["status"]},
        STATUS | {"kind": None},
        # evidence
        STATUS | {"quote": None},
        STATUS | {"quote": ""},
        STATUS | {"quote": "“"},
        STATUS | {"quote": 3},
        STATUS | {"quote": ["Vesper"]},
        STATUS | {"quote": {"start": 0, "end": 6, "quote": "Vesper"}},
        STATUS | {"quote": "Vesper has cancelled “Harbor Lights”"},
        STATUS | {"quote": "Vesper … for a second season"},
        STATUS | {"quote": "vesper has renewed"},
        STATUS | {"quote": None, "evidence": {"start": 0, "end": 6, "quote": "Vesper"}},
        # names
        STATUS | {"title": "Harbour Lights"},
        STATUS | {"title": "Harbor Light"},
        STATUS | {"title": "arbor Lights"},
        STATUS | {"title": ""},
        STATUS | {"title": None},
        STATUS | {"title": ["Harbor Lights"]},
        STATUS | {"said_by": "Night Post"},
        STATUS | {"said_by": True},
        CAST | {"person": "Mina Choi"},
        CAST | {"person": None},
        CAST | {"character": "Diana"},
        METRIC | {"window": "opening weekend"},
        RELEASE | {"platform": "Netflix"},
        {"kind": "company", "quote": "Vesper", "title": "Harbor Lights", "name": "Vesper Studios", "role": "studio"},
        {"kind": "known_for", "quote": "Night Ferry", "title": "Harbor Lights", "person": "Mina Cho", "work": "Glee"},
        {"kind": "based_on", "quote": "novel", "title": "Harbor Lights", "form": "novel", "author": "Ines Vale"},
        # types
        STATUS | {"season": "2"},
        STATUS | {"season": 2.0},
        STATUS | {"season": True},
        STATUS | {"season": 0},
        STATUS | {"season": -1},
        STATUS | {"season": 10**400},
        STATUS | {"stage": "renew"},
        STATUS | {"stage": None},
        STATUS | {"stage": ["renewed"]},
        STATUS | {"certainty": "sure"},
        CAST | {"change": "promoted"},
        CAST | {"billing": 1},
        METRIC | {"value": "12.4 million"},
        METRIC | {"value": None},
        METRIC | {"value": -1},
        METRIC | {"value": 1e300},
        METRIC | {"value": float("inf")},
        METRIC | {"value": float("nan")},
        METRIC | {"value": False},
        EPISODES | {"count": 8.5},
        EPISODES | {"count": None},
    ],
)
def test_what_the_article_does_not_bear_out_is_dropped(proposal: object) -> None:
    assert check(proposal) is None


@pytest.mark.parametrize(
    "date",
    [
        "2022",
        "2022-01",
        "2022-01-28",
        "2024-02-29",
        "2025-22",
        "2025-40",
        "2025-41",
        "2025-33",
        "XXXX-10-05",
        "XXXX-02-29",
    ],
)
def test_dates_of_the_contract_are_kept(date: str) -> None:
    assert check(RELEASE | {"date": date}) is not None


@pytest.mark.parametrize(
    "date",
    ["", "XXXX", "22", "2022-1", "2022-13", "2022-00", "2023-02-29", "2022-04-31", "2025-25", "2025-32", "2025-42",
     "2022-01-28T00:00", "October 5", "2022/01", "2022-22-01", "2022-XX-01", "２０２２", "2022\n", 2022, None],
)  # fmt: skip
def test_dates_of_another_form_are_dropped(date: object) -> None:
    assert check(RELEASE | {"date": date}) is None


def test_a_name_is_spelled_as_in_the_article() -> None:
    fact = check({"kind": "known_for", "quote": "Iris Vale", "title": "Iris Vale's novel", "person": "Iris Vale",
                  "work": "Night  Ferry"})  # fmt: skip
    assert fact is not None
    assert (fact.title, getattr(fact, "work", None)) == ("Iris Vale’s novel", "Night Ferry")


def test_a_quote_that_differs_in_marks_becomes_the_stretch_of_the_article() -> None:
    fact = check(STATUS | {"quote": "Vesper has renewed\n'Harbor Lights'"})
    assert fact is not None
    assert fact.evidence.quote == "Vesper has renewed “Harbor Lights”"


def test_of_several_stretches_the_one_nearest_to_the_names_is_the_evidence() -> None:
    text = "Low Tide is renewed. Nothing is said of it. High Tide is renewed."
    starts = []
    for title in ("Low Tide", "High Tide"):
        fact = check(STATUS | {"title": title, "quote": "is renewed"}, text)
        assert fact is not None
        starts.append(fact.evidence.start)
    assert starts == [9, 54]


def test_evidence_is_looked_for_in_the_piece_first_and_then_elsewhere() -> None:
    text = "Low Tide is renewed. So it says: is renewed."
    proposal = STATUS | {"title": "Low Tide", "quote": "is renewed"}
    for piece, start in ((Span(0, 20), 9), (Span(21, 44), 33), (Span(21, 30), 9)):
        fact = checked(proposal, Places(text), piece)
        assert fact is not None
        assert fact.evidence.start == start


def test_what_a_story_tells_is_its_evidence_whatever_else_is_written() -> None:
    fact = check({"kind": "story", "quote": "A storm cuts the harbor off", "title": "Harbor Lights", "text": "Bombs"})
    assert isinstance(fact, Story)
    assert fact.text == fact.evidence.quote


def test_certainty_is_confirmed_where_none_is_given() -> None:
    fact = check({name: value for name, value in STATUS.items() if name != "certainty"})
    assert isinstance(fact, Status)
    assert fact.certainty == "confirmed"


def test_a_whole_number_stays_one() -> None:
    fact = check(METRIC)
    assert isinstance(fact, Metric)
    assert repr(fact.value) == "12400000"


PARTS = ["Ana", "Bo", "“Sea”", "'Sea'", "is back", "'s", "\n", "  ", "2026", '"', "."]
TEXTS = st.lists(st.sampled_from(PARTS), min_size=15, max_size=40).map(" ".join)
STRINGS = st.sampled_from(["Ana", "Bo", "Sea", '"Sea"', "Ana  Bo", "is back", "Sea is", "'", "", "Seas"])
NUMBERS = st.sampled_from([1, 2, 2026, 0, -1, 1.5, float("nan"), 10**30])
OTHERS = st.none() | st.booleans() | st.lists(STRINGS, max_size=2) | st.dictionaries(STRINGS, STRINGS, max_size=1)


def values(field: Field) -> st.SearchStrategy[Any]:
    """Values that mostly fit a field."""
    fit = STRINGS if field.type is str else NUMBERS
    if field.name == "date":
        fit = st.sampled_from(["2026", "2026-10", "2026-02-30"])
    if field.choices:
        fit = st.sampled_from([*field.choices, "Sea"])
    return st.integers(0, 11).flatmap(lambda number: fit if number else OTHERS)


def proposals_of(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    always = {field.name: values(field) for field in fields_of(kind) if field.required}
    sometimes = {field.name: values(field) for field in fields_of(kind) if not field.required}
    return st.fixed_dictionaries({"kind": st.just(kind), QUOTE: STRINGS} | always, optional=sometimes)


@settings(max_examples=200)
@given(TEXTS, st.sampled_from([*KINDS]).flatmap(proposals_of), st.integers(0, 60))
def test_no_fact_survives_whose_evidence_or_names_are_not_literally_there(
    text: str, proposal: object, start: int
) -> None:
    fact = checked(proposal, Places(text), Span(start, start + 20))
    if fact is None:
        return
    assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.quote
    assert any(map(str.isalnum, fact.evidence.quote))
    for name in ("title", "person", "character", "name", "work", "author", "platform", "said_by", "window", "text"):
        value = getattr(fact, name, None)
        assert value is None or " ".join(value.split()) in " ".join(text.split())
