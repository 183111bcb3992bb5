"""A question means a life event, or one service though an event is its occasion."""

from typing import get_args

import pytest

from bot.texts import say
from bot.understanding.aspects import find_aspects
from bot.understanding.events import event_meant, event_near
from corpus.lexicon.events import LifeEvent, load_events
from corpus.parts import Language


def meant(text: str, *, german: bool = True) -> str | None:
    event = event_meant(text, find_aspects(text), german=german)
    return event.key if event else None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Oma gestorben, was tun?", "todesfall"),
        ("Ich ziehe um, woran muss ich denken?", "umzug"),
        ("Mein Vater ist gestern gestorben.", "todesfall"),
        ("Auto gekauft, was nun?", "auto-gekauft"),
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
        "Wir heiraten, welche Unterlagen brauchen wir?",
        "Hab ein Auto gekauft und will es ummelden.",
        "Kann ich nach der Hochzeit meinen alten Namen behalten?",
        "Wie kann meine Frau zu mir ziehen? Wir haben letzten Monat im Ausland geheiratet.",
        "Bin geflüchtet und suche einen Deutschkurs am Abend",
        "Gibt es beim Umzug für den Umzugswagen ein Halteverbot auf der Straße?",
    ],
)
def test_who_asks_for_one_thing_gets_no_list(text: str) -> None:
    assert meant(text) is None


@pytest.mark.parametrize("event", load_events().events, ids=lambda event: event.key)
@pytest.mark.parametrize("language", get_args(Language))
def test_a_suggested_event_is_understood_when_it_is_asked(event: LifeEvent, language: str) -> None:
    question = say("suggestion.event", language, event=event.names[language])
    assert meant(question, german=language == "de") == event.key


def test_an_event_that_is_only_mentioned_is_near() -> None:
    text = "Bis wann muss ich mich nach dem Umzug anmelden?"
    near = event_near(text)
    assert (meant(text), near and near.key) == (None, "umzug")


def test_another_language_asks_openly_too() -> None:
    assert meant("we are getting married, what do we have to do?", german=False) == "heirat"
