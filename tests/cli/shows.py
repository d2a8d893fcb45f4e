"""A small memory, and the commands as a person runs them on it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from hiatus.article import Article
from hiatus.cli import main
from hiatus.facts import Cast, Company, Crew, Evidence, Fact, KnownFor, Metric, Release, Status, Story
from hiatus.knowledge import filing
from hiatus.knowledge.database import open_database

Saying = Callable[[Evidence], Fact]


def run(database: Path | str, *words: str | Path, stdin: str | None = None) -> Result:
    """A command with its `--db`, as the terminal has it; never with a traceback."""
    result = CliRunner().invoke(main, [*map(str, words), "--db", str(database)], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def answer(database: Path | str, *words: str | Path) -> Any:
    """The data of a command that goes well with `--json`."""
    result = run(database, *words, "--json")
    shape = json.loads(result.stdout)
    assert set(shape) == {"command", "data", "problems"}
    assert result.exit_code == 0, result.stderr
    assert shape["problems"] == []
    return shape["data"]


def refused(database: Path | str, *words: str | Path) -> str:
    """What a command says that is refused, the same to people and to programs."""
    result, for_programs = run(database, *words), run(database, *words, "--json")
    assert result.exit_code == for_programs.exit_code == 2
    assert result.stdout == ""
    assert json.loads(for_programs.stdout)["problems"]
    assert "Traceback" not in result.stderr
    return result.stderr


def publish(database: Path, outlet: str, day: str, text: str, *sayings: Saying) -> None:
    """File an article of an outlet; every fact has the whole of its text for a quote."""
    article = Article(
        text,
        url=f"https://{outlet.lower()}.example/{day}",
        title=f"{outlet} on {day}",
        publisher=outlet,
        published=dt.date.fromisoformat(day),
    )
    engine = open_database(database)
    filing.file(engine, article, [saying(Evidence.of(text, 0, len(text))) for saying in sayings])
    engine.dispose()


def renewed(database: Path) -> None:
    """Harbor Lights is renewed, Mina Cho returns."""
    publish(
        database,
        "Quay",
        "2025-01-05",
        "Netflix renews Harbor Lights for a second season, and Mina Cho of Night Ferry returns as Dana.",
        lambda q: Status(title="Harbor Lights", season=2, stage="renewed", evidence=q),
        lambda q: Company(title="Harbor Lights", name="Netflix", role="platform", evidence=q),
        lambda q: Cast(
            title="Harbor Lights", season=2, person="Mina Cho", character="Dana", change="returning", evidence=q
        ),
        lambda q: KnownFor(title="Harbor Lights", person="Mina Cho", work="Night Ferry", evidence=q),
        lambda q: Story(title="Harbor Lights", season=2, text="The harbor freezes over.", evidence=q),
    )


def filming(database: Path) -> None:
    """It films, and a date is named."""
    publish(
        database,
        "Beacon",
        "2025-03-05",
        "The second season of Harbor Lights is filming under Ada Moss and will be out on May 8, 2026.",
        lambda q: Status(title="Harbor Lights", season=2, stage="filming", evidence=q),
        lambda q: Crew(title="Harbor Lights", season=2, person="Ada Moss", job="director", evidence=q),
        lambda q: Release(title="Harbor Lights", season=2, date="2026-05-08", platform="Netflix", evidence=q),
        lambda q: Metric(
            title="Harbor Lights", season=1, measure="hours viewed", value=560e6, window="28 days", evidence=q
        ),
    )


def at_odds(database: Path) -> None:
    """Two outlets go on to hold to two dates."""
    for outlet, day, date in (
        ("Tide", "2025-04-01", "2026-06-09"),
        ("Beacon", "2025-04-02", "2026-05-08"),
        ("Tide", "2025-04-03", "2026-06-09"),
    ):
        publish(
            database,
            outlet,
            day,
            f"{outlet} has heard again, on {day}, that Harbor Lights returns on {date}.",
            lambda q, date=date: Release(title="Harbor Lights", season=2, date=date, platform="Netflix", evidence=q),  # type: ignore[misc]
        )


def cancelled(database: Path) -> None:
    """Night Ferry is cancelled."""
    publish(
        database,
        "Tide",
        "2025-05-05",
        "There will be no more of Night Ferry: it is cancelled.",
        lambda q: Status(title="Night Ferry", stage="cancelled", evidence=q),
    )


def namesakes(database: Path) -> None:
    """Two works are called The Pier."""
    for place, outlet in ((1968, "Quay"), (2024, "Tide")):
        publish(
            database,
            outlet,
            "2025-06-01",
            f"The Pier of {place} is a series of its own.",
            lambda q, place=place: Status(title=f"The Pier ({place})", stage="ordered", evidence=q),  # type: ignore[misc]
        )
