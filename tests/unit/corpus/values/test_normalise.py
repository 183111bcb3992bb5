"""The values of a text, and which of a sentence's values its source carries."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values.normalise import carries, find_values, values_in
from corpus.values.value import ValueKind


def read(text: str) -> list[str]:
    return [f"{value.kind} {value.canonical}" for found in find_values(text) for value in found.values]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("37 €", "siebenunddreißig Euro"),
        ("1.12.", "1. Dezember"),
        ("01.12.2025", "1. Dezember 2025"),
        ("ersten Dezember", "1. 12."),
        ("8 Uhr", "08:00 Uhr"),
        ("8.30 Uhr", "halb neun"),
        ("14–18 Uhr", "von 14:00 Uhr bis 18:00 Uhr"),
        ("Mo–Mi", "Montag, Dienstag und Mittwoch"),
        ("montags", "Monday"),
        ("zwei Wochen", "2 Wochen"),
        ("eines Monats", "1 Monat"),
        ("16-jährig", "16 Jahre"),
        ("zehn Prozent", "10 %"),
        ("§ 17 Absatz 1 des Bundesmeldegesetzes", "§ 17 Abs. 1 BMG"),
        ("089 / 233 - 96000", "+49 (0)89 23396000"),
        ("https://www.stadt.example/pass/", "www.stadt.example/pass"),
        ("gebührenfrei", "kostenlos"),
        ("keine Gebühr", "kostenlos"),
        ("1.000 Plätze", "tausend Plätze"),
        ("zwölf Fotos", "12 Fotos"),
        ("im 2. Stock", "im zweiten Stock"),
    ],
)
def test_values_are_the_same_however_they_are_printed(one: str, other: str) -> None:
    assert values_in(one)
    assert values_in(one) == values_in(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("37 Euro", "37 Tage"),
        ("37 Euro", "37,50 Euro"),
        ("146 Euro", "46 Euro"),
        ("3 Wochen", "3 Monate"),
        ("3 Werktage", "3 Arbeitstage"),
        ("1. Dezember", "12. Januar"),
        ("8 Uhr", "20 Uhr"),
        ("§ 17 BMG", "§ 18 BMG"),
        ("§ 17 BMG", "Art. 17 BMG"),
        ("01067 Dresden", "1067 Dresden"),
        ("Klasse B96", "Klasse B"),
        ("Montag", "Dienstag"),
        ("10 %", "10"),
    ],
)
def test_different_values_differ(one: str, other: str) -> None:
    assert values_in(one) != values_in(other)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("So geht es. Do it. Ein Pass und eine Kopie.", []),
        ("Mo–Fr 8–12, Do 14–18 Uhr", [
            "weekday Mo", "weekday Tu", "weekday We", "weekday Th", "weekday Fr", "time 08:00", "time 12:00",
            "weekday Th", "time 14:00", "time 18:00",
        ]),
        ("§ 5 Abs. 2 und 3 BMG", ["paragraph §5/Abs2/BMG", "paragraph §5/Abs3/BMG"]),
        ("§§ 5 Abs. 2 und 7 BMG", ["paragraph §5/Abs2/BMG", "paragraph §7/BMG"]),
        ("Tel. 089 233-96000, 81667 München", ["telephone +498923396000", "number 81667"]),
        ("vom 1. bis 3. März 2026", ["date 2026-03-01", "date 2026-03-03"]),
        ("a@stadt.example, DE02 1203 0000 0000 2020 51", [
            "email a@stadt.example", "iban DE02120300000000202051",
        ]),
        ("ab 16 Jahren 22,80 Euro", ["duration 16 year", "amount 22.8 EUR"]),
    ],
)  # fmt: skip
def test_the_values_of_a_line_are_read_in_order(text: str, values: list[str]) -> None:
    assert read(text) == values


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Die Gebühr beträgt 37,00 Euro.", "Das kostet 37 Euro."),
        ("Gebühr in Euro: 22,80", "Sie zahlen 22,80 €."),
        ("Geöffnet Mo–Fr 8–12 Uhr.", "Am Mittwoch ist ab 8 Uhr geöffnet."),
        ("Die Frist endet am 1. Dezember 2025.", "Die Frist endet am 1.12."),
        ("Die Frist endet am 1. Dezember 2025.", "Die Frist endet im Dezember 2025."),
        ("Die Frist endet am 1.12.2025.", "Die Frist endet 2025."),
        ("Grundlage: § 17 Abs. 1 Satz 2 BMG", "Das regelt § 17 BMG."),
        ("Melden Sie sich innerhalb von zwei Wochen.", "Sie haben 2 Wochen Zeit."),
        ("Bringen Sie Ihren Pass mit.", "Sie brauchen Ihren Pass."),
    ],
)
def test_a_source_carries_what_it_says(source: str, sentence: str) -> None:
    assert carries(source, sentence) == []


@pytest.mark.parametrize(
    ("source", "sentence", "missing"),
    [
        ("Die Gebühr beträgt 146 Euro.", "Das kostet 46 Euro.", "46 EUR"),
        ("Die Gebühr beträgt 37 Euro.", "Das ist kostenlos.", "0 EUR"),
        ("Innerhalb von zwei Wochen.", "Innerhalb von zwei Monaten.", "2 month"),
        ("Die Frist endet am 1.12.", "Die Frist endet am 1.12.2025.", "2025-12-01"),
        ("Grundlage: § 17 BMG", "Das regelt § 17 Abs. 2 BMG.", "§17/Abs2/BMG"),
        ("Geöffnet Mo–Do 8–12 Uhr.", "Am Freitag ist geöffnet.", "Fr"),
        ("Rufen Sie 089 233-96000 an.", "Rufen Sie 089 233-96001 an.", "+498923396001"),
        ("Klasse B", "Klasse B96", "b96"),
        ("Der Ausweis gilt zehn Jahre.", "Der Ausweis gilt zehn.", "10"),
        ("Siehe stadt.example/pass", "Siehe stadt.example/geld", "stadt.example/geld"),
    ],
)
def test_what_a_source_does_not_say_is_named(source: str, sentence: str, missing: str) -> None:
    assert [value.canonical for value in carries(source, sentence)] == [missing]


texts = st.text(alphabet="0123456789.,:-–§€% aeinurztMoDiUhrJanAbs+/@\n") | st.text()


@given(texts)
def test_every_text_carries_itself(text: str) -> None:
    assert carries(text, text) == []


@given(texts)
def test_every_digit_belongs_to_exactly_one_value(text: str) -> None:
    found = find_values(text)
    for earlier, later in pairwise(found):
        assert earlier.end <= later.start
    for position, character in enumerate(text):
        if character in "0123456789":
            assert any(one.start <= position < one.end and one.values for one in found)


@given(st.integers(2, 10_000), st.integers(2, 10_000))
def test_another_number_is_never_carried(one: int, other: int) -> None:
    missing = carries(f"Es gibt {one} Plätze.", f"Es gibt {other} Plätze.")
    assert bool(missing) == (one != other)
    assert all(value.kind is ValueKind.NUMBER for value in missing)
