"""How a city's chat looks and whom its pages name: the table `[look]` of `city.toml`."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl

LARGEST_LOGO = 200_000
_COLOUR = r"^#[0-9a-fA-F]{6}$"
# What a file of each kind holds near its beginning; browsers are told the kind by this, not by guessing.
_KINDS = {".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp"}


class LookError(ValueError):
    """A look that can't be used; the message says what to do."""


class Look(BaseModel):
    """How the chat greets, its colours and shape, and the pages that the city has of its own.

    `accent` and `accent_dark` are corrected where they are shown until text in them can be read
    (`widget/theme.py`); `lotse embed` tells what became of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(default="Stadtlotse", min_length=1, max_length=60)
    greeting: str = "Guten Tag! Was möchten Sie wissen?"
    suggestions: tuple[str, ...] = ()
    accent: str = Field(default="#00459a", pattern=_COLOUR)
    accent_dark: str | None = Field(
        default=None, pattern=_COLOUR, description="for dark mode; default: a lighter `accent`"
    )
    logo: Path | None = Field(default=None, description="SVG, PNG or WebP beside city.toml, 200 KB at most")
    radius: float = Field(default=0.5, ge=0, le=1.5, description="of corners, in the text's size (em)")
    position: Literal["left", "right"] = Field(default="right", description="where the button stands")
    privacy_url: HttpUrl | None = None
    imprint_url: HttpUrl | None = None
    accessibility_contact: str | None = Field(
        default=None, description="e-mail or web address for reports of barriers; default: the hotline's"
    )
    enforcement_name: str | None = Field(
        default=None,
        description="the state's body that enforces accessibility; default: known or paraphrased",
    )
    enforcement_url: HttpUrl | None = None


def logo_type(logo: Path) -> str:
    """The media type of a logo file.

    Raises `LookError` if the file is missing, too large, or not what its name says.
    """
    media_type = _KINDS.get(logo.suffix.lower())
    if media_type is None:
        raise LookError(f"Das Logo „{logo.name}“ ist weder SVG noch PNG noch WebP. Bitte wandeln Sie es um.")
    try:
        size = logo.stat().st_size
        start = logo.read_bytes()[:4096]
    except OSError:
        raise LookError(
            f"Das Logo „{logo}“ ist nicht lesbar. Bitte legen Sie die Datei neben city.toml oder löschen Sie "
            "den Schlüssel „look.logo“."
        ) from None
    if size > LARGEST_LOGO:
        raise LookError(
            f"Das Logo „{logo.name}“ ist {size // 1000} KB groß, erlaubt sind {LARGEST_LOGO // 1000} KB. "
            "Bitte verkleinern Sie es."
        )
    if not _is(media_type, start):
        raise LookError(f"Die Datei „{logo.name}“ enthält kein Bild dieser Art. Bitte tauschen Sie sie aus.")
    return media_type


def _is(media_type: str, start: bytes) -> bool:
    if media_type == "image/png":
        return start.startswith(b"\x89PNG\r\n\x1a\n")
    if media_type == "image/webp":
        return start.startswith(b"RIFF") and start[8:12] == b"WEBP"
    return b"<svg" in start
