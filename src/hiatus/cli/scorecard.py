"""`hiatus scorecard`: every show that is known, and how things stand for it."""

# ruff: noqa: PLC0415 - commands load what they need when they run

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import click

from hiatus.cli.database import with_database
from hiatus.cli.days import DAY

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from hiatus.knowledge.scorecard import Score


@click.command()
@click.option("--followed", "only_followed", is_flag=True, help="Only the shows that you follow.")
@click.option("--as-of", "moment", type=DAY, help="As it was known on this day.")
@with_database
def scorecard(engine: Engine, only_followed: bool, moment: dt.date | None, as_json: bool) -> None:
    """Show how things stand for every show: in production, dated, renewed, undecided, ended, cancelled.

    A show has ended when its last season, said to be the last, is out; it was cancelled when it was cut short.
    """
    from hiatus.cli.output import answer, hint, rows
    from hiatus.knowledge.following import followed
    from hiatus.knowledge.scorecard import scorecard as scores

    with engine.connect() as connection:
        works = list(followed(connection)) if only_followed else None
        found = scores(connection, moment or dt.datetime.now(dt.UTC).date(), works)
    if as_json:
        answer([_data(score) for score in found])
    elif found:
        rows(("show", "season", "stands", "because", "since", "sources"), map(_cells, found))
    else:
        hint("Nothing is known of any show yet: hiatus update, or hiatus update FILE.")


def _cells(score: Score) -> tuple[str, ...]:
    standing, because = score.standing, score.standing.because
    season = str(standing.season or "")
    if because is None:
        return score.work.name, season, standing.outlook, "", "", ""
    unsure = "" if because.certainty == "confirmed" else f" ({because.certainty})"
    disputed = ", disputed" if because.state == "disputed" else ""
    return (score.work.name, season, standing.outlook, f"{because.value}{unsure}{disputed}",
            because.first_seen.isoformat(), str(because.sources))  # fmt: skip


def _data(score: Score) -> dict[str, Any]:
    return {"work": {"id": score.work.id, "name": score.work.name}, **score.standing.to_dict()}
