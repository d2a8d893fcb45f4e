"""Why there is no answer, and what to do about it, in one plain line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import openai

from hiatus.reading.reading import ReadingError

if TYPE_CHECKING:
    from hiatus.reading.llm.settings import Settings

_MAX_MESSAGE: Final = 200  # characters of what a server says


def failure(error: openai.APIError, settings: Settings) -> ReadingError:
    """The error of a reading that an error of openai makes."""
    return ReadingError(f"the language model at {settings.url} {_reason(error, settings)}")


def _reason(error: openai.APIError, settings: Settings) -> str:
    match error:
        case openai.APITimeoutError():
            return f"did not answer within {settings.timeout:g} seconds: raise timeout, or take a smaller model"
        case openai.APIConnectionError():
            return "cannot be reached: check the address, and that the server runs"
        case openai.APIStatusError():
            return _status(error, settings)
        case _:
            return f"failed: {_message(error)}"


def _status(error: openai.APIStatusError, settings: Settings) -> str:
    status = error.status_code
    if 300 <= status < 400:
        return "has moved: give the address that it redirects to"
    if status in (401, 403):
        return f"refuses the key (status {status}): check HIATUS_LLM_KEY"
    if status == 404:
        return f"has no model {settings.model!r}, or no chat: check the name, and whether the address ends in /v1"
    if status == 429:
        return "was asked too often, or its quota is used up: try again later"
    return f"failed ({_message(error)})"


def _message(error: openai.APIError) -> str:
    message = " ".join(str(error.message).split())
    return message if len(message) <= _MAX_MESSAGE else message[:_MAX_MESSAGE] + "…"
