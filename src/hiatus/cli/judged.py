"""What `hiatus people`, `works` and `claims` do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine

from hiatus.cli.choosing import candidate, described, found_by, numbered, one, unknown
from hiatus.cli.output import CommandError, answer, hint, line
from hiatus.cli.sayings import claim_said
from hiatus.cli.searched import source_of
from hiatus.knowledge import identity, judgements
from hiatus.knowledge.claims import Claim
from hiatus.knowledge.database import writing
from hiatus.knowledge.entities import Entity
from hiatus.knowledge.judgements import Judgement
from hiatus.knowledge.loading import claims_numbered, claims_of
from hiatus.knowledge.mentions import LONGEST_SPELLING, Kind, Mention, Register
from hiatus.knowledge.spelling import simple


def judge_same(engine: Engine, kind: Kind, left: str, right: str, as_json: bool) -> None:
    """Two are one from now on."""
    with engine.connect() as connection:
        one_, other = (one(connection, kind, words) for words in (left, right))
    with writing(engine).begin() as connection:
        number = _judged(lambda: identity.judge_same(connection, one_.id, other.id))
    _told(number, f"{one_.name} and {other.name} are one", as_json)


def judge_different(engine: Engine, kind: Kind, names: tuple[str, str], works: Sequence[str], as_json: bool) -> None:
    """Two names are two people, or two works, from now on."""
    if len(works) > 2:
        raise CommandError("--in is given once or twice: for A, then for B.")
    with engine.connect() as connection:
        scopes = [one(connection, "work", title).id for title in works]
        first, second = (
            _mention(connection, kind, words, scope)
            for words, scope in zip(names, [*scopes, None, None][:2], strict=True)
        )
    with writing(engine).begin() as connection:
        number = _judged(lambda: identity.judge_different(connection, kind, first, second))
    _told(number, f"{first.spelling} and {second.spelling} are two", as_json)


def _judged(judge: Any) -> int:
    try:
        return int(judge())
    except identity.JudgementError as error:
        raise CommandError(f"{error}.") from error


def _told(number: int, words: str, as_json: bool) -> None:
    if as_json:
        answer({"judgement": number})
    else:
        line(f"{words} from now on (judgement {number}; 'hiatus people undo {number}' takes it back).")


def _mention(connection: Connection, kind: Kind, words: str, work: int | None) -> Mention:
    """The mention that words mean: with that very spelling where there is one, in what is said of a work if given."""
    found = [one(connection, kind, words)] if numbered(words) else found_by(connection, kind, words)
    register = Register(connection)
    mentions = register.of_entities([entity.id for entity in found])
    if work is not None:
        titles = {mention.id for mention in register.of_entities([work])}
        mentions = [mention for mention in mentions if mention.scope in titles]
    spelled = [mention for mention in mentions if simple(mention.spelling) == simple(words)] or mentions
    if not spelled:
        raise unknown(connection, kind, words)
    return spelled[0]


def list_unsure(engine: Engine, most: int, as_json: bool) -> None:
    """Print the pairs that are worth a look."""
    with engine.connect() as connection:
        pairs = identity.unsure(connection)
    if as_json:
        answer([
            {"left": candidate(pair.left), "right": candidate(pair.right), "score": pair.match.score,
             "reasons": list(pair.match.reasons)}
            for pair in pairs[:most]
        ])  # fmt: skip
        return
    for pair in pairs[:most]:
        line(f"{described(pair.left)}  |  {described(pair.right)}", "bold")
        line(f"  {pair.match.score:.2f}  {'; '.join(pair.match.reasons)}")
    if len(pairs) > most:
        hint(f"{len(pairs) - most} more pairs: --most {len(pairs)}")
    hint("Say which it is: hiatus people same A B, or hiatus people different A B." if pairs else "No pair is unsure.")


def list_judgements(engine: Engine, as_json: bool) -> None:
    """Print what was decided."""
    with engine.connect() as connection:
        made = judgements.listed(connection)
        said = [_said(connection, each) for each in made]
    if as_json:
        answer([_data(each, words) for each, words in zip(made, said, strict=True)])
        return
    for each, words in zip(made, said, strict=True):
        undone = f" (taken back {each.undone:%Y-%m-%d})" if each.undone else ""
        line(f"{each.id:>4}  {each.made:%Y-%m-%d}  {words}{undone}", "dim" if each.undone else "")
    if not made:
        hint("Nothing was decided yet.")


def _data(each: Judgement, words: str) -> dict[str, Any]:
    undone = each.undone.isoformat(timespec="seconds") if each.undone else None
    return {"id": each.id, "verdict": each.verdict, "made": each.made.isoformat(timespec="seconds"), "undone": undone,
            "said": words}  # fmt: skip


def _said(connection: Connection, each: Judgement) -> str:
    """A judgement in words."""
    if each.verdict == "rejected":
        return f"claim {each.left} is rejected" + (f": {each.words}" if each.words else "")
    left = _spelling(connection, each.left)
    if each.verdict == "titled":
        return f"{left} is called {each.words}"
    return f"{left} and {_spelling(connection, each.right)} are {'one' if each.verdict == 'same' else 'two'}"


def _spelling(connection: Connection, mention: int | None) -> str:
    register = Register(connection)
    entities = register.entity_of([mention] if mention is not None else [])
    found = (each for each in register.of_entities(list(entities.values())) if each.id == mention)
    return next((each.spelling for each in found), "?")


def _undone(connection: Connection, number: int) -> int:
    identity.undo(connection, number)
    return number


def undo_judgement(engine: Engine, number: int, as_json: bool) -> None:
    """Take a judgement back."""
    with writing(engine).begin() as connection:
        _judged(lambda: _undone(connection, number))
    if as_json:
        answer({"judgement": number})
    else:
        line(f"Judgement {number} is taken back.")


def fix_title(engine: Engine, old: str, new: str, as_json: bool) -> None:
    """Call a work by another title."""
    words = " ".join(new.split())
    if not any(map(str.isalnum, words)) or len(words) > LONGEST_SPELLING:
        raise CommandError(f"{new[:40]!r} is no title.")
    with engine.connect() as connection:
        work = one(connection, "work", old)
    with writing(engine).begin() as connection:
        mention = Register(connection).of_entities([work.id])[0]
        number = judgements.add(connection, "titled", mention.id, words=words)
    _told(number, f"{work.name} is called {words}", as_json)


def list_claims(engine: Engine, title: str, as_json: bool) -> None:
    """Print the claims about a work."""
    with engine.connect() as connection:
        work: Entity = one(connection, "work", title)
        found = claims_of(connection, work.id)
    if as_json:
        answer({"work": candidate(work), "claims": [claim_data(claim) for claim in found]})
        return
    for claim in found:
        print_claim(claim)
    if not found:
        hint(f"Nothing was said of {work.name} yet.")


def print_claim(claim: Claim, indent: str = "") -> None:
    """A claim with its number, its quote and where it stands."""
    line(f"{indent}{claim.id:>5}  {claim_said(claim)}")
    line(f"{indent}       “{' '.join(claim.fact.evidence.quote.split())}”", "italic")
    line(f"{indent}       {source_of(claim.document)}", "dim")


def claim_data(claim: Claim) -> dict[str, Any]:
    """A claim as programs are told of it."""
    document = claim.document
    return {
        "id": claim.id,
        "fact": claim.fact.to_dict(),
        "publisher": document.publisher,
        "day": document.day.isoformat(),
        "address": document.address,
        "headline": document.headline,
    }


def reject_claims(engine: Engine, numbers: Iterable[int], why: str | None, as_json: bool) -> None:
    """Leave claims out of what is known, all of these or none."""
    with writing(engine).begin() as connection:
        known = {claim.id: claim for claim in claims_numbered(connection, list(numbers))}
        for number in numbers:
            if number not in known:
                raise CommandError(
                    f"There is no claim {number} that holds: 'hiatus claims list TITLE' has the numbers."
                )
        made = [judgements.add(connection, "rejected", number, words=why) for number in numbers]
    if as_json:
        answer([{"judgement": judgement, "claim": number} for judgement, number in zip(made, numbers, strict=True)])
        return
    for judgement, number in zip(made, numbers, strict=True):
        line(f"Claim {number} is rejected: {claim_said(known[number])} (judgement {judgement}).")
