"""`lotse model`: the language model's own process."""

import typer

model = typer.Typer(help="Das Sprachmodell als eigener Prozess.", no_args_is_help=True)


@model.command(
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
    help="Stellt eine GGUF-Datei über das OpenAI-Protokoll bereit.",
)
def serve(context: typer.Context) -> None:
    """Hand over to the model's process."""
    from bot.model import main

    raise typer.Exit(main(context.args))
