"""`hiatus read --reader llm`: from the terminal to the server and back."""

import json
import sys
from pathlib import Path

import platformdirs
import pytest
from click.testing import CliRunner, Result

from hiatus.cli import main
from tests.reading.llm.chat_server import ChatServer, Reply, Request, facts, refusal

TEXT = "Vesper has renewed Harbor Lights."
STATUS = {"kind": "status", "quote": TEXT, "title": "Harbor Lights", "stage": "renewed"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and answers of this test alone."""
    for name in ("HIATUS_LLM_URL", "HIATUS_LLM_MODEL", "HIATUS_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(platformdirs, "user_config_path", lambda *_, **__: tmp_path / "config")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path


def run(home: Path, *texts: str) -> Result:
    files = []
    for number, text in enumerate(texts or (TEXT,)):
        files.append(home / f"article-{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["read", *map(str, files), "--reader", "llm", "--format", "jsonl", "--jobs", "1"])


def test_facts_are_printed(home: Path) -> None:
    (home / "config").mkdir()
    with ChatServer(facts(STATUS)) as server:
        (home / "config" / "config.toml").write_text(f'[llm]\nurl = "{server.url}"\nmodel = "m"\n')
        result = run(home)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["evidence"] == {"start": 0, "end": len(TEXT), "quote": TEXT}
    assert len(list((home / "cache" / "llm").iterdir())) == 1


def test_an_article_that_fails_does_not_stop_the_others(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def reply(request: Request) -> Reply:
        return refusal(404) if "Another" in request["messages"][1]["content"] else facts(STATUS)

    with ChatServer(reply) as server:
        monkeypatch.setenv("HIATUS_LLM_URL", server.url)
        monkeypatch.setenv("HIATUS_LLM_MODEL", "m")
        result = run(home, "Another.", TEXT)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"hiatus: article-0: the language model at {server.url} has no model 'm'")
    assert json.loads(result.stdout)["title"] == "Harbor Lights"


def test_missing_settings_are_a_wrong_command(home: Path) -> None:
    result = run(home)
    assert result.exit_code == 2
    assert "no language model is set: give HIATUS_LLM_URL and HIATUS_LLM_MODEL" in result.stderr
    assert str(home / "config" / "config.toml") in result.stderr


def test_a_missing_extra_is_a_wrong_command(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith(("openai", "hiatus.reading.llm"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "openai", None)
    result = run(home)
    assert result.exit_code == 2
    assert "pip install 'hiatus[llm]'" in result.stderr
