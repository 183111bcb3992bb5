"""Numbers that belong to one person are found by their form, their check digit or the word before them."""

import pytest

from bot.safety.personal.mask import mask
from bot.safety.personal.numbers import is_health_number, is_tax_id


@pytest.mark.parametrize(
    ("text", "kind", "secret"),
    [
        ("Überweisen Sie auf DE89370400440532013000", "iban", "0532"),
        ("iban de89 3704 0044 0532 0130 00", "iban", "0532"),
        ("IBAN AT61 1904 3002 3457 3201", "iban", "3457"),
        ("Karte 4111 1111 1111 1111", "card", "4111"),
        ("Meine Steuernummer ist 013/815/08152", "tax", "815"),
        ("Steuernummer: 2181508150", "tax", "2181508150"),
        ("ID 86095742719", "tax", "86095742719"),
        ("Ausweisnummer L01X00T471", "id_card", "L01X"),
        ("Passnummer: C01X0006H", "id_card", "C01X"),
        ("Personalausweisnr. 1220001297D", "id_card", "122000"),
        ("Rentenversicherungsnummer 65 170839 J 003", "insurance", "170839"),
        ("Meine SV-Nummer: 65170839J003", "insurance", "170839"),
        ("Krankenkasse A000500015", "insurance", "A0005"),
        ("Versichertennummer X123456789", "insurance", "X1234"),
        ("Aktenzeichen 50-12/2026-4711", "file", "4711"),
        ("Kassenzeichen: 5.0100.123456.7", "file", "123456"),
        ("BG-Nummer 12345BG0001234", "file", "0001234"),
        ("meine pin ist 4711", "secret", "4711"),
        ("Passwort: geheim123", "secret", "geheim"),
        ("Wem gehört F-AB 1234?", "plate", "1234"),
        ("Mein Auto M-XY 99E steht im Weg", "plate", "99E"),
        ("mein kennzeichen ist hg ab 123", "plate", "ab 123"),
        ("Mein alter Ausweis hat die Nummer 1220001297", "id_card", "1220001297"),
        ("von 192.0.2.44 komme ich nicht ins Portal", "internet", "192.0.2.44"),
        ("meine ip 2001:db8:85a3::8a2e:370:7334", "internet", "370:7334"),
    ],
)
def test_a_number_of_one_person_is_masked(text: str, kind: str, secret: str) -> None:
    masked = mask(text)
    assert kind in masked.kinds
    assert secret not in masked.text


@pytest.mark.parametrize(
    "text",
    [
        "Brauche ich für DIN-A4 Kopien Geld?",
        "Was kostet die 120-Liter-Tonne im Jahr 2026?",
        "Gilt § 22 Abs. 1 StVG bis 31.12.2026?",
        "Wir sind 4 Personen mit 1.800 Euro netto und 650 Euro Miete",
        "Bebauungsplan B 12 oder B-12 einsehen",
        "Ich habe die PIN vergessen",
        "Antrag nach Formular 4711 ausfüllen",
        "Straßenbahn 12 fährt um 14:30 Uhr",
        "Wie lang ist mein Pass gültig, 6 oder 10 Jahre?",
    ],
)
def test_amounts_years_and_names_of_things_stay(text: str) -> None:
    assert mask(text).text == text


def test_check_digits_tell_a_tax_id_from_another_number() -> None:
    assert is_tax_id("86 095 742 719")
    assert is_tax_id("12345678901")
    assert not is_tax_id("1234567890")
    assert not is_tax_id("0171 1234567")


def test_check_digits_tell_a_health_insurance_number_from_another_code() -> None:
    assert is_health_number("A000500015")
    assert not is_health_number("A000500016")
