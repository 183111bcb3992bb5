"""The command line `lotse`; each command in a file of its own."""


def main() -> None:
    """Run `lotse`."""
    from api.cli.commands import app

    app()
