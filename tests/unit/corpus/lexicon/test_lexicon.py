"""From citizens' words to official terms."""

import pytest

from corpus.analysis.tokens import stems
from corpus.lexicon import Lexicon, Service, expand, load_lexicon


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("was kostet ein neuer perso", "Personalausweis beantragen"),
        ("Wie kann ich mein altes Auto abmelden?", "Außerbetriebsetzung"),
        ("Wo melde ich mein Auto ab?", "Außerbetriebsetzung"),
        ("ich brauch nen neuen lappen", "Führerschein beantragen"),
        ("Wo werde ich mein altes Sofa los? Sofa loswerden", "Sperrmüll anmelden"),
        ("Ich bin umgezogen", "Ummeldung Wohnsitz"),
        ("Meine Oma ist gestorben", "Sterbefall anzeigen"),
        ("Ich habe ein Knöllchen bekommen", "Bußgeldbescheid"),
        ("Wo kann ich heiraten?", "Eheschließung anmelden"),
        ("Ich möchte einen Laden aufmachen", "Gewerbe anmelden"),
        ("wie bekomme ich einen trauschein", "Eheurkunde beantragen"),
    ],
)
def test_citizens_words_lead_to_official_terms(question: str, term: str) -> None:
    assert term in expand(question)


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("How do I register my address?", "Anmeldung Wohnsitz"),
        ("Köpek vergisi ne kadar?", "Hundesteuer anmelden"),
        ("Где получить загранпаспорт?", "Reisepass beantragen"),
        ("Скільки коштує паспорт?", "Reisepass beantragen"),
        ("كيف أجدد جواز السفر", "Reisepass beantragen"),
        ("Jak zarejestrować samochód?", "Kfz-Zulassung"),
    ],
)
def test_questions_in_other_languages_lead_to_german_terms(question: str, term: str) -> None:
    assert term in expand(question)


@pytest.mark.parametrize(
    "question", ["Wie ist das Wetter?", "Was kostet das?", "Und wie lange dauert es?", "", "?!"]
)
def test_a_question_without_a_subject_is_not_widened(question: str) -> None:
    assert expand(question) == []


def test_what_the_question_says_already_is_not_repeated() -> None:
    assert expand("Reisepass beantragen") == []


def test_a_phrase_of_two_words_goes_before_one_of_its_words() -> None:
    assert all("Hund" in term for term in expand("Mein Hund ist gestorben"))


def test_words_far_apart_are_no_phrase() -> None:
    question = "Mein Auto ist neu, und nun will ich wissen, was die Stadt dazu sagt, wenn Leute sich abmelden"
    assert "Außerbetriebsetzung" not in expand(question)


def test_a_phrase_is_not_cut_down_to_a_word_that_says_little() -> None:
    assert expand("Geld") == []
    assert "Bürgergeld" in expand("Ich habe kein Geld")


def test_at_most_six_terms_widen_a_search() -> None:
    phrases = " ".join(phrase for service in load_lexicon().services[:40] for phrase in service.phrases[:2])
    assert len(expand(phrases)) <= 6


def test_single_words_help_where_no_service_fits() -> None:
    lexicon = Lexicon((), {"wertstoffhof": ("müllplatz",)})
    assert lexicon.expand("Wo ist der Müllplatz?") == ["wertstoffhof"]


def test_every_service_is_found_by_each_of_its_phrases() -> None:
    lexicon = load_lexicon()
    for service in lexicon.services:
        for phrase in service.phrases:
            asked = Lexicon((service,), {}).find(phrase)
            assert asked == [service], f"{service.key}: {phrase}"


def test_the_lexicon_covers_the_most_asked_services_in_all_languages() -> None:
    services = load_lexicon().services
    assert len(services) >= 150
    assert sum({"en", "tr", "uk", "ru", "ar", "pl"} <= set(service.names) for service in services) >= 60
    assert all(stems(term) for service in services for term in service.official)


def test_a_name_in_another_language_is_found_by_its_beginning() -> None:
    service = Service("hund", ("Hundesteuer",), ("hund",), {"ru": ("собак*",)})
    assert Lexicon((service,), {}).expand("налог за собаку") == ["Hundesteuer"]
