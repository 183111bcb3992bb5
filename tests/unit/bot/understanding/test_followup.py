"""A question in a conversation carries on from the last answer, or opens a new topic."""

import pytest

from bot.understanding.followup import refer

PASSPORT = {"reisepass"}


@pytest.mark.parametrize(
    "text",
    [
        "und wie lange dauert das?",
        "was kostet das?",
        "wo ist das?",
        "und online?",
        "wann ist der fertig?",
        "wo kann ich ihn abholen?",
        "And how much is it?",
        "Where is it?",
        "peki nerede?",
        "ne kadar?",
        "А скільки це коштує?",
        "а где это?",
        "وكم يكلف؟",
        "أين ذلك؟",
        "a ile to kosztuje?",
        "gdzie to jest?",
    ],
)
def test_a_question_that_names_nothing_asks_for_the_same_thing(text: str) -> None:
    german = text.isascii() or "ü" in text
    reference = refer(text, german=german, named=(), before=PASSPORT)
    assert reference.leans
    assert not reference.switches


@pytest.mark.parametrize(
    "text",
    [
        "und für Kinder?",
        "was ist mit meiner Frau?",
        "und wenn ich den verloren habe?",
        "ich hab ihn verloren",
    ],
)
def test_a_circumstance_of_its_own_makes_no_new_topic(text: str) -> None:
    assert refer(text, german=True, named=(), before=PASSPORT).stays


@pytest.mark.parametrize(
    "text", ["war aber in der S-Bahn", "ich hab zwölf Stück davon", "und für einen Diplomaten?"]
)
def test_what_adds_words_of_its_own_leans_without_staying(text: str) -> None:
    reference = refer(text, german=True, named=(), before=PASSPORT)
    assert (reference.leans, reference.stays) == (True, False)


@pytest.mark.parametrize("text", ["Was kostet ein Bewohnerparkausweis?", "Bewohnerparkausweis beantragen"])
def test_another_service_is_a_new_topic(text: str) -> None:
    assert not refer(text, german=True, named={"bewohnerparkausweis"}, before=PASSPORT).leans


def test_another_service_after_and_keeps_what_was_asked() -> None:
    reference = refer(
        "und ein Bewohnerparkausweis?", german=True, named={"bewohnerparkausweis"}, before=PASSPORT
    )
    assert reference.switches


def test_a_long_question_stands_for_itself() -> None:
    text = (
        "Welche Möglichkeiten haben Vereine heute, eine städtische Halle zu mieten, und wer entscheidet,"
        " ob eine Gruppe ohne Satzung Vorrang bekommt?"
    )
    assert not refer(text, german=True, named=(), before=PASSPORT).leans
