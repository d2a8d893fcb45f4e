"""`hiatus names`: are two spellings one name?"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import BinaryIO

import click

from hiatus.cli.terminal import printable

LONGEST_LINE = 1 << 16
"""Bytes of a line of the table."""

Pair = tuple[str, str]


@click.group()
def names() -> None:
    """Compare personal names by what their spellings can stand for."""


@names.command()
@click.argument("pair", metavar="[A B]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One object a pair, a line each: a, b, score, verdict, reasons.")
def compare(pair: tuple[str, ...], as_json: bool) -> None:
    """Say whether two names can be one person's: score, verdict (same, different, unsure), and why.

    Without names, reads a table on standard input: two names apart by a tab, one pair a line; further columns are
    ignored. Exit status: 0 compared, 2 the command or the table was wrong.
    """
    pairs = iter([_two(pair)]) if pair else _table(_standard_input())
    show = _as_json if as_json else _as_text
    write = sys.stdout.write  # click.echo flushes after each line
    for one, other in pairs:
        write(show(one, other) + "\n")


def _two(pair: tuple[str, ...]) -> Pair:
    if len(pair) != 2:
        raise click.UsageError(f"Two names are compared; {len(pair)} given. Put a name of several words in quotes.")
    from hiatus.knowledge.names import parse  # noqa: PLC0415 - its tables take a while to load, and --help needs none

    one, other = (text.encode("utf-8", "replace").decode() for text in pair)
    for text in (one, other):
        if not parse(text).words:
            raise click.UsageError(f"{printable(text)[:60]!r} is no name: it has no letters, or far too many.")
    return one, other


def _standard_input() -> BinaryIO:
    if sys.stdin.isatty():
        raise click.UsageError("Give two names, or a table of pairs on standard input.")
    return sys.stdin.buffer


def _table(stream: BinaryIO) -> Iterator[Pair]:
    """The pairs of a table; empty lines are passed by."""
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        text = line.decode("utf-8-sig" if number == 1 else "utf-8", "replace").rstrip("\r\n")
        if len(line) == LONGEST_LINE:
            raise click.UsageError(f"Line {number} of the table is longer than {LONGEST_LINE:,} bytes.")
        if not text.strip():
            continue
        cells = text.split("\t")
        if len(cells) < 2:
            raise click.UsageError(f"Line {number} of the table has no tab: {printable(text)[:60]!r}.")
        yield cells[0].strip(), cells[1].strip()


def _as_json(one: str, other: str) -> str:
    from hiatus.knowledge.names import compare as compare_names  # noqa: PLC0415

    found = compare_names(one, other)
    row = {"a": one, "b": other, "score": found.score, "verdict": found.verdict, "reasons": found.reasons}
    return json.dumps(row, ensure_ascii=False)


def _as_text(one: str, other: str) -> str:
    from hiatus.knowledge.names import compare as compare_names  # noqa: PLC0415

    found = compare_names(one, other)
    head = f"{found.verdict:<10}{found.score:.2f}  {printable(one)[:80]}  |  {printable(other)[:80]}"
    return "\n".join([head, *(f"{'':16}{printable(reason)}" for reason in found.reasons)])
