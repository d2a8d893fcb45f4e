"""Which language model reads: from the environment, and from a TOML file (https://toml.io) for what it leaves open."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VARIABLES: Final = {"url": "HIATUS_LLM_URL", "model": "HIATUS_LLM_MODEL", "key": "HIATUS_LLM_KEY"}

_NUMBERS: Final = {"timeout": (1, 3600), "piece": (500, 100_000), "answer": (256, 65_536)}


@dataclass(frozen=True, slots=True)
class Settings:
    """A server, a model, and how much is asked of them at once.

    Attributes:
        url: the base address of its API, such as `http://localhost:11434/v1`.
        model: the model's name there.
        key: the API key; None where the server wants none.
        timeout: seconds that an answer may take.
        piece: how many characters of an article are read at once. The model's context must hold them, the prompt
            (about 1,000 tokens) and the answer.
        answer: how many tokens an answer may have.

    Raises:
        ValueError: if one of them cannot be used.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 300
    piece: int = 6000
    answer: int = 4096

    def __post_init__(self) -> None:
        if not _is_address(self.url):
            raise ValueError(
                f"{self.url!r} is no address of a language model: one looks like http://localhost:11434/v1"
            )
        if self.key is not None and not (self.key.isascii() and self.key.isprintable()):
            raise ValueError("the language model's key has characters that no key has: copy it again")
        for name, (least, most) in _NUMBERS.items():
            if not least <= getattr(self, name) <= most:
                raise ValueError(f"{name} of the language model must be from {least} to {most}")


def settings(environ: Mapping[str, str], file: Path) -> Settings:
    """The settings; a variable of the environment goes before the file's value.

    Raises:
        ValueError: if server or model is missing, the file cannot be read, or a value cannot be used.
    """
    values = _from_file(file) | {name: environ[key] for name, key in VARIABLES.items() if environ.get(key)}
    if not (values.get("url") and values.get("model")):
        raise ValueError(
            "no language model is set: give HIATUS_LLM_URL and HIATUS_LLM_MODEL, "
            f"or url and model under [llm] in {file}"
        )
    return Settings(**values)


def _from_file(file: Path) -> dict[str, Any]:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8")).get("llm", {})
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise ValueError(f"{file} cannot be read: {error}") from error
    if not isinstance(table, dict):
        raise ValueError(f"{file}: llm must be a table, [llm]")
    known = {item.name for item in fields(Settings)}
    for name, value in table.items():
        if name not in known:
            raise ValueError(f"{file}: [llm] has no {name}, only {', '.join(sorted(known))}")
        if not _fits(name, value):
            raise ValueError(f"{file}: {name} may not be {value!r}")
    return table


def _fits(name: str, value: object) -> bool:
    if name not in _NUMBERS:
        return isinstance(value, str)
    kinds = (int, float) if name == "timeout" else (int,)
    return isinstance(value, kinds) and not isinstance(value, bool)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and _is_one_word(url)
    except ValueError:  # a port or a bracket that is none
        return False


def _is_one_word(text: str) -> bool:
    return text.isprintable() and " " not in text
