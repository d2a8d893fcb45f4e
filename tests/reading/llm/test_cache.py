"""The cache: whole answers or none, bounded, and never in the way."""

import json
import os
from pathlib import Path

import pytest

from hiatus.facts import Evidence, Status
from hiatus.reading.llm.cache import MAX_FILE_BYTES, Cache, key

FACT = Status(title="Harbor Lights", stage="renewed", evidence=Evidence(0, 2, "It"))


def test_an_answer_is_kept_beside_what_was_left_of_it(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "deep" / "folder")
    cache.put("a", "raw “text” \ud800", [FACT], 3)
    assert cache.get("a") == "raw “text” \ud800"
    content = json.loads((tmp_path / "deep" / "folder" / "a.json").read_text())
    assert (content["edited"], content["dropped"]) == ([FACT.to_dict()], 3)


def test_there_is_nothing_at_first(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").get("a") is None
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("content", ["", "{", "[]", "3", "{}", '{"raw": 3}', "[" * 100_000, "\xff", "9" * 5000])
def test_a_damaged_file_is_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_bytes(content.encode("latin-1"))
    assert Cache(tmp_path).get("a") is None


def test_too_large_a_file_is_neither_read_nor_written(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", "x" * MAX_FILE_BYTES, [], 0)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a.json").write_text(json.dumps({"raw": "x" * MAX_FILE_BYTES}))
    assert cache.get("a") is None


def test_those_not_used_for_longest_make_room(tmp_path: Path) -> None:
    cache = Cache(tmp_path, max_bytes=700)
    for number, name in enumerate("abc"):
        cache.put(name, "x" * 150, [], 0)
        os.utime(tmp_path / f"{name}.json", (number, number))
    assert cache.get("a") is not None  # used just now
    cache.put("d", "x" * 150, [], 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "c.json", "d.json"]


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file")
    cache.put("a", "raw", [], 0)
    assert cache.get("a") is None


def test_a_write_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    Cache(tmp_path).put("a", "raw", [], 0)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_key_tells_its_parts_apart() -> None:
    assert key("a", "b") == key("a", "b") != key("ab", "") != key("", "ab")
    assert key({"a": 1, "b": 2}) == key({"b": 2, "a": 1})
    assert len(key()) == 64
