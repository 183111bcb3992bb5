"""Question words and page words that look different and mean the same, on a tiny index."""

from collections.abc import Callable, Sequence

import pytest

from corpus.analysis.tokens import stems
from corpus.lexicon import expand
from corpus.records import Audience
from corpus.search.corrected import Vocabulary, corrected
from corpus.search.lexical import Entry, LexicalIndex, LexicalWriter
from corpus.search.query import weighted_tokens
from corpus.search.weights import FieldWeights, TokenWeights

PAIRS = (
    ("Bürger:innen", "Rat der Bürger"),
    ("Bürger*innen", "Rat der Bürger"),
    ("BürgerInnen", "Rat der Bürger"),
    ("Antragsteller*in", "Vollmacht des Antragstellers"),
    ("Antragsteller/-innen", "Vollmacht des Antragstellers"),
    ("Schüler/innen", "Schülerbeförderung"),
    ("Buergerbuero", "Bürgerbüro"),
    ("Burgerburo", "Bürgerbüro"),
    ("Strassensperrung", "Straßensperrung"),
    ("Fuehrerschein", "Führerschein"),
    ("Gebuehr", "Gebühr für Urkunden"),
    ("Auslaenderbehoerde", "Ausländerbehörde"),
    ("Wohnungs Geber Bestätigung", "Wohnungsgeberbestätigung"),
    ("Wohnungsgeber-Bestätigung", "Wohnungsgeberbestätigung"),
    ("Bestätigung vom Wohnungsgeber", "Wohnungsgeberbestätigung"),
    ("Hunde Steuer", "Hundesteuer"),
    ("Personal-Ausweis", "Personalausweis"),
    ("Personal Ausweis", "Personalausweis"),
    ("Schwerbehinderten Ausweis", "Schwerbehindertenausweis"),
    ("Feinstaub Plakette", "Feinstaubplakette"),
    ("Müll Tonne", "Mülltonne"),
    ("Grundsteuerbescheid", "Bescheid über die Grundsteuer"),
    ("Online-Antrag", "Onlineantrag"),
    ("Perosnalausweis", "Personalausweis"),
    ("Personalauswies", "Personalausweis"),
    ("Reisepas", "Reisepass"),
    ("Wohngled", "Wohngeld"),
    ("Wohngelt", "Wohngeld"),
    ("Kindergled", "Kindergeld"),
    ("Spermüll", "Sperrmüll"),
    ("Führerschien", "Führerschein"),
    ("Standesamd", "Standesamt"),
    ("Gewebreschein", "Gewerbeschein"),
    ("Brifwahl", "Briefwahl"),
    ("Aufentaltstitel", "Aufenthaltstitel"),
    ("Unterhaltvorschuss", "Unterhaltsvorschuss"),
    ("Friedhoff", "Friedhof"),
    ("Bibliotek", "Bibliothek"),
    ("Anmledung", "Anmeldung"),
    ("Kfz", "Zulassung eines Kraftfahrzeugs"),
    ("KFZ-Zulassung", "Zulassung eines Kraftfahrzeugs"),
    ("Perso", "Personalausweis"),
    ("BAföG", "Ausbildungsförderung"),
    ("KiTa", "Kindertageseinrichtung"),
    ("WBS", "Wohnberechtigungsschein"),
    ("EMA", "Einwohnermeldeamt"),
    ("abzumelden", "Abmeldung"),
    ("ummelden", "Ummeldung"),
)
OTHERS = ("Schwimmhalle", "Abfallkalender", "Kulturherbst", "Ratssitzung", "Baustellen", "Stadtarchiv")
FIRST = 3

Search = Callable[[str], list[str]]


def _vocabulary(titles: Sequence[str]) -> Vocabulary:
    said = sorted({stem for title in titles for stem in stems(title)})

    def words(beginning: str, shortest: int, longest: int) -> list[tuple[str, int]]:
        return [(one, 1) for one in said if one.startswith(beginning) and shortest <= len(one) <= longest]

    return words


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    titles = [*dict.fromkeys(title for _, title in PAIRS), *OTHERS]
    folder = tmp_path_factory.mktemp("tricky") / "index"
    writer = LexicalWriter(folder)
    writer.add(Entry(title, Audience.PUBLIC, title, (), (), (title,)) for title in titles)
    writer.finish()
    index, vocabulary = LexicalIndex(folder), _vocabulary(titles)

    def found(question: str) -> list[str]:
        meant = corrected(question, vocabulary)
        tokens = weighted_tokens(question, expand(question), TokenWeights(), meant)
        return [match.id for match in index.search(tokens, FIRST, FieldWeights(), [Audience.PUBLIC])]

    return found


@pytest.mark.parametrize(("asked", "page"), PAIRS)
def test_the_page_is_among_the_first(search: Search, asked: str, page: str) -> None:
    assert page in search(asked)


def test_a_word_that_a_page_says_is_not_corrected() -> None:
    assert corrected("Anmeldung", _vocabulary(["Anmeldung", "Abmeldung", "Anmeldungen"])) == {}


def test_a_word_that_the_lexicon_knows_is_not_corrected() -> None:
    assert corrected("Personalausweis", _vocabulary(["Personalausweise", "Personalausweisx"])) == {}


def test_a_question_of_unknown_words_is_of_another_language() -> None:
    asked = "wohngled anmledung heirad gewebre"
    assert corrected(asked, _vocabulary(["Wohngeld", "Anmeldung", "Heirat", "Gewerbe"])) == {}
    assert corrected("wohngled", _vocabulary(["Wohngeld"])) == {"wohngeld": 0.6}
