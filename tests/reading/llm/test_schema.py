"""The schema says what the types say."""

import dataclasses

import pytest

from hiatus.facts import CERTAINTIES, CHOICES, KINDS
from hiatus.reading.llm.schema import QUOTE, fields_of, schema

OBJECTS = {item["properties"]["kind"]["enum"][0]: item for item in schema()["properties"]["facts"]["items"]["anyOf"]}


def test_every_kind_has_an_object() -> None:
    assert list(OBJECTS) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_its_properties_are_the_fields_of_the_type(kind: str) -> None:
    fields = {field.name for field in dataclasses.fields(KINDS[kind])} - {"evidence"}
    text = {"text"} if kind == "story" else set()  # a story's text is its quote
    assert set(OBJECTS[kind]["properties"]) == fields - text | {"kind", QUOTE}


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_strict(kind: str) -> None:
    assert OBJECTS[kind]["required"] == list(OBJECTS[kind]["properties"])
    assert OBJECTS[kind]["additionalProperties"] is False


@pytest.mark.parametrize("kind", KINDS)
def test_choices_are_those_of_the_contract(kind: str) -> None:
    chosen = {field.name: field.choices for field in fields_of(kind) if field.choices}
    assert chosen == {name: choices for (of, name), choices in CHOICES.items() if of == kind} | {
        "certainty": CERTAINTIES
    }


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("status", "season", {"type": ["integer", "null"]}),
        ("status", "title", {"type": "string"}),
        ("metric", "value", {"type": "number"}),
        ("metric", "window", {"type": ["string", "null"]}),
        ("episodes", "count", {"type": "integer"}),
        ("company", "role", {"type": "string", "enum": ["platform", "studio"]}),
        ("cast", "change", {"type": ["string", "null"], "enum": ["returning", "joining", "leaving", None]}),
        ("cast", "certainty", {"type": "string", "enum": list(CERTAINTIES)}),
    ],
)
def test_a_property(kind: str, name: str, expected: dict[str, object]) -> None:
    assert OBJECTS[kind]["properties"][name] == expected
