"""Services around people: each can be found by its name, and citizens' questions lead to the right one."""

import tomllib
from importlib import resources

import pytest

from corpus.lexicon import Service, load_lexicon
from corpus.lexicon.phrases import read_phrase

# Words that go with almost every service: alone they must never point to one.
GENERAL = [
    "anmelden",
    "abmelden",
    "ummelden",
    "beantragen",
    "antrag",
    "formular",
    "geld",
    "termin",
    "kind",
    "kinder",
    "eltern",
    "mutter",
    "vater",
    "haus",
    "wohnung",
    "schule",
    "amt",
    "hilfe",
    "kosten",
    "gebühr",
    "online",
    "verlängern",
    "verlust",
    "verloren",
    "bescheid",
    "brief",
    "urkunde",
    "name",
    "adresse",
    "ausland",
    "frau",
    "mann",
    "arbeit",
    "bescheinigung",
    "nachweis",
    "zahlen",
    "unterlagen",
    "gericht",
    "kurs",
    "karte",
    "platz",
]


FILES = [
    "authorities",
    "children",
    "civil_status",
    "everyday",
    "health",
    "leisure",
    "papers_special",
    "school",
    "social",
]


def people() -> list[Service]:
    """The services that are about people rather than things, by the files that they stand in."""
    folder = resources.files("corpus.lexicon").joinpath("services")
    keys = {
        key
        for name in FILES
        for key in tomllib.loads(folder.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    }
    return [service for service in load_lexicon().services if service.key in keys]


def test_there_are_many_and_sixty_of_them_are_named_in_six_languages() -> None:
    services = people()
    assert len(services) >= 180
    named = [service for service in services if {"en", "tr", "uk", "ru", "ar", "pl"} <= set(service.names)]
    assert len(named) >= 60


def test_each_service_is_found_by_each_of_its_official_names() -> None:
    lexicon = load_lexicon()
    lost = [
        f"{service.key}: {name}"
        for service in people()
        for name in service.official
        if service not in lexicon.find(name)
    ]
    assert lost == []


def test_each_service_has_several_ways_to_ask_for_it() -> None:
    few = [service.key for service in people() if len(set(service.phrases)) < 6]
    assert few == []


@pytest.mark.parametrize("word", GENERAL)
def test_a_general_word_alone_points_to_no_service(word: str) -> None:
    (token,) = read_phrase(word).tokens
    named = [
        f"{service.key}: {phrase}"
        for service in people()
        for phrase in service.phrases
        if read_phrase(phrase).tokens == (token,)
    ]
    assert named == []


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Ist mein neuer Perso schon fertig?", "ausweis-abholen"),
        (
            "Wir haben geheiratet, brauche ich jetzt einen neuen Ausweis mit neuem Namen?",
            "ausweis-namensaenderung",
        ),
        (
            "Meine Oma liegt bettlägerig im Heim, braucht sie noch einen Personalausweis?",
            "personalausweis-befreiung",
        ),
        ("Mein Kind fliegt mit den Großeltern nach Spanien", "reisevollmacht-kind"),
        ("Ich hab vergessen mich umzumelden", "spaeter-anmelden"),
        ("Mein Exfreund ist immer noch bei mir gemeldet", "scheinanmeldung"),
        (
            "Die Bundeswehr schickt meinem Sohn Post, wie kann ich widersprechen",
            "uebermittlungssperre-bundeswehr",
        ),
        ("Die Schweizer Rente will einen Lebensnachweis", "lebensbescheinigung"),
        ("mein abizeugnis ist weg", "zeugnis-ersatz"),
        ("Unser Kind wurde im Ausland geboren", "geburt-ausland"),
        ("Welcher Nachname für das Baby?", "familienname-kind"),
        ("Nach der Scheidung will ich meinen Mädchennamen wieder annehmen", "name-nach-scheidung"),
        ("Kann man bei euch am Samstag heiraten?", "trauort"),
        ("hochzeit absagen beim standesamt", "trauung-absagen"),
        ("Brauche eine Negativbescheinigung über das Sorgerecht", "sorgerecht"),
        ("Meine Ex lässt mich die Kinder nicht sehen", "umgangsrecht"),
        ("Vater ist im Urlaub gestorben", "sterbefall-ausland"),
        ("Darf ich mit dem Auto auf den Friedhof fahren?", "friedhof-besuch"),
        ("Wir haben kein Geld für die Beerdigung", "bestattungskosten"),
        ("Muss ich die Schulden vom Vater erben?", "erbausschlagung"),
        ("Die Bank will einen Erbschein", "erbschein"),
        ("mein baby schreit nur noch", "fruehe-hilfen"),
        ("Wir finden keine Hebamme", "hebamme"),
        ("Beim Nachbarn wird ein Kind geschlagen", "kinderschutz-melden"),
        ("Ferienpass für die Sommerferien", "ferienprogramm"),
        ("Die Kita streikt: gibt es beim Kita Streik eine Notbetreuung", "kita-notfall"),
        ("kita kündigen wegen umzug", "kita-wechsel"),
        ("Ich möchte Tagesmutter werden", "tagespflege-werden"),
        ("Unser Kind ist ein Kannkind", "vorzeitige-einschulung"),
        ("Wer zahlt mir die Klassenfahrt? Die Klassenfahrt ist zu teuer", "klassenfahrt"),
        ("Nachhilfe kostenlos, geht das?", "lernfoerderung"),
        ("Bekomme ich BAföG an der Uni", "studenten-bafoeg"),
        ("meisterschule geld vom staat", "aufstiegs-bafoeg"),
        ("Wohngeld läuft aus, wie verlängern", "wohngeld-weiter"),
        ("Zuschuss um das Haus abzahlen zu können", "lastenzuschuss"),
        ("Mir droht die Räumungsklage", "mietschulden"),
        ("Der Strom wurde mir abgestellt", "stromschulden"),
        ("Wo kann ich heute Nacht schlafen, ich habe keinen Schlafplatz heute Nacht", "wohnungsnotfall"),
        ("Kleidung umsonst für Bedürftige", "tafel"),
        ("ich will gegen den bescheid klagen", "widerspruch"),
        ("Anwalt, aber kein Geld", "beratungshilfe"),
        ("mein konto ist gepfändet", "schuldnerberatung"),
        ("Mutter braucht Pflege", "pflegegrad"),
        ("müssen die kinder das heim zahlen", "hilfe-zur-pflege"),
        ("geld für blinde", "blindengeld"),
        ("Ich will einen höheren GdB", "behinderung-verschlechterung"),
        ("rote karte für die gastronomie", "belehrung-lebensmittel"),
        ("Läuse in der Kita", "infektion-melden"),
        ("welche apotheke hat heute offen", "bereitschaftsdienst"),
        ("Kindergeld kommt nicht", "kindergeld-aendern"),
        ("Steuerklasse wechseln nach der Hochzeit", "steuerklasse"),
        ("mein mann ist gestorben, welche rente bekomme ich", "witwenrente"),
        ("Mutter-Kind-Kur beantragen", "reha"),
        ("gez abmelden", "rundfunkbeitrag-anmelden"),
        ("mein fahrrad wurde geklaut", "polizei"),
        ("Ich hab meine Wahlbenachrichtigung verloren", "wahlbenachrichtigung"),
        ("Wie schlage ich jemanden für das Bundesverdienstkreuz vor?", "buergerpreis"),
        ("hab im bus meine tasche liegen lassen", "fund-suchen"),
        ("Seepferdchen für meine Tochter", "schwimmkurs"),
        ("raum für geburtstag gesucht", "buergerhaus"),
        ("Essen auf Rädern für Opa", "essen-auf-raedern"),
        ("Mama wird dement, wer hilft? Mutter dement", "demenzberatung"),
    ],
)
def test_citizens_questions_lead_to_the_service(question: str, key: str) -> None:
    assert key in [service.key for service in load_lexicon().find(question)]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Where is the polling station?", "wahlbenachrichtigung"),
        ("Can I get free legal advice?", "beratungshilfe"),
        ("Kütüphaneye nasıl üye olurum?", "bibliotheksausweis"),
        ("Velayet için nereye başvurmalıyım?", "sorgerecht"),
        ("Де бюро знахідок?", "fund-suchen"),
        ("Скільки коштує басейн?", "schwimmbad-eintritt"),
        ("Где находится бассейн?", "schwimmbad-eintritt"),
        ("Как подать налоговую декларацию?", "steuererklaerung"),
        ("أين مكتب المفقودات؟", "fund-suchen"),
        ("أحتاج مساعدة في ملء الاستمارات", "sozialberatung"),
        ("Gdzie jest biuro rzeczy znalezionych?", "fund-suchen"),
        ("Jak dostać zasiłek na dziecko?", "kindergeld-aendern"),
    ],
)
def test_questions_in_other_languages_lead_to_the_service(question: str, key: str) -> None:
    assert key in [service.key for service in load_lexicon().find(question)]


@pytest.mark.parametrize("question", ["Как долго ждать?", "Jak długo to trwa?", "How long does it take?"])
def test_asking_how_long_is_no_question_about_debts(question: str) -> None:
    assert load_lexicon().find(question) == []
