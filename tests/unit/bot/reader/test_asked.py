"""What a question wants, and which values of a line could be it."""

import pytest

from bot.reader.asked import kinds_of, values_in, wanted_values


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wer kann das beantragen?", "for_whom"),
        ("Wo ist das Amt?", "where"),
        ("Wie lange dauert es?", "how_long"),
        ("Wie viele Plätze gibt es?", "how_many"),
        ("Was kostet der Eintritt?", "cost"),
        ("Was bedeutet Duldung?", "what_is"),
        ("Gibt es einen Aufzug?", "yes_no"),
    ],
)
def test_a_question_wants_a_kind_of_answer(question: str, kind: str) -> None:
    assert kind in kinds_of(question)


def test_a_bare_word_wants_nothing_in_particular() -> None:
    assert kinds_of("Reisepass") == frozenset()


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Die Gebühr beträgt 12,50 €.", "amount"),
        ("Telefon: 0123 456789", "telephone"),
        ("Ringstraße 12, 12345 Musterstadt", "address"),
        ("amt@stadt.example", "email"),
        ("Kinder ab 6 Jahren", "age"),
        ("innerhalb von zwei Wochen", "duration"),
        ("Dienstag 8:00 bis 12:00 Uhr", "time"),
    ],
)
def test_a_line_states_a_value(line: str, value: str) -> None:
    assert value in values_in(line)


def test_who_asks_the_price_wants_an_amount() -> None:
    assert wanted_values(kinds_of("Was kostet das?")) == {"amount"}
