"""Words are known in any inflection, in most spellings, and each in its own language."""

import pytest

from bot.safety.scenes.words import members, sentences, spelt


@pytest.mark.parametrize(
    "text",
    ["Er schlägt mich", "er schlaegt mich", "ER SCHLÄGT MICH!!", "er schlagt mich", "er schlägt\u200b mich"],
)
def test_spellings_of_one_word_are_one(text: str) -> None:
    assert {"hits", "me"} <= members(sentences(text)[0])["de"]


def test_double_letters_do_not_count_but_man_is_no_mann() -> None:
    assert spelt("verschlukt") == spelt("verschluckt")
    assert spelt("man") != spelt("mann")


def test_a_phrase_is_found_where_its_words_stand_together() -> None:
    assert "breath" in members(sentences("Mein Opa bekommt keine Luft mehr")[0])["de"]
    assert "breath" not in members(sentences("Keine frische Luft im Keller")[0])["de"]


def test_a_word_belongs_to_its_own_language_only() -> None:
    # "die" is an article in German and a verb in English.
    found = members(sentences("Wo gebe ich die Papiere ab?")[0])
    assert "dead" not in found["de"]


def test_each_sentence_stands_for_itself() -> None:
    assert len(sentences("Ich brauche einen Pass. Mein Mann auch! Was kostet das?\nUnd wo?")) == 4
