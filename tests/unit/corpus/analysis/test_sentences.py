"""Splitting text into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.analysis.sentences import split_sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Bringen Sie z. B. Ihren Pass mit.",
        "Das regelt § 5 Abs. 2 Satz 1 Nr. 3 PAuswG.",
        "Der Antrag muss bis zum 1. Dezember vorliegen.",
        "Die Frist endet am 31.12. um 24 Uhr.",
        "Sie finden uns im 2. Stock in Zimmer 12.",
        "Fragen Sie Dr. Meier, d. h. die Leitung.",
        "Die Bearbeitung dauert i. d. R. Wochen.",
        "Das kostet ca. 37,00 Euro inkl. Versand.",
        "Die Straße heißt Bgm.-Müller-Str. 5 seit 1990.",
        "Am Mo. und Di. Vormittag ist geöffnet.",
        "Das gilt nach Art. 6 Abs. 1 lit. e DSGVO.",
        "Schreiben Sie an info@stadt.example.de oder www.stadt.example.",
        "Der Wagen kostet 1.000,50 Euro.",
    ],
)
def test_a_sentence_with_abbreviations_ordinals_and_dates_stays_whole(sentence: str) -> None:
    assert split_sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holen Sie den Pass. Er muss gelten.", ["Holen Sie den Pass.", "Er muss gelten."]),
        ("Geht das online? Ja! Rufen Sie an.", ["Geht das online?", "Ja!", "Rufen Sie an."]),
        ("Die Frist endet am 31.12. Danach zahlen Sie.", ["Die Frist endet am 31.12.", "Danach zahlen Sie."]),
        ("Das gilt seit 2024. Bitte beachten.", ["Das gilt seit 2024.", "Bitte beachten."]),
        ("Sie brauchen Klasse B. Die Prüfung folgt.", ["Sie brauchen Klasse B.", "Die Prüfung folgt."]),
        ("Es kostet 13. Bitte zahlen Sie bar.", ["Es kostet 13.", "Bitte zahlen Sie bar."]),
        ("Pass, Visum usw. Die Kopie genügt.", ["Pass, Visum usw.", "Die Kopie genügt."]),
        ("„Wer zahlt?“ Das Amt.", ["„Wer zahlt?“", "Das Amt."]),
        ("Kommen Sie (auch online.) Das geht.", ["Kommen Sie (auch online.)", "Das geht."]),
    ],
)  # fmt: skip
def test_sentences_are_told_apart(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


def test_a_line_is_never_merged_with_the_next() -> None:
    text = "Unterlagen\n- Personalausweis\n- Geburtsurkunde\nAlter: unter 24; Gebühr: 22,80 Euro"
    assert split_sentences(text) == text.splitlines()


def test_a_list_marker_stays_with_its_item() -> None:
    assert split_sentences("1. Antrag ausfüllen.\n2. Die Gebühr zahlen.") == [
        "1. Antrag ausfüllen.",
        "2. Die Gebühr zahlen.",
    ]


@given(st.text(alphabet="aZ. !?\n1ä„“)(§"))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())
