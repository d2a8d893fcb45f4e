"""The terminal: thin commands by topic that ask the rooms and lay out answers."""

from __future__ import annotations

import click

from hiatus import __version__
from hiatus.cli.db import db
from hiatus.cli.follow import follow, following, unfollow
from hiatus.cli.judging import claims, people, works
from hiatus.cli.names import names
from hiatus.cli.new import new
from hiatus.cli.person import person
from hiatus.cli.read import read
from hiatus.cli.scorecard import scorecard
from hiatus.cli.search import search
from hiatus.cli.show import show
from hiatus.cli.sources import sources
from hiatus.cli.update import update


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hiatus")
def main() -> None:
    """Everything known about the shows you are waiting for, every fact with its source."""


for command in (
    claims,
    db,
    follow,
    following,
    names,
    new,
    people,
    person,
    read,
    scorecard,
    search,
    show,
    sources,
    unfollow,
    update,
    works,
):
    main.add_command(command)
