"""What a question wants to know is recognised in the words citizens use."""

import pytest

from bot.understanding.aspects import find_aspects


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Was kostet ein neuer Personalausweis?", "cost"),
        ("wie teuer is des", "cost"),
        ("How much is a passport?", "cost"),
        ("Welche Unterlagen brauche ich?", "documents"),
        ("was muss ich mitbringen", "documents"),
        ("Wo ist das Standesamt?", "where"),
        ("Wann hat das Bürgerbüro geöffnet?", "hours"),
        ("Wie lange dauert die Bearbeitung?", "duration"),
        ("Bis wann muss ich mich ummelden?", "deadline"),
        ("Wie weit im Voraus kann ich die Trauung anmelden?", "deadline"),
        ("How far in advance do I have to book?", "deadline"),
        ("Kann ich das online machen?", "online"),
        ("Welches Formular brauche ich?", "form"),
        ("Wie beantrage ich Wohngeld?", "procedure"),
        ("Kann ich mit Karte zahlen?", "payment"),
        ("Kann man im Bürgerbüro bar bezahlen?", "payment"),
        ("nehmt ihr paypal", "payment"),
        ("Can I pay by credit card?", "payment"),
        ("Ist das Rathaus barrierefrei?", "accessibility"),
        ("komme ich da mit dem Rollstuhl rein", "accessibility"),
        ("Gibt es einen Aufzug?", "accessibility"),
        ("Сколько стоит паспорт?", "cost"),
        ("Gdzie jest urząd?", "where"),
        ("Ne kadar tutuyor?", "cost"),
    ],
)
def test_the_aspect_is_found(text: str, aspect: str) -> None:
    assert aspect in {found.name for found in find_aspects(text)}


def test_how_to_pay_is_no_question_of_the_price_unless_that_is_asked_too() -> None:
    assert [found.name for found in find_aspects("Kann ich mit Karte bezahlen?")] == ["payment"]
    both = {found.name for found in find_aspects("Was kostet der Pass und kann ich mit Karte zahlen?")}
    assert both == {"payment", "cost"}
    assert [found.name for found in find_aspects("Muss ich für den Ausweis etwas bezahlen?")] == ["cost"]


def test_several_aspects_are_all_found() -> None:
    names = {found.name for found in find_aspects("Was kostet das und was muss ich mitbringen?")}
    assert {"cost", "documents"} <= names


def test_a_specific_aspect_hides_the_general_one() -> None:
    assert [found.name for found in find_aspects("Wie lange dauert es, bis ich den Ausweis bekomme?")] == [
        "duration"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie hoch ist das Wohngeld?", []),
        ("Was kostet der Antrag auf Wohngeld?", ["cost"]),
        ("Wie hoch ist die Hundesteuer?", ["cost"]),
        ("Bis wann muss ich die Hundesteuer zahlen?", ["deadline"]),
        ("Bis wann muss ich zahlen und wie viel?", ["cost", "deadline"]),
        ("Brauche ich einen Termin?", []),
        ("Bis zu welchem Termin muss ich den Antrag abgeben?", ["deadline"]),
    ],
)
def test_words_that_ask_for_something_else_are_told_apart(text: str, expected: list[str]) -> None:
    general = {"requirements", "procedure", "documents"}
    assert [aspect.name for aspect in find_aspects(text) if aspect.name not in general] == expected


def test_how_much_one_gets_is_no_question_of_how_to_get_it() -> None:
    assert find_aspects("Wie viel Wohngeld bekomme ich?") == ()
    assert [aspect.name for aspect in find_aspects("Wie bekomme ich Wohngeld?")] == ["procedure"]
