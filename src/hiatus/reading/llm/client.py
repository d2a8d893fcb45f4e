"""Asking a language model through OpenAI's chat completions, which local and hosted servers speak alike.

See https://platform.openai.com/docs/api-reference/chat. How an answer's form is asked for differs: the client begins
with the strictest way, goes on to the next where a server refuses it, and remembers what it learned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal

import openai

from hiatus.reading.llm.failures import failure
from hiatus.reading.llm.retry import WAITS, patiently
from hiatus.reading.llm.transport import address, bounded_client
from hiatus.reading.reading import ReadingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hiatus.reading.llm.prompt import Messages
    from hiatus.reading.llm.settings import Settings

Mode = Literal["json_schema", "json_object", "text"]

MODES: Final[tuple[Mode, ...]] = ("json_schema", "json_object", "text")

SEED: Final = 7

_REFUSALS: Final = frozenset((400, 415, 422, 500, 501))
_SPARED: Final = {"temperature": None, "seed": None, "max_tokens": "max_completion_tokens"}
"""Parameters that some hosted models refuse, and what they take instead."""


class Client:
    """A model on a server. Several threads may share it.

    Args:
        settings: which model, and where.
        waits: seconds before each further time that a busy server is asked.

    Raises:
        ValueError: if the address cannot be used.
    """

    def __init__(self, settings: Settings, waits: Sequence[float] = WAITS) -> None:
        self.settings = settings
        self._waits = waits
        self._modes = MODES
        self._taken: frozenset[Mode] = frozenset()
        self._spared: frozenset[str] = frozenset()
        self._openai = openai.OpenAI(
            base_url=address(settings.url),
            api_key=settings.key or "none",
            max_retries=0,
            http_client=bounded_client(settings.timeout),
        )

    def answers(self, messages: Messages, schema: dict[str, Any]) -> Iterator[str]:
        """The model's answers, the most strictly asked for first: take the next only where one cannot be used.

        Raises:
            ReadingError: if the server does not answer, or refuses.
        """
        refused: list[Mode] = []
        for mode in self._modes:
            try:
                answer = self._ask(mode, messages, schema)
            except openai.APIError as error:
                if mode == MODES[-1] or getattr(error, "status_code", None) not in _REFUSALS:
                    raise failure(error, self.settings) from error
                refused.append(mode)
                continue
            self._learn(mode, refused)
            yield answer

    def _learn(self, taken: Mode, refused: list[Mode]) -> None:
        """Remember which ways the server takes; what it took once, it did not refuse for good."""
        self._taken |= {taken}
        self._modes = tuple(mode for mode in self._modes if mode not in refused or mode in self._taken)

    def _ask(self, mode: Mode, messages: Messages, schema: dict[str, Any]) -> str:
        known = mode in self._taken or mode == MODES[-1]
        return patiently(lambda: self._send(mode, messages, schema), known=known, waits=self._waits)

    def _send(self, mode: Mode, messages: Messages, schema: dict[str, Any]) -> str:
        request = {"model": self.settings.model, "messages": messages} | self._parameters() | _form(mode, schema)
        try:
            return _content(self._openai.chat.completions.create(**request))
        except openai.BadRequestError as error:
            if error.param not in tuple(_SPARED) or error.param not in request:
                raise
            self._spared |= {error.param}
        except (ValueError, RecursionError) as error:  # no JSON, or none that anyone means
            raise _no_protocol() from error
        return self._send(mode, messages, schema)

    def _parameters(self) -> dict[str, Any]:
        wanted = {"temperature": 0, "seed": SEED, "max_tokens": self.settings.answer}
        kept = {name: value for name, value in wanted.items() if name not in self._spared}
        instead = {new: wanted[name] for name, new in _SPARED.items() if new and name in self._spared}
        return kept | instead


def _form(mode: Mode, schema: dict[str, Any]) -> dict[str, Any]:
    if mode == "json_schema":
        form = {"type": mode, "json_schema": {"name": "facts", "strict": True, "schema": schema}}
    elif mode == "json_object":
        form = {"type": mode, "schema": schema}
    else:
        return {}
    return {"response_format": form}


def _content(completion: Any) -> str:
    """The text of an answer; openai hands on whatever the server sent, unchecked."""
    try:
        content = completion.choices[0].message.content
    except (AttributeError, LookupError, TypeError) as error:
        raise _no_protocol() from error
    return content if isinstance(content, str) else ""


def _no_protocol() -> ReadingError:
    return ReadingError(
        "the language model's server does not answer as OpenAI's chat completions do: check its address"
    )
