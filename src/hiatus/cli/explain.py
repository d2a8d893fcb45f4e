"""`hiatus read --explain`: every stage of a reading, and the evidence in the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields

from rich.console import Console
from rich.text import Text

from hiatus.article import Span
from hiatus.cli.terminal import printable
from hiatus.facts import Fact
from hiatus.reading.marks import Mark
from hiatus.reading.reading import Reading

_STYLES = {
    "status": "bold red",
    "release": "bold magenta",
    "cast": "bold green",
    "crew": "bold yellow",
    "company": "bold blue",
    "based_on": "bold cyan",
    "known_for": "green",
    "metric": "magenta",
    "episodes": "magenta",
    "trailer": "cyan",
    "story": "italic",
}


def explain(reading: Reading, console: Console | None = None) -> None:
    """Print sentences, marks, roles and facts of a reading, then its text with the evidence marked."""
    console = console or Console()
    text = reading.article.text
    console.print(Text(printable(reading.article.title or reading.article.id), style="bold"))
    _section(
        console, "sentences", (_place(span) + printable(text[span.start : span.end]) for span in reading.sentences)
    )
    _section(console, "marks", (_mark(mark, text) for mark in reading.marks))
    _section(
        console,
        "roles",
        (
            f"{_place(role)}{role.label} {role.score:.2f}  {printable(text[role.start : role.end])}"
            for role in reading.roles
        ),
    )
    _section(console, "facts", (_fact(fact) for fact in reading.facts))
    console.print(Text("\ntext", style="bold underline"))
    console.print(_marked(text, reading.facts))
    if reading.dropped:
        console.print(f"\n{reading.dropped} facts dropped: their evidence is not in the article.")


def _section(console: Console, name: str, lines: Iterable[str]) -> None:
    console.print(Text(f"\n{name}", style="bold underline"))
    for line in lines:
        console.print(Text(line), soft_wrap=True)


def _place(span: Span) -> str:
    return f"{span.start:>6}-{span.end:<6}"


def _mark(mark: Mark, text: str) -> str:
    own = {item.name: getattr(mark, item.name) for item in fields(mark) if item.name not in ("start", "end")}
    values = " ".join(f"{name}={value}" for name, value in own.items() if value is not None)
    return f"{_place(mark)}{mark.kind:<12}{values}  {printable(text[mark.start : mark.end][:80])}"


def _fact(fact: Fact) -> str:
    values = fact.to_dict()
    evidence = values.pop("evidence")
    own = ", ".join(f"{name}={value}" for name, value in values.items() if value is not None and name != "kind")
    return printable(f"{evidence['start']:>6}-{evidence['end']:<6}{fact.kind}: {own}")


def _marked(text: str, facts: Iterable[Fact]) -> Text:
    """The text, each stretch of evidence in the colour of its kind; the shortest on top."""
    shown = Text(printable(text)) if printable(text) == text else Text(text.translate(_blanks(text)))
    for fact in sorted(facts, key=lambda fact: fact.evidence.start - fact.evidence.end):
        shown.stylize(_STYLES[fact.kind], fact.evidence.start, fact.evidence.end)
    return shown


def _blanks(text: str) -> dict[int, str]:
    """What must not be printed becomes a visible stand-in, so that offsets still fit."""
    return {ord(char): "�" for char in set(text) if printable(char) != char}
