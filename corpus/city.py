"""A city's description, read from its `city.toml`."""

import re
import tomllib
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal, Self

from cronsim import CronSim, CronSimError
from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError, field_validator, model_validator

from corpus.helplines import CityHelpline
from corpus.look import Look, LookError, logo_type
from corpus.model_use import ModelUse
from corpus.records import Audience
from corpus.terminal import Terminal

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
    max_page_megabytes: float = Field(default=10, gt=0, le=200, description="larger pages are not read")
    max_minutes: float = Field(default=720, gt=0, description="a run is over after this time")
    verify_days: float = Field(
        default=7, ge=0, description="each page is sent anew this often, whatever the server says of it"
    )
    allow_private_addresses: bool = False


class FolderSource(Part):
    """A folder of Markdown, HTML, DOCX, PDF and text files, such as what the hotline knows.

    Front matter (YAML between two lines of `---`, or a file `name.yaml` beside `name.docx`) may give title,
    url, kind, audience, language, keywords and validity; it goes before what stands here. See
    docs/operators/sources.md.
    """

    type: Literal["folder"]
    name: str
    folder: Path
    audience: Audience = Audience.INTERNAL
    language: Language = "de"
    page: str = Field(default="", description="address of a file's page, with {path}")


class AppointmentsSource(Part):
    """The export of an appointment system: a file of services and one of locations."""

    type: Literal["appointments"]
    name: str
    services: Path
    locations: Path


class XzufiSource(Part):
    """Deliveries in XZuFi, from exactly one of `file`, `folder`, `url` and `pvog`.

    See docs/operators/xzufi.md. `mode` is None for the input's own: "delta" for `pvog`, else "full".
    """

    type: Literal["xzufi"]
    name: str
    file: Path | None = Field(default=None, description="XML, or a ZIP of XML files")
    folder: Path | None = Field(default=None, description="XML files; an index in it says which count")
    url: HttpUrl | None = Field(default=None, description="of an XML file, a ZIP or an index")
    pvog: HttpUrl | None = Field(default=None, description="first page of the Portalverbund's interface")
    mode: Literal["full", "delta"] | None = None
    areas: tuple[Annotated[str, Field(pattern=r"^\d{2,12}$")], ...] = Field(
        default=(), description="the city's ARS (12 digits) or AGS; empty: everything"
    )
    max_loss: float = Field(
        default=0.1, ge=0, le=1, description="share of files and objects that a full delivery may lose"
    )
    page: str = Field(default="", description="address of an object's page, with {id}")
    allow_private_addresses: bool = False
    ars: str = Field(default="", description="area for pvog, with % for anything")
    token_url: HttpUrl | None = None
    client_id: str = ""
    client_secret_file: Path | None = None

    @model_validator(mode="after")
    def _has_one_input(self) -> Self:
        given = [name for name in ("file", "folder", "url", "pvog") if getattr(self, name) is not None]
        if not given:
            raise ValueError(
                f"Die Quelle „{self.name}“ sagt nicht, woher die Lieferung kommt. "
                "Bitte geben Sie genau eines von „file“, „folder“, „url“ und „pvog“ an."
            )
        if len(given) > 1:
            shown = " und ".join(f"„{name}“" for name in given)
            raise ValueError(
                f"Die Quelle „{self.name}“ hat {shown} zugleich. Bitte lassen Sie genau eine Angabe stehen."
            )
        return self

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        only_pvog = {
            "ars": self.ars,
            "token_url": self.token_url,
            "client_id": self.client_id,
            "client_secret_file": self.client_secret_file,
        }
        given = [name for name, value in only_pvog.items() if value]
        if given and self.pvog is None:
            raise ValueError(f"„{given[0]}“ in der Quelle „{self.name}“ gilt nur mit „pvog“. Bitte löschen.")
        access = [name for name in ("token_url", "client_id", "client_secret_file") if name not in given]
        if 0 < len(access) < 3:
            raise ValueError(f"Zum Zugang der Quelle „{self.name}“ fehlt „{access[0]}“. Bitte ergänzen.")
        if self.page and "{id}" not in self.page:
            raise ValueError(
                f"In „page“ der Quelle „{self.name}“ fehlt {{id}}, wo die Kennung des Objekts stehen soll."
            )
        return self


AnySource = WebsiteSource | FolderSource | AppointmentsSource | XzufiSource
Source = Annotated[AnySource, Field(discriminator="type")]


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
