"""A question means a life event, or one service though an event is its occasion."""

import pytest

from bot.understanding.aspects import find_aspects
from bot.understanding.events import event_meant


def meant(text: str, *, german: bool = True) -> str | None:
    event = event_meant(text, find_aspects(text), german=german)
    return event.key if event else None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Oma gestorben, was tun?", "todesfall"),
        ("Ich ziehe um, woran muss ich denken?", "umzug"),
        ("Wir heiraten, welche Unterlagen brauchen wir?", "heirat"),
    ],
)
def test_an_open_question_after_an_event_means_the_event(text: str, key: str) -> None:
    assert meant(text) == key


@pytest.mark.parametrize(
    "text",
    [
        "Was kostet eine Sterbeurkunde?",
        "Wie melde ich eine Eheschließung an?",
        "Bis wann muss ich mich nach dem Umzug anmelden?",
        "Wo beantrage ich nach der Geburt Elterngeld?",
        "Gibt es beim Umzug für den Umzugswagen ein Halteverbot auf der Straße?",
    ],
)
def test_who_asks_for_one_thing_gets_no_list(text: str) -> None:
    assert meant(text) is None


def test_another_language_asks_openly_too() -> None:
    assert meant("we are getting married, what do we have to do?", german=False) == "heirat"
