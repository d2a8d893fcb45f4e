"""Facts in an answer, whatever stands around them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiatus.reading.llm.proposals import MAX_MISSES, proposals

A = {"kind": "status", "quote": "a {b} c", "season": 2}
B = {"kind": "cast", "quote": 'he said "no"', "season": None}
LIST = json.dumps({"facts": [A, B]})


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (LIST, [A, B]),
        (f"Here you are:\n```json\n{LIST}\n```\nAnything else?", [A, B]),
        (f"<think>Maybe {json.dumps(A)}?</think>{LIST}", [A, B]),
        (json.dumps([A, B]), [A, B]),
        (f"{json.dumps(A)}\n{json.dumps(B)}\n", [A, B]),
        (f"Take {{this}} or {{ that }}: {LIST}", [A, B]),
        (LIST[:-2], [A, B]),
        (LIST[:-9], [A]),
        (f'{{"facts": [{json.dumps(A)}, {{"kind": "cast", "quote": "never fin', [A]),
        ('{"facts": []}', []),
        ('{"facts": [1, "two", null]}', [1, "two", None]),
        ('{"facts": [{"kind": "metric", "value": NaN}, ' + json.dumps(A), [A]),
    ],
)
def test_facts_are_found(answer: str, found: list[object]) -> None:
    assert proposals(answer) == found


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "I cannot help with that.",
        "{}",
        "[]",
        "null",
        '{"facts": "none"}',
        '{"error": {"code": 1}}',
        "{" * 2000,
        '{"facts": ' * 50_000,
        '{"value": Infinity}',
        '{"value": ' + "9" * 5000 + "}",
    ],
)
def test_what_holds_no_list_of_facts_is_none(answer: str) -> None:
    assert proposals(answer) is None


def test_no_more_than_a_few_braces_that_open_nothing_are_looked_at() -> None:
    assert proposals('{"' * (MAX_MISSES - 1) + LIST) == [A, B]
    assert proposals('{"' * MAX_MISSES + LIST) is None


@given(st.text('{}[]":,\\ aekinds<think>/0', max_size=200))
def test_any_text_is_looked_through(answer: str) -> None:
    found = proposals(answer)
    assert found is None or isinstance(found, list)
