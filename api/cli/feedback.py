"""`lotse feedback`: what citizens said of the answers."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from api.cities import choose_cities, load_cities
from api.cli.terminal import clear_errors
from api.settings import read_settings

if TYPE_CHECKING:
    from corpus.store.feedback import Feedback


def feedback(
    city: Annotated[str | None, typer.Option(help="Kennung der Stadt; ohne Angabe alle")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="als JSON, eine Rückmeldung je Zeile")] = False,
) -> None:
    """Zeigt, was Bürgerinnen und Bürger zu Antworten gesagt haben; jeder Eintrag verfällt von selbst."""
    from datetime import datetime

    from corpus.store.documents import open_store
    from corpus.values.hours import BERLIN

    with clear_errors():
        settings = read_settings()
        wanted = choose_cities(load_cities(settings.cities), city)
        today = datetime.now(BERLIN).date()
        with open_store(settings.database()) as store:
            for one in wanted:
                entries = list(store.feedback.all(one.id, today=today))
                for line in _as_json(entries) if as_json else _readable(one.name, entries):
                    typer.echo(line)


def _as_json(entries: "Sequence[Feedback]") -> Iterator[str]:
    for entry in entries:
        yield json.dumps(entry.model_dump(mode="json"), ensure_ascii=False)


def _readable(name: str, entries: "Sequence[Feedback]") -> Iterator[str]:
    helpful = sum(entry.rating == "helpful" for entry in entries)
    noun = "Rückmeldung" if len(entries) == 1 else "Rückmeldungen"
    yield f"{name}: {len(entries)} {noun}, davon „hilfreich“: {helpful}."
    for entry in entries:
        if entry.rating != "helpful" or entry.question or entry.comment:
            yield "  " + " · ".join(_parts(entry))


_REASONS = {
    "wrong": "falsch",
    "incomplete": "unvollständig",
    "outdated": "veraltet",
    "unclear": "unverständlich",
    "other_topic": "anderes Thema",
    "other": "anderer Grund",
}


def _parts(entry: "Feedback") -> list[str]:
    parts = [
        f"{entry.on:%d.%m.%Y}",
        "hilfreich" if entry.rating == "helpful" else "nicht hilfreich",
        _REASONS[entry.reason] if entry.reason else "",
        f"Frage: {entry.question}" if entry.question else "",
        entry.comment,
        ", ".join(entry.documents),
    ]
    return [part for part in parts if part]
