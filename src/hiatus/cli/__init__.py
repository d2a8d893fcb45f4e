"""The terminal: thin commands by topic that ask the rooms and lay out answers."""

from __future__ import annotations

import click

from hiatus import __version__
from hiatus.cli.read import read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hiatus")
def main() -> None:
    """Everything known about the shows you are waiting for, every fact with its source."""


main.add_command(read)
