"""Folding names."""

import pytest

from hiatus.reading.names import fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cheong-san", "Cheong San"),
        ("Renée Zellweger", "Renee Zellweger"),
        ("The Crown", "the crown"),
        ("Grey’s Anatomy", "Grey's Anatomy"),
        ("Squid  Game", "Squid Game"),
        ("M*A*S*H", "M A S H"),
    ],
)
def test_the_same_letters_are_one_name(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Roh Jae-won", "Noh Jae-won"), ("Smile", "Smile 2"), ("Dark", "Darker"), ("Thea", "The A")],
)
def test_other_letters_are_another(one: str, other: str) -> None:
    assert fold(one) != fold(other)
