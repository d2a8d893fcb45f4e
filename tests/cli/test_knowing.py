"""The commands that remember: update, follow, show, new, scorecard, person, people; on a real database."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from hiatus.article import Article
from hiatus.cli import main
from hiatus.facts import Fact, from_dict
from hiatus.knowledge import filing
from hiatus.knowledge.database import open_database

TEXT = "A report of what is so."
DEMO = Path(__file__).parents[2] / "demo" / "news"


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with three reports on one show and one on another."""
    path = tmp_path / "hiatus.db"
    reports = [
        ("2024-01-10", "Deadline", [{"kind": "status", "stage": "renewed"}, role("Roh Jae-won", "Dana")]),
        ("2024-06-10", "Variety", [{"kind": "status", "stage": "filming"}, role("Noh Jae-won", None),
                                   {"kind": "release", "date": "2031", "platform": "Netflix"}]),
        ("2024-09-10", "Soompi", [{"kind": "release", "date": "2032-05-01"}, {"kind": "story", "text": TEXT}]),
        ("2024-09-11", "Soompi", [{"kind": "status", "stage": "cancelled", "season": None, "title": "Night Ferry"}]),
    ]  # fmt: skip
    engine = open_database(path)
    for day, outlet, values in reports:
        article = Article(f"{TEXT} {day}", url=f"https://{outlet.lower()}.example/{day}", publisher=outlet,
                          published=dt.date.fromisoformat(day))  # fmt: skip
        filing.file(engine, article, [fact(**each) for each in values])
    engine.dispose()
    return path


def role(person: str, character: str | None) -> dict[str, Any]:
    return {"kind": "cast", "person": person, "character": character, "change": "joining"}


def fact(**values: Any) -> Fact:
    evidence = {"start": 0, "end": len(TEXT), "quote": TEXT}
    return from_dict({"title": "Harbor Lights", "season": 2, "evidence": evidence, **values})


def run(database: Path, *words: str) -> Result:
    return CliRunner().invoke(main, [*words, "--db", str(database)])


def data(database: Path, *words: str) -> Any:
    result = run(database, *words, "--json")
    answer = json.loads(result.stdout)
    assert answer.keys() == {"command", "data", "problems"}
    assert answer["command"] == words[0] or answer["command"].startswith(words[0])
    return answer["data"]


def test_show_prints_the_dossier(database: Path) -> None:
    shown = run(database, "show", "harbor lights").stdout
    for part in (
        "Season 2",
        "filming",
        "renewed 2024-01-10",
        "2032-05-01",
        "before: 2031",
        "Dana",
        "2 sources",
    ):
        assert part in shown
    assert TEXT not in shown
    assert "Noh" not in shown or "Roh" not in shown  # one man, one line


def test_show_hides_the_story_unless_asked(database: Path) -> None:
    assert TEXT in run(database, "show", "Harbor Lights", "--spoilers").stdout
    assert TEXT not in run(database, "show", "Harbor Lights", "--json").stdout.split('"claims"')[0]


def test_show_gives_the_quotes_and_who_said_them(database: Path) -> None:
    shown = run(database, "show", "Harbor Lights", "--sources").stdout
    assert "https://deadline.example/2024-01-10" in shown
    assert TEXT in shown


def test_show_as_of_a_day_knows_nothing_later(database: Path) -> None:
    shown = run(database, "show", "Harbor Lights", "--as-of", "2024-02-01").stdout
    assert "renewed" in shown
    assert not any(word in shown for word in ("filming", "2031", "2032"))
    before = run(database, "show", "Harbor Lights", "--as-of", "2020-01-01")
    assert "renewed" not in before.stdout
    assert "Nothing was known" in before.stderr


def test_every_claim_that_a_value_stands_on_is_among_the_claims(database: Path) -> None:
    engine = open_database(database)
    article = Article(f"{TEXT} again", url="https://a.example/rumor", publisher="A", published=dt.date(2024, 9, 10))
    filing.file(engine, article, [fact(kind="release", date="2033", certainty="rumored")])
    engine.dispose()
    shown = data(database, "show", "Harbor Lights")
    (release,) = (each for each in shown["known"] if each["kind"] == "release")
    assert [each["value"] for each in release["aside"]] == ["2033"]
    assert set(release["aside"][0]["pro"]) <= {each["id"] for each in shown["claims"]}


def test_show_of_one_season_has_no_other(database: Path) -> None:
    assert "Season 2" not in run(database, "show", "Harbor Lights", "--season", "1").stdout
    assert all(each["season"] == 2 for each in data(database, "show", "Harbor Lights", "--season", "2")["known"])


def test_an_unknown_title_is_an_error_with_a_near_one(database: Path) -> None:
    result = run(database, "show", "Harbour Light")
    assert result.exit_code == 2
    assert "Harbor Lights" in result.stderr
    assert not result.stdout


def test_the_scorecard_tells_cancelled_from_dated(database: Path) -> None:
    found = {each["work"]["name"]: each["outlook"] for each in data(database, "scorecard")}
    assert found == {"Harbor Lights": "dated", "Night Ferry": "cancelled"}
    assert data(database, "scorecard", "--followed") == []


def test_a_person_is_found_by_any_spelling(database: Path) -> None:
    found = data(database, "person", "Noh Jae-won")
    assert found == data(database, "person", "Roh Jae-won")
    assert [credit["work"]["name"] for credit in found["credits"]] == ["Harbor Lights"]


def test_what_is_new_is_of_what_is_followed(database: Path) -> None:
    assert not run(database, "new", "--since", "2020-01-01").stdout.strip()
    assert run(database, "follow", "Night Ferry").exit_code == 0
    told = run(database, "new", "--since", "2020-01-01").stdout
    assert "Night Ferry" in told
    assert "Harbor Lights" not in told
    assert run(database, "unfollow", "Night Ferry").exit_code == 0


def test_search_finds_articles_and_takes_signs_for_words(database: Path) -> None:
    assert "Deadline" in run(database, "search", "report").stdout
    for words in ('"', "report AND (", "-", "' OR 1=1 --"):
        assert run(database, "search", "--", words).exit_code in (0, 1, 2)


def test_update_tells_each_change_once(tmp_path: Path) -> None:
    database = tmp_path / "hiatus.db"
    articles = sorted(map(str, DEMO.glob("2022-*")))
    assert run(database, "follow", "All of Us Are Dead").exit_code == 0
    first = run(database, "update", *articles)
    assert first.exit_code == 0, first.stderr
    assert "renewed" in first.stdout
    again = run(database, "update", *articles)
    assert again.exit_code == 0
    assert not again.stdout.strip()
    assert "renewed" in run(database, "show", "All of Us Are Dead").stdout


def test_update_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    database = tmp_path / "hiatus.db"
    article = next(DEMO.glob("2022-*"))
    result = run(database, "update", "--all", str(tmp_path / "none.txt"), str(article))
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
    assert "renewed" in run(database, "show", "All of Us Are Dead").stdout


@pytest.mark.parametrize("words", [("show", "X"), ("scorecard",), ("update",), ("sources", "list"), ("following",)])
def test_a_database_of_something_else_is_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("no database at all, but notes of some length")
    result = run(path, *words)
    assert result.exit_code == 2
    assert "no database" in result.stderr
    assert path.read_text() == "no database at all, but notes of some length"


def test_a_judgement_joins_two_and_is_taken_back(tmp_path: Path) -> None:
    database = tmp_path / "hiatus.db"
    engine = open_database(database)
    for number, name in enumerate(("Lee JQ", "Lee Jae-kyu")):
        article = Article(f"{TEXT} {number}", url=f"https://a.example/{number}")
        filing.file(engine, article, [fact(kind="crew", person=name, job="director")])
    engine.dispose()
    assert "Lee JQ" in run(database, "people", "unsure").stdout
    number = data(database, "people", "same", "Lee JQ", "Lee Jae-kyu")["judgement"]
    assert "Lee JQ" not in run(database, "people", "unsure").stdout
    assert data(database, "person", "Lee JQ") == data(database, "person", "Lee Jae-kyu")
    assert run(database, "people", "undo", str(number)).exit_code == 0
    assert "Lee JQ" in run(database, "people", "unsure").stdout


def test_control_signs_of_an_article_never_reach_the_terminal(tmp_path: Path) -> None:
    database = tmp_path / "hiatus.db"
    engine = open_database(database)
    article = Article(f"\x1b[2J{TEXT}", url="https://a.example/\x1b[31m", publisher="A\x1b[2JB")
    filing.file(engine, article, [fact(kind="status", stage="renewed")])
    engine.dispose()
    for words in (
        ("show", "Harbor Lights", "--sources"),
        ("new", "--since", "2020-01-01", "--all"),
        ("search", "report"),
    ):
        assert "\x1b" not in run(database, *words).stdout
