"""`hiatus follow`, `unfollow`, `following`, and lists from elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hiatus.facts import Release
from tests.cli.shows import answer, namesakes, publish, refused, run


def titles(database: Path) -> set[str]:
    return {each["title"] for each in answer(database, "following")}


def test_a_show_is_followed_by_any_way_of_writing_its_title(memory: Path) -> None:
    for title in ("harbor lights", "Harbor Lights, season 2", "The HARBOR-LIGHTS"):
        assert run(memory, "follow", title).exit_code == 0
    assert titles(memory) == {"Harbor Lights"}


def test_following_says_how_a_show_stands(memory: Path) -> None:
    run(memory, "follow", "Night Ferry")
    assert "cancelled" in run(memory, "following").stdout
    [followed] = answer(memory, "following")
    assert followed["standing"]["outlook"] == "cancelled"


def test_a_title_of_which_nothing_is_known_is_followed(memory: Path) -> None:
    [followed] = answer(memory, "follow", "The Unheard Of")
    assert followed == {"title": "The Unheard Of", "known": False, "new": True}
    assert titles(memory) == {"The Unheard Of"}


def test_part_of_a_title_is_not_taken_for_the_title(memory: Path) -> None:
    result = run(memory, "follow", "Harbor")
    assert titles(memory) == {"Harbor"}
    assert "Harbor Lights" in result.stderr


def test_following_again_changes_nothing(memory: Path) -> None:
    run(memory, "follow", "Harbor Lights")
    assert "already" in run(memory, "follow", "Harbor Lights").stdout
    assert len(answer(memory, "following")) == 1


def test_namesakes_are_listed_and_nothing_is_followed(memory: Path) -> None:
    namesakes(memory)
    said = refused(memory, "follow", "Harbor Lights", "The Pier")
    assert "The Pier (1968)" in said
    assert "The Pier (2024)" in said
    assert titles(memory) == set()


def test_a_namesake_is_followed_by_its_number(memory: Path) -> None:
    namesakes(memory)
    problem = json.loads(run(memory, "follow", "The Pier", "--json").stdout)
    number = next(each["id"] for each in problem["data"]["candidates"] if each["name"] == "The Pier (2024)")
    run(memory, "follow", f"#{number}")
    assert titles(memory) == {"The Pier (2024)"}


@pytest.mark.parametrize("title", ["", "?!", "x" * 400, "#99999"])
def test_what_is_no_title_is_refused(memory: Path, title: str) -> None:
    assert "title" in (said := refused(memory, "follow", title)) or "There is no work" in said


@pytest.mark.parametrize("words", [[], ["x", "--import", "FILE"], ["x", "--dry-run"]])
def test_titles_or_a_list_are_given(empty: Path, tmp_path: Path, words: list[str]) -> None:
    (tmp_path / "list.txt").write_text("x")
    assert run(empty, "follow", *(str(tmp_path / "list.txt") if w == "FILE" else w for w in words)).exit_code == 2


def test_unfollowing_ends_it(memory: Path) -> None:
    run(memory, "follow", "Harbor Lights", "Night Ferry")
    assert run(memory, "unfollow", "harbor lights").exit_code == 0
    assert titles(memory) == {"Night Ferry"}


@pytest.mark.parametrize("title", ["Harbor Lights", "Never Heard Of"])
def test_unfollowing_what_is_not_followed_is_refused(memory: Path, title: str) -> None:
    refused(memory, "unfollow", title)


def test_a_list_is_followed_and_what_did_not_match_is_said(memory: Path, tmp_path: Path) -> None:
    namesakes(memory)
    file = tmp_path / "list.csv"
    file.write_text(
        "Const,Title,Title Type,Year\n"
        "tt1,Harbor Lights,TV Series,2021\n"
        "tt2,The Unheard Of,TV Series,2020\n"
        "tt3,The Pier,TV Series,\n"
        "tt4,The Pier,TV Series,2024\n"
        "tt5,Harbor Lights,Movie,1990\n"
        "tt6,Harbor Rush,Video Game,2019\n"
    )
    found = answer(memory, "follow", "--import", file)
    outcomes = [(each["title"], each["year"], each["outcome"]) for each in found["entries"]]
    assert outcomes == [
        ("Harbor Lights", 2021, "followed"),
        ("The Unheard Of", 2020, "not known yet"),
        ("The Pier", None, "ambiguous"),
        ("The Pier", 2024, "followed"),
        ("Harbor Lights", 1990, "another kind"),
    ]
    assert found["skipped"] == [{"text": "Harbor Rush", "reason": "neither a series nor a film: Video Game"}]
    assert titles(memory) == {"Harbor Lights", "The Unheard Of", "The Pier (2024)"}


def test_of_namesakes_that_one_is_followed_that_came_out_in_the_year(memory: Path, tmp_path: Path) -> None:
    for place, date in (("UK", "1968-05-01"), ("US", "2024-05-01")):
        publish(
            memory,
            "Quay",
            "2025-06-01",
            f"The Pier of the {place} came out on {date}.",
            lambda q, place=place, date=date: Release(title=f"The Pier ({place})", date=date, evidence=q),  # type: ignore[misc]
        )
    file = tmp_path / "list.txt"
    file.write_text("The Pier (2024)\n")
    run(memory, "follow", "--import", file)
    assert titles(memory) == {"The Pier (US)"}


def test_a_dry_run_says_the_same_and_changes_nothing(memory: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("Harbor Lights\nThe Unheard Of\n")
    dry = answer(memory, "follow", "--import", file, "--dry-run")
    assert titles(memory) == set()
    assert run(memory, "show", "The Unheard Of").exit_code == 2
    assert answer(memory, "follow", "--import", file)["entries"] == dry["entries"]


def test_importing_again_follows_nothing_new(memory: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("Harbor Lights\nThe Unheard Of\n")
    run(memory, "follow", "--import", file)
    again = answer(memory, "follow", "--import", file)
    assert {each["outcome"] for each in again["entries"]} == {"followed before"}
    assert len(titles(memory)) == 2


def test_the_report_for_people_names_what_was_left_out(memory: Path, tmp_path: Path) -> None:
    file = tmp_path / "followed_tv_show.csv"
    file.write_text("tv_show_name,active,archived\nHarbor Lights,1,0\nOld Pier,0,0\n")
    said = run(memory, "follow", "--import", file).stdout
    assert "TV Time" in said
    assert "Old Pier: no longer followed there" in said


@pytest.mark.parametrize("content", [b"PK\x03\x04zip", b'{"name": 1}', b"\x00\x01\x02"])
def test_what_is_no_list_is_refused(memory: Path, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "list.bin"
    file.write_bytes(content)
    assert "list.bin" in refused(memory, "follow", "--import", file)
