"""Reads the lexicon's files: wholes.toml and those in the folders services, names and thesaurus.

A table in services/ is a service by its key: `official` (its name first), `phrases` (how citizens ask for
it, in German) and, by language code, what it is called there; a word that ends in * stands for all that
begin so; `leika` lists its numbers in the national catalogue of services. A table in names/ adds names by
language to a service in services/. wholes.toml lists which services cover others. In thesaurus/, official
words stand on the left and citizens' words for the same on the right; a word may be in several files.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from corpus.lexicon.lexicon import LANGUAGES, Lexicon, LexiconError, Service

_SERVICES = "services"
_NAMES = "names"
_THESAURUS = "thesaurus"
_WHOLES = "wholes.toml"
_WORDS = "words"
_COMMON = "common"
_LEIKA = re.compile(r"99\d{12}", re.ASCII)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the program. Raises `LexiconError` if one of its files is broken."""
    return read_lexicon(resources.files(__package__))


def expand(question: str) -> list[str]:
    """Official terms for the citizens' words in `question`; see `Lexicon.expand`."""
    return load_lexicon().expand(question)


def read_lexicon(folder: Traversable) -> Lexicon:
    """The lexicon in `folder`. Raises `LexiconError`, which names file and entry, if a file is broken."""
    services: dict[str, Service] = {}
    for name, table in _files(folder, _SERVICES):
        for key, entry in table.items():
            if key in services:
                raise LexiconError(f"{name}: the service {key!r} is there twice.")
            services[key] = _service(key, entry, name)
    for name, table in _files(folder, _NAMES):
        for key, entry in table.items():
            if key not in services:
                raise LexiconError(f"{name}: no services file has a service {key!r}.")
            _add_names(services[key], entry, name)
    sections = _thesaurus(folder)
    wholes = _wholes(folder, services)
    return Lexicon(tuple(services.values()), sections[_WORDS], sections[_COMMON], wholes)


def _files(folder: Traversable, job: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The tables of each file in the sub-folder `job`, by name; none where there is no such folder."""
    inner = folder.joinpath(job)
    if not inner.is_dir():
        return
    for path in sorted(inner.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            name = f"{job}/{path.name}"
            yield name, _read(path, name)


def _read(path: Traversable, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{name} can't be read as TOML: {error}.") from error


def _service(key: str, entry: object, name: str) -> Service:
    texts = _lists(key, entry, name)
    if unknown := set(texts) - {"official", "phrases", "leika", *LANGUAGES}:
        raise LexiconError(f"{name}: {key!r} has unknown keys: {', '.join(sorted(unknown))}.")
    if not texts.get("official") or not texts.get("phrases"):
        raise LexiconError(f"{name}: {key!r} needs official terms and phrases.")
    leika = texts.get("leika", ())
    if wrong := [number for number in leika if not _LEIKA.fullmatch(number)]:
        raise LexiconError(
            f"{name}: {key!r} has LeiKa numbers without 14 digits that begin with 99: {wrong}."
        )
    names = {code: texts[code] for code in LANGUAGES if code in texts}
    return Service(key, official=texts["official"], phrases=texts["phrases"], names=names, leika=leika)


def _add_names(service: Service, entry: object, name: str) -> None:
    texts = _lists(service.key, entry, name)
    if unknown := set(texts) - set(LANGUAGES):
        raise LexiconError(
            f"{name}: {service.key!r} has keys that are no language ({', '.join(LANGUAGES)}): "
            f"{', '.join(sorted(unknown))}."
        )
    for code, added in texts.items():
        service.names[code] = tuple(dict.fromkeys((*service.names.get(code, ()), *added)))


def _wholes(folder: Traversable, services: dict[str, Service]) -> dict[str, tuple[str, ...]]:
    path = folder.joinpath(_WHOLES)
    wholes = _lists("wholes", _read(path, _WHOLES), _WHOLES) if path.is_file() else {}
    if unknown := {key for whole, parts in wholes.items() for key in (whole, *parts)} - services.keys():
        raise LexiconError(f"wholes.toml names services that no file has: {sorted(unknown)}.")
    return wholes


def _thesaurus(folder: Traversable) -> dict[str, dict[str, tuple[str, ...]]]:
    sections: dict[str, dict[str, tuple[str, ...]]] = {_WORDS: {}, _COMMON: {}}
    for name, table in _files(folder, _THESAURUS):
        if unknown := set(table) - set(sections):
            raise LexiconError(f"{name}: only [words] and [common] may be there, not {sorted(unknown)}.")
        for section, entry in table.items():
            known = sections[section]
            for official, others in _lists(section, entry, name).items():
                known[official] = tuple(dict.fromkeys((*known.get(official, ()), *others)))
    if both := sections[_WORDS].keys() & sections[_COMMON].keys():
        raise LexiconError(f"The thesaurus has the same word in [words] and [common]: {sorted(both)}.")
    return sections


def _lists(key: str, entry: object, name: str) -> dict[str, tuple[str, ...]]:
    """A table of lists of texts, each with at least one letter or figure."""
    if not isinstance(entry, dict):
        raise LexiconError(f"{name}: {key!r} must be a table of lists.")
    for field, texts in entry.items():
        if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
            raise LexiconError(f"{name}: {key!r} needs a list of texts for {field!r}.")
        if empty := [text for text in texts if not any(letter.isalnum() for letter in text)]:
            raise LexiconError(f"{name}: {key!r} has phrases without words: {empty}.")
    return {field: tuple(texts) for field, texts in entry.items()}
