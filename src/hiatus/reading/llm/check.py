"""From a proposal to a fact: its types hold, its names and its evidence are in the article, or it is none."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from hiatus.facts import KINDS, Fact, from_dict
from hiatus.reading.llm.places import Places, nearest
from hiatus.reading.llm.schema import QUOTE, Field, fields_of

if TYPE_CHECKING:
    from hiatus.article import Span

_MAX_NUMBER: Final = 10**15
_MAX_COUNT: Final = 10_000  # seasons, episodes
_EDTF: Final = re.compile(r"(\d{4}|XXXX)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-(2[1-4]|3[3-6]|4[01]))?", re.ASCII)


def checked(proposal: object, places: Places, piece: Span) -> Fact | None:
    """The fact that a proposal stands for; None where the article does not bear it out, or it breaks the types.

    Args:
        proposal: what the model wrote, as decoded from JSON.
        places: the article.
        piece: the stretch of the article that the model was reading; evidence is looked for there first.
    """
    try:
        return _fact(proposal, places, piece)
    except ValueError:
        return None


def _fact(proposal: object, places: Places, piece: Span) -> Fact:
    if not isinstance(proposal, dict) or not isinstance(kind := proposal.get("kind"), str) or kind not in KINDS:
        raise ValueError("no kind of fact")
    values = {field.name: _value(field, proposal.get(field.name), places) for field in fields_of(kind)}
    names = [value for field in fields_of(kind) if _is_name(field) and isinstance(value := values[field.name], str)]
    evidence = _evidence(proposal.get(QUOTE), places, piece, [places.of_name(name) for name in names])
    if kind == "story":
        values["text"] = evidence["quote"]
    return from_dict({"kind": kind, **values, "evidence": evidence})


def _value(field: Field, value: object, places: Places) -> str | float | None:
    if isinstance(value, str) and not value.strip():
        value = None  # models write "" for nothing
    if value is None:
        if field.name == "certainty":
            return "confirmed"
        if field.required:
            raise ValueError(f"{field.name} is missing")
        return None
    if field.type is not str:
        return _number(field, value)
    if not isinstance(value, str):
        raise ValueError(f"{field.name} is no text")
    return _text(field, value, places)


def _number(field: Field, value: object) -> float:
    kinds = (int, float) if field.type is float else (int,)
    if not isinstance(value, kinds) or isinstance(value, bool):
        raise ValueError(f"{field.name} is no number")
    least, most = (0, _MAX_NUMBER) if field.type is float else (1, _MAX_COUNT)
    if not least <= value <= most:
        raise ValueError(f"{field.name} is out of bounds")
    return value


def _text(field: Field, value: str, places: Places) -> str:
    if field.name == "date":
        return _date(value)
    if field.choices:
        return value  # from_dict knows which there are
    spelled = places.spelled(value)
    if spelled is None:
        raise ValueError(f"{field.name} is not in the article")
    return spelled


def _date(value: str) -> str:
    match = _EDTF.fullmatch(value)
    if not match or value == "XXXX":
        raise ValueError("no date")
    if match[4]:
        date.fromisoformat(value.replace("XXXX", "2000"))  # a day that there is, in a leap year where none is given
    return value


def _is_name(field: Field) -> bool:
    return field.type is str and not field.choices and field.name != "date"


def _evidence(quote: object, places: Places, piece: Span, named: list[tuple[Span, ...]]) -> dict[str, Any]:
    stretches = places.of_quote(quote) if isinstance(quote, str) else ()
    within = [stretch for stretch in stretches if piece.covers(stretch)] or stretches
    if not within:
        raise ValueError("the quote is not in the article")
    stretch = nearest(within, named)
    return {"start": stretch.start, "end": stretch.end, "quote": places.text(stretch)}
