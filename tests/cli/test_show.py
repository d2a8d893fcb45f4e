"""`hiatus show`, `person`, `scorecard` and `search`: what is known, and who says so."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from hiatus.facts import Cast, Release, Status
from tests.cli.shows import answer, at_odds, filming, namesakes, publish, refused, renewed, run


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_show_is_shown_season_by_season(memory: Path) -> None:
    said = flat(run(memory, "show", "Harbor Lights").stdout)
    assert said.index("Season 2") < said.index("Season 1") < said.index("The work as a whole")
    assert "renewed 2025-01-05 → filming 2025-03-05" in said
    assert "2026-05-08 on Netflix" in said or "out 2026-05-08" in said
    assert "returning Mina Cho as Dana — you know them from Night Ferry" in said
    assert "Ada Moss, director" in said
    assert "Netflix (platform)" in said
    assert "560,000,000 hours viewed" in said


@pytest.mark.parametrize("words", [["harbor", "lights"], ["harbor"], ["Harbor Lights Season 2"], ["HARBOR LIGHTS"]])
def test_a_show_is_found_by_what_a_person_types(memory: Path, words: list[str]) -> None:
    assert run(memory, "show", *words).stdout.startswith("Harbor Lights")


def test_the_story_is_told_to_those_alone_who_ask(memory: Path) -> None:
    hidden = run(memory, "show", "Harbor Lights")
    assert "freezes" not in hidden.stdout
    assert "--spoilers" in hidden.stderr
    assert "freezes" in run(memory, "show", "Harbor Lights", "--spoilers").stdout
    assert "story" not in {each["kind"] for each in answer(memory, "show", "Harbor Lights")["known"]}


def test_one_season_alone(memory: Path) -> None:
    said = run(memory, "show", "Harbor Lights", "--season", "1").stdout
    assert "Season 1" in said
    assert "Season 2" not in said
    assert {each["season"] for each in answer(memory, "show", "Harbor Lights", "--season", "1")["known"]} == {1}


def test_as_of_a_day_nothing_later_is_known(memory: Path) -> None:
    said = run(memory, "show", "Harbor Lights", "--as-of", "2025-02-01").stdout
    assert "renewed" in said
    assert "filming" not in said
    assert "Ada Moss" not in said
    assert "Nothing was known" in run(memory, "show", "Harbor Lights", "--as-of", "2024-01-01").stderr


def test_sources_are_quotes_with_outlet_day_and_address(memory: Path) -> None:
    said = run(memory, "show", "Harbor Lights", "--sources").stdout
    assert "“The second season of Harbor Lights is filming under Ada Moss" in said
    assert "Beacon · 2025-03-05 · https://beacon.example/2025-03-05" in said


def test_what_is_disputed_shows_both_sides(memory: Path) -> None:
    at_odds(memory)
    said = flat(run(memory, "show", "Harbor Lights", "--season", "2").stdout)
    assert "[disputed]" in said
    assert "2026-05-08" in said
    assert "2026-06-09" in said
    assert "Tide, 2025-04-01" in said


def test_a_claim_that_was_rejected_counts_no_more(memory: Path) -> None:
    claims = answer(memory, "claims", "list", "Harbor Lights")["claims"]
    number = next(claim["id"] for claim in claims if claim["fact"].get("stage") == "filming")
    run(memory, "claims", "reject", str(number))
    assert "filming" not in run(memory, "show", "Harbor Lights").stdout


@pytest.mark.parametrize("command", ["show", "person"])
def test_near_names_are_offered(memory: Path, command: str) -> None:
    meant, typed = {"show": ("Harbor Lights", "Habor Lihgts"), "person": ("Mina Cho", "Mima Choo")}[command]
    assert meant in refused(memory, command, typed)


@pytest.mark.parametrize("command", ["show", "person", "claims list"])
def test_a_name_that_is_near_to_nothing_is_refused(memory: Path, command: str) -> None:
    assert "qqqqqq" in refused(memory, *command.split(), "qqqqqq")


def test_namesakes_are_listed_with_their_numbers(memory: Path) -> None:
    namesakes(memory)
    said = refused(memory, "show", "The Pier")
    assert "The Pier (1968)" in said
    assert "#" in said


def test_signs_that_move_the_cursor_are_not_printed(empty: Path) -> None:
    publish(
        empty,
        "Quay\x1b[2J",
        "2025-01-01",
        "Dark \x1b]0;owned\x07 Water \u202eis back\u202c, says Quay.",
        lambda q: Status(title="Dark\x1b[31m Water", stage="renewed", evidence=q),
        lambda q: Cast(title="Dark\x1b[31m Water", person="Ada\x1b[5m Moss", character="\u202eEve", evidence=q),
    )
    run(empty, "follow", "Dark")
    for words in (["show", "Dark", "--sources"], ["update", "--all"], ["person", "Moss"], ["scorecard"],
                  ["search", "Water"], ["claims", "list", "Dark"], ["following"]):  # fmt: skip
        said = run(empty, *words)
        assert said.exit_code == 0, said.stderr
        assert not {"\x1b", "\x07", "\u202e"} & set(said.stdout + said.stderr)


def test_a_person_s_works_characters_and_spellings(memory: Path) -> None:
    publish(
        memory,
        "Tide",
        "2025-07-01",
        "Cho Mina is Dana again in the second season of Harbor Lights.",
        lambda q: Cast(title="Harbor Lights", season=2, person="Cho Mina", character="Dana", evidence=q),
    )
    person = answer(memory, "person", "mina cho")
    assert set(person["person"]["spellings"]) == {"Mina Cho", "Cho Mina"}
    assert [(credit["work"]["name"], [each["name"] for each in credit["characters"]]) for credit in person["credits"]] \
        == [("Harbor Lights", ["Dana"]), ("Night Ferry", [])]  # fmt: skip
    said = run(memory, "person", "Mina", "Cho", "--sources").stdout
    assert "also spelled Cho Mina" in said
    assert "https://tide.example/2025-07-01" in said


def test_a_person_s_jobs(memory: Path) -> None:
    [credit] = answer(memory, "person", "Ada Moss")["credits"]
    assert credit["jobs"] == ["director"]


def test_a_denied_part_is_no_credit(memory: Path) -> None:
    publish(
        memory,
        "Tide",
        "2025-07-01",
        "Zoe Lund is not in Harbor Lights, whatever you read.",
        lambda q: Cast(title="Harbor Lights", season=2, person="Zoe Lund", certainty="denied", evidence=q),
    )
    assert answer(memory, "person", "Zoe Lund")["credits"] == []


def outlooks(database: Path, *words: str) -> dict[str, str]:
    return {each["work"]["name"]: each["outlook"] for each in answer(database, "scorecard", *words)}


def test_the_scorecard_has_every_show(memory: Path) -> None:
    publish(
        memory,
        "Quay",
        "2020-01-01",
        "Old Mill ends with its third season, out on February 2, 2020.",
        lambda q: Status(title="Old Mill", season=3, stage="ending", evidence=q),
        lambda q: Release(title="Old Mill", season=3, date="2020-02-02", evidence=q),
    )
    found = outlooks(memory)
    assert found["Night Ferry"] == "cancelled"
    assert found["Old Mill"] == "ended"
    assert found["Harbor Lights"] in ("dated", "released")  # by the day of the test
    said = flat(run(memory, "scorecard").stdout)
    assert said.index("Old Mill") < said.index("Night Ferry")


def test_the_scorecard_as_of_a_day(memory: Path) -> None:
    assert outlooks(memory, "--as-of", "2025-02-01") == {"Harbor Lights": "renewed"}
    assert outlooks(memory, "--as-of", "2025-04-01") == {"Harbor Lights": "dated"}


def test_the_scorecard_of_what_is_followed(memory: Path) -> None:
    run(memory, "follow", "Night Ferry")
    assert outlooks(memory, "--followed") == {"Night Ferry": "cancelled"}


def test_an_empty_memory_says_the_way_on(empty: Path) -> None:
    for words in (["scorecard"], ["search", "x"], ["people", "unsure"], ["people", "judgements"], ["sources", "list"]):
        result = run(empty, *words)
        assert result.exit_code == 0
        assert result.stdout == ""
        assert result.stderr


def test_search_finds_articles_with_what_was_read_in_them(memory: Path) -> None:
    [found] = answer(memory, "search", "filming", "moss")
    assert found["publisher"] == "Beacon"
    assert {claim["kind"] for claim in found["claims"]} == {"status", "crew", "release", "metric"}
    said = run(memory, "search", "filming").stdout
    assert "Beacon on 2025-03-05" in said
    assert "director Ada Moss" in said


@pytest.mark.parametrize("words", ['"filming under Ada"', "Netflix Mina", "harbor"])
def test_search_takes_words_and_phrases(memory: Path, words: str) -> None:
    assert answer(memory, "search", words)


@pytest.mark.parametrize("words", ['"under filming"', "filming zebra", '"', "*", "NOT zebra", "; drop table claims"])
def test_search_finds_nothing_where_there_is_nothing(memory: Path, words: str) -> None:
    assert answer(memory, "search", words) == []


def test_tables_fit_eighty_columns_and_have_no_colours_in_a_pipe(memory: Path) -> None:
    for words in (["scorecard"], ["following"], ["person", "Mina Cho"]):
        said = run(memory, *words).stdout
        assert all(len(line) <= 80 for line in said.splitlines())
        assert "\x1b" not in said


def test_a_moment_is_no_day(memory: Path) -> None:
    assert run(memory, "show", "Harbor Lights", "--as-of", dt.datetime.now(dt.UTC).isoformat()).exit_code == 2


def test_order_of_filing_does_not_matter_to_what_is_shown(empty: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    for database, steps in ((empty, (renewed, filming)), (other, (filming, renewed))):
        for step in steps:
            step(database)
    assert flat(run(empty, "show", "Harbor Lights").stdout).split("Season 2")[1] \
        == flat(run(other, "show", "Harbor Lights").stdout).split("Season 2")[1]  # fmt: skip
