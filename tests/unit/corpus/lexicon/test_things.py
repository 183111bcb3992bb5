"""Services around things and business: found by their official names and by how citizens ask for them."""

import tomllib
from importlib import resources

import pytest

from corpus.lexicon import load_lexicon

# Words that go with many services: alone they must point to none of these.
GENERAL = [
    "abmelden", "antrag", "auto", "baustelle", "bauen", "fahren", "führerschein", "gebühr", "genehmigung",
    "gewerbe", "grab", "grundstück", "haus", "hund", "kennzeichen", "laden", "nachbar", "parken", "steuer",
    "straße", "tier", "tonne", "verkaufen", "verloren", "wald", "wasser", "wohnung",
]  # fmt: skip

# As citizens write them: in other order and inflection than the lexicon prints it, with words between.
QUESTIONS = [
    ("Ich will mein Auto von Köln nach Lyon überführen, welches Schild?", "kurzzeitkennzeichen"),
    ("Mein Wagen geht nach Afrika, ich brauche ein Zollkennzeichen", "ausfuhrkennzeichen"),
    ("Mein Motorrad fahre ich nur im Sommer, geht das beim Kennzeichen?", "saisonkennzeichen"),
    ("Kriege ich für den Oldtimer ein H-Kennzeichen?", "h-kennzeichen"),
    ("Ein Nummernschild für zwei Autos", "wechselkennzeichen"),
    ("Rote Nummer für mein Autohaus", "rotes-kennzeichen"),
    ("Jemand hat mir das Nummernschild geklaut", "kennzeichen-verlust"),
    ("Geldbeutel weg und der Fahrzeugschein war drin", "fahrzeugschein-verlust"),
    ("Ich kann den Fahrzeugbrief nicht mehr finden, Fahrzeugbrief verloren", "fahrzeugbrief-verlust"),
    ("Neue Felgen, muss ich die eintragen lassen?", "technische-aenderung"),
    ("Bulldog anmelden, grünes Kennzeichen", "gruenes-kennzeichen"),
    ("Der Traktor vom Opa hat keine Papiere", "betriebserlaubnis"),
    ("Wem gehört das Auto vor meiner Tür?", "halterauskunft"),
    ("Meine Tochter macht mit 17 den Führerschein", "fahrerlaubnis-bf17"),
    ("LKW-Führerschein läuft bald ab, verlängern lassen", "fahrerlaubnis-verlaengerung"),
    ("Bundeswehrführerschein auf zivil", "fahrerlaubnis-dienst"),
    ("Wie viele Punkte habe ich in Flensburg?", "punkte-flensburg"),
    ("Muss ich zum Idiotentest?", "mpu-gutachten"),
    ("Opa will den Führerschein freiwillig abgeben", "fahrerlaubnis-freiwillige-abgabe"),
    ("Fahrerkarte für den Tacho abgelaufen", "fahrerkarte"),
    ("Wir brauchen einen Parkausweis für den Pflegedienst", "parkausweis-pflegedienst"),
    ("Darf meine Hebamme hier parken?", "parkausweis-pflegedienst"),
    ("Die Laterne vor unserer Tür brennt nicht", "strassenlaterne-defekt"),
    ("riesiges Schlagloch", "strassenschaden-melden"),
    ("Muss ich am Sonntag vor acht Schnee schippen?", "winterdienst-pflicht"),
    ("Schuttmulde vorm Haus aufstellen", "sondernutzung-baustelle"),
    ("Ich möchte den Bordstein absenken lassen", "gehwegueberfahrt"),
    ("Die Einfahrt ist zugeparkt!", "falschparker-melden"),
    ("Einspruch gegen den Blitzer einlegen", "bussgeld-einspruch"),
    ("Wann wird die Biotonne geleert? Abfuhrkalender", "abfuhrkalender"),
    ("Unsere Tonne wurde schon wieder nicht geleert", "muell-nicht-geleert"),
    ("Wo krieg ich gelbe Säcke?", "gelber-sack"),
    ("Wohin mit alten Tabletten? Tabletten entsorgen", "medikamente-entsorgen"),
    ("Eternitplatten vom Schuppen entsorgen", "asbest-entsorgung"),
    ("Christbaum entsorgen", "weihnachtsbaum"),
    ("Die Mülltonne ist verschwunden", "muelltonne-defekt"),
    ("Häckselplatz offen?", "gruenabfall"),
    ("Brauche ich für ein Gartenhaus eine Genehmigung?", "bau-verfahrensfrei"),
    ("Ich will die Scheune zu einer Wohnung umbauen, Nutzungsänderung?", "bau-nutzungsaenderung"),
    ("Unser Nachbar hat einen Schwarzbau", "bau-schwarzbau"),
    ("Grundbuchauszug für die Bank", "grundbuch-einsicht"),
    ("Flurkarte bestellen", "katasterauszug"),
    ("Ist der Grenzstein noch da? Ich finde ihn nicht", "grenzfeststellung"),
    ("Meine Miete ist zu hoch, gibt es einen Mietspiegel?", "mietspiegel"),
    ("Wer ist mein Kaminkehrer?", "schornsteinfeger"),
    ("Zuschuss fürs Balkonkraftwerk", "balkonkraftwerk"),
    ("Braunes Wasser aus der Leitung, Trinkwasser verunreinigt?", "wasserqualitaet"),
    ("Zählerstand melden Wasseruhr", "wasserzaehler"),
    ("Ich will im Garten einen Brunnen bohren", "brunnen"),
    ("Wann darf ich die Hecke schneiden?", "hecke-nachbar"),
    ("Bis wann darf ich abends Rasen mähen?", "laerm-nachbar"),
    ("Mein Hund ist eingeschläfert worden", "hundesteuer-abmeldung"),
    ("Ist ein Pitbull ein Kampfhund?", "hunde-gefaehrlich"),
    ("Hornissennest im Rollladenkasten", "wespennest"),
    ("Ich habe Bettwanzen", "schaedlinge"),
    ("Reh angefahren, was jetzt?", "wildunfall"),
    ("Ich habe einen verletzten Vogel gefunden", "wildtier-gefunden"),
    ("mit dem Hund nach England verreisen, Heimtierausweis", "heimtierausweis"),
    ("Schreckschusspistole zu Silvester mitnehmen", "kleiner-waffenschein"),
    ("Ich habe von meinem Vater ein Gewehr geerbt, Waffen geerbt", "waffen-erbe"),
    ("Feuerwerk zur Hochzeit, wer genehmigt das?", "feuerwerk-privat"),
    ("Osterfeuer vom Verein", "brauchtumsfeuer"),
    ("Muttizettel für die Disco", "jugendschutz"),
    ("Alkohol auf unserem Vereinsfest ausschenken", "gestattung-ausschank"),
    ("34a Schein", "bewachungsgewerbe"),
    ("Immobilienmakler werden", "maklererlaubnis"),
    ("Kann ich als Friseur ohne Meister selbstständig sein?", "handwerksrolle"),
    ("Tombola auf der Weihnachtsfeier", "lotterie"),
    ("Meine Ladenwaage muss geeicht werden", "eichung"),
    ("Grundsteuer viel zu hoch", "grundsteuer-bescheid"),
    ("Ich kann die Rechnung der Stadt nur in Raten zahlen: Ratenzahlung", "stundung-erlass"),
    ("Wie lange darf das Grab bleiben, kann man das Grab verlängern?", "grab-verlaengern"),
    ("Urne mit nach Hause nehmen", "feuerbestattung"),
    ("Wir möchten das Elterngrab auflösen", "grab-aufgeben"),
    ("beerdigung unter einem baum, friedwald", "naturbestattung"),
    ("darf ich vor meinem café tische aufstellen", "sondernutzung-gastro"),
    ("da liegt ein kühlschrank im wald", "wilder-muell"),
    ("mein vermieter will die miete erhöhen", "mietspiegel"),
    ("nachbarn feiern die ganze nacht", "laerm-nachbar"),
    ("ausländische kennzeichen auto mitgebracht", "kfz-import"),
    ("mein mann hat das auto auf seinen namen, jetzt soll es auf mich", "kfz-halterwechsel"),
]  # fmt: skip

ELSEWHERE = [
    ("Temporary plates for five days", "kurzzeitkennzeichen"),
    ("плакетк зелёная: где купить зеленую плакетку?", "umweltplakette"),
    ("Yaban arısı yuvası var", "wespennest"),
    ("Загубив техпаспорт на машину", "fahrzeugschein-verlust"),
    ("أين الطابو الخاص بالبيت؟", "grundbuch-einsicht"),
    ("Moi sąsiedzi: głośni sąsiedzi w nocy", "laerm-nachbar"),
]


FILES = [
    "animals",
    "building",
    "driving",
    "graves",
    "nature",
    "order",
    "roads",
    "taxes",
    "trade",
    "vehicle_registration",
    "waste",
]


def _services() -> dict[str, dict[str, list[str]]]:
    """The entries of the files that are specified here."""
    folder = resources.files("corpus.lexicon").joinpath("services")
    found: dict[str, dict[str, list[str]]] = {}
    for name in FILES:
        found |= tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return found


SERVICES = _services()


def test_there_are_at_least_three_hundred_services_around_things() -> None:
    assert len(SERVICES) >= 300


@pytest.mark.parametrize("key", sorted(SERVICES))
def test_each_official_name_finds_its_service(key: str) -> None:
    for name in SERVICES[key]["official"]:
        assert key in [service.key for service in load_lexicon().find(name)], name


@pytest.mark.parametrize("key", sorted(SERVICES))
def test_each_service_has_several_phrases_and_none_twice(key: str) -> None:
    phrases = SERVICES[key]["phrases"]
    assert len(phrases) >= 10
    assert len(set(phrases)) == len(phrases)


@pytest.mark.parametrize(("question", "key"), QUESTIONS)
def test_a_citizens_question_finds_the_service(question: str, key: str) -> None:
    assert key in [service.key for service in load_lexicon().find(question)]


@pytest.mark.parametrize(("question", "key"), ELSEWHERE)
def test_a_question_in_another_language_finds_the_service(question: str, key: str) -> None:
    assert key in [service.key for service in load_lexicon().find(question)]


@pytest.mark.parametrize("word", GENERAL)
def test_a_general_word_alone_points_to_none_of_these_services(word: str) -> None:
    assert not [service.key for service in load_lexicon().find(word) if service.key in SERVICES]


def test_the_most_asked_services_have_names_in_all_six_languages() -> None:
    languages = {"en", "tr", "uk", "ru", "ar", "pl"}
    named = [s.key for s in load_lexicon().services if s.key in SERVICES and languages <= set(s.names)]
    assert len(named) >= 50
