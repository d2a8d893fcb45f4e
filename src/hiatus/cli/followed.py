"""What `hiatus follow`, `unfollow` and `following` do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection, Engine

from hiatus.cli.choosing import ambiguous, ask, described, numbered, one
from hiatus.cli.output import CommandError, answer, hint, line, rows
from hiatus.knowledge.database import writing
from hiatus.knowledge.entities import Entity, entities_numbered, find
from hiatus.knowledge.following import follow, follow_title, followed, unfollow
from hiatus.knowledge.matching import titled, told_of
from hiatus.knowledge.mentions import LONGEST_SPELLING
from hiatus.knowledge.scorecard import scorecard
from hiatus.knowledge.suggesting import near


def follow_titles(engine: Engine, titles: Iterable[str], as_json: bool) -> None:
    """Follow what each title means, all or none; one of which nothing is known by its title."""
    with engine.connect() as connection:
        chosen = [(title, _chosen(connection, title)) for title in map(_checked, titles)]
    done = []
    with writing(engine).begin() as connection:
        for title, work in chosen:
            new = follow(connection, work.id) if work else _follow_title(connection, title)
            done.append({"title": work.name if work else title, "known": work is not None, "new": new})
    if as_json:
        answer(done)
        return
    for each in done:
        _say(str(each["title"]), bool(each["known"]), bool(each["new"]))


def _follow_title(connection: Connection, title: str) -> bool:
    before = set(followed(connection))
    return follow_title(connection, title) not in before


def _checked(title: str) -> str:
    words = " ".join(title.encode("utf-8", "replace").decode().split())
    if not any(map(str.isalnum, words)):
        raise CommandError(f"{title!r} is no title.")
    if len(words) > LONGEST_SPELLING:
        raise CommandError(f"{words[:40]!r}… is no title: it is longer than {LONGEST_SPELLING} characters.")
    return words


def _say(title: str, known: bool, new: bool) -> None:
    if not new:
        line(f"{title} is followed already.")
    elif known:
        line(f"You follow {title} now.")
    else:
        line(f"You follow {title} now: nothing is known of it yet, and the first news of it will be told.")


def _chosen(connection: Connection, title: str) -> Entity | None:
    """The work that a title means; None for one of which nothing is known.

    Raises:
        CommandError: if several works have that very title, and nobody can be asked.
    """
    if numbered(title) is not None:
        return one(connection, "work", title)
    same = told_of(titled(connection, title))
    if len(same) > 1:
        place = ask(f"Several are called {title}; which is meant?", [described(each) for each in same])
        if place is None:
            raise ambiguous(same, "work", title)
        return same[place]
    return same[0] if same else _alike(connection, title)


def _alike(connection: Connection, title: str) -> Entity | None:
    """A work whose title only has these words in it is followed where a person says that it is meant."""
    found = told_of(find(connection, "work", title))
    if not found:
        return None
    place = ask(f"{title} is not known; is one of these meant?", [described(each) for each in found], f"no: {title}")
    if place is None:
        hint(f"No work known has just the title {title!r}; near are: {', '.join(near(connection, 'work', title))}.")
    return None if place is None else found[place]


def unfollow_titles(engine: Engine, titles: Iterable[str], as_json: bool) -> None:
    """Follow these no longer; each title is one of those that are followed."""
    with engine.connect() as connection:
        mine = entities_numbered(connection, "work", followed(connection))
        chosen = [_of_mine(connection, mine, title) for title in titles]
    with writing(engine).begin() as connection:
        for work in chosen:
            unfollow(connection, work.id)
    if as_json:
        answer([{"id": work.id, "title": work.name} for work in chosen])
        return
    for work in chosen:
        line(f"You follow {work.name} no longer.")


def _of_mine(connection: Connection, mine: dict[int, Entity], title: str) -> Entity:
    found = [work for work in titled(connection, title) if work.id in mine]
    work = found[0] if len(found) == 1 else one(connection, "work", title)
    if work.id not in mine:
        raise CommandError(f"{work.name} is not followed: 'hiatus following' lists what is.")
    return work


def list_followed(engine: Engine, as_json: bool) -> None:
    """Print what is followed, since when, and how it stands."""
    with engine.connect() as connection:
        since = followed(connection)
        works = entities_numbered(connection, "work", since)
        today = dt.datetime.now(dt.UTC).date()
        standing = {score.work.id: score.standing for score in scorecard(connection, today, since)}
    if as_json:
        answer([
            {"id": work, "title": works[work].name, "since": since[work].isoformat(timespec="seconds"),
             "standing": standing[work].to_dict() if work in standing else None}
            for work in since
        ])  # fmt: skip
    elif not since:
        hint("Nothing is followed yet: hiatus follow TITLE")
    else:
        cells = ([works[w].name, f"{since[w]:%Y-%m-%d}", standing[w].said if w in standing else ""] for w in since)
        rows(("title", "since", "how it stands"), cells)
