"""Marks of one kind do not overlap: the earlier wins, and of two that start together the longer."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hiatus.reading.marks.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Iterable

M = TypeVar("M", bound=Mark)


def without_overlaps(marks: Iterable[M]) -> list[M]:
    """The marks in order of place, less those that start inside one that is kept."""
    kept: list[M] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept
