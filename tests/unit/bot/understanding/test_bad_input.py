"""Whatever is typed, looking at it raises nothing, and what can be read in it is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.aspects import find_aspects
from bot.understanding.events import event_meant
from bot.understanding.followup import refer
from bot.understanding.offering import Offering, offering
from bot.understanding.parts import separate_questions
from bot.understanding.place import other_town
from bot.understanding.spelling import undisguised
from bot.understanding.unserved import is_unserved
from corpus.lexicon.authorities import load_authorities

ANY_TEXT = st.text(max_size=500) | st.text(alphabet="abcdeäöüß013457@$ ?!.\u200f\u200bاكמ漢", max_size=200)


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT)
def test_no_text_breaks_understanding(text: str) -> None:
    aspects = find_aspects(text)
    event_meant(text, aspects, german=True)
    load_authorities().find(text)
    refer(text, german=True, named=(), before=())
    other_town(text, own="Musterstadt", rarity=lambda _: 1.0)
    is_unserved(text)
    assert len(undisguised(text)) == len(text)
    assert separate_questions(text)
    assert offering(text, ()) is not Offering.OFFERED


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("p3rs0 v3rl0r3n", "perso verloren"),
        ("w4s k0st3t das", "was kostet das"),
        ("BF17 mit 17 Jahren", "BF17 mit 17 Jahren"),
        ("§ 24a am 3.12. um 8:30", "§ 24a am 3.12. um 8:30"),
        ("Schlüsselzahl B196", "Schlüsselzahl B196"),
        ("CO2-Abgabe", "CO2-Abgabe"),
    ],
)
def test_figures_for_letters_are_read_as_letters_and_codes_are_left(text: str, read: str) -> None:
    assert undisguised(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "où puis-je demander un passeport ?",
        "¿dónde puedo pedir un pasaporte?",
        "Come posso rinnovare il passaporto? Quanto costa?",
        "Unde pot cere un pașaport, cât este?",
        "護照多少錢",
        "Πόσο κοστίζει το διαβατήριο;",
        "گذرنامه چقدر است؟",
    ],
)
def test_a_language_that_is_not_served_is_recognised(text: str) -> None:
    assert is_unserved(text)


@pytest.mark.parametrize(
    "text",
    [
        "Was kostet ein Reisepass?",
        "How much is a passport for my son?",
        "Pasaport ne kadar?",
        "Скільки коштує паспорт?",
        "Сколько стоит паспорт?",
        "كم تكلفة جواز السفر؟",
        "Ile kosztuje paszport i co mam przynieść?",
        "perso weg",
        "😀",
        "",
    ],
)
def test_a_language_that_is_served_is_not_mistaken(text: str) -> None:
    assert not is_unserved(text)


def test_questions_about_several_services_are_taken_apart() -> None:
    text = "Was kostet ein Reisepass? Und wie lange dauert das? Wie melde ich meinen Hund an? Wo ist das"
    text += " Fundbüro?"
    first, *others = separate_questions(text)
    assert first == "Was kostet ein Reisepass? Und wie lange dauert das?"
    assert others == ["Wie melde ich meinen Hund an?", "Wo ist das Fundbüro?"]


@pytest.mark.parametrize(
    "text", ["Was kostet ein Reisepass? Und was muss ich mitbringen?", "Ich bin neu hier. Wie geht das?", "?"]
)
def test_questions_about_one_thing_stay_together(text: str) -> None:
    assert separate_questions(text) == (text,)


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("wie hoch ist die gebuehr", "cost"),
        ("WIE HOCH IST DIE GEBÜHR", "cost"),
        ("oeffnungszeiten buergerbuero", "hours"),
        ("offnungszeiten", "hours"),
        ("wie lange ist der gueltig", "duration"),
    ],
)
def test_umlauts_may_be_written_any_way(text: str, aspect: str) -> None:
    assert aspect in {one.name for one in find_aspects(text)}
