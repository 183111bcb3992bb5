"""Everyday questions without any official word lead to their service."""

import pytest

from corpus.lexicon import load_lexicon
from corpus.lexicon.events import load_events

QUESTIONS = [
    ("Mein Perso ist zerbrochen", "personalausweis"),
    ("Ich finde meinen Perso nicht mehr, alles verschlampt", "personalausweis-verlust"),
    ("der zettel vom vermieter für die anmeldung", "wohnungsgeberbestaetigung"),
    ("Mein Ex soll meine Adresse nicht finden, Adresse sperren", "auskunftssperre"),
    ("Chef will Führungszeugnis", "fuehrungszeugnis"),
    ("wer macht mir einen Stempel auf die Kopie", "beglaubigung"),
    ("auto vom opa übernommen", "kfz-halterwechsel"),
    ("ich hab noch so einen rosa Lappen", "fuehrerschein-umtausch"),
    ("Wo ist mein Auto? Es wurde abgeschleppt", "abgeschleppt"),
    ("Schrottauto in unserer Straße", "abgestelltes-fahrzeug"),
    ("einfahrt zugeparkt", "falschparker-melden"),
    ("Die Laterne vor dem Haus ist kaputt", "strassenlaterne-defekt"),
    ("kind wird 6", "schulanmeldung"),
    ("Ex zahlt nicht für das Kind", "unterhaltsvorschuss"),
    ("alleiniges Sorgerecht", "sorgerecht"),
    ("Kindergeld weg", "kindergeld-aendern"),
    ("Strom abgestellt", "stromschulden"),
    ("Schimmel in der Wohnung", "wohnungsmangel"),
    ("Vermieter kündigt", "mietberatung"),
    ("wir finden keine Sozialwohnung", "wohnberechtigungsschein"),
    ("Opa ins Heim", "pflegeheim-suche"),
    ("gelber Brief vom Gericht", "amtsgericht"),
    ("Duldung verlängern", "duldung"),
    ("Familie nachholen", "familiennachzug"),
    ("meine Mutter einladen, Einladung für das Visum", "verpflichtungserklaerung"),
    ("Zeugnis anerkennen", "anerkennung"),
    ("wer bezahlt mir den Deutschkurs", "integrationskurs"),
    ("kein Internet", "internet"),
    ("Ratten im Hof", "ratten-melden"),
    ("Nachbar grillt jeden Abend", "geruchsbelaestigung"),
    ("Baum fällt um", "stadtbaum-melden"),
    ("Wohin mit dem alten Sofa, Sofa loswerden", "sperrmuell"),
    ("mein Hund ist gestorben", "hundesteuer-abmeldung"),
    ("pool im garten", "bau-verfahrensfrei"),
    ("Wo ist hier ein öffentliches Klo?", "oeffentliche-toilette"),
    ("Wo kann ich Leute kennenlernen?", "begegnung"),
    ("Wie viele Urlaubstage stehen mir zu?", "arbeitszeit"),
    ("Der Sachbearbeiter war unfreundlich", "beschwerde-stadt"),
    ("Praktikum bei der Stadt", "stellen"),
    ("Schwarzarbeit melden", "schwarzarbeit"),
    ("termin almak istiyorum", "termin"),
    ("як оформити кіндергельд", "kindergeld"),
    ("أريد مساعدة من الجوب سنتر", "buergergeld"),
    ("где сделать анмельдунг", "anmeldung-wohnsitz"),
    ("potrzebuję tłumacza w urzędzie", "sprachmittlung"),
    ("bring my wife to Germany", "familiennachzug"),
]


@pytest.mark.parametrize(("question", "key"), QUESTIONS)
def test_an_everyday_question_finds_its_service(question: str, key: str) -> None:
    assert key in [service.key for service in load_lexicon().find(question)]


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("ich brauche einen meldezettl", "Meldebescheinigung"),
        ("Wo ist die Kehrmaschine?", "Straßenreinigung"),
        ("Wo finde ich ein Klettergerüst?", "spielplatz"),
        ("Wann kommt das Müllauto?", "Abfallentsorgung"),
    ],
)
def test_a_word_that_no_service_knows_widens_the_search(question: str, official: str) -> None:
    assert official in load_lexicon().expand(question)


@pytest.mark.parametrize(
    "question",
    ["Wer ist zuständig?", "Liegt das auf der Straße?", "Wo muss ich mich melden?", "Kann ich nicht mehr?"],
)
def test_words_of_every_question_point_to_no_service(question: str) -> None:
    assert load_lexicon().find(question) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Oma zieht ins Pflegeheim", "umzug-ins-heim"),
        ("Wir müssen den Haushalt der Mutter auflösen", "haushalt-aufloesen"),
        ("ich fange meinen ersten Job an", "erster-job"),
        ("Wir wollen einen Verein gründen", "verein-gruenden"),
        ("wir bekommen Besuch aus dem Ausland", "besuch-ausland"),
    ],
)
def test_a_life_event_is_told_by_what_happens(text: str, key: str) -> None:
    found = load_events().find(text)
    assert found is not None
    assert found[0].key == key
