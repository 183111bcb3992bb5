"""A fee is told with what it is for; where the label was torn out of a sentence, with the sentence."""

import pytest

from bot.compose.facts.labels import label_of, period_sentence, sentence_of
from corpus.records import Document, Fact, FactKind, Section, SectionKind


def told(words: str, label: str, value: str, heading: str = "Gebühren") -> tuple[str, str]:
    """What a fact's line would say: its label, and the sentence that stands in for it, if any."""
    document = Document(
        id="d",
        city="c",
        source="s",
        title="Angelschein",
        url="https://c.example/d",
        sections=(Section(kind=SectionKind.FEES, heading=heading, text=words),),
    )
    fact = Fact(kind=FactKind.FEE, value=value, words=words, label=label, section=0)
    return label_of(fact), sentence_of(fact, document)


@pytest.mark.parametrize(
    ("words", "label", "value"),
    [
        ("- Jahreskarte: 30 Euro", "Jahreskarte", "30 Euro"),
        ("Karte: Jahreskarte; Preis: 30,00 Euro", "Jahreskarte", "30,00 Euro"),
        ("30 Euro (Jugendliche)", "Jugendliche", "30 Euro"),
        ("Die Jahreskarte kostet 30 Euro.", "Die Jahreskarte", "30 Euro"),
        ("- Gebühr für das Foto: 6 Euro", "das Foto", "6 Euro"),
    ],
)
def test_a_label_that_reads_well_stands_alone(words: str, label: str, value: str) -> None:
    assert told(words, label, value) == (label, "")


def test_the_preposition_before_a_label_belongs_to_it() -> None:
    assert told("- bei Verlust der Karte: 8 Euro", "Verlust der Karte", "8 Euro") == (
        "bei Verlust der Karte",
        "",
    )


@pytest.mark.parametrize(
    ("words", "label", "value"),
    [
        ("Kinder zahlen die Hälfte, also 0,50 Euro.", "also", "0,50 Euro"),
        ("Wer zu spät kommt, zahlt 5 Euro.", "Wer zu spät kommt, zahlt", "5 Euro"),
        ("Gäste: 12 Euro (mit Kurkarte) oder 15 Euro (ohne Karte)", "ohne Karte", "15 Euro"),
        ("Die erste Karte ist gebührenfrei, jede weitere kostet 3 Euro.", "jede weitere", "3 Euro"),
    ],
)
def test_a_piece_of_a_sentence_is_told_with_the_sentence(words: str, label: str, value: str) -> None:
    assert told(words, label, value)[1] == words


def test_a_heading_or_question_is_no_label() -> None:
    assert (
        told("Es fallen keine Gebühren an.", "Gebühren", "keine Gebühren")[1]
        == "Es fallen keine Gebühren an."
    )
    assert told("30 Euro", "Was kostet die Karte?", "30 Euro")[0] == ""


def test_a_sentence_of_a_whole_paragraph_is_too_long_for_a_line() -> None:
    words = "Wer zu spät kommt, zahlt 5 Euro" + " und muss dann noch einmal kommen" * 6 + "."
    assert told(words, "Wer zu spät kommt, zahlt", "5 Euro")[1] == ""


def period(words: str, value: str, label: str = "") -> str:
    return period_sentence(Fact(kind=FactKind.DEADLINE, value=value, words=words, label=label, section=0))


def test_a_deadline_is_told_with_what_it_is_counted_from() -> None:
    words = "Melden Sie die Katze innerhalb von drei Wochen nach dem Umzug."
    assert period(f"- {words}", "drei Wochen") == words


def test_a_deadline_that_says_all_itself_needs_no_sentence() -> None:
    assert period("Frist: drei Wochen", "drei Wochen", "Frist") == ""
    assert period("Melden Sie sich " + "möglichst bald " * 12 + "binnen drei Wochen.", "drei Wochen") == ""
