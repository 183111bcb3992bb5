"""A translation is about what its German is about."""

import pytest

from bot.verify.translation.check import carries
from bot.verify.translation.concepts import about_the_same, foreign_concepts
from bot.verify.translation.language import LANGUAGES

BRING = "Bringen Sie einen Ausweis mit."


@pytest.mark.parametrize(
    ("translated", "code", "added"),
    [
        ("You can apply for this at any embassy.", "en", "embassy"),
        ("Bunun için her büyükelçiliğe başvurabilirsiniz.", "tr", "embassy"),
        ("عاصمة فرنسا هي باريس.", "ar", "capital"),
        ("Bring your dog.", "en", "dog"),
        ("Принесите паспорт и заплатите сбор.", "ru", "fee"),
        ("Proszę przynieść zdjęcie.", "pl", "photo"),
        ("Принесіть фото.", "uk", "photo"),
    ],
)
def test_what_the_german_does_not_speak_of_is_noticed(translated: str, code: str, added: str) -> None:
    assert added in foreign_concepts(translated, BRING, code)
    assert not carries(translated, BRING, code).carried


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_with_nothing_in_common_is_not_about_the_same(code: str) -> None:
    assert not about_the_same("…", BRING, code)


def test_a_fee_is_not_a_duty_to_register() -> None:
    german = "Für die Anmeldung wird keine Gebühr erhoben."
    assert not carries("The registration is not required.", german, "en").carried
    assert carries("There is no fee for registration.", german, "en").carried


def test_opening_hours_need_no_word_for_the_hour() -> None:
    german = "Das Bürgerbüro ist montags von 8 bis 12 Uhr geöffnet."
    assert carries("The Bürgerbüro is open on Mondays from 8 to 12.", german, "en").carried
    assert not carries("The Bürgerbüro is open on Mondays from 9 to 12.", german, "en").carried
