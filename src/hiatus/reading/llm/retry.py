"""Asking again: a server that is busy, or broke off, is asked again after a while, a few times."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import openai

from hiatus.reading.llm.transport import is_unreachable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WAITS: Final = (0.5, 2.0, 8.0)
"""Seconds before the second, third and last time."""

MAX_WAIT: Final = 60.0
"""Seconds that a server may ask for (Retry-After, RFC 9110 10.2.3); who asks for more is not asked again."""

_PASSING: Final = frozenset((408, 409, 425, 429))
_AMBIGUOUS: Final = frozenset((500, 501))  # some servers say so to a request that they do not know


def patiently(ask: Callable[[], str], *, known: bool, waits: Sequence[float] = WAITS) -> str:
    """What `ask` returns, asked again while its error may pass.

    Args:
        ask: raises an error of openai where there is no answer.
        known: whether the server has answered such a request before: then status 500 is a mishap and no refusal.
        waits: seconds before each further time.

    Raises:
        openai.APIError: the last one.
    """
    for wait in waits:
        try:
            return ask()
        except (openai.APIStatusError, openai.APIConnectionError) as error:
            asked_for = _retry_after(error)
            if not _may_pass(error, known) or asked_for > MAX_WAIT:
                raise
        time.sleep(max(wait, asked_for))
    return ask()


def _may_pass(error: openai.APIError, known: bool) -> bool:
    """Whether it may be over soon; what took too long would again, and no server starts in that time."""
    if isinstance(error, openai.APIStatusError):
        status = error.status_code
        return status in _PASSING or (status >= 500 and (known or status not in _AMBIGUOUS))
    return not isinstance(error, openai.APITimeoutError) and not is_unreachable(error.__cause__)


def _retry_after(error: openai.APIError) -> float:
    if not isinstance(error, openai.APIStatusError):
        return 0
    value = error.response.headers.get("retry-after", "")
    return float(value) if value.isdecimal() else 0
