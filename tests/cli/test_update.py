"""`hiatus update` and `hiatus new`: nothing is told twice, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shows import answer, cancelled, filming, refused, renewed, run

ARTICLE = (
    "Netflix has renewed Quay Street for a second season, the streamer said on Monday.\n\n"
    "Lena Brook will return as harbor master Ruth, and Omar Vance joins the cast as Pete.\n"
)


def write(folder: Path, name: str, day: str, text: str = ARTICLE) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.json"
    path.write_text(
        json.dumps({"text": text, "publisher": name, "published": day, "url": f"https://{name}.example/{day}"})
    )
    return path


def news(data: Any) -> list[str]:
    return [f"{work['work']['name']}: {each['said']}" for work in data for each in work["changes"]]


def process(database: Path, *words: str, stdout: Any) -> subprocess.CompletedProcess[bytes]:
    """A command as a process of its own, its answer going where it is told to."""
    words = (sys.executable, "-m", "hiatus.cli", *words, "--db", str(database))
    environment = os.environ | {"PYTHONUNBUFFERED": ""}
    return subprocess.run(words, stdout=stdout, stderr=subprocess.PIPE, check=False, env=environment)  # noqa: S603


def test_articles_at_hand_are_read_filed_and_told_of(empty: Path, tmp_path: Path) -> None:
    run(empty, "follow", "Quay Street")
    result = run(empty, "update", write(tmp_path / "news", "tide", "2025-03-01"))
    assert result.exit_code == 0, result.stderr
    assert "season 2: renewed" in result.stdout
    assert "tide, 2025-03-01" in result.stdout
    assert "1 articles read" in result.stderr


def test_the_same_article_again_is_no_news(empty: Path, tmp_path: Path) -> None:
    path = write(tmp_path / "news", "tide", "2025-03-01")
    run(empty, "follow", "Quay Street")
    run(empty, "update", path)
    again = run(empty, "update", path)
    assert again.stdout == ""
    assert "Nothing is new" in again.stderr


def test_articles_are_filed_in_the_order_in_which_they_came_out(empty: Path, tmp_path: Path) -> None:
    write(tmp_path / "news", "a", "2025-03-05", ARTICLE.replace("has renewed", "has cancelled").replace("for a", "its"))
    write(tmp_path / "news", "b", "2025-03-01")
    data = answer(empty, "update", tmp_path / "news", "--all")
    days = [
        each["claim"]["day"] for work in data["news"] for each in sorted(work["changes"], key=lambda c: c["number"])
    ]
    assert days == sorted(days)
    assert len(set(days)) == 2


def test_what_was_told_once_is_not_told_again(memory: Path) -> None:
    run(memory, "follow", "Harbor Lights")
    first = answer(memory, "update")
    assert "Harbor Lights: season 2: renewed" in news(first["news"])
    assert answer(memory, "update")["news"] == []
    assert len(news(answer(memory, "new"))) == len(news(first["news"]))


def test_only_what_is_followed_is_told(memory: Path) -> None:
    run(memory, "follow", "Night Ferry")
    assert news(answer(memory, "update")["news"]) == ["Night Ferry: cancelled"]


def test_all_tells_of_every_show(memory: Path) -> None:
    assert {each["work"]["name"] for each in answer(memory, "update", "--all")["news"]} == {
        "Harbor Lights",
        "Night Ferry",
    }


def test_the_heaviest_news_comes_first(memory: Path) -> None:
    data = answer(memory, "update", "--all")["news"]
    assert data[0]["changes"][0]["said"] in ("cancelled", "season 2: renewed")
    for work in data:
        weights = [each["weight"] for each in work["changes"]]
        assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize("words", [["update"], ["update", "--json"]])
def test_what_could_not_be_printed_is_told_the_next_time(memory: Path, words: list[str]) -> None:
    run(memory, "follow", "Harbor Lights")
    with open("/dev/full", "wb") as full:
        failed = process(memory, *words, stdout=full)
    assert failed.returncode == 1
    assert b"Traceback" not in failed.stderr
    assert b"disk is full" in failed.stderr
    assert "season 2: renewed" in run(memory, "update").stdout


def test_what_nobody_took_is_told_the_next_time(memory: Path) -> None:
    run(memory, "follow", "Harbor Lights")
    reading, writing = os.pipe()
    os.close(reading)
    failed = process(memory, "update", stdout=writing)
    os.close(writing)
    assert failed.returncode == 1
    assert b"Traceback" not in failed.stderr
    assert "season 2: renewed" in run(memory, "update").stdout


def test_what_happens_in_a_show_is_not_told_unasked(memory: Path) -> None:
    run(memory, "follow", "Harbor Lights")
    said = run(memory, "update").stdout + run(memory, "new").stdout
    assert "what it is about" in said
    assert "freezes" not in said


def test_watched_folders_are_asked_and_remembered(empty: Path, tmp_path: Path) -> None:
    write(tmp_path / "news", "tide", "2025-03-01")
    assert run(empty, "sources", "add", tmp_path / "news").exit_code == 0
    assert answer(empty, "update", "--all")["read"] == 1
    write(tmp_path / "news", "beacon", "2025-03-02", ARTICLE.replace("Monday", "Tuesday"))
    assert answer(empty, "update", "--all")["read"] == 1


def test_one_article_that_cannot_be_read_stops_no_other(empty: Path, tmp_path: Path) -> None:
    good = write(tmp_path / "news", "tide", "2025-03-01")
    result = run(empty, "update", tmp_path / "nowhere.txt", good, "--all", "--json")
    shape = json.loads(result.stdout)
    assert result.exit_code == 1
    assert shape["data"]["read"] == 1
    assert len(shape["problems"]) == 1
    assert "nowhere.txt" in shape["problems"][0]
    assert "nowhere.txt" in result.stderr


def test_with_nothing_watched_or_followed_the_way_on_is_said(empty: Path) -> None:
    result = run(empty, "update")
    assert result.exit_code == 0
    assert "hiatus sources add" in result.stderr
    assert "hiatus follow" in result.stderr


def test_new_takes_a_day(memory: Path) -> None:
    assert news(answer(memory, "new", "--all", "--since", "2020-01-01"))
    assert answer(memory, "new", "--all", "--since", "2999-01-01") == []
    assert "Nothing is followed" in run(memory, "new").stderr


@pytest.mark.parametrize("day", ["yesterday", "2025-13-01", "01/02/2025"])
def test_new_says_how_a_day_is_written(memory: Path, day: str) -> None:
    assert "2026-07-24" in run(memory, "new", "--since", day).stderr


def test_a_moved_date_is_told_with_what_it_was(empty: Path) -> None:
    renewed(empty)
    filming(empty)
    run(empty, "follow", "Harbor Lights")
    assert "was moved: season 2: filming (before: renewed)" in run(empty, "update").stdout


def test_a_rejected_claim_is_not_told(empty: Path) -> None:
    cancelled(empty)
    [claim] = answer(empty, "claims", "list", "Night Ferry")["claims"]
    run(empty, "claims", "reject", str(claim["id"]))
    assert answer(empty, "update", "--all")["news"] == []


@pytest.mark.parametrize("target", ["mysql://x/y", "sqlite://", "http://x"])
def test_a_database_that_cannot_be_is_refused(target: str) -> None:
    refused(target, "update")
