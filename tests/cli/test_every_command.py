"""What holds for every command that has to do with the memory."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from hiatus.cli import main
from tests.cli.shows import run

ROOT = Path(__file__).parent.parent.parent
SINGLE_WORDS = {
    "show": [],
    "person": [],
    "follow": [],
    "unfollow": [],
    "search": [],
    "update": [],
    "sources add": [],
    "sources remove": [],
    "sources check": [],
    "people same": ["Mina Cho"],
    "people different": ["Mina Cho"],
    "works same": ["Harbor Lights"],
    "works title": ["Harbor Lights"],
    "claims list": [],
    "db backup": [],
}
HOSTILE = [
    *("", " ", "%", "#", "#0", "#" + "9" * 18, "a" * 5000),
    *("\x01\x02", "a\udcff\udcfe", "\x1b[2J", "'; drop table claims"),
]


def commands(group: click.Group = main, path: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{path}{name} ")
        else:
            yield f"{path}{name}", command


WITH_MEMORY = {name for name, command in commands() if any(each.name == "target" for each in command.params)}


def test_all_but_two_commands_take_a_database_and_answer_in_json() -> None:
    assert {name for name, _ in commands()} - WITH_MEMORY == {"read", "names compare"}
    for name, command in commands():
        assert name not in WITH_MEMORY or any("--json" in each.opts for each in command.params)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("command", SINGLE_WORDS)
def test_words_of_any_kind_end_in_an_answer_or_a_plain_line(
    empty: Path, command: str, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(empty, *command.split(), *SINGLE_WORDS[command], words, "--json")
    assert result.exit_code in (0, 1, 2)
    assert "\x1b" not in result.stdout + result.stderr
    if result.stdout:
        assert json.loads(result.stdout)["command"] == command


@pytest.mark.parametrize("command", ["following", "update", "sources list", "db check"])
def test_another_program_s_database_is_left_alone(tmp_path: Path, command: str) -> None:
    path = tmp_path / "songs.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (id INTEGER)")
    before = path.read_bytes()
    result = run(path, *command.split())
    assert result.exit_code == 2
    assert "not one of Hiatus" in result.stderr
    assert path.read_bytes() == before


def test_a_database_that_is_held_is_a_failure_that_passes(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(empty, "db", "check")
    monkeypatch.setattr("hiatus.knowledge.database.opening.BUSY_SECONDS", 0)
    with sqlite3.connect(empty, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        result = run(empty, "follow", "Harbor Lights", "--json")
    assert result.exit_code == 1
    assert "another program" in json.loads(result.stdout)["problems"][0]
    assert run(empty, "follow", "Harbor Lights").exit_code == 0


def test_a_damaged_file_is_said_to_be(memory: Path) -> None:
    data = bytearray(memory.read_bytes())
    data[4096 * 3 : 4096 * 40] = b"\xff" * (4096 * 37)
    memory.write_bytes(data)
    for words in (["show", "Harbor Lights"], ["db", "check"], ["scorecard"]):
        result = run(memory, *words)
        assert result.exit_code == 2, words
        assert result.stderr


def test_the_variable_names_the_database_too(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    monkeypatch.setenv("HIATUS_DB", str(memory))
    assert CliRunner().invoke(main, ["db", "path"]).stdout.strip() == str(memory)
    assert "Harbor Lights" in CliRunner().invoke(main, ["scorecard"]).stdout


def test_the_path_is_said_without_making_the_file_and_without_its_password(empty: Path) -> None:
    assert run(empty, "db", "path").stdout.strip() == str(empty)
    assert not empty.exists()
    assert "secret" not in run("postgresql://me:secret@example.org/x", "db", "path").stdout


def test_a_backup_is_whole_and_overwrites_nothing(memory: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run(memory, "db", "backup", copy).exit_code == 0
    assert run(copy, "show", "Harbor Lights").stdout == run(memory, "show", "Harbor Lights").stdout
    again = run(memory, "db", "backup", copy)
    assert again.exit_code == 2
    assert "there already" in again.stderr
    assert run(copy, "db", "check").exit_code == 0


def test_starting_loads_no_library_of_the_commands() -> None:
    code = "import sys, hiatus.cli; print(sorted({'sqlalchemy', 'rich', 'lxml', 'httpx2', 'onnxruntime', 'alembic', " \
           "'rapidfuzz', 'numpy'} & set(sys.modules)))"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"


def test_the_page_on_json_has_every_command() -> None:
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([\w ]+)`", row)}
    assert named >= WITH_MEMORY
    assert named - WITH_MEMORY <= {"command", "data", "problems"}


def test_every_command_has_a_line_that_fits_the_list_of_commands() -> None:
    for name, command in commands():
        short = command.get_short_help_str(limit=200)
        assert not short.endswith("..."), name
