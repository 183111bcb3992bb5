"""What a question asks, in the order asked."""

from types import SimpleNamespace

import pytest

from bot.compose.asked import asked, tells
from bot.reader.lines import Line
from bot.understanding.aspects import all_aspects, find_aspects
from corpus.records import SectionKind


def names(text: str) -> list[str]:
    return [aspect.name for aspect in asked(run_of(text))]  # type: ignore[arg-type]  # reads these only


def run_of(text: str) -> SimpleNamespace:
    return SimpleNamespace(text=text, document=None, when=None, aspects=find_aspects(text), order=None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wie lange dauert das und was kostet es?", ["duration", "cost"]),
        ("Was kostet es und wie lange dauert das?", ["cost", "duration"]),
        ("Wie lange dauert es und welche Voraussetzungen gelten?", ["duration", "requirements"]),
        ("Wie melde ich mich um und was kostet das?", ["procedure", "cost"]),
        ("Unter welcher Telefonnummer ist das Amt zu sprechen?", ["where"]),
    ],
)
def test_aspects_come_in_the_order_asked_and_none_is_dropped(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_what_was_made_of_a_question_before_it_changed_no_longer_counts() -> None:
    run = run_of("Was kostet es und wie lange dauert das?")
    before = asked(run)  # type: ignore[arg-type]  # reads these only
    assert asked(run) is before  # type: ignore[arg-type]  # reads these only
    run.text = "Wie lange dauert das und was kostet es?"
    assert asked(run) == before[::-1]  # type: ignore[arg-type]  # reads these only


@pytest.mark.parametrize(
    ("aspect", "words"),
    [
        ("cost", "Die Karte ist gebührenfrei."),
        ("deadline", "Kommen Sie spätestens im Mai."),
        ("duration", "Die Karte gilt ein Jahr."),
        ("payment", "Sie zahlen bar."),
        ("hours", "Wir haben bis 12 Uhr geöffnet."),
    ],
)
def test_a_line_tells_an_aspect_by_its_words(aspect: str, words: str) -> None:
    line = Line(words, "", SectionKind.DESCRIPTION, 0, 0)
    assert tells(all_aspects()[aspect], line)
    assert not tells(all_aspects()["accessibility"], line)


def test_a_line_tells_an_aspect_by_its_section() -> None:
    line = Line("Fragen Sie uns.", "Gebühren", SectionKind.FEES, 0, 0)
    assert tells(all_aspects()["cost"], line)
    assert not tells(all_aspects()["deadline"], line)
