"""The facts that a model proposes: found in its answer, whatever it wrote around them or left unfinished."""

from __future__ import annotations

import json
import re
from typing import Final, NoReturn

MAX_MISSES: Final = 100
"""So many braces that open nothing are looked at: an answer made of them costs no more."""

_OPENING: Final = re.compile(r'\{\s*["}]')
_THOUGHT: Final = re.compile(r"\s*<think>.*?</think>", re.DOTALL)


def proposals(answer: str) -> list[object] | None:
    """The facts in an answer, unchecked, in order; None where it holds no list of facts at all.

    Text around the JSON, such as a fence or a thought, is passed over; of an answer that was cut off, the facts that
    were finished are found.
    """
    found: list[object] | None = None
    thought = _THOUGHT.match(answer)
    position, misses = thought.end() if thought else 0, 0
    while misses < MAX_MISSES and (opening := _OPENING.search(answer, position)):
        try:
            value, position = _DECODER.raw_decode(answer, opening.start())
        except (ValueError, RecursionError):
            position = opening.start() + 1
            misses += 1
            continue
        listed = _listed(value)
        found = found if listed is None else [*(found or []), *listed]
    return found


def _listed(value: dict[str, object]) -> list[object] | None:
    facts = value.get("facts")
    if isinstance(facts, list):
        return facts
    return [value] if "kind" in value else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


_DECODER: Final = json.JSONDecoder(parse_constant=_refuse)
