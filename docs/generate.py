"""`python docs/generate.py`: write the reference pages that come from the code; the tests compare them with it."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path

import click
from rich.console import Console

from hiatus.article import Article
from hiatus.cli import main
from hiatus.cli.table import table
from hiatus.facts import CHOICES, KINDS, Fact
from hiatus.reading import read
from hiatus.sources import Failure, load

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent / "demo"
PICTURED = DEMO / "all-of-us-are-dead.html"


def commands() -> str:
    """Every command with its options, as its own --help has them."""
    parts = []
    group = click.Context(main, info_name="hiatus", terminal_width=100, max_content_width=100, **main.context_settings)
    for name, command in sorted(main.commands.items()):
        parts += _helps(command, click.Context(command, info_name=name, parent=group), "##")
    return "\n".join(parts)


def _helps(command: click.Command, context: click.Context, level: str) -> list[str]:
    """The help of a command, and of those below it."""
    helps = [f"{level} {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"]
    below = command.commands if isinstance(command, click.Group) else {}
    for name, each in sorted(below.items()):
        helps += _helps(each, click.Context(each, info_name=name, parent=context), f"{level}#")
    return helps


def kinds() -> str:
    """Every kind of fact with its own fields and the values that they may have."""
    shared = {item.name for item in fields(Fact)}
    rows = ["| kind | field | values |", "| --- | --- | --- |"]
    for kind, cls in KINDS.items():
        for item in fields(cls):
            if item.name not in shared:
                allowed = ", ".join(CHOICES.get((kind, item.name), ())) or str(item.type).removesuffix(" | None")
                empty = "" if item.default is MISSING else ", or null"
                rows.append(f"| `{kind}` | `{item.name}` | {allowed}{empty} |")
    return "\n".join(rows) + "\n"


def reference() -> str:
    """The page docs/reference.md."""
    head = "# Reference\n\nWritten from the code by `make docs`; the tests compare it with the code.\n"
    return f"{head}\n{commands()}\n## Kinds of fact\n\nWhat they mean is in [facts.md](facts.md).\n\n{kinds()}"


def picture() -> str:
    """The picture of the README: what `hiatus read` prints for one of the demo's articles, as SVG."""
    console = Console(record=True, width=96, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: SIM115
    for item in load(str(PICTURED)):
        assert isinstance(item, Article), item.reason if isinstance(item, Failure) else item  # noqa: S101
        table(read(item), console)
    svg = console.export_svg(title=f"hiatus read demo/{PICTURED.name}")
    # No page may load anything from elsewhere: the terminal's own monospace font will do.
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    return re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    (HERE / "reference.md").write_text(reference(), encoding="utf-8")
    (HERE / "read.svg").write_text(picture(), encoding="utf-8")
