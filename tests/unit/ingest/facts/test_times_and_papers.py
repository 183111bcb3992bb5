"""Deadlines, durations and required documents."""
# ruff: noqa: E501 (pages and lines read best as they are written)

import pytest

from corpus.records import FactKind, Section, SectionKind
from ingest.facts import find_facts


def values(kind: FactKind, section: SectionKind, text: str) -> list[str]:
    found = find_facts([Section(kind=section, heading="Kopf", text=text)])
    return [fact.value for fact in found if fact.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Melden Sie sich innerhalb von zwei Wochen nach dem Einzug an.", "innerhalb von zwei Wochen"),
        ("Der Antrag muss bis zum 31. März vorliegen.", "bis zum 31. März"),
        ("Der Verlust ist unverzüglich zu melden.", "unverzüglich"),
        ("Reichen Sie ihn spätestens sechs Wochen vor Beginn ein.", "spätestens sechs Wochen vor Beginn"),
        ("Sie haben binnen eines Monats Zeit.", "binnen eines Monats"),
    ],
)
def test_deadlines_are_found_in_running_text(text: str, expected: str) -> None:
    assert values(FactKind.DEADLINE, SectionKind.DESCRIPTION, text) == [expected]


@pytest.mark.parametrize(
    "text",
    ["Der Ausweis ist zehn Jahre gültig, spätestens bis zum 1. Mai.", "Der Kurs hat zwei Wochen Pause."],
)
def test_validity_and_pauses_are_no_deadlines(text: str) -> None:
    assert values(FactKind.DEADLINE, SectionKind.DESCRIPTION, text) == []


def test_a_short_line_about_duration_is_kept_whole() -> None:
    text = "In der Regel zwei bis drei Wochen, vor den Sommerferien bis zu fünf Wochen."
    assert values(FactKind.DURATION, SectionKind.DURATION, text) == [text.rstrip(".")]


def test_a_duration_in_running_text_needs_its_word() -> None:
    text = "Die Bearbeitungszeit beträgt etwa drei bis sechs Arbeitstage. Der Pass gilt zehn Jahre."
    assert values(FactKind.DURATION, SectionKind.DESCRIPTION, text) == ["etwa drei bis sechs Arbeitstage"]
    assert values(FactKind.DURATION, SectionKind.DESCRIPTION, "Der Pass gilt zehn Jahre.") == []


def test_papers_are_list_items_labelled_by_the_line_above() -> None:
    text = "Bringen Sie bitte mit:\n- Personalausweis\n- Lichtbild\nBei Verlust:\n- Anzeige der Polizei\nKopien genügen nicht."
    found = find_facts([Section(kind=SectionKind.DOCUMENTS, heading="Unterlagen", text=text)])
    assert [(fact.value, fact.label) for fact in found] == [
        ("Personalausweis", "Bringen Sie bitte mit"),
        ("Lichtbild", "Bringen Sie bitte mit"),
        ("Anzeige der Polizei", "Bei Verlust"),
    ]


def test_without_a_list_short_phrases_are_papers_and_explanations_are_not() -> None:
    papers = values(
        FactKind.DOCUMENT,
        SectionKind.DOCUMENTS,
        "Personalausweis oder Reisepass\nPapierfotos nehmen wir nicht an.",
    )
    assert papers == ["Personalausweis oder Reisepass"]
