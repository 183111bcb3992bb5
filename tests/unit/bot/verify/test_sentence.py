"""A generated sentence passes only if the lines that it cites carry it."""

import pytest

from bot.verify.sentence import verify_sentence

FEE = "Die Gebühr für den Personalausweis beträgt 37,00 Euro für Personen ab 24 Jahren."
CHILD = "Für Personen unter 24 Jahren beträgt die Gebühr 22,80 Euro."
NOTICE = "Die Anmeldung muss innerhalb von zwei Wochen nach dem Einzug beim Bürgerbüro erfolgen (§ 17 BMG)."
NO_FEE = "Für die Anmeldung wird keine Gebühr erhoben."
ADDRESS = "Das Bürgerbüro finden Sie am Rathausplatz 1, Telefon 069 90009-100."


@pytest.mark.parametrize(
    ("sentence", "sources"),
    [
        ("Der Personalausweis kostet 37 Euro für Personen ab 24 Jahren.", [FEE]),
        ("Ab 24 Jahren beträgt die Gebühr 37 €.", [FEE]),
        ("Die Anmeldung muss innerhalb von 2 Wochen nach dem Einzug erfolgen.", [NOTICE]),
        ("Für die Anmeldung gibt es keine Gebühr.", [NO_FEE]),
        ("Das Bürgerbüro ist am Rathausplatz 1.", [ADDRESS]),
    ],
)
def test_faithful_sentences_pass(sentence: str, sources: list[str]) -> None:
    verdict = verify_sentence(sentence, sources)
    assert verdict.carried, verdict.reason


@pytest.mark.parametrize(
    ("sentence", "sources", "reason"),
    [
        ("Der Personalausweis kostet 38 Euro für Personen ab 24 Jahren.", [FEE], "value"),
        ("Für Personen unter 24 Jahren beträgt die Gebühr 37,00 Euro.", [CHILD], "value"),
        ("Die Anmeldung muss innerhalb von vier Wochen nach dem Einzug erfolgen.", [NOTICE], "value"),
        ("Für die Anmeldung wird eine Gebühr erhoben.", [NO_FEE], "negation"),
        ("Die Anmeldung muss nicht beim Bürgerbüro erfolgen.", [NOTICE], "negation"),
        ("Die Anmeldung muss beim Standesamt erfolgen.", [NOTICE], "noun"),
        ("Das Bürgerbüro finden Sie am Marktplatz 1.", [ADDRESS], "noun"),
        ("Mehr unter https://example.org/anmeldung.", [NOTICE], "markup"),
        ("Die Anmeldung <b>muss</b> erfolgen.", [NOTICE], "markup"),
        ("Nach § 19 BMG muss die Anmeldung erfolgen.", [NOTICE], "value"),
        ("Rufen Sie 069 90009-200 an.", [ADDRESS], "value"),
        ("Nur für Personen ab 24 Jahren beträgt die Gebühr 37,00 Euro.", [FEE], "condition"),
        ("Sie bekommen das Geld kostenlos geschenkt und dürfen sofort verreisen.", [FEE], ""),
        ("Die Gebühr beträgt 37,00 Euro.", [], "no source"),
        ("", [FEE], "empty"),
    ],
)
def test_what_the_source_does_not_carry_is_stopped(sentence: str, sources: list[str], reason: str) -> None:
    verdict = verify_sentence(sentence, sources)
    assert not verdict.carried
    assert reason in verdict.reason


@pytest.mark.parametrize("sentence", ["Sie müssen gar nichts tun.", "Das müssen Sie nicht tun."])
def test_a_sentence_without_a_word_that_a_line_could_lack_is_carried_by_itself_alone(sentence: str) -> None:
    line = "Bei einem Umzug innerhalb Deutschlands müssen Sie sich nicht abmelden."
    assert not verify_sentence(sentence, [line]).carried
    assert verify_sentence(sentence, [sentence]).carried
