"""What a page says is asked for without listing it, and is the same as if it were listed."""

import pytest

from corpus.analysis.said import said_in
from corpus.analysis.tokens import index_tokens, stems

PAGE = (
    "Hundesteuerbescheid: Wer Hunde hält, zahlt Steuern. Die Anmeldung ist binnen 1234567 Stunden fällig, "
    "Hundehalter:innen melden ihn online ab."
)
QUESTIONS = (
    "Was kostet die Hundesteuer?",
    "Bescheid über Steuern",
    "Katzenhaltung genehmigen",
    "12345 Stunden",
    "Ich möchte meinen Hund abmelden",
)


def test_it_says_the_stems_of_the_text() -> None:
    assert said_in(PAGE).stems == set(stems(PAGE))


@pytest.mark.parametrize("question", QUESTIONS)
def test_it_holds_just_the_tokens_that_the_index_would_hold(question: str) -> None:
    listed = set(index_tokens(PAGE))
    tokens = index_tokens(question)
    assert [token in said_in(PAGE) for token in tokens] == [token in listed for token in tokens]


def test_parts_of_compounds_are_found_but_nothing_that_runs_over_two_words() -> None:
    said = said_in("Reisepass Personalausweis")
    assert "perso" in said
    assert "pass " not in said
    assert "assre" not in said
    assert "asspe" not in said


def test_the_figures_of_a_number_are_no_parts_of_it() -> None:
    assert "12345" not in said_in("Kennziffer 1234567")
