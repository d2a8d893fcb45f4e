"""What `hiatus show` prints."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine

from hiatus.cli.choosing import candidate, one
from hiatus.cli.judged import claim_data, print_claim
from hiatus.cli.output import answer, hint, line
from hiatus.cli.sayings import figure
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.credits import credited
from hiatus.knowledge.dossiers import Dossier, Known, known, outlook
from hiatus.knowledge.entities import Entity, entities_numbered
from hiatus.knowledge.loading import claims_of, claims_with

OTHER_WORKS = 4
"""How many other works of a person are named."""

_HEADINGS = {"release": "out", "company": "by", "based_on": "from", "metric": "figures", "story": "story"}
_CAST = (("returning", "returning"), ("joining", "joining"), (None, "cast"), ("leaving", "leaving"))


@dataclass(frozen=True, slots=True)
class View:
    """What of a dossier a person wants to see."""

    season: int | None
    moment: dt.date | None
    spoilers: bool
    sources: bool


@dataclass(frozen=True, slots=True)
class _Names:
    """What entities are called, and the other works of each person."""

    named: Mapping[int, str]
    elsewhere: Mapping[int, tuple[str, ...]]


def show_work(engine: Engine, title: str, view: View, as_json: bool) -> None:
    """Print what is known of a work."""
    with engine.connect() as connection:
        work = one(connection, "work", title)
        claims = claims_of(connection, work.id)
        dossier = known(claims, view.moment)
        names = _names(connection, work.id, dossier, view.moment)
    if as_json:
        answer(_data(work, dossier, names, claims, view))
    else:
        _print(work, dossier, names, view)


def _names(connection: Connection, work: int, dossier: Dossier, moment: dt.date | None) -> _Names:
    people = {each.slot.subject for each in dossier.known if each.slot.kind in ("cast", "crew") and each.slot.subject}
    told = [claim for claim in claims_with(connection, people) if moment is None or claim.document.day <= moment]
    credits_ = credited(told)
    works = {credit.work for own in credits_.values() for credit in own} - {work}
    titles = entities_numbered(connection, "work", works)
    said = [claim for each in dossier.known if each.slot.kind in ("company", "release") for claim in each.pro]
    companies = {claim.organization for claim in said if claim.organization is not None}
    named = {
        **entities_numbered(connection, "person", people),
        **entities_numbered(connection, "organization", companies),
    }
    elsewhere = {
        person: tuple(titles[credit.work].name for credit in own if credit.work != work)
        for person, own in credits_.items()
    }
    return _Names({number: entity.name for number, entity in named.items()}, elsewhere)


def _print(work: Entity, dossier: Dossier, names: _Names, view: View) -> None:
    line(f"{work.name}  #{work.id}" + (f"  as of {view.moment}" if view.moment else ""), "bold")
    others = [spelling for spelling in work.spellings if spelling != work.name]
    if others:
        line(f"also {', '.join(others)}", "dim")
    seasons = [season for season in dossier.seasons() if view.season is None or season == view.season]
    if not seasons:
        hint("Nothing was known of it then." if view.moment else "Nothing is known of it yet.")
        return
    standing = outlook(dossier, view.moment or dt.datetime.now(dt.UTC).date())
    line(f"stands: {standing.said}", "bold cyan")
    for season in seasons:
        line(f"\nSeason {season}" if season is not None else "\nThe work as a whole", "bold cyan")
        _print_season(dossier, season, names, view)
    if not view.spoilers and any(each.slot.kind == "story" for each in dossier.known):
        hint("\nWhat it is about is hidden: --spoilers shows it.")


def _print_season(dossier: Dossier, season: int | None, names: _Names, view: View) -> None:
    stage = dossier.stage(season)
    if stage is not None:
        _row("stage", _with_state(str(stage.value), stage), stage, view)
        way = [f"{step.value}{_unsure(step)} {step.first_seen}" for step in dossier.way(season)]
        if len(way) > 1:
            line(f"  {'':<10} {' → '.join(way)}", "dim")
    for kind in ("release", "episodes"):
        _print_kind(kind, dossier.of(kind, season), names, view)
    _print_cast(dossier.of("cast", season), names, view)
    for kind in ("crew", "company", "based_on", "metric", "trailer", *(("story",) if view.spoilers else ())):
        _print_kind(kind, dossier.of(kind, season), names, view)


def _print_kind(kind: str, found: Iterable[Known], names: _Names, view: View) -> None:
    for index, each in enumerate(found):
        heading = _HEADINGS.get(kind, kind) if index == 0 else ""
        _row(heading, _with_state(_words(each, names), each), each, view)


def _print_cast(found: Iterable[Known], names: _Names, view: View) -> None:
    by_change: dict[str | None, list[Known]] = defaultdict(list)
    for each in found:
        by_change[each.value.get("change") if isinstance(each.value, dict) else None].append(each)
    for change, heading in _CAST:
        for index, each in enumerate(by_change[change]):
            _row(heading if index == 0 else "", _with_state(_words(each, names), each), each, view)


def _row(heading: str, words: str, each: Known, view: View) -> None:
    line(f"  {heading:<10} {words}")
    for side, claims in (("", each.pro), ("against: ", each.contra)):
        for claim in claims if view.sources else ():
            print_claim(claim, f"  {'':<12}{side}")
    if each.state != "disputed":
        return
    for other in each.others:
        line(f"  {'':<10} against it: {_plain(other)} ({_who(other.pro)}; for it: {_who(each.pro)})", "yellow")
        for claim in other.pro if view.sources else ():
            print_claim(claim, f"  {'':<14}")
    if each.contra:
        line(f"  {'':<10} denied by {_who(each.contra)}", "yellow")


def _who(claims: Iterable[Claim]) -> str:
    documents = (claim.document for claim in claims)
    said = dict.fromkeys(f"{document.publisher or document.address}, {document.day}" for document in documents)
    return "; ".join([*said][:3]) + (" …" if len(said) > 3 else "")


def _plain(each: Known) -> str:
    if isinstance(each.value, dict):
        return ", ".join(f"{part}" for part in each.value.values() if part)
    return figure(each.value) if isinstance(each.value, int | float) else str(each.value)


def _with_state(words: str, each: Known) -> str:
    state = f" [{each.state}]" if each.state != "known" else ""
    moved = f" (before: {', '.join(_plain(old) for old in each.before)})" if _moves(each) else ""
    count = f"  · {each.sources} source{'s' if each.sources != 1 else ''}"
    return f"{words}{_unsure(each)}{state}{moved}{count}"


def _moves(each: Known) -> bool:
    return bool(each.before) and each.slot.kind in ("release", "episodes")


def _unsure(each: Known) -> str:
    return "" if each.certainty == "confirmed" or each.state == "denied" else f" ({each.certainty})"


def _words(each: Known, names: _Names) -> str:  # noqa: PLR0911 - one line a kind
    """A value in a few words."""
    slot, value = each.slot, each.value
    parts: Mapping[str, Any] = value if isinstance(value, dict) else {}
    name = names.named.get(slot.subject or -1, str(parts.get("person") or parts.get("name") or ""))
    match slot.kind:
        case "cast":
            role = f" as {parts['character']}" if parts.get("character") else ""
            return f"{name}{role}{_known_from(slot.subject, names)}"
        case "crew":
            change = f", {parts['change']}" if parts.get("change") else ""
            return f"{name}, {slot.attribute}{change}{_known_from(slot.subject, names)}"
        case "company":
            return f"{name} ({slot.attribute})"
        case "release":
            return f"{value}{_platform(each, names)}"
        case "based_on":
            work = f" {parts['work']}" if parts.get("work") else ""
            return f"{slot.attribute}{work}" + (f" by {parts['author']}" if parts.get("author") else "")
        case "metric":
            return f"{figure(float(str(value)))} {slot.attribute}"
        case "trailer":
            return f"{slot.attribute}, {each.first_seen}"
        case _:
            return str(value)


def _platform(release: Known, names: _Names) -> str:
    """Where it comes out, as the latest that say so have it."""
    said = [claim.organization for claim in release.pro if claim.organization is not None]
    return f" on {names.named[said[-1]]}" if said else ""


def _known_from(person: int | None, names: _Names) -> str:
    works = names.elsewhere.get(person or -1, ())[:OTHER_WORKS]
    return f" — you know them from {', '.join(works)}" if works else ""


def _data(work: Entity, dossier: Dossier, names: _Names, claims: Iterable[Claim], view: View) -> dict[str, Any]:
    standing = outlook(dossier, view.moment or dt.datetime.now(dt.UTC).date())
    shown = [each for each in dossier.known if _is_shown(each, view)]
    used = {claim.id for each in shown for claim in each.claims()}
    return {
        "work": candidate(work),
        "as_of": view.moment.isoformat() if view.moment else None,
        "outlook": standing.outlook,
        "known": [
            {
                **each.to_dict(),
                "said": _words(each, names),
                "elsewhere": names.elsewhere.get(each.slot.subject or -1, ()),
            }
            for each in shown
        ],
        "steps": [step.to_dict() for step in dossier.steps if view.season in (None, step.slot.season)],
        "claims": [claim_data(claim) for claim in claims if claim.id in used],
    }


def _is_shown(each: Known, view: View) -> bool:
    return view.season in (None, each.slot.season) and (view.spoilers or each.slot.kind != "story")
