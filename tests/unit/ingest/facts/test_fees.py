"""Fees: the amount, for whom, and what costs nothing."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from decimal import Decimal

import pytest

from corpus.records import Fact, FactKind, Section, SectionKind
from ingest.facts import find_facts


def fees(text: str, kind: SectionKind = SectionKind.FEES) -> list[Fact]:
    found = find_facts([Section(kind=kind, heading="Gebühren", text=text)])
    return [fact for fact in found if fact.kind is FactKind.FEE]


@pytest.mark.parametrize(
    ("line", "value", "label", "amount"),
    [
        ("- unter 24 Jahren: 27,60 Euro", "27,60 Euro", "unter 24 Jahren", Decimal("27.60")),
        ("Wer: ab 24 Jahren; Gebühr: 46,00 Euro", "46,00 Euro", "ab 24 Jahren", Decimal("46.00")),
        ("70 Euro (Erwachsene ab 24 Jahre)", "70 Euro", "Erwachsene ab 24 Jahre", Decimal(70)),
        ("5 Euro", "5 Euro", "Gebühren", Decimal(5)),
        ("Der vorläufige Ausweis kostet 10,00 €.", "10,00 €", "Der vorläufige Ausweis", Decimal("10.00")),
        ("Neufahrzeug: ab 30 Euro", "ab 30 Euro", "Neufahrzeug", None),
        ("50 bis 60 Euro (abhängig von der Rechtsform)", "50 bis 60 Euro", "abhängig von der Rechtsform", None),
        ("Express: Gebühr plus 32 Euro Aufpreis", "Gebühr plus 32 Euro Aufpreis", "Express", None),
        ("Es wird eine Gebühr von 12 Euro erhoben.", "12 Euro", "Gebühren", Decimal(12)),
        ("Änderung der PIN: gebührenfrei", "gebührenfrei", "Änderung der PIN", Decimal(0)),
        ("Keine Gebühr", "Keine Gebühr", "Gebühren", Decimal(0)),
    ],
)  # fmt: skip
def test_a_fee_line_gives_value_label_and_amount(
    line: str, value: str, label: str, amount: Decimal | None
) -> None:
    (fact,) = fees(line)
    assert (fact.value, fact.label, fact.amount) == (value, label, amount)
    assert fact.words == line


def test_a_price_list_gives_each_price_its_column() -> None:
    found = fees("Karte: Einzelkarte; Erwachsene: 5,50 Euro; ermäßigt: 3,50 Euro")
    assert [(fact.label, fact.amount) for fact in found] == [
        ("Einzelkarte, Erwachsene", Decimal("5.50")),
        ("Einzelkarte, ermäßigt", Decimal("3.50")),
    ]


def test_a_columns_head_with_a_number_tells_for_whom_a_fee_is() -> None:
    found = fees("Reisepass: 32 Seiten; unter 24 Jahren: 37,50 Euro; ab 24 Jahren: 70,00 Euro")
    assert [(fact.label, fact.amount) for fact in found] == [
        ("32 Seiten, unter 24 Jahren", Decimal("37.50")),
        ("32 Seiten, ab 24 Jahren", Decimal(70)),
    ]


def test_a_head_that_holds_an_amount_is_left_out_of_the_label() -> None:
    (fact,) = fees("Karte: Einzelkarte; Rabatt ab 5 Euro: 3,50 Euro")
    assert fact.label == "Einzelkarte"


def test_what_another_column_gives_free_is_no_part_of_the_label() -> None:
    found = fees("Betreuung: bis 6 Stunden; unter 3 Jahren: 190 Euro; ab 3 Jahren: beitragsfrei")
    assert [(fact.label, fact.amount) for fact in found] == [
        ("bis 6 Stunden, unter 3 Jahren", Decimal(190)),
        ("bis 6 Stunden, ab 3 Jahren", Decimal(0)),
    ]


def test_an_amount_in_the_first_column_is_a_condition_and_no_fee() -> None:
    found = fees(
        "Wert der Sache: bis 10 Euro; Gebühr: gebührenfrei\n"
        "Wert der Sache: über 10 bis 100 Euro; Gebühr: 5,00 Euro"
    )
    assert [(fact.label, fact.amount) for fact in found] == [
        ("Wert der Sache bis 10 Euro", Decimal(0)),
        ("Wert der Sache über 10 bis 100 Euro", Decimal(5)),
    ]


def test_a_fee_in_running_text_keeps_its_sentence_only() -> None:
    found = fees(
        "Das Essen kostet 78 Euro im Monat. Das zweite Kind zahlt die Hälfte. Die Anmeldung ist kostenlos."
    )
    assert [(fact.value, fact.words) for fact in found] == [
        ("78 Euro im Monat", "Das Essen kostet 78 Euro im Monat."),
        ("kostenlos", "Die Anmeldung ist kostenlos."),
    ]


def test_a_fee_in_a_list_item_keeps_the_whole_item() -> None:
    text = "- Ausweis: 37 Euro. Zahlen Sie mit Karte."
    (fact,) = fees(text)
    assert fact.words == text


def test_two_amounts_with_brackets_behind_are_told_apart() -> None:
    found = fees("Reiseausweis: 46 Euro (ab 24 Jahren) oder 27,60 Euro (bis 24 Jahre)")
    assert [fact.amount for fact in found] == [Decimal(46), Decimal("27.60")]
    assert found[1].label == "bis 24 Jahre"


@pytest.mark.parametrize(
    "line",
    [
        "Verstöße können mit einer Geldbuße bis zu 50.000 Euro geahndet werden.",
        "Ihr Einkommen liegt unter 1.200 Euro.",
        "Der Zuschuss beträgt 300 Euro.",
    ],
)
def test_amounts_that_are_no_fees_are_left_out(line: str) -> None:
    assert fees(line) == []
    assert fees(line, SectionKind.DESCRIPTION) == []


def test_outside_a_fees_section_only_lines_that_speak_of_a_fee_count() -> None:
    assert fees("Wir zahlen Ihnen 20 Euro aus.", SectionKind.DESCRIPTION) == []
    (fact,) = fees("Die Gebühr beträgt 20 Euro.", SectionKind.DESCRIPTION)
    assert fact.amount == Decimal(20)


def test_not_free_is_not_free_and_free_under_a_condition_is_not_computed_with() -> None:
    assert fees("Die Auskunft ist nicht kostenlos.") == []
    (fact,) = fees("Gebührenfrei, wenn Sie Leistungen beziehen.")
    assert fact.amount is None


@pytest.mark.parametrize(
    ("line", "value", "amount"),
    [
        ("12,00 Euro je angefangene Stunde", "12,00 Euro je angefangene Stunde", Decimal(12)),
        ("72,00 € pro Hund und Jahr", "72,00 € pro Hund und Jahr", Decimal(72)),
        ("150 Euro zzgl. Auslagen", "150 Euro zzgl. Auslagen", None),
        ("200,- bis 5.000,- Euro", "200,- bis 5.000,- Euro", None),
        ("max. 60,00 €", "max. 60,00 €", None),
        ("Die Gebühr wird nach Zeitaufwand berechnet.", "nach Zeitaufwand", None),
        ("10 Prozent der Jahresmiete", "10 Prozent der Jahresmiete", None),
        ("37,- €", "37,- €", Decimal(37)),
    ],
)
def test_a_value_holds_its_unit_and_its_limits(line: str, value: str, amount: Decimal | None) -> None:
    (fact,) = fees(line)
    assert (fact.value, fact.amount) == (value, amount)


def test_a_reduced_fee_is_marked_and_says_of_what() -> None:
    full, reduced = fees("Deutschkurs: 51 Euro, ermäßigt 25,50 Euro")
    assert (full.reduced, reduced.reduced) == (False, True)
    assert (reduced.label, reduced.amount) == ("Deutschkurs, ermäßigt", Decimal("25.50"))


def test_who_is_free_of_a_fee_is_its_label() -> None:
    (fact,) = fees("Die Gebühr entfällt bei Bedürftigkeit.")
    assert (fact.value, fact.label, fact.amount) == ("Gebühr entfällt", "Bedürftigkeit", Decimal(0))


def test_lines_above_tell_prices_with_one_label_apart() -> None:
    found = fees("Erwachsene:\n- Tageskarte: 5 Euro\nKinder:\n- Tageskarte: 3 Euro")
    assert [fact.label for fact in found] == ["Erwachsene, Tageskarte", "Kinder, Tageskarte"]


def test_a_deposit_beside_a_rent_is_left_out() -> None:
    (fact,) = fees("Kaution 100 Euro, Miete 75 Euro")
    assert (fact.label, fact.amount) == ("Miete", Decimal(75))


def test_means_of_payment_with_an_amount_are_no_fee() -> None:
    section = Section(kind=SectionKind.FEES, heading="Zahlungsarten", text="- Kreditkarte (ab 10 Euro)")
    assert [fact for fact in find_facts([section]) if fact.kind is FactKind.FEE] == []


@pytest.mark.parametrize(
    "line",
    [
        "Beispiel: Bei Baukosten von 200.000 Euro beträgt die Gebühr 1.200 Euro.",
        "Rechenbeispiel (Familie): 120 Euro",
        "Um eine Spende von 2 Euro wird gebeten.",
    ],
)
def test_examples_and_donations_are_no_fee(line: str) -> None:
    assert fees(line) == []


def test_a_customary_price_is_printed_and_not_computed_with() -> None:
    (fact,) = fees("Die Genehmigung kostet üblicherweise 80 Euro.")
    assert (fact.value, fact.amount) == ("üblicherweise 80 Euro", None)


def test_the_first_dog_is_told_from_the_second() -> None:
    first, second = fees("1. Hund 84 Euro jährlich\n2. Hund 120 Euro jährlich")
    assert (first.label, second.label) == ("1. Hund", "2. Hund")


def test_free_entrance_for_some_is_a_fee_of_nothing() -> None:
    (fact,) = fees("Freier Eintritt für Kinder")
    assert fact.amount == Decimal(0)
