"""`lotse model`: language models to install, to judge and to serve."""

import typer

from api.cli.model_check import check
from api.cli.model_list import list_models
from api.cli.model_pull import pull

model = typer.Typer(
    help="Sprachmodelle: auswählen, holen, prüfen, bereitstellen.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
model.command("list")(list_models)
model.command()(pull)
model.command()(check)


@model.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    help="Stellt eine GGUF-Datei über das OpenAI-Protokoll bereit.",
)
def serve(context: typer.Context) -> None:
    """Hand over to the model's process."""
    from bot.model import main

    raise typer.Exit(main(context.args))
