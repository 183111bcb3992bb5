"""Questions in other languages find their service; the thesaurus and its files keep their rules."""

from collections import Counter, defaultdict
from pathlib import Path
from time import perf_counter

import pytest

from corpus.analysis.tokens import stems
from corpus.lexicon import load_lexicon
from corpus.lexicon.check_rules import findings
from corpus.lexicon.files import read_lexicon
from corpus.lexicon.lexicon import LexiconError

QUESTIONS = [
    ("When can I pick up my residence card?", "eat-abholung"),
    ("I lost my residence permit on the train, what now?", "eat-verlust"),
    ("Where can we register our apartment?", "anmeldung-wohnsitz"),
    ("Can I extend my tourist visa?", "schengenvisum-verlaengern"),
    ("Will I lose my visa after a divorce?", "eigenstaendiger-aufenthalt"),
    ("Where do I register for the citizenship test?", "einbuergerungstest"),
    ("How do I open a bank account as a newcomer?", "girokonto"),
    ("Is there a doctor, I want to find a doctor near me", "arzt-finden"),
    ("What is the emergency number in Germany?", "notruf"),
    ("Someone dumped rubbish, where can I report a pothole or illegal dumping?", "wilder-muell"),
    ("My boss has not paid, who helps with unpaid wages?", "faire-integration"),
    ("Oturum kartımı kaybettim, ne yapmalıyım?", "eat-verlust"),
    ("Vatandaşlık testi nerede yapılıyor?", "einbuergerungstest"),
    ("Aile birleşimi için hangi belgeler gerekli?", "familiennachzug"),
    ("Diploma denkliği nasıl alınır?", "anerkennung"),
    ("Ehliyetimi kaybettim", "fuehrerschein-verlust"),
    ("İşsizlik parası nereden alınır?", "arbeitslosengeld"),
    ("Banka hesabı açmak istiyorum", "girokonto"),
    ("Kreş ücreti ne kadar?", "kita-gebuehren"),
    ("Ücretsiz tercüman var mı?", "sprachmittlung"),
    ("Kira sözleşmesi hakkında kim yardım eder?", "mietvertrag"),
    ("Як продовжити тимчасовий захист?", "ukraine-verlaengerung"),
    ("Я загубила посвідку на проживання", "eat-verlust"),
    ("Як знайти квартиру?", "wohnungssuche-neu"),
    ("Де отримати допомогу по безробіттю?", "arbeitslosengeld"),
    ("Чи можна поїхати в Україну на два тижні?", "ukraine-reise"),
    ("Потрібен перекладач у відомство", "sprachmittlung"),
    ("Куди подзвонити, швидка допомога", "notruf"),
    ("Як підтвердити диплом лікаря?", "anerkennung-gesundheitsberufe"),
    ("Скільки коштує дозвіл на роботу?", "arbeitserlaubnis"),
    ("Як відкрити рахунок у банку?", "girokonto"),
    ("Я потерял водительские права", "fuehrerschein-verlust"),
    ("Где получить больничный лист?", "krankmeldung"),
    ("Как снять квартиру в городе?", "wohnungssuche-neu"),
    ("Можно ли оставить два гражданства?", "entlassung-staatsangehoerigkeit"),
    ("Как перенести внж в новый паспорт?", "aufenthaltstitel-uebertrag"),
    ("Нужен присяжный переводчик или перевод документов", "uebersetzung"),
    ("Кто поможет, если долги?", "schulden"),
    ("Где сделать прививку ребёнку?", "impfen"),
    ("Как закрыть фирму?", "gewerbeabmeldung"),
    ("Сколько ждать ответа о гражданстве, какой срок рассмотрения гражданства?", "einbuergerung-stand"),
    ("فقدت بطاقة الإقامة ماذا أفعل؟", "eat-verlust"),
    ("كيف يمكنني فتح حساب بنكي؟", "girokonto"),
    ("أين يمكنني التسجيل في اختبار الجنسية؟", "einbuergerungstest"),
    ("متى يتم لم الشمل؟", "familiennachzug"),
    ("أحتاج مترجم للموعد في البلدية", "sprachmittlung"),
    ("ما هو رقم الطوارئ في ألمانيا؟", "notruf"),
    ("كيف أجد سكن، البحث عن شقة", "wohnungssuche-neu"),
    ("كيف أحصل على اعانة البطالة؟", "arbeitslosengeld"),
    ("أين مسجد قريب؟", "religion"),
    ("تم رفض طلب اللجوء", "asyl-ablehnung"),
    ("Gdzie odebrać kartę pobytu?", "eat-abholung"),
    ("Zgubiłem prawo jazdy", "fuehrerschein-verlust"),
    ("Jak otworzyć konto bankowe?", "girokonto"),
    ("Ile kosztuje przedszkole, jaka jest opłata za przedszkole?", "kita-gebuehren"),
    ("Czy dostanę Kindergeld na dzieci w Polsce?", "kindergeld-ausland"),
    ("Gdzie dostanę zwolnienie lekarskie?", "krankmeldung"),
    ("Szukam mieszkania w mieście", "wohnungssuche-neu"),
    ("Pracodawca nie płaci, kto pomoże?", "faire-integration"),
    ("Potrzebuję tłumacza przysięgłego", "uebersetzung"),
    ("Chcę zamknąć firmę", "gewerbeabmeldung"),
]


@pytest.mark.parametrize(("question", "key"), QUESTIONS)
def test_a_question_in_another_language_finds_its_service(question: str, key: str) -> None:
    assert key in [service.key for service in load_lexicon().find(question)]


def test_a_word_is_found_with_and_without_hamza_and_article() -> None:
    keys = [service.key for service in load_lexicon().find("شهاده الجنسيه الالمانيه")]
    assert "staatsangehoerigkeit" in keys


def test_no_word_of_the_thesaurus_stands_for_more_than_four_official_words() -> None:
    lexicon = load_lexicon()
    officials: dict[str, set[str]] = defaultdict(set)
    for official, others in lexicon.thesaurus.items():
        for other in others:
            officials[" ".join(stems(other))].add(official)
    assert len(officials) >= 2000
    assert {word: found for word, found in officials.items() if len(found) > 4} == {}


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("Wo ist die Tüftelwerkstatt?", None),
        ("Wann öffnet das Arbeitsamt?", "Agentur für Arbeit"),
        ("Was kostet die Bettensteuer?", "Übernachtungssteuer"),
        ("Wo gibt es einen Schrebergarten?", "Kleingarten"),
    ],
)
def test_a_citizens_word_leads_to_the_official_one(question: str, official: str | None) -> None:
    terms = load_lexicon().expand(question)
    assert (official is None and not terms) or any(official and official in term for term in terms)


@pytest.mark.parametrize(
    "word", ["beantragen", "Antrag", "Karte", "verlängern", "Nachweis", "kostenlos", "abholen"]
)
def test_a_word_common_to_many_services_pulls_towards_none(word: str) -> None:
    assert load_lexicon().expand(f"Kann ich das hier {word}?") == []


def test_citizens_words_of_newcomers_services_come_in_every_language() -> None:
    keys = {
        key
        for key, count in Counter(
            service.key for service in load_lexicon().services for _ in service.names
        ).items()
        if count == 6
    }
    assert len(keys) >= 250


def test_matching_a_question_takes_little_time() -> None:
    lexicon = load_lexicon()
    begin = perf_counter()
    for question, _ in QUESTIONS:
        lexicon.expand(question)
    # Ten times what is measured, since tests run beside others.
    assert (perf_counter() - begin) / len(QUESTIONS) < 0.01


_SERVICE = '[hund]\nofficial = ["Hundesteuer"]\nphrases = ["hund"]\n'


def _write(lexicon: Path, file: str, text: str) -> None:
    path = lexicon / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("services/b.toml", _SERVICE, "'hund' is there twice"),
        ("services/b.toml", '[katze]\nphrases = ["katze"]\n', "'katze' needs official terms"),
        ("services/b.toml", "[katze\n", "services/b.toml can't be read as TOML"),
        ("services/b.toml", '[katze]\nofficial = "Katze"\n', "needs a list of texts for 'official'"),
        ("services/b.toml", '[katze]\nofficial = ["Katze"]\nphrases = ["?"]\n', "phrases without words"),
        (
            "services/b.toml",
            '[katze]\nofficial = ["K"]\nphrases = ["k"]\nfr = ["chat"]\n',
            "unknown keys: fr",
        ),
        ("names/b.toml", '[katze]\nen = ["cat"]\n', "no services file has a service 'katze'"),
        ("names/b.toml", '[hund]\nfr = ["chien"]\n', "keys that are no language"),
        ("names/b.toml", 'hund = ["dog"]\n', "must be a table of lists"),
        ("thesaurus/b.toml", '[wörter]\nhund = ["köter"]\n', "can't be read as TOML"),
        ("thesaurus/b.toml", '[other]\nhund = ["köter"]\n', "only [words] and [common] may be there"),
        ("thesaurus/b.toml", '[common]\nabfall = ["zeug"]\n', "in [words] and [common]: ['abfall']"),
    ],
)
def test_a_broken_file_is_named_with_its_entry(tmp_path: Path, file: str, text: str, message: str) -> None:
    _write(tmp_path, "services/a.toml", _SERVICE)
    _write(tmp_path, "thesaurus/a.toml", '[words]\nabfall = ["müll"]\n')
    _write(tmp_path, file, text)
    with pytest.raises(LexiconError) as caught:
        read_lexicon(tmp_path)
    assert message in str(caught.value)


def test_names_and_thesaurus_files_add_to_what_is_there(tmp_path: Path) -> None:
    _write(tmp_path, "services/a.toml", _SERVICE + 'en = ["dog"]\n')
    _write(tmp_path, "names/a.toml", '[hund]\nen = ["puppy"]\nru = ["собак*"]\n')
    _write(tmp_path, "thesaurus/a.toml", '[words]\nabfall = ["müll"]\n')
    _write(tmp_path, "thesaurus/b.toml", '[words]\nabfall = ["müll", "dreck"]\n')
    lexicon = read_lexicon(tmp_path)
    assert lexicon.services[0].names == {"en": ("dog", "puppy"), "ru": ("собак*",)}
    assert lexicon.thesaurus == {"abfall": ("müll", "dreck")}
    assert lexicon.expand("puppy") == ["Hundesteuer"]


@pytest.mark.parametrize("number", ["9900800100000", "11008001000000", "99 00800100000"])
def test_a_wrong_leika_number_is_named(tmp_path: Path, number: str) -> None:
    entry = f'[hund]\nofficial = ["Hundesteuer"]\nphrases = ["hund"]\nleika = ["{number}"]\n'
    _write(tmp_path, "services/a.toml", entry)
    with pytest.raises(LexiconError, match="hund"):
        read_lexicon(tmp_path)


def test_a_whole_must_be_a_service(tmp_path: Path) -> None:
    _write(tmp_path, "services/a.toml", '[a]\nofficial = ["A"]\nphrases = ["a"]\n')
    _write(tmp_path, "wholes.toml", 'a = ["b"]\n')
    with pytest.raises(LexiconError, match="'b'"):
        read_lexicon(tmp_path)


def test_nothing_is_missing_every_service_has_a_dozen_questions_and_all_languages() -> None:
    assert [(found.rule, found.service, found.what) for found in findings(load_lexicon())] == []


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Kimliğimi kaybettim", "personalausweis-verlust"),
        ("Köpeğim için vergi var mı?", "hundesteuer"),
        ("Çocuğuma pasaport nasıl alırım?", "kinderreisepass"),
        ("Annem öldü, ne yapmalıyım?", "sterbefall"),
        ("Ukradli mi dowód osobisty", "personalausweis-verlust"),
        ("Komu należy się zasiłek na dzieci?", "kindergeld"),
        ("Jak złożyć wniosek o przyznanie dodatku mieszkaniowego?", "wohngeld"),
        ("Jak wymienić polskie prawo jazdy?", "fuehrerschein-ausland"),
        ("Где взять справку об отсутствии судимости?", "fuehrungszeugnis"),
        ("Как обменять украинские права?", "fuehrerschein-ausland"),
        ("Де отримати довідку про відсутність судимості?", "fuehrungszeugnis"),
        ("كيف أحصل على شهادة عدم محكومية؟", "fuehrungszeugnis"),
    ],
)
def test_inflected_words_of_the_commonest_questions_find_their_service_first(question: str, key: str) -> None:
    assert load_lexicon().find(question)[0].key == key


def test_a_turkish_word_that_looks_like_died_is_not_taken_for_it() -> None:
    assert load_lexicon().find("Ne oldu bilmiyorum") == []
    assert load_lexicon().find("Olumlu cevap aldım") == []
