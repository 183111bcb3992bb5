"""The templates, and what all of them are given."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from widget.assets import embed_hash, embed_version
from widget.catalogue import DEFAULT_LANGUAGE, SIMPLE_GERMAN, supported, texts
from widget.links import safe_url, tel_url
from widget.pages.view import CONTRASTS, SCHEMES, SIZES, STYLES, Choices, CityView

RIGHT_TO_LEFT = frozenset({"ar"})

Say = Callable[..., str]


def render(
    template: str, city: CityView | None, choices: Choices, *, framed: bool = False, **values: Any
) -> str:
    """A template as HTML; `framed` pages stand in an iframe of a city's website."""
    shown = supported(choices.language)
    catalogue = SIMPLE_GERMAN if (shown, choices.style) == ("de", "einfach") else shown
    say = partial(_say, texts(catalogue))
    base = city.base if city else ""
    return (
        _environment()
        .get_template(template)
        .render(
            city=city,
            base=base,
            path=base + ("/frame" if framed else "/chat"),
            framed=framed,
            choices=choices,
            here=partial(_address, base, city, choices),
            language=shown,
            direction=direction_of(shown),
            direction_of=direction_of,
            say=say,
            day=partial(_day, say),
            language_name=_language_name,
            options={"style": STYLES, "size": SIZES, "contrast": CONTRASTS, "scheme": SCHEMES},
            embed_version=embed_version(),
            embed_hash=embed_hash(),
            **values,
        )
    )


def direction_of(language: str) -> str:
    """The writing direction of a language as HTML's `dir` names it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("widget"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["safe_url"] = safe_url
    environment.filters["tel_url"] = tel_url
    environment.filters["facts_by_label"] = _facts_by_label
    return environment


def _address(
    base: str, city: CityView | None, choices: Choices, path: str, language: str | None = None
) -> str:
    """An address within these pages that keeps the city and what was chosen."""
    return f"{base}{path}?{choices.query(city.id, language)}" if city else base + path


def _say(catalogue: Mapping[str, str], key: str, **values: object) -> str:
    text = catalogue[key]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _day(say: Say, moment: str | date | None) -> str | None:
    """A day, or that of an ISO 8601 moment, as the language writes it; None if it can't be read."""
    try:
        day = datetime.fromisoformat(moment) if isinstance(moment, str) else moment
        return day.strftime(say("page.date")) if day else None
    except ValueError:
        return None


def _language_name(code: str) -> str:
    """What a language calls itself; the code of one that there are no texts in."""
    return texts(DEFAULT_LANGUAGE).get(f"language.{code}", code)


def _facts_by_label(
    facts: Sequence[Mapping[str, Any]], say: Say
) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Facts under their labels; neighbours with the same label share it."""
    groups: list[tuple[str, list[Mapping[str, Any]]]] = []
    for fact in facts:
        label = fact["label"] or say(f"fact.{fact['kind']}")
        if not groups or groups[-1][0] != label:
            groups.append((label, []))
        groups[-1][1].append(fact)
    return groups
