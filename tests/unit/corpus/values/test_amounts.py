"""Amounts of money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values.amounts import find_amounts


@pytest.mark.parametrize(
    "printed",
    [
        "37 €",
        "37,00 Euro",
        "37,00€",
        "EUR 37",
        "€ 37,00",
        "37,- €",
        "37,-- EUR",
        "siebenunddreißig Euro",
        "37.00 Euro",
    ],
)
def test_one_amount_is_found_however_it_is_printed(printed: str) -> None:
    (amount,) = find_amounts(f"Die Gebühr beträgt {printed}.")
    assert amount.value == Decimal(37)
    assert amount.printed == printed
    assert f"Die Gebühr beträgt {printed}."[amount.start : amount.end] == printed


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("zwischen 10 und 50,50 Euro", ["10", "50.50"]),
        ("10–20 €", ["10", "20"]),
        ("zehn bis zwanzig Euro", ["10", "20"]),
        ("1.250,00 Euro", ["1250"]),
        ("1 250 Euro", ["1250"]),
        ("50 Cent je Seite", ["0.50"]),
        ("1,2 Mio. Euro", ["1200000"]),
        ("Alter: unter 24; Gebühr in Euro: 27,60", ["27.60"]),
        ("Gebühr (EUR): 12", ["12"]),
        ("einen Euro", ["1"]),
        ("12,60 oder 13 Euro, dazu 2 Fotos", ["12.60", "13"]),
        ("37 Euro und 6 Euro Zuschlag", ["37", "6"]),
    ],
)
def test_ranges_words_and_columns_are_read(text: str, values: list[str]) -> None:
    assert [amount.value for amount in find_amounts(text)] == [Decimal(value) for value in values]


@pytest.mark.parametrize("text", ["37 Tage", "§ 37", "Europa 37", "kostenlos", "Eurocity 37", "am 1.12.", ""])
def test_what_is_no_amount_is_not_found(text: str) -> None:
    assert find_amounts(text) == []


@given(st.integers(0, 99_999_999))
def test_every_amount_of_cents_is_read_back_from_german_print(cents: int) -> None:
    euros = f"{cents // 100:,}".replace(",", ".")
    (amount,) = find_amounts(f"Gebühr: {euros},{cents % 100:02} Euro")
    assert amount.value == Decimal(cents) / 100


@given(st.text(alphabet="0123456789., €Eurobis–-"))
def test_printed_is_what_stands_at_the_place(text: str) -> None:
    for amount in find_amounts(text):
        assert text[amount.start : amount.end] == amount.printed
        assert amount.printed.strip()
