"""Every aspect is recognised in the seven languages, in everyday and in misspelt words."""

import pytest

from bot.understanding.aspects import find_aspects

QUESTIONS = {
    "de": [
        ("was kostn das", {"cost"}),
        ("wie lang dauerts", {"duration"}),
        ("wo muss ich hin", {"where"}),
        ("was brauch ich alles", {"documents"}),
        ("Was kostet das und was muss ich mitbringen?", {"cost", "documents"}),
        ("bis wann muss ich das machen", {"deadline"}),
        ("geht des auch übers handy", {"online"}),
        ("habt ihr samstags offen", {"hours"}),
        ("wo gibts den antrag zum ausdrucken", {"where", "form"}),
        ("kann ich mit karte zahlen", {"payment"}),
        ("komm ich da mit dem rollstuhl rein", {"accessibility"}),
        ("wie mach ich das", {"procedure"}),
        ("steht mir das zu", {"requirements"}),
        ("wo und wann habt ihr auf", {"where", "hours"}),
    ],
    "en": [
        ("How much is a passport?", {"cost"}),
        ("What do I need to bring?", {"documents"}),
        ("Where do I have to go?", {"where"}),
        ("When do you open?", {"hours"}),
        ("How long does it take?", {"duration"}),
        ("What is the deadline?", {"deadline"}),
        ("Can I do it online?", {"online"}),
        ("Where is the application form?", {"where", "form"}),
        ("How do I apply?", {"procedure"}),
        ("Am I eligible?", {"requirements"}),
        ("Can I pay by credit card?", {"payment"}),
        ("Is there a lift?", {"accessibility"}),
        ("How much is it and which documents are needed?", {"cost", "documents"}),
    ],
    "tr": [
        ("Pasaport ne kadar?", {"cost"}),
        ("Hangi belgeler gerekli?", {"documents"}),
        ("Nereye başvurmalıyım?", {"where"}),
        ("Belediye açık mı?", {"hours"}),
        ("Ne kadar sürer?", {"duration"}),
        ("Ne zamana kadar yapmalıyım?", {"deadline"}),
        ("Online yapılır mı?", {"online"}),
        ("Başvuru formu var mı?", {"form"}),
        ("Nasıl yapılıyor?", {"procedure"}),
        ("Hangi şartlar var?", {"requirements"}),
        ("Kartla ödeyebilir miyim?", {"payment"}),
        ("Asansör var mı?", {"accessibility"}),
        ("Ücreti ne kadar ve hangi belgeler lazım?", {"cost", "documents"}),
    ],
    "uk": [
        ("Скільки коштує паспорт?", {"cost"}),
        ("Які документи потрібні?", {"documents"}),
        ("Де це зробити?", {"where"}),
        ("Коли відчинено? Які години роботи?", {"hours"}),
        ("Скільки днів чекати?", {"duration"}),
        ("До якого числа треба подати?", {"deadline"}),
        ("Чи можна через інтернет?", {"online"}),
        ("Де взяти бланк?", {"where", "form"}),
        ("Як подати заяву?", {"procedure"}),
        ("Які умови?", {"requirements"}),
        ("Можна оплатити карткою?", {"payment"}),
        ("Чи є ліфт?", {"accessibility"}),
        ("Скільки це коштує і які потрібні документи?", {"cost", "documents"}),
    ],
    "ru": [
        ("Сколько это стоит?", {"cost"}),
        ("Какие документы нужны?", {"documents"}),
        ("Куда обращаться?", {"where"}),
        ("Когда открыто?", {"hours"}),
        ("Сколько дней ждать?", {"duration"}),
        ("До какого числа можно подать?", {"deadline"}),
        ("Можно ли через интернет?", {"online"}),
        ("Где скачать бланк?", {"where", "form"}),
        ("Как подать заявление?", {"procedure"}),
        ("Имею ли я право на это?", {"requirements"}),
        ("Можно оплатить картой?", {"payment"}),
        ("Есть ли лифт?", {"accessibility"}),
        ("Сколько стоит и какие бумаги нужны?", {"cost", "documents"}),
    ],
    "ar": [
        ("كم تكلفة جواز السفر؟", {"cost"}),
        ("ما هي الرسوم؟", {"cost"}),
        ("ما هي الوثائق المطلوبة؟", {"documents"}),
        ("أين أذهب؟", {"where"}),
        ("متى يفتح المكتب؟", {"hours"}),
        ("كم يستغرق ذلك؟", {"duration"}),
        ("ما هو آخر موعد؟", {"deadline"}),
        ("هل يمكن ذلك عبر الإنترنت؟", {"online"}),
        ("أين أجد الاستمارة؟", {"where", "form"}),
        ("كيف أقدم الطلب؟", {"procedure"}),
        ("ما هي الشروط؟", {"requirements"}),
        ("هل يوجد مصعد؟", {"accessibility"}),
        ("كم الرسوم وما هي الأوراق المطلوبة؟", {"cost", "documents"}),
    ],
    "pl": [
        ("Ile kosztuje paszport?", {"cost"}),
        ("Jakie dokumenty są potrzebne?", {"documents"}),
        ("Gdzie mam iść?", {"where"}),
        ("O której otwieracie?", {"hours"}),
        ("Jak długo to trwa?", {"duration"}),
        ("Do kiedy muszę to zrobić?", {"deadline"}),
        ("Czy można przez internet?", {"online"}),
        ("Gdzie jest formularz?", {"where", "form"}),
        ("Jak złożyć wniosek?", {"procedure"}),
        ("Jakie są warunki?", {"requirements"}),
        ("Czy można płacić kartą?", {"payment"}),
        ("Czy jest winda?", {"accessibility"}),
        ("Ile to kosztuje i co przynieść?", {"cost", "documents"}),
    ],
}
CASES = [(language, text, wanted) for language, asked in QUESTIONS.items() for text, wanted in asked]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_what_is_asked_is_recognised(language: str, text: str, wanted: set[str]) -> None:
    assert {aspect.name for aspect in find_aspects(text)} == wanted, language


def test_each_language_has_a_dozen_questions() -> None:
    assert min(len(asked) for asked in QUESTIONS.values()) >= 12
