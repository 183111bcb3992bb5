"""The message catalogues: one JSON file a language, used by the element and by the server's pages."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

DEFAULT_LANGUAGE = "de"
SIMPLE_GERMAN = "de-simple"


class UnknownLanguage(LookupError):
    """There is no catalogue for this language; the message names those there are."""


@cache
def languages() -> tuple[str, ...]:
    """The catalogues there are, sorted: ISO 639-1 codes, and `de-simple` (BCP 47) for simple German."""
    names = (entry.name for entry in (files("widget") / "texts").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def version(language: str) -> str:
    """Eight hexadecimal digits that change with the catalogue; `build.mjs` tells the script the same."""
    return hashlib.sha256(_content(language)).hexdigest()[:8]


@cache
def element_texts(language: str) -> bytes:
    """The texts that the element uses, as JSON: those of the server's pages (`page.…`) are left out.

    Raises `UnknownLanguage` where there is no catalogue.
    """
    shown = {key: text for key, text in _own(language).items() if not key.startswith("page.")}
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


@cache
def texts(language: str) -> Mapping[str, str]:
    """All texts of one language by key; placeholders are written `{name}`.

    Simple German has its own words only where the German ones are not simple. Raises `UnknownLanguage` where
    there is no catalogue.
    """
    own = _own(language)
    return MappingProxyType({**_own(DEFAULT_LANGUAGE), **own} if language == SIMPLE_GERMAN else own)


def supported(language: str) -> str:
    """The language whose texts serve a wanted one (BCP 47, e.g. `en-GB`); German where there are none."""
    primary = language.lower().split("-")[0]
    return primary if primary in languages() else DEFAULT_LANGUAGE


def _own(language: str) -> dict[str, str]:
    catalogue: dict[str, str] = json.loads(_content(language))
    return catalogue


def _content(language: str) -> bytes:
    if language not in languages():
        raise UnknownLanguage(f"No texts for {language!r}; there are: {', '.join(languages())}.")
    return (files("widget") / "texts" / f"{language}.json").read_bytes()
