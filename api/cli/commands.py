"""All commands of `lotse`."""

import typer

from api.cli.ask import ask
from api.cli.embed import embed
from api.cli.feedback import feedback
from api.cli.generations import generations
from api.cli.ingest import ingest
from api.cli.model import model
from api.cli.reports import reports
from api.cli.serve import serve
from api.cli.up import up

app = typer.Typer(
    name="lotse",
    help="Stadtlotse: beantwortet Fragen aus dem, was Ihre Stadt veröffentlicht.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command()(up)
app.command()(ingest)
app.command()(ask)
app.command()(serve)
app.command()(reports)
app.command()(feedback)
app.command()(embed)
app.add_typer(generations, name="generations")
app.add_typer(model, name="model")


@app.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    help="Misst Suche, Ablehnung, Fakten und Tempo an einem Korpus mit Fragen.",
)
def evaluate(context: typer.Context) -> None:
    """Hand over to the evaluation's own command, which is loaded only when asked for."""
    from evaluation.command import main as evaluate_main

    raise typer.Exit(evaluate_main(context.args))
