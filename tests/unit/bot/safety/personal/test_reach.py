"""Names, addresses, dates of birth and ways to reach somebody are found in the words around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.safety.personal.mask import MASK, mask


@pytest.mark.parametrize(
    ("text", "kind", "secret"),
    [
        ("Schreiben Sie an erika.muster+amt@example.org", "email", "erika"),
        ("meine nummer +49 171 1234567", "telephone", "1234567"),
        ("Handy: 171 123 45 67", "telephone", "123 45"),
        ("Tel. 069/900090", "telephone", "900090"),
        ("رقمي ٠١٧١١٢٣٤٥٦٧", "telephone", "1234567"),
        ("geb. 12.8.64", "birth", "12.8.64"),
        ("geboren am 12. August 1964", "birth", "1964"),
        ("*12.08.1964", "birth", "1964"),
        ("am 12.08.1964 in Frankfurt geboren", "birth", "1964"),
        ("born on 12/08/1964", "birth", "1964"),
        ("doğum tarihim 12.08.1964", "birth", "1964"),
        ("дата рождения: 12.08.1964", "birth", "1964"),
        ("Ich wohne Am Markt 3", "address", "Markt 3"),
        ("wohnhaft musterweg 99", "address", "99"),
        ("Unter den Linden 5, 10117 Berlin", "address", "Linden"),
        ("Meine Adresse ist Hauptstr. 5a, 12345 Musterstadt", "address", "Hauptstr"),
        ("Frankfurter Straße 12 b", "address", "12 b"),
        ("Mein Name ist Erika Mustermann", "name", "Mustermann"),
        ("Mein Name ist Müller und ich brauche einen Pass", "name", "Müller"),
        ("mein Sohn Max Beispiel braucht einen Pass", "name", "Beispiel"),
        ("hier ist Frau Schneider", "name", "Schneider"),
        ("Danke und viele Grüße, Peter Schmidt", "name", "Schmidt"),
        ("My name is John Smith", "name", "Smith"),
        ("Меня зовут Иван Петров", "name", "Петров"),
        ("اسمي محمد علي", "name", "محمد"),
        ("Nazywam się Jan Kowalski", "name", "Kowalski"),
        ("Ich bin Erika Mustermann und brauche Hilfe", "name", "Mustermann"),
        ("ich heiße jörg beispiel, was kostet ein pass", "name", "beispiel"),
        ("hier ist die tanja brauer, wann ist offen", "name", "brauer"),
        ("Absender: Erika Mustermann", "name", "Mustermann"),
        ("Jestem Jan Kowalski, ile kosztuje paszport?", "name", "Kowalski"),
        ("rufen sie an: null eins fünf eins zwei drei vier fünf", "telephone", "eins zwei"),
        ("mail: anna punkt muster ät example punkt org", "email", "muster"),
        ("am dritten Mai neunzehnhundertsechzig geboren", "birth", "sechzig"),
        ("I live at 12 Rose Street", "address", "Rose"),
        ("живу на вулиці Шевченка 5", "address", "Шевченка"),
    ],
)
def test_what_says_who_somebody_is_is_masked(text: str, kind: str, secret: str) -> None:
    masked = mask(text)
    assert kind in masked.kinds
    assert secret not in masked.text


@pytest.mark.parametrize(
    "text",
    [
        "Ich bin Deutscher Staatsbürger und brauche einen Pass",
        "Ich bin Rentner, was steht mir zu?",
        "Ich heiße jetzt anders, was muss ich tun?",
        "hier ist der bescheid, was bedeutet das?",
        "Wir sind zwei, drei oder vier Leute",
        "Wir wohnen seit 3 Jahren hier",
        "Ich wohne in Musterstadt und habe 2 Kinder",
        "Wo ist das Bürgerbüro am Rathausplatz?",
        "Mein Sohn wird am 1. September sechs",
        "Öffnet ihr am 24.12.2026?",
        "Wo finde ich die Straße für den Weihnachtsmarkt?",
        "Brauche ich im Zimmer 12 einen Termin?",
    ],
)
def test_what_a_question_needs_stays(text: str) -> None:
    masked = mask(text)
    assert masked.text == text, masked.kinds


@given(st.text(max_size=120), st.emails(), st.text(max_size=120))
def test_no_address_survives_whatever_stands_around_it(before: str, address: str, after: str) -> None:
    local = address.partition("@")[0]
    masked = mask(f"{before} {address} {after}").text
    assert f"{local}@" not in masked.replace(before, "").replace(after, "") or not local.isalnum()


@given(st.text(max_size=300))
def test_what_is_masked_once_stays_as_it_is(text: str) -> None:
    once = mask(text).text
    assert mask(once).text.count(MASK) >= once.count(MASK)
