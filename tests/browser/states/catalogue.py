"""The list of states, each with a German title for the report."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.conversation import QUESTION
from tests.browser.stand_in import StandIn
from tests.browser.states import element, pages, terminal
from tests.browser.states.element import Reach

# What a device can ask for, by the name in the report; set by `Page.emulate_media`.
THEMES: dict[str, dict[str, Any]] = {
    "hell": {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none"},
    "dunkel": {"color_scheme": "dark", "contrast": "no-preference", "forced_colors": "none"},
    "hoher Kontrast": {"color_scheme": "light", "contrast": "more", "forced_colors": "none"},
    "hoher Kontrast, dunkel": {"color_scheme": "dark", "contrast": "more", "forced_colors": "none"},
    "erzwungene Farben": {"color_scheme": "light", "contrast": "no-preference", "forced_colors": "active"},
}


@dataclass(frozen=True)
class State:
    """One state: `way` leads a fresh page there.

    The `main` ones are looked at in all themes, and the `pictured` ones are in `docs/images`.
    """

    name: str
    title: str
    way: Reach
    main: bool = False
    pictured: bool = False


STATES: tuple[State, ...] = (
    State("closed", "geschlossen", element.closed, main=True, pictured=True),
    State("open", "offen und leer", element.opened, main=True, pictured=True),
    State("city-away", "Angaben zur Stadt nicht erreichbar", element.city_away),
    State("settings", "Einstellungen offen", element.settings, main=True, pictured=True),
    State("waiting", "Frage angenommen", element.waiting),
    State("queue", "in der Warteschlange", element.queueing),
    State("streaming", "Antwort kommt", element.streaming, main=True),
    State("answered", "beantwortet", element.answered_as("answered"), main=True, pictured=True),
    State("worded", "vom Sprachmodell formuliert", element.answered_as("worded"), main=True),
    State("simple", "einfache Sprache", element.simple),
    State("clarify", "Rückfrage", element.answered_as("clarify", "Parkausweis")),
    State("not-found", "nichts gefunden", element.answered_as("not_found", "Darf ich einen Wal halten?")),
    State("crisis", "Hilfe in der Not", element.answered_as("crisis", "Ich kann nicht mehr."), main=True),
    State("hostile", "feindlicher Inhalt", element.answered_as("hostile")),
    State("follow-up", "zweite Frage", element.followed_up),
    State("failed", "Fehler, Frage zu lang", element.failed, main=True),
    State("busy", "überlastet", element.busy),
    State("offline", "keine Verbindung", element.offline),
    State("stopped", "angehalten", element.stopped),
    State("menu", "Menü des Gesprächs", element.menu),
    State("deleting", "Nachfrage vor dem Löschen", element.deleting),
    State("feedback", "Rückmeldung offen", element.feedback, main=True),
    *(
        State(f"language-{language}", f"Sprache {language}", element.speaking(language))
        for language in element.LANGUAGES
        if language not in ("de", "ar")
    ),
    State(
        "language-ar",
        "Sprache ar, von rechts nach links",
        element.speaking("ar", "arabic"),
        main=True,
        pictured=True,
    ),
    State("page", "eigene Seite", pages.full()),
    State(
        "page-answered", "eigene Seite, beantwortet", pages.full(question=QUESTION), main=True, pictured=True
    ),
    State("page-ar", "eigene Seite auf Arabisch", pages.full("/chat?city=musterstadt&lang=ar", QUESTION)),
    State("frame", "im Rahmen", pages.full("/frame")),
    State("frame-answered", "im Rahmen, beantwortet", pages.full("/frame", QUESTION)),
    State("plain", "ohne JavaScript", pages.plain()),
    State("plain-choices", "ohne JavaScript, Darstellung", pages.plain_choices),
    State(
        "plain-answered", "ohne JavaScript, beantwortet", pages.plain("answered"), main=True, pictured=True
    ),
    State("plain-worded", "ohne JavaScript, vom Modell formuliert", pages.plain("worded")),
    State("plain-clarify", "ohne JavaScript, Rückfrage", pages.plain("clarify")),
    State("plain-crisis", "ohne JavaScript, Hilfe in der Not", pages.plain("crisis")),
    State("plain-problem", "ohne JavaScript, Fehler", pages.plain_problem),
    State("plain-feedback", "ohne JavaScript, Rückmeldung", pages.plain_feedback),
    State("plain-unrated", "ohne JavaScript, Rückmeldung unvollständig", pages.plain_unrated),
    State("plain-thanks", "ohne JavaScript, Dank", pages.plain_thanks),
    State("plain-ar", "ohne JavaScript, Arabisch", pages.plain("arabic", "/chat?city=musterstadt&lang=ar")),
    State("plain-frame", "ohne JavaScript, im Rahmen", pages.plain("answered", "/frame")),
    State("home", "Startseite", pages.beside("/")),
    State("privacy", "Datenschutz", pages.beside("/datenschutz")),
    State("statement", "Erklärung zur Barrierefreiheit", pages.beside("/barrierefreiheit"), main=True),
    State(
        "statement-en", "Erklärung auf Englisch", pages.beside("/barrierefreiheit?city=musterstadt&lang=en")
    ),
    State("error", "Fehlerseite", pages.beside("/fehler")),
    State("terminal", "Terminal, Anfang", terminal.start, main=True, pictured=True),
    State("terminal-away", "Terminal, Dienst nicht erreichbar", terminal.away),
    State("terminal-ar", "Terminal auf Arabisch", terminal.arabic),
    State("terminal-answered", "Terminal, beantwortet", terminal.answered, main=True, pictured=True),
    State("terminal-countdown", "Terminal, Countdown", terminal.countdown, main=True),
)


def reach(name: str, page: Page, site: StandIn) -> None:
    """Leads a fresh page into the state of that name."""
    next(state for state in STATES if state.name == name).way(page, site)
