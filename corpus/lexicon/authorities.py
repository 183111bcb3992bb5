"""Authorities other than the town: who is in charge of what, and how to reach them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from corpus.lexicon.files import load_lexicon
from corpus.lexicon.lexicon import LANGUAGES, LexiconError
from corpus.lexicon.phrase_table import PhraseTable

_FILE = "authorities.toml"
_KEYS = {"name", "telephone", "url", "services", "phrases", *LANGUAGES}


@dataclass(frozen=True, slots=True)
class Authority:
    """An authority with its name by language, the services that lie with it, and how to find it.

    `telephone` and `url` are there only where they hold for all of Germany.
    """

    key: str
    names: Mapping[str, str]
    services: frozenset[str]
    telephone: str | None = None
    url: str | None = None


class Authorities:
    """The authorities that are known, found by the services and words that mean them."""

    def __init__(self, authorities: tuple[Authority, ...], phrases: Mapping[str, list[str]]) -> None:
        """`phrases` holds those of each authority, in all languages."""
        self.authorities = authorities
        self._by_key = {authority.key: authority for authority in authorities}
        self._by_service = {key: authority for authority in authorities for key in authority.services}
        self._table = PhraseTable(phrases)

    def of_service(self, key: str) -> Authority | None:
        """Who is in charge of the service `key`; None where it is the town or the lexicon knows of nobody."""
        return self._by_service.get(key)

    def find(self, question: str) -> Authority | None:
        """Who is in charge of what `question` asks for; None where the lexicon knows of nobody.

        The words that mean an authority go before the service that the question is likeliest about.
        """
        if fits := self._table.fits(question):
            return self._by_key[fits[0][0]]
        services = load_lexicon().find(question)[:1]
        return next((self._by_service.get(service.key) for service in services), None)


@cache
def load_authorities() -> Authorities:
    """The authorities that come with the program. Raises `LexiconError` if their file is broken."""
    data = tomllib.loads(resources.files(__package__).joinpath(_FILE).read_text(encoding="utf-8"))
    known = {service.key for service in load_lexicon().services}
    authorities = tuple(_authority(key, entry, known) for key, entry in data.items())
    phrases = {
        key: [phrase for field in ("phrases", *LANGUAGES) for phrase in entry.get(field, ())]
        for key, entry in data.items()
    }
    return Authorities(authorities, phrases)


def _authority(key: str, entry: Mapping[str, Any], known: set[str]) -> Authority:
    if unknown := set(entry) - _KEYS:
        raise LexiconError(f"{_FILE}: {key!r} has unknown keys: {', '.join(sorted(unknown))}.")
    if missing := {"de", *LANGUAGES} - set(entry["name"]):
        raise LexiconError(f"{_FILE}: {key!r} has no name in {', '.join(sorted(missing))}.")
    if strange := set(entry["services"]) - known:
        raise LexiconError(f"{_FILE}: {key!r} names what is no service: {', '.join(sorted(strange))}.")
    return Authority(
        key, entry["name"], frozenset(entry["services"]), entry.get("telephone"), entry.get("url")
    )
