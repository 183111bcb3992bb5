"""The message catalogues: one JSON file a language, used by the element and by the server's pages."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

DEFAULT_LANGUAGE = "de"


class UnknownLanguage(LookupError):
    """There is no catalogue for this language; the message names those there are."""


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, as ISO 639-1 codes, sorted."""
    names = (entry.name for entry in (files("widget") / "texts").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts of one language by key; placeholders are written `{name}`.

    Raises `UnknownLanguage` where there is no catalogue.
    """
    if language not in languages():
        raise UnknownLanguage(f"No texts for {language!r}; there are: {', '.join(languages())}.")
    content = (files("widget") / "texts" / f"{language}.json").read_text(encoding="utf-8")
    catalogue: dict[str, str] = json.loads(content)
    return MappingProxyType(catalogue)


def supported(language: str) -> str:
    """The language whose texts serve a wanted one (BCP 47, e.g. `en-GB`); German where there are none."""
    primary = language.lower().split("-")[0]
    return primary if primary in languages() else DEFAULT_LANGUAGE
