"""What a model may answer: the fields of each kind of fact, and a JSON Schema of them, both from the types of facts.

The schema keeps to what strict servers take: every property is required and no other allowed, null stands for nothing
(https://platform.openai.com/docs/guides/structured-outputs).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from hiatus.facts import KINDS

QUOTE: Final = "quote"
"""What stands for a fact's evidence in an answer: models copy, but cannot count."""

_QUOTED: Final = {("story", "text")}  # such a field is the quote itself
_JSON_TYPES: Final = {str: "string", int: "integer", float: "number"}
_LAST: Final = ("certainty", "said_by")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a kind of fact.

    Attributes:
        type: str, int or float.
        choices: the values that it may have; empty where it is free.
        required: whether it may not be null.
    """

    name: str
    type: type[str | int | float]
    choices: tuple[str, ...]
    required: bool


@cache
def fields_of(kind: str) -> tuple[Field, ...]:
    """The fields that a model fills in for a kind, its own before certainty and speaker; evidence is not among them."""
    cls = KINDS[kind]
    hints = get_type_hints(cls)
    names = [
        item.name for item in dataclasses.fields(cls) if item.name != "evidence" and (kind, item.name) not in _QUOTED
    ]
    return tuple(_field(name, hints[name]) for name in sorted(names, key=lambda name: name in _LAST))


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of an answer: `{"facts": [...]}`. Shared: do not change it."""
    facts = {"type": "array", "items": {"anyOf": [_object(kind) for kind in KINDS]}}
    return _closed({"facts": facts})


def _field(name: str, hint: Any) -> Field:
    options = get_args(hint)
    required = type(None) not in options
    inner = hint if required else next(option for option in options if option is not type(None))
    choices = get_args(inner) if get_origin(inner) is Literal else ()
    return Field(name, str if choices else inner, choices, required)


def _object(kind: str) -> dict[str, Any]:
    head = {"kind": {"type": "string", "enum": [kind]}, QUOTE: {"type": "string"}}
    return _closed(head | {field.name: _property(field) for field in fields_of(kind)})


def _property(field: Field) -> dict[str, Any]:
    name = _JSON_TYPES[field.type]
    values: dict[str, Any] = {"type": name if field.required else [name, "null"]}
    if field.choices:
        values["enum"] = [*field.choices] if field.required else [*field.choices, None]
    return values


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}
