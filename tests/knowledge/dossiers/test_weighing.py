"""What is known of one slot: which value, how surely, by how many; and what is no dispute."""

import pytest

from hiatus.knowledge.dossiers import Known, Slot, independent, known
from tests.knowledge.dossiers.notation import claims, entity

MINA = entity("Mina Cho")


def only(notation: str, kind: str) -> Known:
    """The one thing of a kind that the claims tell of."""
    (found,) = [each for each in known(claims(notation)).known if each.slot.kind == kind]
    return found


@pytest.mark.parametrize(
    ("notation", "value", "state"),
    [
        ("1 A: release s2 2024\n2 B: release s2 2024-10-05", "2024-10-05", "known"),
        ("1 A: release s2 2024-10-05\n2 B: release s2 2024", "2024-10-05", "known"),
        ("1 A: release s2 2024-10-05\n1 B: release s2 2024-23", "2024-10-05", "known"),
        ("1 A: release s2 2024-10-05\n9 A: release s2 2024-11-01", "2024-11-01", "known"),
        ("1 A: release s2 2024-10-05\n5 B: release s2 2024-11-01\n9 C: release s2 2024", "2024-11-01", "known"),
        ("1 A: release s2 2024-10-05\n9 B: release s2 2024-11-01 (rumored)", "2024-10-05", "known"),
        ("1 A: release s2 2024-10-05 (rumored)\n9 B: release s2 2024-11-01", "2024-11-01", "known"),
        (
            "1 A: release s2 2024-10-05\n1 B: release s2 2024-10-05\n1 C: release s2 2024-11-01",
            "2024-10-05",
            "disputed",
        ),
        (
            "1 A: release s2 2024-10-05\n3 B: release s2 2024-11-01\n5 C: release s2 2024-10-05",
            "2024-10-05",
            "disputed",
        ),
        # what has come out cannot move: one of them is wrong
        ("30 A: release s2 2024-01-10\n40 B: release s2 2024-01-12", "2024-01-12", "disputed"),
    ],
)
def test_a_release(notation: str, value: str, state: str) -> None:
    found = only(notation, "release")
    assert (found.value, found.state) == (value, state)


def test_a_moved_date_keeps_what_it_was() -> None:
    found = only("1 A: release s2 2024-10-05\n9 A: release s2 2024-11-01", "release")
    assert [each.value for each in found.before] == ["2024-10-05"]
    assert not found.others


def test_two_platforms_with_two_dates_are_no_dispute() -> None:
    dossier = known(claims("1 A: release s2 2024-10-05 on Netflix=5\n1 B: release s2 2024-11-01 on Tving=6"))
    assert {(each.slot.subject, each.value) for each in dossier.known} == {(5, "2024-10-05"), (6, "2024-11-01")}
    assert not dossier.disputes()


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (["joining (rumored)", "joining (denied)"], "denied"),
        (["joining (denied)"], "denied"),
        (["joining (reported)", "joining (denied)"], "denied"),
        (["joining", "joining (denied)"], "disputed"),
        (["joining", "joining (denied)", "joining"], "known"),
        (["joining", "returning (denied)"], "known"),
        (["joining", "leaving (rumored)"], "known"),
        (["returning", "leaving"], "known"),
        (["leaving", "returning"], "known"),
    ],
)
def test_denying_and_leaving(said: list[str], state: str) -> None:
    lines = [f"{day} P{day}: cast s2 Mina Cho, {each}" for day, each in enumerate(said)]
    assert known(claims("\n".join(lines))).by_slot[Slot("cast", 2, MINA)].state == state


def test_leaving_against_returning_on_one_day_is_disputed_and_more_say_so_later() -> None:
    both = "1 A: cast s2 Mina Cho, returning\n1 B: cast s2 Mina Cho, leaving"
    assert only(both, "cast").state == "disputed"
    later = only(both + "\n9 C: cast s2 Mina Cho, leaving", "cast")
    assert isinstance(later.value, dict)
    assert (later.value["change"], later.state, later.sources) == ("leaving", "disputed", 2)


def test_leaving_is_not_lost_to_a_claim_that_does_not_say() -> None:
    found = only("1 A: cast s2 Mina Cho, leaving\n2 B: cast s2 Mina Cho as Dana", "cast")
    assert isinstance(found.value, dict)
    assert (found.value["change"], found.value["character"], found.state) == ("leaving", "Dana", "known")


@pytest.mark.parametrize(
    ("notation", "count"),
    [
        ("1 A/4: cast s2 Mina Cho\n1 B/4: cast s2 Mina Cho\n2 C/4: cast s2 Mina Cho", 1),
        ("1 A: cast s2 Mina Cho\n9 A: cast s2 Mina Cho", 1),
        ("1 A: cast s2 Mina Cho\n1 B: cast s2 Mina Cho", 2),
        ("1 A/4: cast s2 Mina Cho\n1 B/4: cast s2 Mina Cho\n2 B/5: cast s2 Mina Cho\n2 C/5: cast s2 Mina Cho", 1),
        ("1 A/4: cast s2 Mina Cho\n1 B/5: cast s2 Mina Cho\n2 A/5: cast s2 Mina Cho", 1),
        ("1 A: cast s2 Mina Cho; cast s2 Mina Cho", 1),
    ],
)
def test_copies_and_one_outlet_are_one_source(notation: str, count: int) -> None:
    assert independent(claims(notation)) == count
    assert only(notation, "cast").sources == count


@pytest.mark.parametrize("window", ["in first 28 days", "in within 28 days of release", "in first month", ""])
def test_one_figure_is_one_whatever_the_window(window: str) -> None:
    other = f"2 B: metric s1 hours viewed 560000000 {window}".rstrip()
    found = only("1 A: metric s1 hours viewed 560780000 in 28 days\n" + other, "metric")
    assert (found.value, found.state, found.sources) == (560_780_000, "known", 2)


@pytest.mark.parametrize(
    "other",
    ["metric s1 views 560000000 in 28 days", "metric s2 hours viewed 560000000 in 28 days",
     "metric s1 hours viewed 361000000 in first week"],
)  # fmt: skip
def test_figures_of_something_else_are_not_one(other: str) -> None:
    dossier = known(claims(f"1 A: metric s1 hours viewed 560780000 in 28 days\n2 B: {other}"))
    assert len(dossier.known) == 2
    assert not dossier.disputes()


def test_a_source_without_an_author_is_that_with_one() -> None:
    found = known(claims("1 A: based_on webtoon by Joo=3\n2 B: based_on webtoon")).known
    assert [each.sources for each in found] == [2]
