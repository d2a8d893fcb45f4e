"""Which model reads: what the environment and the file say, and what is wrong with it, in one line."""

from pathlib import Path

import pytest

from hiatus.reading.llm.settings import Settings, settings

URL = "http://localhost:11434/v1"
ENVIRON = {"HIATUS_LLM_URL": URL, "HIATUS_LLM_MODEL": "m"}


def file(folder: Path, text: str) -> Path:
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_environment_is_enough(tmp_path: Path) -> None:
    assert settings(ENVIRON, tmp_path / "none.toml") == Settings(URL, "m")


def test_the_file_is_enough(tmp_path: Path) -> None:
    text = f'[llm]\nurl = "{URL}"\nmodel = "m"\nkey = "k"\ntimeout = 60\npiece = 3000\nanswer = 2048\n[other]\na = 1'
    assert settings({}, file(tmp_path, text)) == Settings(URL, "m", "k", 60, 3000, 2048)


def test_the_environment_goes_first_and_an_empty_variable_does_not_count(tmp_path: Path) -> None:
    path = file(tmp_path, f'[llm]\nurl = "{URL}"\nmodel = "of the file"\nkey = "k"')
    assert settings({"HIATUS_LLM_MODEL": "m", "HIATUS_LLM_KEY": ""}, path) == Settings(URL, "m", "k")


@pytest.mark.parametrize(
    ("environ", "text", "reason"),
    [
        ({}, "", "HIATUS_LLM_URL and HIATUS_LLM_MODEL"),
        ({"HIATUS_LLM_URL": URL}, "", "no language model is set"),
        ({"HIATUS_LLM_MODEL": "m"}, "[llm]", "no language model is set"),
        (ENVIRON, "[llm", "cannot be read"),
        (ENVIRON, "llm = 3", "must be a table"),
        (ENVIRON, "[llm]\nmodle = 'm'", "has no modle, only answer, key, model, piece, timeout, url"),
        (ENVIRON, "[llm]\nmodel = 3", "model may not be 3"),
        (ENVIRON, "[llm]\ntimeout = true", "timeout may not be True"),
        (ENVIRON, "[llm]\npiece = 1.5", "piece may not be 1.5"),
        (ENVIRON, "[llm]\npiece = 0", "piece of the language model must be from 500"),
        (ENVIRON, "[llm]\ntimeout = nan", "timeout of the language model must be from 1"),
        (ENVIRON | {"HIATUS_LLM_URL": "localhost:11434"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_URL": "file:///etc/passwd"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_URL": "http://"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_URL": "http://[::1/v1"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_URL": "http://host:99999/v1"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_URL": "http://host/\nv1"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_URL": "http://ho st/v1"}, "", "is no address"),
        (ENVIRON | {"HIATUS_LLM_KEY": "a\nb"}, "", "the language model's key has characters that no key has"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(tmp_path: Path, environ: dict[str, str], text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as raised:
        settings(environ, file(tmp_path, text))
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        settings(ENVIRON, tmp_path)


def test_the_key_is_not_shown() -> None:
    assert "secret" not in repr(Settings(URL, "m", "secret"))
