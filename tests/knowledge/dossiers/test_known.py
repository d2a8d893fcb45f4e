"""What is known by some claims, as of a day, and what changed: tables of cases, and what holds for all."""

import datetime as dt
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiatus.facts import Evidence, from_dict
from hiatus.knowledge.claims import Claim, Document
from hiatus.knowledge.dossiers import Slot, between, changes, independent, known, outlook

DAY = dt.date(2024, 1, 1)
FETCHED = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
MINA = 7


def claim(day: int, kind: str, *, outlet: str = "", story: int | None = None, **values: Any) -> Claim:
    """A claim that a document of this many days after DAY makes; each outlet and story its own where not given."""
    number = day * 100 + claim.count  # type: ignore[attr-defined]
    claim.count += 1  # type: ignore[attr-defined]
    outlet = outlet or f"outlet {number}"
    evidence = {"start": 0, "end": 1, "quote": "x"}
    fact = from_dict({"kind": kind, "title": "Harbor Lights", "season": 2, "evidence": evidence, **values})
    document = Document(
        number, f"https://{outlet}/{number}", outlet, None, DAY + dt.timedelta(day), FETCHED, story or number
    )
    person = MINA if "person" in values else None
    return Claim(number, fact, document, work=1, person=person)


claim.count = 1  # type: ignore[attr-defined]


def status(day: int, stage: str, **values: Any) -> Claim:
    return claim(day, "status", stage=stage, **values)


def release(day: int, date: str, **values: Any) -> Claim:
    return claim(day, "release", date=date, **values)


def cast(day: int, change: str | None = None, character: str | None = None, **values: Any) -> Claim:
    return claim(day, "cast", person="Mina Cho", change=change, character=character, **values)


def hours(day: int, value: float, window: str | None = None, **values: Any) -> Claim:
    return claim(day, "metric", measure="hours viewed", value=value, window=window, **values)


@pytest.mark.parametrize(
    ("claims", "value", "state", "sources"),
    [
        ([release(0, "2024"), release(9, "2024-10-05")], "2024-10-05", "known", 2),
        ([release(0, "2024-10-05"), release(9, "2024")], "2024-10-05", "known", 2),
        ([release(0, "2024-10-05"), release(9, "2025-03-01")], "2025-03-01", "known", 1),  # it moved
        ([release(0, "2024-10-05"), release(5, "2025-03-01"), release(9, "2024-10-05")], "2024-10-05", "disputed", 2),
        ([release(0, "2023-10-05"), release(9, "2023-10-06")], "2023-10-06", "disputed", 1),  # the past cannot move
        ([release(0, "2024-10-05"), release(9, "2025", certainty="rumored")], "2024-10-05", "known", 1),
        ([release(0, "2025", certainty="rumored"), release(9, "2024-10-05")], "2024-10-05", "known", 1),
        ([release(0, "2024-10-05", outlet="A"), release(9, "2024-10-05", outlet="A")], "2024-10-05", "known", 1),
        ([release(0, "2024-10-05", story=1), release(0, "2024-10-05", story=1)], "2024-10-05", "known", 1),
    ],
)  # fmt: skip
def test_a_date_is_weighed(claims: list[Claim], value: str, state: str, sources: int) -> None:
    found = known(claims).by_slot[Slot("release", 2)]
    assert (found.value, found.state, found.sources) == (value, state, sources)


@pytest.mark.parametrize(
    ("claims", "state"),
    [
        ([cast(0, "joining", certainty="rumored"), cast(5, "joining", certainty="denied")], "denied"),
        ([cast(0, "joining", certainty="denied")], "denied"),
        ([cast(0, "joining"), cast(5, "joining", certainty="denied")], "disputed"),
        ([cast(0, "joining"), cast(5, "joining", certainty="denied"), cast(9, "joining")], "known"),
        ([cast(0), cast(5, "joining")], "known"),
        ([cast(0, "joining"), cast(0, "leaving")], "disputed"),
        ([cast(0, "returning"), cast(9, "leaving")], "known"),
    ],
)
def test_denials_and_contradictions(claims: list[Claim], state: str) -> None:
    assert known(claims).by_slot[Slot("cast", 2, MINA)].state == state


@pytest.mark.parametrize(
    ("claims", "stage", "state"),
    [
        ([status(0, "renewed"), status(5, "filming"), status(9, "renewed")], "filming", "known"),
        ([status(0, "renewed"), status(9, "cancelled")], "cancelled", "known"),
        ([status(0, "cancelled"), status(9, "renewed")], "renewed", "known"),
        ([status(0, "renewed"), status(5, "cancelled"), status(9, "renewed")], "cancelled", "disputed"),
        ([status(0, "renewed"), status(5, "delayed")], "delayed", "known"),
        ([status(0, "filming"), status(5, "delayed"), status(9, "filming")], "filming", "known"),
        ([status(0, "undecided"), status(5, "renewed")], "renewed", "known"),
        ([status(0, "filming"), status(5, "wrapped", certainty="rumored")], "filming", "known"),
        ([status(0, "renewed", certainty="rumored"), status(5, "renewed", certainty="denied")], "renewed", "denied"),
        ([status(0, "renewed"), status(0, "ending"), status(9, "filming")], "filming", "known"),
    ],
)
def test_the_stage_is_the_furthest_and_decisions_count_by_time(claims: list[Claim], stage: str, state: str) -> None:
    found = known(claims).stage(2)
    assert found is not None
    assert (found.value, found.state) == (stage, state)


@pytest.mark.parametrize(
    ("claims", "stands"),
    [
        ([status(0, "renewed")], "renewed"),
        ([status(0, "renewed"), status(3, "filming")], "in production"),
        ([status(0, "filming"), release(0, "2030")], "dated"),
        ([status(0, "filming"), release(0, "2030"), status(9, "delayed")], "delayed"),
        ([status(0, "ending"), release(0, "2023-12-01")], "ended"),
        ([release(0, "2023-12-01")], "released"),
        ([status(0, "cancelled")], "cancelled"),
        ([status(0, "cancelled", certainty="rumored"), release(0, "2023-12-01")], "released"),
        ([status(0, "ending", season=None), release(0, "2023-12-01")], "ended"),
        ([status(0, "cancelled", season=None), release(0, "2023-12-01")], "cancelled"),
        ([status(0, "cancelled", season=None), status(9, "renewed")], "renewed"),
        ([status(0, "undecided")], "undecided"),
        ([cast(0)], "unknown"),
    ],
)
def test_how_things_stand(claims: list[Claim], stands: str) -> None:
    assert outlook(known(claims), dt.date(2024, 2, 1)).outlook == stands


def test_one_figure_at_two_precisions_is_one() -> None:
    dossier = known(
        [hours(0, 560e6, "first month"), hours(3, 560_780_000, "first 28 days"), hours(4, 361e6, "ten days")]
    )
    figures = dossier.of("metric", 2)
    assert sorted(float(str(figure.value)) for figure in figures) == [361e6, 560_780_000]
    assert not dossier.disputes()


def test_copies_and_one_outlet_count_once() -> None:
    claims = [
        cast(0, outlet="A", story=1),
        cast(0, outlet="B", story=1),
        cast(1, outlet="B", story=2),
        cast(2, outlet="C"),
    ]
    assert independent(claims) == 2


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ([], [status(0, "renewed")], "became known"),
        ([status(0, "renewed")], [status(5, "renewed")], None),
        ([status(0, "renewed")], [status(5, "cancelled")], "was moved"),
        ([status(0, "renewed", certainty="rumored")], [status(5, "renewed")], "became firmer"),
        ([status(0, "filming")], [status(5, "renewed")], None),
        ([release(0, "2024")], [release(5, "2024-10-05")], "became firmer"),
        ([release(0, "2024-10-05")], [release(5, "2024")], None),
        ([release(0, "2024-10-05")], [release(5, "2025-01-01")], "was moved"),
        ([release(0, "2023-10-05")], [release(5, "2023-10-06")], "is disputed"),
        ([cast(0, "joining", certainty="rumored")], [cast(5, "joining", certainty="denied")], "was denied"),
        ([cast(0)], [cast(5, character="Dana")], "became firmer"),
        ([cast(0, character="Dana")], [cast(5)], None),
        ([hours(0, 560e6)], [hours(5, 560_780_000)], None),
    ],
)
def test_changes(before: list[Claim], after: list[Claim], what: str | None) -> None:
    found = changes(known(before), known([*before, *after]))
    assert [change.what for change in found] == ([what] if what else [])
    assert all(change.claim in after for change in found)


def test_what_a_follower_cares_for_comes_first() -> None:
    found = changes(known([]), known([hours(0, 5e6), cast(0, "joining"), status(0, "cancelled")]))
    assert [change.slot.kind for change in found] == ["status", "cast", "metric"]
    assert [change.weight for change in found] == sorted((change.weight for change in found), reverse=True)


CLAIMS = st.lists(
    st.one_of(
        st.builds(status, st.integers(0, 30), st.sampled_from(["renewed", "filming", "cancelled", "delayed", "ending"]),
                  certainty=st.sampled_from(["confirmed", "reported", "rumored", "denied"])),
        st.builds(release, st.integers(0, 30), st.sampled_from(["2024", "2024-10", "2024-10-05", "2025", "2023-05"])),
        st.builds(cast, st.integers(0, 30), st.sampled_from([None, "joining", "leaving"])),
        st.builds(hours, st.integers(0, 30), st.sampled_from([560e6, 560_780_000.0, 1e6])),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(CLAIMS, st.integers(0, 30), st.randoms(use_true_random=False))
def test_the_order_of_claims_is_nothing_and_a_moment_is_the_claims_up_to_it(
    claims: list[Claim], day: int, chance: random.Random
) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    moment = DAY + dt.timedelta(day)
    assert known(shuffled) == known(claims)
    assert known(claims, moment) == known([each for each in claims if each.document.day <= moment])
    assert changes(known(claims), known(claims)) == []
    assert between(claims, DAY + dt.timedelta(40)) == []


def test_evidence_is_what_a_change_is_told_with() -> None:
    (change,) = changes(known([]), known([status(0, "renewed")]))
    assert change.claim.fact.evidence == Evidence(0, 1, "x")
    assert type(change).from_dict(change.to_dict(), change.claim) == change
