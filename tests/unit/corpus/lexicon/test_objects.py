"""A service is found by what its official name is about, as a page's title has it: without the verb."""

import pytest

from corpus.lexicon import Lexicon, Service, load_lexicon
from corpus.lexicon.compounds import Splitter


def _keys(title: str) -> list[str]:
    return [service.key for service in load_lexicon().find(title)]


def _lexicon(**official: str) -> Lexicon:
    return Lexicon(tuple(Service(key, (name,), ("xyz",), {}) for key, name in official.items()), {})


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Personalausweis", "personalausweis"),
        ("Reisepass", "reisepass"),
        ("Führerschein", "fuehrerschein"),
        ("Führungszeugnis", "fuehrungszeugnis"),
        ("Hundesteuer", "hundesteuer"),
        ("Personalausweis – Verlust melden", "personalausweis-verlust"),
        ("Verlust eines Personalausweises anzeigen", "personalausweis-verlust"),
        ("Vorläufiger Personalausweis", "vorlaeufiger-personalausweis"),
        ("Bestätigung des Wohnungsgebers", "wohnungsgeberbestaetigung"),
        ("Antrag auf Ausstellung eines Führungszeugnisses", "fuehrungszeugnis"),
    ],
)
def test_a_bare_title_names_its_service_first(title: str, key: str) -> None:
    assert _keys(title)[0] == key


def test_a_title_of_two_things_names_both() -> None:
    assert set(_keys("Personalausweis und Reisepass")) == {"personalausweis", "reisepass"}


@pytest.mark.parametrize("word", ["anmelden", "Antrag", "Formulare", "Wohnung", "Ausweis", "Online-Dienste"])
def test_what_goes_with_many_services_names_none(word: str) -> None:
    assert _keys(word) == []


def test_a_compound_and_its_words_name_the_same() -> None:
    lexicon = Lexicon(
        (
            Service("a", ("Baumfällung",), ("baum fällen", "fällung"), {}),
            Service("b", ("Ring",), ("ring",), {}),
        ),
        {},
    )
    assert [service.key for service in lexicon.find("Fällung eines Baumes")] == ["a"]


def test_the_whole_title_goes_before_a_part_of_it() -> None:
    lexicon = _lexicon(a="Sperrmüll anmelden", b="Sperrmüll Gebühren Tonne")
    assert [service.key for service in lexicon.find("Sperrmüll")] == ["a"]
    assert lexicon.find("Gebühren für die Tonne Sperrmüll")[0].key == "b"


def test_among_equals_the_more_general_goes_first_and_not_the_alphabet() -> None:
    lexicon = Lexicon(
        (
            Service("aaa", ("Grabstein Genehmigung Friedhof", "Grabmal"), ("eins",), {}),
            Service("zzz", ("Grabstätte", "Grabmal"), ("zwei",), {}),
        ),
        {},
    )
    assert [service.key for service in lexicon.find("Grabmal")] == ["zzz", "aaa"]


def test_words_all_over_a_long_question_are_no_object() -> None:
    lexicon = _lexicon(a="Brunnen bohren Garten")
    assert lexicon.find("Im Garten bohren wir einen Brunnen")
    assert not lexicon.find(
        "Im Garten wollen Nachbarn feiern, später ist Musik geplant, danach essen alle, Brunnen bohren"
    )


def test_one_word_is_not_named_by_the_end_of_another() -> None:
    lexicon = Lexicon((Service("a", ("Trennung",), ("müll", "trennung vom mann"), {}),), {})
    assert [service.key for service in lexicon.find("Trennung")] == ["a"]
    assert lexicon.find("Mülltrennung") == []


def test_compounds_are_split_at_known_words_only() -> None:
    splitter = Splitter(["hunde", "steuer", "marke", "personal", "ausweis"])
    assert splitter.parts("hundesteuermarke") == ("hund", "steu", "mark")
    assert splitter.parts("personalausweises") == ("personal", "ausweis")
    assert splitter.parts("hundewiese") == ("hundewies",)


@pytest.mark.parametrize("question", ["Vollzeitpflege", "Kind in Vollzeitpflege nehmen"])
def test_a_compound_whose_parts_stand_the_other_way_round_is_another_thing(question: str) -> None:
    assert _keys(question)[0] == "pflegefamilie"
    assert "pflegezeit" not in _keys("Kurzzeitpflege für die Oma")
    assert _keys("Zeit für die Pflege")[0] == "pflegezeit"


def test_whoever_comes_from_ukraine_needs_no_national_visa() -> None:
    assert _keys("Einreise aus der Ukraine") == ["ukraine"]
    assert _keys("Wir sind aus der Ukraine eingereist")[0] == "ukraine"


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Wann muss ich kommen, um mein Auto umzumelden?", "kfz-ummeldung"),
        ("Ich ziehe weg und habe vergessen, mich abzumelden.", "abmeldung"),
        ("Ist es Pflicht, den Hund anzumelden?", "hundesteuer"),
    ],
)
def test_an_infinitive_with_zu_leads_to_the_service_of_its_verb(question: str, key: str) -> None:
    assert key in _keys(question)
