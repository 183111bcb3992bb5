"""Words, stems and index tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.tokens import fold, grams, index_tokens, stems, stopwords, words


@pytest.mark.parametrize(
    "written", ["Führerschein", "Fuehrerschein", "FÜHRERSCHEIN", "Fu\u0308hrerschein", "fuhrerschein"]
)
def test_a_word_is_the_same_however_its_umlaut_is_written(written: str) -> None:
    assert words(written) == ["fuhrerschein"]


@pytest.mark.parametrize("word", ["Steuer", "Dauer", "neue", "Quelle", "Feuerwehr"])
def test_ue_that_is_no_umlaut_stays(word: str) -> None:
    assert words(word) == [word.lower()]


@pytest.mark.parametrize(
    "written",
    ["Bürger:innen", "Bürger*innen", "Bürger_innen", "BürgerInnen", "Bürger/-innen", "Bürger(innen)"],
)
def test_gendered_forms_are_one_word(written: str) -> None:
    assert words(written) == ["burgerinnen"]


def test_gendered_feminine_and_masculine_forms_share_a_stem() -> None:
    assert stems("Bürger:innen") == stems("Bürgerinnen") == stems("Bürger")
    assert stems("Antragsteller*in") == stems("Antragsteller")


def test_sharp_s_and_double_s_are_the_same() -> None:
    assert words("Straße STRASSE Strasse") == ["strasse"] * 3


def test_a_soft_hyphen_does_not_split_a_word() -> None:
    assert words("Personal\u00adausweis") == ["personalausweis"]


def test_accents_fall_away_and_other_scripts_stay() -> None:
    assert words("Café kimliği İstanbul zaświadczenie паспорт їжа") == [
        "cafe", "kimligi", "istanbul", "zaswiadczenie", "паспорт", "їжа",
    ]  # fmt: skip


def test_stop_words_fall_away_and_inflected_forms_meet() -> None:
    assert stems("Was kosten die Ausweise für mich?") == stems("kostet Ausweis")


def test_numbers_are_words() -> None:
    assert words("§ 17 Abs. 1, 37,50 €") == ["17", "abs", "1", "37", "50"]


def test_a_part_of_a_compound_shares_index_tokens_with_it() -> None:
    assert set(index_tokens("Personalausweis")) & set(index_tokens("Ausweisnummer"))


def test_short_stems_and_numbers_have_no_grams() -> None:
    assert grams("hund") == ()
    assert grams("12345678") == ()
    assert grams("wohngeld") == ("wohng", "ohnge", "hngel", "ngeld")


def test_the_stop_words_are_folded_words() -> None:
    assert {"ich", "fur", "konnen", "the"} <= stopwords()
    assert all(fold(word) == word for word in stopwords())


@given(st.text())
def test_folding_twice_changes_no_word(text: str) -> None:
    once = words(text)
    assert all(word == word.lower() for word in once)
    assert "ß" not in "".join(once)


@given(st.text(), st.text())
def test_the_words_of_two_lines_are_the_words_of_each(one: str, other: str) -> None:
    assert words(f"{one} \n {other}") == words(one) + words(other)


@pytest.mark.parametrize(
    ("asked", "verb"),
    [
        ("umzumelden", "ummelden"),
        ("anzumelden", "anmelden"),
        ("abzumelden", "abmelden"),
        ("auszustellen", "ausstellen"),
        ("abzuholen", "abholen"),
        ("einzureichen", "einreichen"),
        ("auszufüllen", "ausfüllen"),
        ("mitzubringen", "mitbringen"),
        ("nachzuweisen", "nachweisen"),
        ("vorzulegen", "vorlegen"),
        ("umzuziehen", "umziehen"),
        ("anzuerkennen", "anerkennen"),
        ("zurückzugeben", "zurückgeben"),
        ("zuzulassen", "zulassen"),
        ("aufzufuellen", "auffüllen"),
        ("Einzutragende", "eintragen"),
        ("vorzulegenden", "vorlegen"),
    ],
)
def test_an_infinitive_with_zu_between_is_its_verb(asked: str, verb: str) -> None:
    assert stems(asked) == stems(verb)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("bezahlen", "zahlen"),
        ("Zuzahlung", "zahlung"),
        ("anzusehen", "ansehen"),
        ("Umzugskosten", "umgskosten"),
        ("Umzugshelfern", "umgshelfern"),
        ("Einzugsermächtigungen", "eingsermächtigungen"),
        ("Auszügen", "ausgen"),
        ("Abzügen", "abgen"),
        ("hinzuziehen", "hinziehen"),
        ("bezuschussen", "beschussen"),
        ("Anzuchtflächen", "anchtflächen"),
        ("dazuzahlen", "dazahlen"),
    ],
)
def test_other_words_with_zu_in_them_stay_as_they_are(word: str, other: str) -> None:
    assert stems(word) != stems(other)
