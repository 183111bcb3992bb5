"""Runs a function with Typer annotations as a command, and gives its exit status back."""

import os
from collections.abc import Callable, Sequence

import typer

FAILED = 1
BAD_INPUT = 2


def run_command(function: Callable[..., None], name: str, arguments: Sequence[str]) -> int:
    """Run `function` with these arguments under the name that its help shows; returns the exit status."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.command()(function)
    try:
        app(list(arguments), prog_name=name)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else FAILED
    return os.EX_OK
