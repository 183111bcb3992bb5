"""Answers are composed by what is asked."""

import pytest

from bot.answer import Answer, Status, Style
from bot.assistant import Assistant
from bot.request import Question


async def ask(assistant: Assistant, text: str, style: Style = Style.STANDARD) -> Answer:
    return await assistant.answer(Question(text=text, style=style))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Ich bin 19, was kostet der Personalausweis?", ["unter 24 Jahren"]),
        ("Ich bin 31, was kostet der Personalausweis?", ["ab 24 Jahren"]),
        ("Was kostet der Personalausweis für mein Kind?", ["unter 24 Jahren"]),
        ("Was kostet der Personalausweis für mich und mein Kind?", ["ab 24 Jahren", "unter 24 Jahren"]),
        ("Ich bin 40, mein Sohn ist 7. Was kostet der Ausweis?", ["ab 24 Jahren", "unter 24 Jahren"]),
        ("Was kostet der Personalausweis?", ["ab 24 Jahren", "unter 24 Jahren"]),
    ],
)
async def test_who_tells_an_age_gets_no_fees_for_other_ages(
    assistant: Assistant, text: str, labels: list[str]
) -> None:
    answer = await ask(assistant, text)
    assert [fact.label for fact in answer.facts] == labels
    shown = " ".join(sentence.text for block in answer.blocks for sentence in block.sentences)
    assert "46,00" not in shown
    assert "27,60" not in shown


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
