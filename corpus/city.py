"""A city's description, read from its `city.toml`."""

import re
import tomllib
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Self

from cronsim import CronSim, CronSimError
from pydantic import Field, HttpUrl, ValidationError, field_validator, model_validator

from corpus.helplines import CityHelpline
from corpus.look import Look, LookError, logo_type
from corpus.model_use import ModelUse
from corpus.parts import Language, Part
from corpus.sources import AnySource, AppointmentsSource, FolderSource, Source, XzufiSource
from corpus.terminal import Terminal


class CityError(Exception):
    """A `city.toml` that is missing or can't be used; the message says what to do."""


class State(StrEnum):
    """The sixteen states by their ISO 3166-2:DE code, for public holidays."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"


class Hotline(Part):
    """The way to a person: the number that every answer ends with."""

    name: str = "Bürgertelefon"
    telephone: str
    email: str | None = None
    hours: str | None = Field(default=None, description="as printed")
    osm: str | None = Field(default=None, description="opening hours in OpenStreetMap syntax")
    url: str | None = None


class EmbeddingChoice(Part):
    """Which sentence embedding searches this city; the default is the embedded static model."""

    model: str = "static-de"
    query_prompt: str = ""
    passage_prompt: str = ""


class City(Part):
    """A city: its name, state, languages, hotline, sources and look."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str
    state: State
    website: HttpUrl
    languages: tuple[Language, ...] = ("de",)
    hotline: Hotline
    helplines: tuple[CityHelpline, ...] = Field(default=(), description="the city's own, for people in need")
    sources: tuple[Source, ...] = Field(min_length=1)
    look: Look = Look()
    terminal: Terminal = Terminal()
    embedding: EmbeddingChoice = EmbeddingChoice()
    model: ModelUse = ModelUse()
    embed_origins: tuple[str, ...] = Field(default=(), description="origins whose pages may embed the widget")
    canary_questions: tuple[str, ...] = ()
    schedule: str | None = Field(
        default=None,
        description="when `lotse ingest --watch` reads the sources: five cron fields, German time",
    )
    max_loss: float = Field(
        default=0.3, ge=0, le=1, description="share of documents that a new generation may lose"
    )

    @field_validator("embed_origins")
    @classmethod
    def _are_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for origin in value:
            # They stand in a Content-Security-Policy: nothing else may get there.
            if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d+)?", origin):
                raise ValueError(
                    "In „embed_origins“ stehen Adressen ohne Pfad und Schrägstrich am Ende, zum Beispiel "
                    f'"https://www.neustadt.example", und nicht „{origin}“.'
                )
        return value

    @model_validator(mode="after")
    def _terminal_speaks_its_languages(self) -> Self:
        unknown = [code for code in self.terminal.languages if code not in self.languages]
        if unknown:
            raise ValueError(
                f"„terminal.languages“ nennt „{unknown[0]}“, aber die Stadt antwortet nicht in dieser "
                "Sprache. Bitte streichen Sie sie dort oder ergänzen Sie sie in „languages“."
            )
        return self

    @field_validator("schedule")
    @classmethod
    def _is_a_schedule(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                CronSim(value, datetime.now(UTC))
            except CronSimError:
                raise ValueError(
                    f'„schedule“ hat fünf Felder wie bei cron, zum Beispiel "15 3 * * *" für täglich '
                    f"3:15 Uhr, und nicht „{value}“."
                ) from None
        return value


def load_city(folder: Path) -> City:
    """Read `folder/city.toml`; relative paths in it are meant from that folder.

    Raises `CityError` with one sentence that says what to do.
    """
    path = folder / "city.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CityError(
            f"{path} fehlt. Legen Sie die Datei an (Muster: corpus/musterstadt/city.toml) "
            "oder geben Sie mit LOTSE_CITIES den Ordner Ihrer Stadt an."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CityError(f"{path} ist kein gültiges TOML: {error}.") from None
    try:
        city = City.model_validate(data)
    except ValidationError as error:
        raise CityError(f"{path}: {_first_problem(error)}") from None
    sources = tuple(_resolve(source, folder) for source in city.sources)
    return city.model_copy(update={"sources": sources, "look": _with_logo(city.look, folder, path)})


def _with_logo(look: Look, folder: Path, path: Path) -> Look:
    if look.logo is None:
        return look
    logo = folder / look.logo
    try:
        logo_type(logo)
    except LookError as error:
        raise CityError(f"{path}: {error}") from None
    return look.model_copy(update={"logo": logo})


def _resolve(source: AnySource, folder: Path) -> AnySource:
    match source:
        case AppointmentsSource():
            paths = {"services": source.services, "locations": source.locations}
        case FolderSource():
            paths = {"folder": source.folder}
        case XzufiSource():
            named = {
                "file": source.file,
                "folder": source.folder,
                "client_secret_file": source.client_secret_file,
            }
            paths = {name: path for name, path in named.items() if path is not None}
        case _:
            return source
    return source.model_copy(update={name: folder / path for name, path in paths.items()})


def _first_problem(error: ValidationError) -> str:
    # A misspelt key shows as an unknown one and a missing one: the first says more.
    problem = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in problem["loc"])
    match problem["type"]:
        case "extra_forbidden":
            return f"Den Schlüssel „{where}“ gibt es nicht. Bitte löschen oder die Schreibweise prüfen."
        case "missing":
            return f"Der Schlüssel „{where}“ fehlt. Bitte ergänzen."
        case "value_error":
            return str(problem["ctx"]["error"])
        case _:
            return f"Der Wert von „{where}“ passt nicht: {problem['msg']}."
