"""A sentence of the source's own words that says something else is stopped."""

import pytest

from bot.verify.sentence import verify_sentence

AGES = "ab 24 Jahren: 46,00 Euro, unter 24 Jahren: 27,60 Euro"
AGES_FULL = "Personen ab 24 Jahren zahlen 46,00 Euro, Personen unter 24 Jahren zahlen 27,60 Euro."
AGE_LINES = ["Personen ab 24 Jahren zahlen 46,00 Euro.", "Personen unter 24 Jahren zahlen 27,60 Euro."]
HOURS = "Montag 8–12 Uhr, Dienstag 13–16 Uhr"
TICKETS = ["Einzelkarte regulär: 5,50 Euro", "Einzelkarte ermäßigt: 3,50 Euro"]
SOCIAL = "Nur Eheleute mit Sozialpass erhalten den Pass kostenlos."
MARRIED = "Eheleute erhalten den Pass kostenlos, wenn sie einen Sozialpass haben."
FREE_LINES = [
    "Für Kinder wird bei der Ausstellung keine Gebühr erhoben.",
    "Für Erwachsene wird bei der Ausstellung eine Gebühr erhoben.",
]
BIRTH = "Kinder brauchen keine Geburtsurkunde, Erwachsene brauchen eine Geburtsurkunde."


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Personen ab 24 Jahren zahlen 27,60 Euro.", [AGES]),
        ("Personen ab 24 Jahren zahlen 27,60 Euro.", AGES.split(", ")),
        ("Personen ab 24 Jahren zahlen 27,60 Euro.", [AGES_FULL]),
        ("Personen ab 24 Jahren zahlen 27,60 Euro.", AGE_LINES),
        ("Ab 24 Jahren 27,60 Euro, unter 24 Jahren 46,00 Euro.", [AGES]),
        ("Personen zahlen 27,60 Euro.", [AGES_FULL]),
        ("Kinder zahlen 10 Euro.", ["Kinder zahlen 5 Euro, Erwachsene zahlen 10 Euro."]),
        ("Kinder und Erwachsene zahlen 10 Euro.", ["Kinder zahlen 5 Euro, Erwachsene zahlen 10 Euro."]),
        ("Der Ausweis kostet 10 Euro.", ["Der Ausweis kostet zwischen 10 und 20 Euro."]),
        ("Die ermäßigte Einzelkarte kostet 5,50 Euro.", TICKETS),
        ("Die ermäßigte Einzelkarte kostet 5,50 Euro.", [", ".join(TICKETS)]),
        ("Die Einzelkarte kostet 3,50 Euro.", [", ".join(TICKETS)]),
        ("Einzelkarte ermäßigt: 5,50 Euro, Einzelkarte regulär: 3,50 Euro", [", ".join(TICKETS)]),
        ("Dienstag 8 bis 12 Uhr", [HOURS]),
        ("Dienstag 8 bis 12 Uhr", HOURS.split(", ")),
        ("Montag und Dienstag 8 bis 12 Uhr", [HOURS]),
        ("Montag 12 Uhr", [HOURS]),
        ("Die Frist für den Antrag beträgt 3 Jahre.", ["Die Frist für den Antrag beträgt 2 bis 3 Jahre."]),
    ],
)
def test_a_value_keeps_its_own_condition(sentence: str, sources: list[str]) -> None:
    assert not verify_sentence(sentence, sources).carried


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Sie können ohne Termin kommen.", ["Sie können nicht ohne Termin kommen."]),
        ("Sie können nicht ohne Termin kommen.", ["Sie können ohne Termin kommen."]),
        ("Sie können mit Termin kommen.", ["Sie können nicht mit Termin kommen."]),
        ("Für Erwachsene wird bei der Ausstellung keine Gebühr erhoben.", FREE_LINES),
        ("Für Kinder wird bei der Ausstellung eine Gebühr erhoben.", FREE_LINES),
        ("Für Erwachsene wird bei der Ausstellung keine Gebühr erhoben.", [" ".join(FREE_LINES)]),
        ("Erwachsene brauchen keine Geburtsurkunde, Kinder brauchen eine Geburtsurkunde.", [BIRTH]),
        ("Erwachsene brauchen keine Geburtsurkunde.", [BIRTH]),
        ("Hunde sind in der Halle erlaubt.", ["Hunde sind in der Halle verboten."]),
    ],
)
def test_a_negation_is_neither_dropped_nor_moved(sentence: str, sources: list[str]) -> None:
    assert not verify_sentence(sentence, sources).carried


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Sie müssen den Antrag online stellen.", "Sie können den Antrag online stellen."),
        ("Sie können den Antrag online stellen.", "Sie müssen den Antrag online stellen."),
        ("Sie dürfen den Antrag online stellen.", "Sie müssen den Antrag online stellen."),
        ("Sie dürfen den Antrag online stellen.", "Sie haben den Antrag online zu stellen."),
        ("Sie müssen den Hund an der Leine führen.", "Sie dürfen den Hund an der Leine führen."),
        ("Sie stellen den Antrag online.", "Sie können den Antrag online stellen."),
        (
            "Eltern müssen den Antrag stellen und Kinder können mitkommen.",
            "Eltern können den Antrag stellen und Kinder müssen mitkommen.",
        ),
    ],
)
def test_what_one_can_may_or_must_do_stays_so(sentence: str, source: str) -> None:
    verdict = verify_sentence(sentence, [source])
    assert not verdict.carried
    assert verdict.reason in {"modal", "order"}


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Eheleute erhalten den Pass kostenlos.", SOCIAL),
        ("Eheleute mit Sozialpass erhalten den Pass kostenlos.", SOCIAL),
        ("Eheleute erhalten den Pass kostenlos.", MARRIED),
        ("Der Kurs dauert 5 Tage.", "Der Kurs dauert mindestens 5 Tage."),
        ("Der Kurs dauert höchstens 5 Tage.", "Der Kurs dauert mindestens 5 Tage."),
        ("Der Ausweis kostet 37 Euro.", "Der Ausweis kostet 37 Euro ab 24 Jahren."),
        ("Alle kommen zur Anmeldung.", "Alle außer Kinder kommen zur Anmeldung."),
        ("Stellen Sie den Antrag am 1. Mai.", "Stellen Sie den Antrag spätestens am 1. Mai."),
    ],
)
def test_a_condition_is_not_left_out(sentence: str, source: str) -> None:
    verdict = verify_sentence(sentence, [source])
    assert not verdict.carried
    assert verdict.reason in {"condition", "negation", "order"}


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Die Abmeldung ist kostenlos.", "Die Anmeldung ist kostenlos."),
        ("Melden Sie sich im Bürgerbüro ab.", "Melden Sie sich im Bürgerbüro an."),
        ("Sie müssen sich abmelden.", "Sie müssen sich anmelden."),
        ("Nach dem Auszug haben Sie zwei Wochen Zeit.", "Nach dem Einzug haben Sie zwei Wochen Zeit."),
        ("Ihr Mieter bestätigt den Einzug.", "Ihr Vermieter bestätigt den Einzug."),
        ("Der Verkauf ist zu melden.", "Der Ankauf ist zu melden."),
    ],
)
def test_a_word_is_not_its_opposite_that_shares_the_stem(sentence: str, source: str) -> None:
    assert not verify_sentence(sentence, [source]).carried
    assert verify_sentence(source, [source]).carried


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Personen unter 24 Jahren zahlen 27,60 Euro.", [AGES_FULL]),
        ("Personen unter 24 Jahren zahlen 27,60 Euro.", AGE_LINES),
        ("27,60 Euro zahlen Personen unter 24 Jahren.", [AGES_FULL]),
        ("Ab 24 Jahren zahlen Personen 46 €, unter 24 Jahren zahlen Personen 27,60 €.", [AGES_FULL]),
        ("Die ermäßigte Einzelkarte kostet 3,50 Euro.", [", ".join(TICKETS)]),
        ("Erwachsene zahlen 10 Euro.", ["Kinder zahlen 5 Euro, Erwachsene zahlen 10 Euro."]),
        ("Dienstag 13 bis 16 Uhr", [HOURS]),
        ("Montag von 8 bis 12 Uhr und Dienstag von 13 bis 16 Uhr", [HOURS]),
        ("Nur Eheleute mit Sozialpass erhalten den Pass kostenlos.", [SOCIAL]),
        ("Ausschließlich Eheleute mit Sozialpass erhalten den Pass gebührenfrei.", [SOCIAL]),
        ("Falls sie einen Sozialpass haben, erhalten Eheleute den Pass kostenlos.", [MARRIED]),
        ("Ohne Termin können Sie nicht kommen.", ["Sie können nicht ohne Termin kommen."]),
        ("Kinder brauchen keine Geburtsurkunde, Erwachsene brauchen eine Geburtsurkunde.", [BIRTH]),
        ("Sie müssen den Antrag online stellen.", ["Sie haben den Antrag online zu stellen."]),
        (
            "Bringen Sie Personalausweis und Passfoto mit.",
            ["Bringen Sie mit:", "Personalausweis", "Passfoto"],
        ),
    ],
)
def test_a_faithful_rewording_passes(sentence: str, sources: list[str]) -> None:
    verdict = verify_sentence(sentence, sources)
    assert verdict.carried, verdict.reason
