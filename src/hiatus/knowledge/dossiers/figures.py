"""When two figures are one, rounded or converted."""

from __future__ import annotations

from functools import lru_cache

MANY = 1_000
"""From here on, two figures are alike by more than chance: a score of 90 and one of 93 are two."""

NEARLY = 0.005
"""How far apart two figures may be that are one."""


def figures_agree(one: float, other: float) -> bool:
    """Whether one figure is the other rounded to fewer digits, as 560 and 560.78 million are one; small ones never."""
    if min(abs(one), abs(other)) < MANY:
        return one == other
    if abs(one - other) <= NEARLY * max(abs(one), abs(other)):
        return True
    coarse, fine = sorted((one, other), key=digits)
    return digits(coarse) < digits(fine) and _rounded(fine, digits(coarse)) == coarse


@lru_cache(maxsize=10_000)
def digits(value: float) -> int:
    """Significant digits: 560,000,000 has two."""
    written = f"{value:.6f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}".rstrip("0")
    return len(written.replace(".", "").lstrip("-0"))


def _rounded(value: float, count: int) -> float:
    return float(f"{value:.{max(count, 1) - 1}e}")
