"""`hiatus names` as a person runs it."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hiatus.cli import main

PAGE = Path(__file__).parent.parent.parent / "docs" / "names.md"
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["names", "compare", *arguments], input=stdin)


def test_a_pair_is_shown_with_its_reasons() -> None:
    result = run("Lee JQ", "Lee Jae-kyu")
    assert result.exit_code == 0
    assert result.stdout.startswith("unsure")
    assert "the family name is the same: lee" in result.stdout


def test_a_pair_as_json() -> None:
    row = json.loads(run("--json", "Roh Jae-won", "Noh Jae-won").stdout)
    assert list(row) == ["a", "b", "score", "verdict", "reasons"]
    assert (row["a"], row["b"], row["verdict"]) == ("Roh Jae-won", "Noh Jae-won", "same")
    assert 0.7 < row["score"] <= 1


def test_a_table_in_order_with_further_columns_and_empty_lines() -> None:
    table = "Roh Jae-won\tNoh Jae-won\tsame\tx\n\nKim Si-eun\tKim Si-eon\n박지후\tPark Ji-hu\r\nA\t\n"
    rows = [json.loads(line) for line in run("--json", stdin=table).stdout.splitlines()]
    assert [row["b"] for row in rows] == ["Noh Jae-won", "Kim Si-eon", "Park Ji-hu", ""]
    assert [row["verdict"] for row in rows] == ["same", "different", "same", "different"]


def test_a_byte_order_mark_and_bytes_of_no_encoding_are_borne() -> None:
    result = run("--json", stdin=b"\xef\xbb\xbfAnn Lee\tAnn Lee\n\xff\xfe\x00\tx\n")
    assert result.exit_code == 0
    assert json.loads(result.stdout.splitlines()[0])["a"] == "Ann Lee"


def test_control_characters_do_not_reach_the_terminal() -> None:
    result = run(stdin="\x1b[31mAnn Lee\tAnn\u202e Lee\n")
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "stdin", "line"),
    [
        (("Kim",), None, "Two names are compared; 1 given"),
        (("a", "b", "c"), None, "Two names are compared; 3 given"),
        (("", "Kim"), None, "is no name"),
        (("???", "Kim"), None, "is no name"),
        (("x" * 10_000, "Kim"), None, "far too many"),
        ((), "Kim Min-ho\n", "Line 1 of the table has no tab"),
        ((), "a\tb\nc\n", "Line 2 of the table has no tab"),
        ((), "a" * 100_000, "Line 1 of the table is longer"),
        (("--xml",), None, "No such option"),
    ],
)
def test_a_wrong_call_says_so(arguments: tuple[str, ...], stdin: str | None, line: str) -> None:
    result = run(*arguments, stdin=stdin)
    assert result.exit_code == 2
    assert line in result.stderr
    assert "Traceback" not in result.stderr


def test_an_empty_table_gives_nothing() -> None:
    result = run(stdin="")
    assert (result.exit_code, result.stdout) == (0, "")


def sessions() -> list[tuple[str, str]]:
    """The commands of the page on names, each with what it says they print."""
    blocks = [block[1] for block in CONSOLE.finditer(PAGE.read_text(encoding="utf-8"))]
    steps = [step for block in blocks for step in re.split(r"^\$ ", block, flags=re.MULTILINE) if step.strip()]
    return [(command, shown) for command, _, shown in (step.partition("\n") for step in steps)]


@pytest.mark.parametrize(("command", "shown"), sessions())
def test_the_page_on_names_shows_what_the_commands_print(command: str, shown: str) -> None:
    given, _, command = command.rpartition(" | ")
    stdin = shlex.split(given)[1].encode().decode("unicode_escape") if given else None
    result = CliRunner().invoke(main, shlex.split(command)[1:], input=stdin)
    assert result.exit_code == 0
    assert result.stdout == shown


def test_the_page_has_commands() -> None:
    assert len(sessions()) > 2
