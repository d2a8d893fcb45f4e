"""What changed between two moments: what is news to a follower, and what is not."""

import json

import pytest

from hiatus.knowledge.dossiers import Change, between, changes, known
from tests.knowledge.dossiers.notation import claims, day


@pytest.mark.parametrize(
    ("notation", "what"),
    [
        ("9 B: status s2 renewed", "became known"),
        ("1 A: status s2 renewed\n9 B: status s2 filming", "was moved"),
        ("1 A: status s2 renewed\n9 B: status s2 cancelled", "was moved"),
        ("1 A: status s2 cancelled\n9 B: status s2 renewed", "was moved"),
        ("1 A: status s2 delayed\n9 B: status s2 filming", "was moved"),
        ("1 A: status s2 renewed\n3 B: status s2 cancelled\n9 C: status s2 renewed", "is disputed"),
        ("1 A: status s2 renewed (rumored)\n9 B: status s2 renewed", "became firmer"),
        ("1 A: status s2 renewed (rumored)\n9 B: status s2 renewed (denied)", "was denied"),
        ("1 A: release s2 2024\n9 B: release s2 2024-10-05", "became firmer"),
        ("1 A: release s2 2024-10-05\n9 B: release s2 2024-11-01", "was moved"),
        ("1 A: release s2 2023-10-05\n9 B: release s2 2023-10-06", "is disputed"),
        ("1 A: cast s2 Mina, joining (rumored)\n9 B: cast s2 Mina, joining (denied)", "was denied"),
        ("1 A: cast s2 Mina, joining (rumored)\n9 B: cast s2 Mina, joining", "became firmer"),
        ("1 A: cast s2 Mina, returning\n9 B: cast s2 Mina, leaving", "was moved"),
        ("1 A: cast s2 Mina, joining\n9 B: cast s2 Mina as Dana, joining", "became firmer"),
        ("1 A: cast s2 Mina, joining (denied)\n9 B: cast s2 Mina, joining", "became known"),
    ],
)
def test_news(notation: str, what: str) -> None:
    (change,) = between(claims(notation), day(5), day(9))
    assert change.what == what
    assert change.claim.document.day == day(9)


@pytest.mark.parametrize(
    ("first", "further"),
    [
        ("status s2 renewed", "status s2 renewed"),
        ("status s2 renewed", "status s2 renewed (reported)"),
        ("status s2 renewed", "status s2 cancelled (rumored)"),
        ("status s2 filming", "status s2 renewed"),
        ("status s2 filming", "status s2 undecided"),
        ("release s2 2024-10-05", "release s2 2024-10-05"),
        ("release s2 2024-10-05", "release s2 2024"),
        ("release s2 2024-10-05", "release s2 2024-23"),
        ("release s2 2024-10-05", "release s2 2024-11-01 (rumored)"),
        ("cast s2 Mina as Dana, joining", "cast s2 Mina"),
        ("cast s2 Mina as Dana, joining", "cast s2 Mina as Dana Cho, joining, lead"),
        ("cast s2 Mina", "known_for Mina: Quay"),
        ("metric s2 views 560000000 in first 28 days", "metric s2 views 560780000 in within 28 days"),
        ("metric s2 views 560780000", "metric s2 views 560000000 in a month"),
        ("episodes s2 8", "episodes s2 8"),
        ("trailer s2 teaser", "trailer s2 teaser"),
        ("company Netflix: platform", "company s2 Netflix: platform"),
        ("based_on webtoon Pier", "based_on webtoon"),
        ("story s2 Two sisters meet.", "story s2 Two sisters meet"),
    ],
)
def test_no_news(first: str, further: str) -> None:
    assert between(claims(f"1 A: {first}\n9 B: {further}"), day(5)) == []


def test_what_moved_says_from_where_to_where() -> None:
    some = claims("1 A: release s2 2024-10-05\n9 B: release s2 2024-11-01")
    (change,) = between(some, day(5))
    assert (change.old, change.new, change.claim) == ("2024-10-05", "2024-11-01", some[1])


def test_a_dispute_is_settled() -> None:
    some = claims("1 A: cast s2 Mina, joining\n3 B: cast s2 Mina, joining (denied)\n9 C: cast s2 Mina, joining")
    assert [change.what for change in between(some, day(5))] == ["is settled"]


def test_decisions_come_before_dates_before_faces_before_figures() -> None:
    found = changes(known([]), known(claims(
        "1 A: metric s2 views 5000000; crew s2 Leo: director; cast s2 Mina, joining; trailer s2 teaser; "
        "release s2 2024-10-05; status s1 cancelled; cast s2 Ann, joining (rumored)"
    )))  # fmt: skip
    assert [change.slot.kind for change in found] == [
        "status", "release", "cast", "trailer", "cast", "crew", "metric",
    ]  # fmt: skip
    assert all(0 < change.weight <= 1 for change in found)


def test_a_change_can_be_written_and_read() -> None:
    for change in changes(known([]), known(claims("1 A: cast s2 Mina as Dana; release s2 2024; metric s2 views 5000"))):
        assert Change.from_dict(json.loads(json.dumps(change.to_dict())), change.claim) == change
