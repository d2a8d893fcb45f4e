"""Who reads, by the name that a command's --reader has."""

# ruff: noqa: PLC0415 - each loads what it needs

from __future__ import annotations

import click

from hiatus.reading.reading import Reader


def reader_named(name: str) -> Reader:
    """The model that comes with Hiatus, or the language model that the environment names."""
    if name == "llm":
        from hiatus.reading.llm import from_environment  # an extra

        try:
            return from_environment()
        except (ImportError, ValueError) as error:
            raise click.UsageError(str(error)) from error
    from hiatus.reading import default_reader  # loads the model

    return default_reader()
