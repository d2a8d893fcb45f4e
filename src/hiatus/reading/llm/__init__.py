"""The second reader: a language model that the user has, behind any server that speaks OpenAI's chat protocol.

`settings` (which server) → `pieces` of the article → `prompt` and `schema` (what is asked) → `client` (the server's
answer, kept by `cache`) → `proposals` (the facts in the answer) → `check` and `places` (those that the article bears
out). What the model says is never trusted: it gives quotes, and a quote that is not in the article drops its fact.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hiatus.reading.reading import Reader


def from_environment() -> Reader:
    """The reader that the environment and the file `config.toml` of the platform's config folder describe.

    Raises:
        ImportError: if the packages of the extra `hiatus[llm]` are not installed.
        ValueError: if server or model is not set, or a setting cannot be used.
    """
    try:
        from platformdirs import user_cache_path, user_config_path  # noqa: PLC0415 - an extra

        from hiatus.reading.llm.client import Client  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImportError("a language model needs more packages: pip install 'hiatus[llm]'") from error
    from hiatus.reading.llm.cache import Cache  # noqa: PLC0415 - nobody else waits for it
    from hiatus.reading.llm.reader import LanguageModelReader  # noqa: PLC0415
    from hiatus.reading.llm.settings import settings  # noqa: PLC0415

    chosen = settings(os.environ, user_config_path("hiatus", appauthor=False) / "config.toml")
    cache = Cache(user_cache_path("hiatus", appauthor=False) / "llm")
    return LanguageModelReader(Client(chosen), cache, chosen.piece)


__all__ = ["from_environment"]
