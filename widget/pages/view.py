"""What the pages show of a city, and what a person chose about how they look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from widget.catalogue import DEFAULT_LANGUAGE

STYLES = ("standard", "einfach")
SIZES = ("medium", "large", "x-large", "xx-large")
CONTRASTS = ("normal", "high")
SCHEMES = ("auto", "light", "dark")


@dataclass(frozen=True)
class HotlineView:
    """The way to a person, as every page names it."""

    name: str
    telephone: str
    email: str | None = None
    hours: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class CityView:
    """What the pages show of a city; `base` is the path that the server's addresses start with, or empty."""

    id: str
    name: str
    title: str
    greeting: str
    hotline: HotlineView
    suggestions: tuple[str, ...] = ()
    languages: tuple[str, ...] = (DEFAULT_LANGUAGE,)
    accent: str = ""
    accent_dark: str | None = None
    logo: str | None = None
    position: str = "right"
    website: str | None = None
    privacy_url: str | None = None
    imprint_url: str | None = None
    base: str = ""

    @classmethod
    def from_description(cls, description: Mapping[str, Any], *, base: str = "") -> "CityView":
        """From what `GET /api/v1/cities/{city}` says; keys that the pages don't show are passed over."""
        hotline = description["hotline"]
        return cls(
            id=description["id"],
            name=description["name"],
            title=description["title"],
            greeting=description["greeting"],
            hotline=HotlineView(
                name=hotline["name"],
                telephone=hotline["telephone"],
                email=hotline.get("email"),
                hours=hotline.get("hours"),
                url=hotline.get("url"),
            ),
            suggestions=tuple(description.get("suggestions", ())),
            languages=tuple(description.get("languages", (DEFAULT_LANGUAGE,))),
            accent=description.get("accent", ""),
            accent_dark=description.get("accent_dark"),
            logo=description.get("logo"),
            position=description.get("position", "right"),
            website=description.get("website"),
            privacy_url=description.get("privacy_url"),
            imprint_url=description.get("imprint_url"),
            base=base.rstrip("/"),
        )


@dataclass(frozen=True)
class Choices:
    """What a person chose; it travels in addresses and forms, as nothing is stored."""

    language: str = DEFAULT_LANGUAGE
    style: str = "standard"
    size: str = "medium"
    contrast: str = "normal"
    scheme: str = "auto"

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Choices":
        """From a form or a query; the language may be called `lang`. What there isn't is not chosen."""
        return cls(
            language=(given.get("language") or given.get("lang") or DEFAULT_LANGUAGE)[:35],
            style=_one_of(STYLES, given.get("style")),
            size=_one_of(SIZES, given.get("size")),
            contrast=_one_of(CONTRASTS, given.get("contrast")),
            scheme=_one_of(SCHEMES, given.get("scheme")),
        )

    @property
    def display(self) -> dict[str, str]:
        """What differs from the usual, apart from the language."""
        usual = Choices()
        names = ("style", "size", "contrast", "scheme")
        return {name: getattr(self, name) for name in names if getattr(self, name) != getattr(usual, name)}

    def query(self, city: str, language: str | None = None) -> str:
        """The query of an address within these pages; `language` goes before the chosen one."""
        return urlencode({"city": city, "lang": language or self.language, **self.display})


def _one_of(values: tuple[str, ...], given: str | None) -> str:
    return given if given in values else values[0]
