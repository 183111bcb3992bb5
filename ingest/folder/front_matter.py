"""What a file says about itself: YAML between two lines of `---`, or in a file `name.yaml` beside it."""

import difflib
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from corpus.records import Audience, DocumentKind
from ingest.addresses import is_web_address
from ingest.errors import Unreadable

_LARGEST = 20_000
_HEAD = re.compile(r"\A\s*?---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_GERMAN_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_GERMAN_KEYS = {
    "titel": "title", "adresse": "url", "link": "url", "art": "kind", "zielgruppe": "audience",
    "sprache": "language", "schlagworte": "keywords", "schlagwörter": "keywords", "stichworte": "keywords",
    "stichwörter": "keywords", "gültig_ab": "valid_from", "gültig_von": "valid_from",
    "gültig_bis": "valid_until", "amt": "office", "stelle": "office", "wiedervorlage": "review",
    "prüfen": "review",
}  # fmt: skip
_GERMAN_VALUES = {
    "intern": "internal",
    "öffentlich": "public",
    "dienstleistung": "service",
    "leistung": "service",
    "amt": "office",
    "dienststelle": "office",
    "seite": "page",
    "meldung": "news",
    "veranstaltung": "event",
    "satzung": "statute",
}


def _as_texts(value: Any) -> Any:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list):
        return tuple(str(one) if isinstance(one, int) else one for one in value)
    return (str(value),) if isinstance(value, int) else value


def _as_one_text(value: Any) -> Any:
    """Take a title that YAML reads as a number or a date ("2026") as the text that it is."""
    return str(value) if isinstance(value, int | float | date) and not isinstance(value, bool) else value


def _as_day(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str) and (match := _GERMAN_DATE.fullmatch(value.strip())):
        return date(int(match[3]), int(match[2]), int(match[1]))
    return value


def _as_known(value: Any) -> Any:
    return (
        _GERMAN_VALUES.get(value.strip().lower(), value.strip().lower()) if isinstance(value, str) else value
    )


def _as_web_address(value: Any) -> Any:
    if isinstance(value, str) and not is_web_address(value):
        raise ValueError("keine Webadresse")
    return value


Text = Annotated[str, BeforeValidator(_as_one_text), Field(min_length=1, max_length=300)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_texts)]
Day = Annotated[date | None, BeforeValidator(_as_day)]


class FrontMatter(BaseModel):
    """A file's statements about itself; None or empty where it makes none.

    `office` are ids or addresses of the offices in charge, nearest first; `review` is the day by which an
    editor should look at the file again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Text | None = None
    url: Annotated[str | None, BeforeValidator(_as_web_address)] = None
    kind: Annotated[DocumentKind | None, BeforeValidator(_as_known)] = None
    audience: Annotated[Audience | None, BeforeValidator(_as_known)] = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2}$")] = None
    keywords: Texts = ()
    leika: Annotated[
        tuple[Annotated[str, Field(pattern=r"^\d{5,17}$")], ...], BeforeValidator(_as_texts)
    ] = ()
    valid_from: Day = None
    valid_until: Day = None
    office: Texts = ()
    review: Day = None


class _Loader(yaml.SafeLoader):
    """YAML without aliases, which can make a few lines grow without bound."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            raise yaml.YAMLError("Verweise (*name) gibt es hier nicht")
        return super().compose_node(parent, index)


def split_head(text: str) -> tuple[str, str]:
    """Part a text into its front matter (YAML, "" if there is none) and the rest."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    match = _HEAD.match(text)
    if match is None or not _looks_like_keys(match["head"]):
        return "", text
    return match["head"], text[match.end() :]


def parse_head(*heads: str) -> FrontMatter:
    """Read pieces of front matter, of which later ones go before earlier ones.

    Raises `Unreadable` with one sentence that says what to mend.
    """
    data: dict[str, Any] = {}
    for head in heads:
        data.update(_load(head))
    try:
        return FrontMatter.model_validate(data)
    except ValidationError as error:
        raise Unreadable(_sentence(error)) from None


def _looks_like_keys(head: str) -> bool:
    """Tell front matter from a text that begins with a rule ("---") and has another further down."""
    lines = [line for line in head.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return not lines or bool(re.match(r"""["']?\w[\w -]*["']?[ \t]*:""", lines[0]))


def _load(head: str) -> Mapping[str, Any]:
    if len(head) > _LARGEST:
        raise Unreadable(f"Der Kopf der Datei ist länger als {_LARGEST} Zeichen. Bitte kürzen.")
    try:
        # The loader is a SafeLoader: it makes plain values only.
        data = yaml.load(head, Loader=_Loader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (Zeile {mark.line + 1})" if mark is not None else ""
        raise Unreadable(
            f"Der Kopf der Datei ist kein gültiges YAML{where}. "
            "Bitte schreiben Sie je Zeile einen Schlüssel, einen Doppelpunkt und den Wert, "
            "Werte mit Doppelpunkt in Anführungszeichen."
        ) from None
    if data is None:
        return {}
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise Unreadable("Der Kopf der Datei besteht nicht aus Zeilen der Form „Schlüssel: Wert“.")
    return {key: value for key, value in data.items() if value is not None}


def _sentence(error: ValidationError) -> str:
    problem = min(error.errors(), key=lambda found: found["type"] != "extra_forbidden")
    key = str(problem["loc"][0])
    if problem["type"] == "extra_forbidden":
        meant = _meant(key)
        hint = f" Gemeint ist vermutlich „{meant}“." if meant else " Bitte löschen."
        return f"Den Schlüssel „{key}“ gibt es im Kopf einer Datei nicht.{hint}"
    shown = str(problem["input"])[:60]
    return f"Der Wert „{shown}“ von „{key}“ passt nicht: {_expected(key)}."


def _meant(key: str) -> str:
    known = _GERMAN_KEYS.get(key.lower().replace("-", "_").replace(" ", "_"))
    close = difflib.get_close_matches(key.lower(), list(FrontMatter.model_fields), n=1, cutoff=0.6)
    return known or (close[0] if close else "")


def _expected(key: str) -> str:
    match key:
        case "audience":
            return "Möglich sind public und internal"
        case "kind":
            return f"Möglich sind {', '.join(kind.value for kind in DocumentKind)}"
        case "valid_from" | "valid_until" | "review":
            return "Erwartet wird ein Datum wie 2026-12-31 oder 31.12.2026"
        case "language":
            return "Erwartet wird ein Kürzel wie de oder en"
        case "leika":
            return "Erwartet werden Nummern aus Ziffern, zum Beispiel 99115005000000"
        case "url":
            return "Erwartet wird eine Adresse, die mit https:// beginnt"
        case _:
            return "Erwartet wird ein kurzer Text oder eine Liste davon"
