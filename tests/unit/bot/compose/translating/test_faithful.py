"""Translations as people write them: nearly all of them are let pass, into all six languages."""

import pytest

from bot.compose.translating.language import in_language
from bot.verify.translation.check import carries

FAITHFUL = [
    (
        "Die Gebühr für den Reisepass beträgt 37,50 Euro.",
        {
            "en": "The fee for the passport (Reisepass) is 37.50 euros.",
            "tr": "Pasaport (Reisepass) ücreti 37,50 avrodur.",
            "uk": "Збір за паспорт (Reisepass) становить 37,50 євро.",
            "ru": "Сбор за паспорт (Reisepass) составляет 37,50 евро.",
            "ar": "تبلغ رسوم جواز السفر (Reisepass) 37,50 يورو.",
            "pl": "Opłata za paszport (Reisepass) wynosi 37,50 euro.",
        },
    ),
    (
        "Sie müssen sich innerhalb von zwei Wochen nach dem Einzug anmelden.",
        {
            "en": "You must register within two weeks after moving in.",
            "tr": "Taşındıktan sonra iki hafta içinde kayıt yaptırmanız gerekir.",
            "uk": "Ви повинні зареєструватися протягом двох тижнів після заселення.",
            "ru": "Вы должны зарегистрироваться в течение двух недель после въезда.",
            "ar": "يجب عليك التسجيل خلال أسبوعين من الانتقال إلى السكن.",
            "pl": "Musi się Pan/Pani zameldować w ciągu dwóch tygodni po wprowadzeniu się.",
        },
    ),
    (
        "Eine Vertretung ist nicht möglich.",
        {
            "en": "It is not possible to send someone else.",
            "tr": "Başkasının sizi temsil etmesi mümkün değildir.",
            "uk": "Представництво неможливе.",
            "ru": "Представительство невозможно.",
            "ar": "لا يمكن التمثيل من قبل شخص آخر.",
            "pl": "Reprezentowanie przez inną osobę nie jest możliwe.",
        },
    ),
    (
        "Bringen Sie bitte ein aktuelles biometrisches Passfoto mit.",
        {
            "en": "Please bring a recent biometric passport photo.",
            "tr": "Lütfen güncel bir biyometrik vesikalık fotoğraf getirin.",
            "uk": "Будь ласка, принесіть актуальне біометричне фото.",
            "ru": "Пожалуйста, принесите актуальную биометрическую фотографию.",
            "ar": "يرجى إحضار صورة بيومترية حديثة.",
            "pl": "Proszę przynieść aktualne zdjęcie biometryczne.",
        },
    ),
    (
        "Das Bürgerbüro am Marktplatz 3 ist montags bis freitags von 8 bis 12 Uhr geöffnet.",
        {
            "en": "The Bürgerbüro at Marktplatz 3 is open Monday to Friday from 8 to 12.",
            "tr": "Marktplatz 3 adresindeki Bürgerbüro pazartesiden cumaya saat 8 ile 12 arasında açıktır.",
            "uk": "Bürgerbüro на Marktplatz 3 відкрите з понеділка по п'ятницю з 8 до 12 години.",
            "ru": "Bürgerbüro на Marktplatz 3 открыто с понедельника по пятницу с 8 до 12 часов.",
            "ar": "يفتح Bürgerbüro في Marktplatz 3 من الاثنين إلى الجمعة من الساعة 8 إلى 12.",
            "pl": "Bürgerbüro przy Marktplatz 3 jest czynne od poniedziałku do piątku w godzinach 8–12.",
        },
    ),
    (
        "Der Antrag kann online oder persönlich gestellt werden.",
        {
            "en": "You can apply online or in person.",
            "tr": "Başvuru online veya şahsen yapılabilir.",
            "uk": "Заяву можна подати онлайн або особисто.",
            "ru": "Заявление можно подать онлайн или лично.",
            "ar": "يمكن تقديم الطلب عبر الإنترنت أو شخصياً.",
            "pl": "Wniosek można złożyć online lub osobiście.",
        },
    ),
    (
        "Kinder unter 16 Jahren brauchen die Zustimmung beider Eltern.",
        {
            "en": "Children under 16 need the consent of both parents.",
            "tr": "16 yaşından küçük çocuklar için anne ve babanın izni gerekir.",
            "uk": "Дітям до 16 років потрібна згода обох батьків.",
            "ru": "Детям до 16 лет нужно согласие обоих родителей.",
            "ar": "يحتاج الأطفال دون سن 16 عاماً إلى موافقة الوالدين.",
            "pl": "Dzieci poniżej 16 lat potrzebują zgody obojga rodziców.",
        },
    ),
    (
        "Geburtsurkunde oder Heiratsurkunde im Original",
        {
            "en": "original birth certificate or marriage certificate",
            "tr": "doğum belgesinin veya evlilik belgesinin aslı",
            "uk": "оригінал свідоцтва про народження або шлюб",
            "ru": "оригинал свидетельства о рождении или браке",
            "ar": "أصل شهادة الميلاد أو شهادة الزواج",
            "pl": "oryginał aktu urodzenia lub aktu małżeństwa",
        },
    ),
]


@pytest.mark.parametrize(("german", "told"), FAITHFUL, ids=[german[:24] for german, _ in FAITHFUL])
def test_each_is_in_its_language_and_in_no_other(german: str, told: dict[str, str]) -> None:
    for language, text in told.items():
        assert in_language(text, german, language), text
        others = {other for other in told if other != language and in_language(text, german, other)}
        # Few words may leave a doubt between two languages; of a sentence's there is none.
        assert not others or len(text.split()) < 6, (text, others)


def test_nine_in_ten_faithful_translations_pass() -> None:
    verdicts = [
        (language, carries(text, german, language).carried)
        for german, told in FAITHFUL
        for language, text in told.items()
    ]
    passed = [language for language, carried in verdicts if carried]
    assert len(passed) >= 0.9 * len(verdicts)
    assert {language: passed.count(language) >= len(FAITHFUL) - 1 for language in passed} == dict.fromkeys(
        FAITHFUL[0][1], True
    )
