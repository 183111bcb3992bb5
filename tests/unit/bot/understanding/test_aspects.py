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
        ("Kann ich das online machen?", "online"),
        ("Welches Formular brauche ich?", "form"),
        ("Wie beantrage ich Wohngeld?", "procedure"),
        ("Сколько стоит паспорт?", "cost"),
        ("Gdzie jest urząd?", "where"),
        ("Ne kadar tutuyor?", "cost"),
    ],
)
def test_the_aspect_is_found(text: str, aspect: str) -> None:
    assert aspect in {found.name for found in find_aspects(text)}


def test_several_aspects_are_all_found() -> None:
    names = {found.name for found in find_aspects("Was kostet das und was muss ich mitbringen?")}
    assert {"cost", "documents"} <= names


def test_a_specific_aspect_hides_the_general_one() -> None:
    assert [found.name for found in find_aspects("Wie lange dauert es, bis ich den Ausweis bekomme?")] == [
        "duration"
    ]
