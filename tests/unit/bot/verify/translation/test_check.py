"""A translation says the same values, names and links as its German original, and the same "not"."""

import pytest

from bot.verify.translation.check import carries
from bot.verify.translation.german import with_german_values
from bot.verify.translation.language import LANGUAGES, language
from corpus.values.normalise import values_in

FEE = "Die Gebühr beträgt 1.234,50 Euro."
DEADLINE = "Der Antrag muss bis zum 1. Dezember 2025 im Bürgerbüro sein."
WEEKS = "Melden Sie sich innerhalb von zwei Wochen an."
HOURS = "Montag bis Freitag ist von 8 bis 12 Uhr geöffnet."
NOT_ONLINE = "Eine Online-Anmeldung ist nicht möglich."
FREE = "Die Anmeldung ist kostenlos."
CALL = "Rufen Sie das Standesamt unter 069 90009-210 an, Rathausplatz 1."
CHILDREN = "Kinder unter 16 Jahren brauchen mindestens zwei Fotos."


@pytest.mark.parametrize(
    ("translated", "german", "code"),
    [
        ("The fee is €1,234.50.", FEE, "en"),
        ("The fee is 1,234.50 euros.", FEE, "en"),
        ("Opłata wynosi 1234,50 euro.", FEE, "pl"),
        ("Opłata wynosi 1 234,50 €.", FEE, "pl"),
        ("Ücret 1.234,50 avrodur.", FEE, "tr"),
        ("Сбор составляет 1 234,50 евро.", FEE, "ru"),
        ("Плата становить 1234,50 євро.", FEE, "uk"),
        ("الرسوم ١٬٢٣٤٫٥٠ يورو.", FEE, "ar"),
        ("تبلغ الرسوم 1,234.50 يورو.", FEE, "ar"),
        ("The application must be at the citizens' office by 1 December 2025.", DEADLINE, "en"),
        ("The application must be at the Bürgerbüro by December 1, 2025.", DEADLINE, "en"),
        ("Wniosek musi wpłynąć do biura obywatelskiego (Bürgerbüro) do 1 grudnia 2025 r.", DEADLINE, "pl"),
        ("Заявление должно быть в Bürgerbüro до 1 декабря 2025 года.", DEADLINE, "ru"),
        ("Заява має бути в Bürgerbüro до 1 грудня 2025 року.", DEADLINE, "uk"),
        ("Başvuru 1 Aralık 2025'e kadar Bürgerbüro'da olmalıdır.", DEADLINE, "tr"),
        ("يجب أن يصل الطلب إلى Bürgerbüro حتى 1 ديسمبر 2025.", DEADLINE, "ar"),
        ("Register within two weeks.", WEEKS, "en"),
        ("Register within 14 days.", WEEKS, "en"),
        ("Zamelduj się w ciągu dwóch tygodni.", WEEKS, "pl"),
        ("Зарегистрируйтесь в течение двух недель.", WEEKS, "ru"),
        ("Зареєструйтеся протягом двох тижнів.", WEEKS, "uk"),
        ("İki hafta içinde kaydolun.", WEEKS, "tr"),
        ("سجّل خلال أسبوعين.", WEEKS, "ar"),
        ("Open Monday to Friday from 8 am to 12 noon.", HOURS, "en"),
        ("It is open Monday to Friday from 8:00 to 12:00.", HOURS, "en"),
        ("Czynne od poniedziałku do piątku od godz. 8 do godz. 12.", HOURS, "pl"),
        ("Открыто с понедельника по пятницу с 8 до 12 часов.", HOURS, "ru"),
        ("Відчинено з понеділка до п’ятниці з 8:00 до 12:00.", HOURS, "uk"),
        ("Pazartesiden cumaya kadar saat 8:00 ile 12:00 arası açıktır.", HOURS, "tr"),
        ("مفتوح من الإثنين إلى الجمعة من الساعة 8 إلى الساعة 12.", HOURS, "ar"),
        ("Online registration is not possible.", NOT_ONLINE, "en"),
        ("Rejestracja online nie jest możliwa.", NOT_ONLINE, "pl"),
        ("Онлайн-регистрация невозможна.", NOT_ONLINE, "ru"),
        ("Онлайн-реєстрація неможлива.", NOT_ONLINE, "uk"),
        ("Çevrimiçi kayıt mümkün değildir.", NOT_ONLINE, "tr"),
        ("التسجيل عبر الإنترنت غير ممكن.", NOT_ONLINE, "ar"),
        ("Registration is free of charge.", FREE, "en"),
        ("There is no fee for registration.", FREE, "en"),
        ("Zameldowanie jest bezpłatne.", FREE, "pl"),
        ("Регистрация бесплатная.", FREE, "ru"),
        ("Реєстрація безкоштовна.", FREE, "uk"),
        ("Kayıt ücretsizdir.", FREE, "tr"),
        ("التسجيل مجاني.", FREE, "ar"),
        ("Call the registry office (Standesamt) at 069 90009-210, Rathausplatz 1.", CALL, "en"),
        ("Zadzwoń do Standesamt pod numer 069 90009-210, Rathausplatz 1.", CALL, "pl"),
        ("Позвоните в Standesamt по телефону 069 90009-210, Rathausplatz 1.", CALL, "ru"),
        ("Standesamt'ı 069 90009-210 numarasından arayın, Rathausplatz 1.", CALL, "tr"),
        ("اتصل بـ Standesamt على الرقم 069 90009-210، Rathausplatz 1.", CALL, "ar"),
        ("Children under 16 need at least two photos.", CHILDREN, "en"),
        ("Children under 16 years need at least two photos.", CHILDREN, "en"),
        ("Dzieci poniżej 16 lat potrzebują co najmniej dwóch zdjęć.", CHILDREN, "pl"),
        ("Детям до 16 лет нужны как минимум две фотографии.", CHILDREN, "ru"),
        ("16 yaşından küçük çocukların en az iki fotoğrafa ihtiyacı vardır.", CHILDREN, "tr"),
        ("يحتاج الأطفال دون سن 16 عامًا إلى صورتين على الأقل.", CHILDREN, "ar"),
    ],
)
def test_faithful_translations_pass(translated: str, german: str, code: str) -> None:
    verdict = carries(translated, german, code)
    assert verdict.carried, verdict.reason


@pytest.mark.parametrize(
    ("translated", "german", "code"),
    [
        ("The fee is €1,243.50.", FEE, "en"),
        ("تبلغ الرسوم ١٢٣٤ يورو.", FEE, "ar"),
        ("The application must be there by 2 December 2025.", DEADLINE, "en"),
        ("Register within two months.", WEEKS, "en"),
        ("Зарегистрируйтесь в течение трёх недель.", WEEKS, "ru"),
        ("Open Monday to Thursday from 8 am to 12 noon.", HOURS, "en"),
        ("Open Monday to Friday from 8 am to 12 am.", HOURS, "en"),
        ("Online registration is possible.", NOT_ONLINE, "en"),
        ("Çevrimiçi kayıt mümkündür.", NOT_ONLINE, "tr"),
        ("Онлайн-регистрация возможна.", NOT_ONLINE, "ru"),
        ("Реєстрація не безкоштовна.", FREE, "uk"),
        ("Registration costs 5 euros.", FREE, "en"),
        ("Call the Finanzamt at 069 90009-210, Rathausplatz 1.", CALL, "en"),
        ("Call the registry office at 069 90009-210, Marktplatz 1.", CALL, "en"),
        ("Die Anmeldung ist kostenlos und frei.", FREE, "en"),
        ("Регистрация бесплатная.", FREE, "uk"),
        ("التسجيل غير مجاني.", FREE, "ar"),
        ("Children under 16 need at most two photos.", CHILDREN, "en"),
        ("Kayıt ücretsiz değildir.", FREE, "tr"),
        ("Rejestracja online jest możliwa.", NOT_ONLINE, "pl"),
        ("The application can be at the office by 1 December 2025.", DEADLINE, "en"),
        ("", DEADLINE, "en"),
        ("See https://evil.example for the fee of 1,234.50 euros.", FEE, "en"),
        ("L'inscription est gratuite.", FREE, "en"),
    ],
)
def test_what_the_german_does_not_say_is_stopped(translated: str, german: str, code: str) -> None:
    verdict = carries(translated, german, code)
    assert not verdict.carried
    assert verdict.reason


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_names_all_months_weekdays_and_small_numbers(code: str) -> None:
    told = language(code)
    assert (len(told.months), len(told.weekdays), len(told.numbers)) == (12, 7, 12)
    assert set(language("en").units) <= set(told.units)


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(KeyError):
        carries("La taxe est de 5 euros.", "Die Gebühr beträgt 5 Euro.", "fr")


@pytest.mark.parametrize(
    ("text", "code", "german"),
    [
        ("on 3 May 2026", "en", "am 3. Mai 2026"),
        ("3 мая 2026 г.", "ru", "am 3. Mai 2026"),
        ("от понедельника до пятницы", "ru", "Montag bis Freitag"),
        ("salı ve perşembe", "tr", "Dienstag und Donnerstag"),
        ("%15", "tr", "15 Prozent"),
        ("من ٨:٠٠ إلى ١٢:٠٠", "ar", "von 8 bis 12 Uhr"),
        ("4:30 pm", "en", "16.30 Uhr"),
        ("pół roku", "pl", "ein halbes Jahr"),
    ],
)
def test_values_are_read_in_every_language(text: str, code: str, german: str) -> None:
    assert values_in(with_german_values(text, code)) == values_in(german)
