"""Short questions are recognised by their words; the page's language decides in doubt."""

import pytest

from bot.understanding.language import detect_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Was kostet ein Pass?", "de"),
        ("kita", "de"),
        ("perso weg", "de"),
        ("marder aufm dachboden!! hilfe", "de"),
        ("How do I register my flat?", "en"),
        ("Ehliyetimi Türkiye'de aldım", "tr"),
        ("Де можна зареєструватися?", "uk"),
        ("Сколько стоит получить немецкое гражданство?", "ru"),
        ("أين يمكنني تقديم طلب اللجوء", "ar"),
        ("Chcę założyć firmę, ile kosztuje zgłoszenie?", "pl"),
        ("Ile to kosztuje?", "pl"),
        ("Jak i gdzie to załatwić?", "pl"),
    ],
)
def test_the_language_is_found_on_a_german_page(text: str, language: str) -> None:
    assert detect_language(text, expected="de") == language


def test_the_page_decides_where_a_word_does_not_tell() -> None:
    assert detect_language("passport", expected="en") == "en"
    assert detect_language("passport", expected="de") == "de"
