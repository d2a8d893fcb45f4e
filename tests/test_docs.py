"""What the documentation says is so: its commands run, its code runs, its reference is the code's."""

import re
import runpy
from pathlib import Path

import pytest
from click.testing import CliRunner

from hiatus.cli import main

ROOT = Path(__file__).parent.parent
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
STAND_INS = {
    "article.html": "demo/all-of-us-are-dead.html",
    "article.txt": "demo/all-of-us-are-dead.html",
    "articles/": "demo",
}


def blocks(language: str) -> list[tuple[str, str]]:
    return [
        (f"{page.name}-{number}", match[2])
        for page in PAGES
        for number, match in enumerate(BLOCK.finditer(page.read_text(encoding="utf-8")))
        if match[1] == language
    ]


def commands() -> list[str]:
    lines = [line.split("#")[0].strip() for _, block in blocks("") for line in block.splitlines()]
    return [line for line in lines if line.startswith("hiatus read") and "https://" not in line and "llm" not in line]


@pytest.mark.parametrize(("name", "code"), blocks("python"))
def test_the_code_in_the_docs_runs(name: str, code: str) -> None:
    exec(compile(code, name, "exec"), {})  # noqa: S102 - our own pages


@pytest.mark.parametrize("line", commands())
def test_the_commands_in_the_docs_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    words = [STAND_INS.get(word, word) for word in line.split()[1:]]
    words = [str(tmp_path) if word == "readings/" else word for word in words]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 0, result.stderr
    assert result.stdout or any(tmp_path.iterdir())


def test_there_are_commands_and_code_to_run() -> None:
    assert len(commands()) > 5
    assert len(blocks("python")) > 1


def test_the_reference_is_the_code_s() -> None:
    generate = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    page = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert page.split() == generate["reference"]().split(), "run: make docs"


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_no_page_loads_anything_from_elsewhere() -> None:
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", (ROOT / "docs" / "read.svg").read_text(encoding="utf-8"))
