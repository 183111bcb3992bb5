"""A city's description, read from its `city.toml`."""

import tomllib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError

Language = Literal["de", "en", "tr", "uk", "ru", "ar", "pl"]


class CityError(Exception):
    """A `city.toml` that is missing or can't be used; the message says what to do."""


class Part(BaseModel):
    """A table of `city.toml`; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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


class WebsiteSource(Part):
    """A website to crawl, from its sitemap and start pages."""

    type: Literal["website"]
    name: str
    start: tuple[HttpUrl, ...] = Field(min_length=1)
    sitemap: bool = True
    allowed_domains: tuple[str, ...] = Field(default=(), description="empty: the hosts of the start pages")
    exclude: tuple[str, ...] = Field(default=(), description="regular expressions on the URL")
    delay: float = Field(default=0.5, ge=0, description="seconds between two requests")
    max_depth: int = Field(default=8, ge=1)
    max_pages: int = Field(default=5000, ge=1)
    allow_private_addresses: bool = False


class AppointmentsSource(Part):
    """The export of an appointment system: a file of services and one of locations."""

    type: Literal["appointments"]
    name: str
    services: Path
    locations: Path


Source = Annotated[WebsiteSource | AppointmentsSource, Field(discriminator="type")]


class Look(Part):
    """How the chat greets and which colour it has."""

    title: str = "Stadtlotse"
    greeting: str = "Guten Tag! Was möchten Sie wissen?"
    suggestions: tuple[str, ...] = ()
    accent: str = Field(default="#00459a", pattern=r"^#[0-9a-fA-F]{6}$")


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
    sources: tuple[Source, ...] = Field(min_length=1)
    look: Look = Look()
    embedding: EmbeddingChoice = EmbeddingChoice()
    embed_origins: tuple[str, ...] = Field(default=(), description="origins whose pages may embed the widget")
    canary_questions: tuple[str, ...] = ()
    max_loss: float = Field(
        default=0.3, ge=0, le=1, description="share of documents that a new generation may lose"
    )


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
    return city.model_copy(update={"sources": tuple(_resolve(source, folder) for source in city.sources)})


def _resolve(source: WebsiteSource | AppointmentsSource, folder: Path) -> WebsiteSource | AppointmentsSource:
    if isinstance(source, WebsiteSource):
        return source
    return source.model_copy(
        update={"services": folder / source.services, "locations": folder / source.locations}
    )


def _first_problem(error: ValidationError) -> str:
    # A misspelt key shows as an unknown one and a missing one: the first says more.
    problem = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in problem["loc"])
    match problem["type"]:
        case "extra_forbidden":
            return f"Den Schlüssel „{where}“ gibt es nicht. Bitte löschen oder die Schreibweise prüfen."
        case "missing":
            return f"Der Schlüssel „{where}“ fehlt. Bitte ergänzen."
        case _:
            return f"Der Wert von „{where}“ passt nicht: {problem['msg']}."
