"""`hiatus read` as a person runs it."""

import gzip
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hiatus.cli import main
from hiatus.facts import from_dict

TEXT = (
    "Netflix has renewed Harbor Lights for a second season, the streamer said on Monday.\n\n"
    "Mina Cho (Night Ferry) will return as harbor master Dana, and Leo Park joins the cast as Ray. "
    "The series is based on the novel of the same name by Ines Duarte.\n"
)


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["read", *map(str, arguments)], input=stdin)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbor.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_table_shows_title_season_and_people(article: Path) -> None:
    result = run(article)
    assert result.exit_code == 0
    assert "Harbor Lights" in result.stdout
    assert "Season 2" in result.stdout
    assert "Mina Cho as Dana" in " ".join(result.stdout.split())


def test_jsonl_is_the_contract(article: Path) -> None:
    result = run(article, "--format", "jsonl")
    facts = [from_dict(json.loads(line)) for line in result.stdout.splitlines()]
    assert {fact.kind for fact in facts} >= {"status", "cast", "company"}
    assert all(TEXT[f.evidence.start : f.evidence.end] == f.evidence.quote for f in facts)


def test_json_ld_is_one_document(article: Path) -> None:
    document = json.loads(run(article, "--format", "json-ld").stdout)
    assert "Harbor Lights" in {node.get("name") for node in document["@graph"]}


def test_explain_shows_every_stage(article: Path) -> None:
    output = run(article, "--explain").stdout
    for stage in ("sentences", "marks", "roles", "facts", "text"):
        assert f"\n{stage}\n" in output


def test_out_writes_a_file_an_article_by_its_stem(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.html.gz").write_bytes(gzip.compress(f"<html><body><p>{TEXT}</p></body></html>".encode()))
    (folder / "three.json").write_text(
        json.dumps({"id": "three", "text": TEXT, "published": "2026-07-24"}), encoding="utf-8"
    )
    result = run(folder, "--out", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["one.jsonl", "three.jsonl", "two.jsonl"]
    assert all(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir())


def test_standard_input_is_read() -> None:
    assert "Harbor Lights" in run("-", stdin=TEXT).stdout


def test_no_story_leaves_the_story_out(article: Path) -> None:
    article.write_text(
        TEXT + "\nThe series follows a harbor master who hides a shipwrecked boy from his uncle.\n", encoding="utf-8"
    )
    kinds = [json.loads(line)["kind"] for line in run(article, "--format", "jsonl", "--no-story").stdout.splitlines()]
    assert kinds
    assert "story" not in kinds


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("binary.txt", bytes(range(256)) * 8),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256))),
        ("korean.txt", "넷플릭스는 드라마의 두 번째 시즌 제작을 확정했다고 밝혔다. 배우들이 돌아온다. ".encode() * 20),
        ("menu.html", b"<html><body><nav><a href='/'></a></nav></body></html>"),
        ("broken.json", b'{"text": "Netflix'),
    ],
)
def test_bad_input_gets_a_line_and_the_rest_is_read(tmp_path: Path, article: Path, name: str, content: bytes) -> None:
    bad = tmp_path / name
    bad.write_bytes(content)
    result = run(bad, article, "--format", "jsonl")
    assert result.exit_code == 1
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert "Harbor Lights" in result.stdout


def test_a_file_that_is_not_there_is_named(article: Path) -> None:
    result = run("nowhere.txt", article)
    assert result.exit_code == 1
    assert "nowhere.txt" in result.stderr


@pytest.mark.parametrize(
    "arguments", [[], ["--format", "xml", "x"], ["--published", "soon", "x"], ["--jobs", "0", "x"]]
)
def test_a_wrong_command_exits_with_2(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_published_is_what_relative_dates_count_from(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Harbor Lights premieres on Netflix on October 5. The series has eight episodes.\n", encoding="utf-8"
    )
    lines = run(path, "--format", "jsonl", "--published", "2026-07-24").stdout.splitlines()
    assert "2026-10-05" in [json.loads(line).get("date") for line in lines]


def test_control_characters_do_not_reach_the_terminal(article: Path) -> None:
    article.write_text(TEXT.replace("Dana", "Da\x1b[31mna\u202e"), encoding="utf-8")
    for arguments in ([], ["--explain"]):
        output = run(article, *arguments).stdout
        assert "\x1b[31m" not in output
        assert "\u202e" not in output


def test_any_number_of_jobs_gives_the_same(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("Mina", f"Mina{'a' * number}"), encoding="utf-8")
    outputs = {run(tmp_path, "--format", "jsonl", "--jobs", jobs).stdout for jobs in ("1", "2", "7")}
    assert len(outputs) == 1
