"""What `hiatus person` shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Engine

from hiatus.cli.choosing import candidate, one
from hiatus.cli.judged import claim_data, print_claim
from hiatus.cli.output import answer, hint, line, rows
from hiatus.knowledge.credits import Credit, credited
from hiatus.knowledge.entities import Entity, entities_numbered
from hiatus.knowledge.loading import claims_with

Names = Mapping[int, Entity]


def show_person(engine: Engine, name: str, sources: bool, as_json: bool) -> None:
    """Print what is known of a person."""
    with engine.connect() as connection:
        who = one(connection, "person", name)
        credits_ = credited(claims_with(connection, [who.id])).get(who.id, [])
        names = _names(connection, credits_)
    if as_json:
        answer({"person": candidate(who), "credits": [_data(each, names) for each in credits_]})
    else:
        _print(who, credits_, names, sources)


def _names(connection: Connection, found: Iterable[Credit]) -> Names:
    """The works and characters of credits, by number."""
    found = list(found)
    characters = {number for credit in found for number in credit.characters}
    works = entities_numbered(connection, "work", {credit.work for credit in found})
    return {**works, **entities_numbered(connection, "character", characters)}


def _print(who: Entity, found: Iterable[Credit], names: Names, sources: bool) -> None:
    line(f"{who.name}  #{who.id}", "bold")
    others = [spelling for spelling in who.spellings if spelling != who.name]
    if others:
        line(f"also spelled {', '.join(others)}", "dim")
    found = list(found)
    if not found:
        hint("No work is known of.")
    elif not sources:
        rows(("work", "as", "outlets"), (_cells(credit, names) for credit in found))
    else:
        for credit in found:
            line("\n" + "  ".join(_cells(credit, names)[:2]), "bold cyan")
            for claim in credit.claims:
                print_claim(claim, "  ")


def _cells(credit: Credit, names: Names) -> tuple[str, str, str]:
    roles = [*(names[number].name for number in credit.characters), *credit.jobs]
    outlets = {claim.document.publisher or claim.document.address for claim in credit.claims}
    return names[credit.work].name, ", ".join(roles), str(len(outlets))


def _data(credit: Credit, names: Names) -> dict[str, Any]:
    return {
        "work": {"id": credit.work, "name": names[credit.work].name},
        "characters": [{"id": number, "name": names[number].name} for number in credit.characters],
        "jobs": list(credit.jobs),
        "claims": [claim_data(claim) for claim in credit.claims],
    }
