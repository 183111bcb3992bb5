"""Where a city's documents come from: the tables `[[sources]]` of its `city.toml`."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, HttpUrl, model_validator

from corpus.parts import Language, Part
from corpus.records import Audience


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
