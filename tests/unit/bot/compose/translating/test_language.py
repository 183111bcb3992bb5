"""Whether a translation is in the language that was asked for."""

import pytest

from bot.compose.translating.language import in_language

GERMAN = "Den Personalausweis beantragen Sie persönlich im Bürgerbüro."
TOLD = {
    "en": "You apply for the Personalausweis in person at the Bürgerbüro.",
    "tr": "Personalausweis için başvuruyu Bürgerbüro'da şahsen yaparsınız.",
    "uk": "Заяву на Personalausweis ви подаєте особисто в Bürgerbüro.",
    "ru": "Заявление на Personalausweis вы подаёте лично в Bürgerbüro.",
    "ar": "تقدّم طلب Personalausweis شخصياً في Bürgerbüro.",
    "pl": "Wniosek o Personalausweis składa się osobiście w Bürgerbüro.",
    "fr": "Vous demandez la Personalausweis en personne au Bürgerbüro.",
    "nl": "U vraagt de Personalausweis persoonlijk aan bij het Bürgerbüro.",
    "bg": "Подавате заявлението за Personalausweis лично в Bürgerbüro, където трябва.",
    "de": "Den Personalausweis bekommen Sie nur selbst und nur im Bürgerbüro.",
}
SPOKEN = ("en", "tr", "uk", "ru", "ar", "pl")


@pytest.mark.parametrize("language", SPOKEN)
def test_a_text_is_in_one_language_only(language: str) -> None:
    assert [other for other in TOLD if in_language(TOLD[other], GERMAN, language)] == [language]


@pytest.mark.parametrize(
    ("german", "text", "language"),
    [
        ("digitales Passfoto", "digital passport photo", "en"),
        ("alter Reisepass", "old passport", "en"),
        ("alter Reisepass", "eski pasaport", "tr"),
        ("alter Reisepass", "старий паспорт", "uk"),
        ("alter Reisepass", "старый паспорт", "ru"),
        ("alter Reisepass", "stary paszport", "pl"),
        ("Gebühr: 46,00 Euro", "Fee: 46,00 Euro", "en"),
    ],
)
def test_few_words_are_given_the_benefit_of_the_doubt(german: str, text: str, language: str) -> None:
    assert in_language(text, german, language)


@pytest.mark.parametrize("text", [GERMAN, "Bürgerbüro, 46,00 Euro", "46", ""])
def test_the_german_itself_and_bare_values_are_no_translation(text: str) -> None:
    assert not in_language(text, GERMAN + " 46,00 Euro", "en")
