"""Personal data is masked before anything else sees the question; what a question needs stays."""

import pytest

from bot.safety.personal.mask import mask


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Meine IBAN ist DE89 3704 0044 0532 0130 00", "iban"),
        ("Schreiben Sie mir an erika.muster@example.org", "email"),
        ("Rufen Sie mich an: 0171 1234567", "telephone"),
        ("Ich bin geboren am 12.08.1964", "birth"),
        ("Ich heiße Erika Mustermann und brauche einen Pass", "name"),
        ("Ich wohne in der Lindenstraße 14a", "address"),
        ("Mein Ausweis hat die Nummer L01X00T47", "id_card"),
        ("Mein Kennzeichen: F-AB 1234", "plate"),
        ("Steuer-ID 86 095 742 719", "tax"),
        ("Meine IBAN lautet DE89-3704-0044-0532-0130-00", "iban"),
        ("Mail an erika.muster (at) example.org", "email"),
        ("erika.muster at example dot org", "email"),
        ("Az. IV/50-7733-22", "file"),
        ("Meine Kundennr. 8812-4451", "file"),
        ("Mein Passwort fürs Portal ist Sommer!2031", "secret"),
        ("Mein Auto F AB 1234 ist weg", "plate"),
        ("Mein Wagen hat WVWZZZ1JZXW000001 im Schein", "plate"),
        ("Erika Mustermann hier, wann ist offen?", "name"),
        ("Meine Tochter heißt Erika Mustermann", "name"),
    ],
)
def test_what_identifies_a_person_is_masked(text: str, kind: str) -> None:
    masked = mask(text)
    assert kind in masked.kinds
    assert "[…]" in masked.text


@pytest.mark.parametrize(
    "text",
    [
        "Was kostet ein Personalausweis, 46 Euro oder 37,00 Euro?",
        "Gilt § 17 Abs. 1 BMG seit 2015?",
        "Wie lange vor dem 1. Dezember 2026 muss ich mich melden?",
        "Wo ist das Bürgerbüro am Rathausplatz?",
        "Bis wann muss ich meinen rosa Führerschein umtauschen? Bin Jahrgang 1966",
        "Mein Passwort ist falsch, was nun?",
        "Die PIN ist abgelaufen, wo bekomme ich eine neue?",
        "Wie heißt die Bürgermeisterin?",
        "Welche Hausnummer bekomme ich, 12 oder 14?",
        "Fährt die Linie M 1 23 zum Auto-Museum?",
        "Brauche ich Formular Nr. 4711?",
        "Wir treffen uns um 10 at the town hall",
        "Viele Grüße aus Berlin",
        "Wie viel Wohngeld bei 1800 Euro netto und 2 Kindern?",
    ],
)
def test_amounts_dates_and_paragraphs_stay(text: str) -> None:
    assert mask(text).text == text


def test_the_rest_of_the_question_survives() -> None:
    masked = mask("Ich heiße Erika Mustermann, geb. 12.08.1964. Wo melde ich meinen Ausweis als gestohlen?")
    assert "Wo melde ich meinen Ausweis als gestohlen?" in masked.text
    assert "Mustermann" not in masked.text
    assert "1964" not in masked.text
