"""How things stand, of status and release claims alone."""

import pytest

from hiatus.knowledge.dossiers import known, outlook
from tests.knowledge.dossiers.notation import claims, day


@pytest.mark.parametrize(
    ("notation", "stands"),
    [
        ("1 A: status s2 renewed", "renewed, season 2"),
        ("1 A: status s2 renewed\n2 A: status s2 filming", "in production, season 2"),
        ("1 A: status s2 wrapped; release s2 2024-10-05", "dated, season 2"),
        ("1 A: release s2 2024-10-05; status s2 delayed", "delayed, season 2"),
        ("1 A: release s2 2024-01-05", "released, season 2"),
        ("1 A: release s2 2024", "dated, season 2"),
        ("1 A: status s2 ending; release s2 2024-01-05", "ended, season 2"),
        ("1 A: status s2 ending", "renewed, season 2"),
        ("1 A: status s2 ending; release s2 2024-10-05", "dated, season 2"),
        ("1 A: status s2 ending (denied); release s2 2024-01-05", "released, season 2"),
        ("1 A: status cancelled; release s2 2024-01-05", "cancelled"),
        ("1 A: status cancelled (rumored); status s2 renewed", "renewed, season 2"),
        ("1 A: status cancelled (denied); status s2 renewed", "renewed, season 2"),
        ("1 A: status s2 renewed\n5 A: status s2 cancelled", "cancelled, season 2"),
        ("1 A: status s2 cancelled\n5 A: status s2 renewed", "renewed, season 2"),
        ("1 A: status cancelled\n5 A: status s3 ordered", "ordered, season 3"),
        ("1 A: release s1 2023-01-05; status s2 undecided", "undecided, season 2"),
        ("1 A: status s2 renewed (rumored)\n2 B: status s2 renewed (denied)", "unknown"),
        ("1 A: cast s2 Mina Cho", "unknown"),
    ],
)
def test_how_things_stand(notation: str, stands: str) -> None:
    assert outlook(known(claims(notation)), day("2024-02-01")).said == stands


def test_what_says_so_is_given_and_nothing_is_made_of_nothing() -> None:
    standing = outlook(known(claims("1 A: status s2 filming; release s1 2023-01-05")), day(9))
    assert standing.because is not None
    assert standing.because.slot.season == 2
    assert outlook(known([]), day(9)).because is None
