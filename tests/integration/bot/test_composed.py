"""Answers are composed by what is asked."""

import pytest

from bot.answer import Answer, Status, Style
from bot.assistant import Assistant
from bot.request import Question


async def ask(assistant: Assistant, text: str, style: Style = Style.STANDARD) -> Answer:
    return await assistant.answer(Question(text=text, style=style))


async def test_the_class_of_the_age_asked_for_comes_first_and_hides_none(assistant: Assistant) -> None:
    young = await ask(assistant, "Ich bin 19, was kostet der Personalausweis?")
    old = await ask(assistant, "Ich bin 31, was kostet der Personalausweis?")
    assert [fact.label for fact in young.facts] == ["unter 24 Jahren", "ab 24 Jahren"]
    assert [fact.label for fact in old.facts] == ["ab 24 Jahren", "unter 24 Jahren"]


async def test_what_is_asked_first_is_told_first(assistant: Assistant) -> None:
    answer = await ask(assistant, "Bis wann muss ich die Wohnung anmelden und was kostet es?")
    text = answer.text()
    assert text.index("zwei Wochen") < text.index("keine Gebühr")


@pytest.mark.parametrize(
    ("style", "words"), [(Style.STANDARD, "Öffnungszeiten"), (Style.EINFACH, "Dann ist geöffnet")]
)
async def test_what_the_page_does_not_tell_is_said(assistant: Assistant, style: Style, words: str) -> None:
    answer = await ask(assistant, "Was kostet die Hundesteuer und wann ist da geöffnet?", style)
    assert "84 Euro" in answer.text()
    assert answer.status is Status.PARTLY_ANSWERED
    assert [words in notice for notice in answer.notices].count(True) == 1


async def test_what_the_office_tells_is_not_missing(assistant: Assistant) -> None:
    answer = await ask(assistant, "Was kostet der Personalausweis und wann ist geöffnet?")
    assert answer.status is Status.ANSWERED
    assert "Montag bis Freitag: 8:00–12:00 Uhr" in {fact.value for fact in answer.facts}


async def test_who_asks_for_the_number_gets_the_number(assistant: Assistant) -> None:
    answer = await ask(assistant, "Welche Telefonnummer hat das Bürgerbüro?")
    assert "069 90009-100" in {fact.value for fact in answer.facts}


async def test_the_papers_come_as_the_whole_list(assistant: Assistant) -> None:
    answer = await ask(assistant, "Welche Unterlagen brauche ich für den Personalausweis?")
    listed = [block for block in answer.blocks if block.form == "list"]
    assert [sentence.text for sentence in listed[0].sentences] == [
        "alter Personalausweis oder Reisepass",
        "digitales Passfoto",
    ]


async def test_who_does_not_ask_for_the_price_gets_no_price_list(assistant: Assistant) -> None:
    answer = await ask(assistant, "Wie lange ist der Personalausweis gültig?")
    assert "zehn Jahre gültig" in answer.text()
    assert "27,60" not in answer.text()


async def test_notes_on_the_language_stand_only_where_german_is_quoted(assistant: Assistant) -> None:
    german = await assistant.answer(Question(text="How much is the Personalausweis?", language="en"))
    greeting = await assistant.answer(Question(text="Hello!", language="en"))
    assert [notice for notice in german.notices if "in German" in notice]
    assert not [notice for notice in greeting.notices if "in German" in notice]
