"""`hiatus read --format table`: the facts by title and season, as a person would want to see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from hiatus.cli.sayings import certainty, figure
from hiatus.cli.terminal import printable
from hiatus.facts import (
    JOBS,
    BasedOn,
    Cast,
    Company,
    Crew,
    Episodes,
    Fact,
    KnownFor,
    Metric,
    Release,
    Status,
    Story,
    Trailer,
)
from hiatus.reading.reading import Reading

Row = tuple[str, str]


def table(reading: Reading, console: Console | None = None) -> None:
    """Print what an article says, by title and season."""
    console = console or Console()
    article = reading.article
    source = " · ".join(str(part) for part in (article.publisher, article.published) if part)
    head = Text(printable(article.title or article.id), style="bold")
    console.print(head.append(f"  {printable(source)}", style="dim") if source else head)
    if not reading.facts:
        console.print(Text("  no facts about series or films", style="dim"))
    for title in dict.fromkeys(fact.title for fact in reading.facts):
        own = [fact for fact in reading.facts if fact.title == title]
        console.print(Text(f"\n  {printable(title)}", style="bold cyan"))
        for season in sorted({_season(fact) for fact in own}, key=lambda number: number or 0):
            _print_season(console, season, [fact for fact in own if _season(fact) == season], reading)
    for name, others in reading.spellings.items():
        console.print(Text(printable(f"\n  {name} is also spelled {', '.join(others)} here."), style="dim"))
    console.print()


def _season(fact: Fact) -> int | None:
    """The season to show a fact under: a known work's own season says nothing of this title's."""
    return None if isinstance(fact, KnownFor) else fact.season


def _print_season(console: Console, season: int | None, facts: list[Fact], reading: Reading) -> None:
    rows = list(_rows(facts, reading.facts))
    if not rows:
        return
    if season is not None:
        console.print(Text(f"    Season {season}", style="bold"))
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="green", no_wrap=True, min_width=24)
    grid.add_column(overflow="fold")
    previous = ""
    for label, value in rows:
        grid.add_row(Text(f"      {label if label != previous else ''}"), Text(printable(value)))
        previous = label
    console.print(grid)


def _rows(facts: list[Fact], of_article: Sequence[Fact]) -> Iterator[Row]:
    known = _known_works(of_article)
    for show in _SECTIONS:
        yield from show(facts, known)
    shown = {fact.person for fact in of_article if isinstance(fact, Cast | Crew)}
    yield from _known([fact for fact in facts if isinstance(fact, KnownFor) and fact.person not in shown], known)


def _known_works(facts: Iterable[Fact]) -> dict[str, list[str]]:
    works: dict[str, list[str]] = {}
    for fact in facts:
        if isinstance(fact, KnownFor):
            works.setdefault(fact.person, []).append(f"{fact.work} S{fact.season}" if fact.season else fact.work)
    return works


def _status(facts: list[Fact], _: dict[str, list[str]]) -> Iterator[Row]:
    for fact in facts:
        if isinstance(fact, Status):
            yield "status", fact.stage + certainty(fact)


def _release(facts: list[Fact], _: dict[str, list[str]]) -> Iterator[Row]:
    for fact in facts:
        if isinstance(fact, Release):
            yield "release", fact.date + (f" on {fact.platform}" if fact.platform else "") + certainty(fact)
    for fact in facts:
        if isinstance(fact, Episodes):
            yield "episodes", str(fact.count) + certainty(fact)


def _cast(facts: list[Fact], known: dict[str, list[str]]) -> Iterator[Row]:
    groups = {"returning": "returning", "joining": "joining", "leaving": "leaving", None: "cast"}
    for change, label in groups.items():
        for fact in facts:
            if isinstance(fact, Cast) and fact.change == change:
                yield label, _actor(fact, known)


def _actor(fact: Cast, known: dict[str, list[str]]) -> str:
    character = f" as {fact.character}" if fact.character else ""
    billing = f", {fact.billing}" if fact.billing else ""
    works = f"; known from {', '.join(known[fact.person])}" if fact.person in known else ""
    return f"{fact.person}{character}{billing}{certainty(fact)}{works}"


def _crew(facts: list[Fact], known: dict[str, list[str]]) -> Iterator[Row]:
    shown = {fact.person for fact in facts if isinstance(fact, Cast)}
    makers = [fact for fact in facts if isinstance(fact, Crew)]
    for fact in sorted(makers, key=lambda fact: JOBS.index(fact.job)):
        works = f"; known from {', '.join(known[fact.person])}" if fact.person in known else ""
        yield fact.job, fact.person + certainty(fact) + ("" if fact.person in shown else works)
        shown.add(fact.person)


def _known(facts: list[Fact], known: dict[str, list[str]]) -> Iterator[Row]:
    """People of whom the article says nothing but what they are known for."""
    for person in dict.fromkeys(fact.person for fact in facts if isinstance(fact, KnownFor)):
        yield "known for", f"{person}: {', '.join(known[person])}"


def _origin(facts: list[Fact], _: dict[str, list[str]]) -> Iterator[Row]:
    for fact in facts:
        match fact:
            case BasedOn():
                work = f" {fact.work}" if fact.work else ""
                author = f" by {fact.author}" if fact.author else ""
                yield "based on", f"{fact.form}{work}{author}{certainty(fact)}"
            case Company():
                yield fact.role, fact.name + certainty(fact)
            case _:
                pass


def _figures(facts: list[Fact], _: dict[str, list[str]]) -> Iterator[Row]:
    for fact in facts:
        match fact:
            case Metric():
                window = f" in {fact.window}" if fact.window else ""
                yield fact.measure, f"{figure(fact.value)}{window}{certainty(fact)}"
            case Trailer():
                yield "to watch", fact.form + certainty(fact)
            case _:
                pass


def _story(facts: list[Fact], _: dict[str, list[str]]) -> Iterator[Row]:
    for fact in facts:
        if isinstance(fact, Story):
            yield "story", fact.text + certainty(fact)


_SECTIONS: tuple[Callable[[list[Fact], dict[str, list[str]]], Iterator[Row]], ...] = (
    _status, _release, _cast, _crew, _origin, _figures, _story,
)  # fmt: skip
