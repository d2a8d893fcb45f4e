"""A memory in a file of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli import shows


@pytest.fixture(autouse=True)
def no_database_of_yours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HIATUS_DB", str(tmp_path / "not-given.db"))
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """The path of a database that is not there yet."""
    return tmp_path / "hiatus.db"


@pytest.fixture
def memory(empty: Path) -> Path:
    """What three articles said of two shows."""
    shows.renewed(empty)
    shows.filming(empty)
    shows.cancelled(empty)
    return empty
