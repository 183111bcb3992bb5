"""Reads the content files: Markdown with a head of YAML, checked while it is read.

Every problem is one sentence that names the file, so that an editor can mend it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from corpus.musterstadt.body import BodyError, Part, parts
from corpus.musterstadt.front_matter import (
    DepartmentFront,
    EventFront,
    FaqFront,
    Front,
    NewsFront,
    OfficeFront,
    PageFront,
    ServiceFront,
    StatuteFront,
    TranslatedFront,
)
from corpus.musterstadt.site_description import Site

_ModelT = TypeVar("_ModelT", bound=BaseModel)

FRONTS: dict[str, type[Front]] = {
    "services": ServiceFront,
    "offices": OfficeFront,
    "departments": DepartmentFront,
    "faq": FaqFront,
    "news": NewsFront,
    "events": EventFront,
    "en": TranslatedFront,
    "einfach": TranslatedFront,
    "statutes": StatuteFront,
    "pages": PageFront,
}


class ContentError(Exception):
    """A content file that can't be used; the message names it and says what to do."""


@dataclass(frozen=True)
class Entry:
    """One content file."""

    folder: str
    stem: str
    front: Front
    parts: tuple[Part, ...]

    @property
    def key(self) -> str:
        """How other files refer to it: folder and stem."""
        return f"{self.folder}/{self.stem}"

    @property
    def file(self) -> str:
        """The file's name, for messages."""
        return f"content/{self.key}.md"

    @property
    def language(self) -> str:
        """The language it is written in."""
        return "en" if self.folder == "en" else "de"


@dataclass(frozen=True)
class Content:
    """Everything that the sample city's website says."""

    site: Site
    entries: dict[str, Entry]

    def of(self, folder: str) -> list[Entry]:
        """The entries of one folder, by title."""
        return sorted(
            (entry for entry in self.entries.values() if entry.folder == folder),
            key=lambda entry: sort_key(entry.front.title),
        )

    def service(self, stem: str) -> Entry:
        """The service with this stem, which is known to exist."""
        return self.entries[f"services/{stem}"]

    @cached_property
    def topics(self) -> dict[str, list[Entry]]:
        """Services by topic, topics and services by name."""
        found: dict[str, list[Entry]] = {}
        for entry in self.of("services"):
            if isinstance(entry.front, ServiceFront):
                found.setdefault(entry.front.topic, []).append(entry)
        return dict(sorted(found.items(), key=lambda item: sort_key(item[0])))

    @property
    def modified(self) -> date:
        """When anything was last changed."""
        return max((entry.front.modified for entry in self.entries.values()), default=date(2026, 1, 1))


def default_folder() -> Path:
    """The folder of the content files that come with the package."""
    return Path(__file__).parent / "content"


def read_content(folder: Path) -> Content:
    """Read all content files under `folder`; raises `ContentError`."""
    entries = {entry.key: entry for entry in _entries(folder)}
    return Content(_read_site(folder / "site.yaml"), entries)


def sort_key(title: str) -> str:
    """Order of German titles (DIN 5007-1: umlauts count as their vowels)."""
    return title.lower().translate(str.maketrans("äöü", "aou")).replace("ß", "ss")


def _entries(folder: Path) -> Iterator[Entry]:
    for name, model in FRONTS.items():
        for path in sorted((folder / name).glob("*.md")):
            head, body = _split(path)
            front = _validate(model, head, f"content/{name}/{path.name}")
            try:
                found = parts(body)
            except BodyError as error:
                raise ContentError(f"content/{name}/{path.name}: {error}.") from None
            yield Entry(name, path.stem, front, found)


def _split(path: Path) -> tuple[object, str]:
    where = f"content/{path.parent.name}/{path.name}"
    pieces = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(pieces) != 3 or pieces[0].strip():
        raise ContentError(f"{where}: Die Datei muss mit einem Kopf zwischen zwei Zeilen „---“ beginnen.")
    try:
        return yaml.safe_load(pieces[1]), pieces[2]
    except yaml.YAMLError as error:
        raise ContentError(f"{where}: Der Kopf ist kein gültiges YAML: {_first_line(error)}.") from None


def _read_site(path: Path) -> Site:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContentError(
            f"content/{path.name} fehlt. Darin stehen Name, Anschrift und Navigation der Stadt."
        ) from None
    except yaml.YAMLError as error:
        raise ContentError(f"content/{path.name} ist kein gültiges YAML: {_first_line(error)}.") from None
    return _validate(Site, data, f"content/{path.name}")


def _validate(model: type[_ModelT], data: object, where: str) -> _ModelT:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(str(part) for part in problem["loc"])
        match problem["type"]:
            case "extra_forbidden":
                raise ContentError(f"{where}: Den Schlüssel „{key}“ gibt es hier nicht.") from None
            case "missing":
                raise ContentError(f"{where}: Der Schlüssel „{key}“ fehlt.") from None
            case _:
                raise ContentError(f"{where}: „{key}“ passt nicht: {problem['msg']}.") from None


def _first_line(error: yaml.YAMLError) -> str:
    return " ".join(str(error).split())


def as_time(day: date | datetime) -> datetime:
    """A day as a moment (08:00 of that day in UTC), for headers and sitemaps."""
    return datetime(day.year, day.month, day.day, 8, 0, tzinfo=UTC)
