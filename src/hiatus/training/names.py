"""The names in a fact, by kind of name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from hiatus.facts import Company, Fact

NAME_FIELDS = {
    "person": "person",
    "author": "person",
    "character": "character",
    "name": "company",
    "title": "title",
    "work": "title",
}
"""The fields of facts that hold a name, and the kind of name."""


def names_of(fact: Fact) -> Iterable[tuple[str, str]]:
    """The names in a fact: kind of name, name; a company's kind has its role."""
    for item in fields(fact):
        value = getattr(fact, item.name)
        if item.name in NAME_FIELDS and isinstance(value, str):
            yield (f"company:{fact.role}" if isinstance(fact, Company) else NAME_FIELDS[item.name]), value
