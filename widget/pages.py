"""The pages that the server renders: the chat without JavaScript, the start page, data protection, errors.

All of them hold under `CONTENT_SECURITY_POLICY`: no inline script, no inline style, nothing from elsewhere.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from widget.assets import embed_hash, embed_version
from widget.catalogue import DEFAULT_LANGUAGE, supported, texts
from widget.links import safe_url, tel_url

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
QUESTION_LIMIT = 500
RIGHT_TO_LEFT = frozenset({"ar"})


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
            website=description.get("website"),
            privacy_url=description.get("privacy_url"),
            imprint_url=description.get("imprint_url"),
            base=base.rstrip("/"),
        )


def render_chat(
    city: CityView,
    answer: Mapping[str, Any] | None = None,
    question: str = "",
    problem: str | None = None,
    *,
    language: str = DEFAULT_LANGUAGE,
    style: str = "standard",
    context: str | None = None,
) -> str:
    """`/chat` as HTML: forms that POST `question`, `language`, `style`, `context` and `city` to `/chat`.

    `answer` is `Answer.model_dump(mode="json")`. A `problem` (one sentence) is shown with the question still
    in its field; `context` is then the token that the failed request carried, so that trying again still
    refers to the answer before. The element replaces the form only on a page that shows no answer yet.
    """
    return _render(
        "chat.html",
        city,
        language,
        answer=answer,
        question=question,
        problem=problem,
        style=style,
        context=answer.get("context") if answer else context,
        limit=QUESTION_LIMIT,
    )


def render_home(city: CityView, *, language: str = DEFAULT_LANGUAGE) -> str:
    """`/`: a page that shows the element as it stands on a city's website."""
    return _render("home.html", city, language)


def render_privacy(city: CityView, *, language: str = DEFAULT_LANGUAGE) -> str:
    """`/datenschutz`: who answers, what is kept of a question, and how to reach a person."""
    return _render("privacy.html", city, language)


def render_error(
    city: CityView | None, problem: str, *, status: int = 500, language: str = DEFAULT_LANGUAGE
) -> str:
    """An error page with one sentence that says what to do; `city` is None where none could be told."""
    return _render("error.html", city, language, problem=problem, status=status)


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


def _render(template: str, city: CityView | None, language: str, **values: Any) -> str:
    shown = supported(language)
    say = partial(_say, texts(shown))
    return (
        _environment()
        .get_template(template)
        .render(
            city=city,
            base=city.base if city else "",
            language=shown,
            wanted_language=language,
            direction="rtl" if shown in RIGHT_TO_LEFT else "ltr",
            say=say,
            day=partial(_day, say),
            embed_version=embed_version(),
            embed_hash=embed_hash(),
            **values,
        )
    )


def _say(catalogue: Mapping[str, str], key: str, **values: object) -> str:
    text = catalogue[key]
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text


def _day(say: Callable[[str], str], moment: str | None) -> str | None:
    """The day of an ISO 8601 moment, as the language writes it; None if it can't be read."""
    try:
        return datetime.fromisoformat(moment).strftime(say("page.date")) if moment else None
    except ValueError:
        return None


def _facts_by_label(
    facts: Sequence[Mapping[str, Any]], say: Callable[[str], str]
) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Facts under their labels; neighbours with the same label share it."""
    groups: list[tuple[str, list[Mapping[str, Any]]]] = []
    for fact in facts:
        label = fact["label"] or say(f"fact.{fact['kind']}")
        if not groups or groups[-1][0] != label:
            groups.append((label, []))
        groups[-1][1].append(fact)
    return groups
