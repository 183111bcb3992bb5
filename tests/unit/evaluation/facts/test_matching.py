"""When a text states a fact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.facts.matching import states


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Das kostet 46 Euro.", "46 Euro"),
        ("Das kostet 46,00 Euro.", "46 Euro"),
        ("46 €", "46 Euro"),
        ("46,00 €", "46 Euro"),
        ("46,- €", "46 Euro"),
        ("46,-- EUR", "46 Euro"),
        ("EUR 46,00", "46 Euro"),
        ("€ 46", "46 Euro"),
        ("46\u00a0Euro", "46 Euro"),
        ("46\nEuro", "46 Euro"),
        ("46.00 euros", "46 Euro"),
        ("Gebühr: 37,50 €, Foto: 6,00 €", "37,50 Euro"),
        ("27,60 Euro\n10,00 Euro", "10 Euro"),
        ("27,60 Euro 10,00 Euro", "27,60 Euro"),
        ("1.896,00 Euro", "1896 Euro"),
        ("50 bis 60 Euro", "50 bis 60 Euro"),
        ("BÜRGERBÜRO im Rathaus", "Bürgerbüro"),
        ("Telefon 069 90009-210.", "069 90009-210"),
        ("8. bis 19. März 2027", "8. bis  19. März 2027"),
        ("(gebührenfrei)", "gebührenfrei"),
        ("Die 67,00 Euro", "67"),
        ("Stand 2027.", "2027"),
    ],
)
def test_is_stated(text: str, fact: str) -> None:
    assert states(text, fact)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Das kostet 146 Euro.", "46 Euro"),
        ("Das kostet 46,50 Euro.", "46 Euro"),
        ("Das kostet 37,5 Euro.", "5 Euro"),
        ("Das kostet 1.046 Euro.", "46 Euro"),
        ("Das kostet 46 Cent.", "46 Euro"),
        ("27,60 Euro 3 Fotos", "3 Euro"),
        ("in den Bürgerbüros", "Bürgerbüro"),
        ("67,50 Euro", "67"),
        ("20271", "2027"),
        ("", "46 Euro"),
    ],
)
def test_is_not_stated(text: str, fact: str) -> None:
    assert not states(text, fact)


@given(st.integers(min_value=0, max_value=99999), st.sampled_from(["Euro", "€", "EUR", ",00 Euro", ",00 €"]))
def test_every_way_to_print_whole_euros_states_them(amount: int, currency: str) -> None:
    printed = f"{amount}{'' if currency.startswith(',') else ' '}{currency}"
    assert states(f"Gebühr: {printed}; mehr nicht", f"{amount} Euro")
    assert not states(f"Gebühr: 7{printed}; mehr nicht", f"{amount} Euro")


@given(st.text(max_size=40), st.text(max_size=20))
def test_any_text_can_be_compared(text: str, fact: str) -> None:
    assert states(text, fact) in {True, False}
