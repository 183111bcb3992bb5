"""German number words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.values.number_words import read_number_word, read_numeral, read_ordinal_word

ONES = [
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf",
    "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
]  # fmt: skip
TENS = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def spell(number: int) -> str:
    """The number in German words, up to 999,999."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return f"{ONES[number % 10]}und{TENS[number // 10]}" if number % 10 else TENS[number // 10]
    size, word = (100, "hundert") if number < 1000 else (1000, "tausend")
    return spell(number // size) + word + (spell(number % size) if number % size else "")


@given(st.integers(0, 999_999))
def test_every_number_is_read_back_from_its_word(number: int) -> None:
    assert read_number_word(spell(number)) == number
    assert read_number_word(spell(number).replace("ü", "ue").replace("ß", "ss").upper()) == number


@pytest.mark.parametrize(
    "word", ["und", "beachten", "hundertein und", "zehnzwanzig", "", "zweidrei", "einszig"]
)
def test_other_words_are_no_numbers(word: str) -> None:
    assert read_number_word(word) is None


@pytest.mark.parametrize(
    ("word", "number"),
    [("erste", 1), ("zweiten", 2), ("dritter", 3), ("siebte", 7), ("achten", 8), ("zwölftes", 12),
     ("einundzwanzigsten", 21), ("weite", None), ("beste", None), ("Karte", None)],
)  # fmt: skip
def test_ordinal_words_are_read(word: str, number: int | None) -> None:
    assert read_ordinal_word(word) == number


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("1.000,50", "1000.5"),
        ("1 000", "1000"),
        ("12.50", "12.5"),
        ("1.234.567", "1234567"),
        ("eine", "1"),
        ("7", "7"),
    ],
)
def test_printed_numbers_are_read(printed: str, number: str) -> None:
    assert read_numeral(printed) == Decimal(number)
