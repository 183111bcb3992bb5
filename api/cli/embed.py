"""`lotse embed`: the two lines that put the chat on a page."""

from typing import Annotated

import typer


def embed(
    address: Annotated[str, typer.Argument(help="Adresse des Stadtlotsen, wie Bürger sie erreichen")] = (
        "https://lotse.example.de"
    ),
    city: Annotated[str, typer.Option(help="Kennung der Stadt")] = "musterstadt",
) -> None:
    """Zeigt die Zeilen, mit denen der Chat auf eine Seite kommt, mit Prüfsumme."""
    from widget.assets import embed_hash, embed_version

    base = address.rstrip("/")
    typer.echo(
        f'<script src="{base}/embed.js?v={embed_version()}" integrity="{embed_hash()}" '
        f'crossorigin="anonymous" defer></script>\n'
        f'<stadt-lotse city="{city}" lang="de" base="{base}"></stadt-lotse>'
    )
