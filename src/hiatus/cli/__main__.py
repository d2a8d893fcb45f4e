"""`python -m hiatus.cli`."""

from hiatus.cli import main

main(prog_name="hiatus")
