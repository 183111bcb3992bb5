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
        (
            "Melden Sie sich innerhalb von zwei Wochen nach dem Einzug an.",
            "innerhalb von zwei Wochen nach dem Einzug",
        ),
        ("Der Antrag muss bis zum 31. März vorliegen.", "bis zum 31. März"),
        ("Der Verlust ist unverzüglich zu melden.", "unverzüglich"),
        ("Reichen Sie ihn spätestens sechs Wochen vor Beginn ein.", "spätestens sechs Wochen vor Beginn"),
        ("Sie haben binnen eines Monats Zeit.", "binnen eines Monats"),
    ],
)
def test_deadlines_are_found_in_running_text(text: str, expected: str) -> None:
    assert values(FactKind.DEADLINE, SectionKind.DESCRIPTION, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Beantragen Sie ihn etwa sechs Wochen, bevor der alte abläuft. Danach gilt er nicht mehr.",
            "etwa sechs Wochen, bevor der alte abläuft",
        ),
        (
            "Möglich ist das frühestens sechs Monate vor Erreichen des Mindestalters und online.",
            "frühestens sechs Monate vor Erreichen des Mindestalters",
        ),
        ("Zwei Wochen ab dem Tag, an dem Sie einziehen.", "Zwei Wochen ab dem Tag, an dem Sie einziehen"),
        ("Melden Sie ihn vom 8. bis 19. März 2027 an.", "vom 8. bis 19. März 2027"),
    ],
)
def test_a_deadline_never_breaks_off_in_the_middle_of_its_clause(text: str, expected: str) -> None:
    assert values(FactKind.DEADLINE, SectionKind.DEADLINE, text) == [expected]


def test_a_clause_that_is_too_long_to_be_a_value_is_no_fact() -> None:
    text = (
        "Beantragen Sie ihn sechs Wochen, bevor " + "der alte und der neue und " * 8 + "der letzte abläuft."
    )
    assert values(FactKind.DEADLINE, SectionKind.DEADLINE, text) == []


def test_a_time_in_running_text_keeps_its_sentence_and_one_in_a_list_its_item() -> None:
    text = (
        "Kommen Sie vorbei. Melden Sie sich innerhalb von zwei Wochen. Bringen Sie den Ausweis mit.\n"
        "2. Sie bekommen einen Termin. Das dauert drei Wochen."
    )
    found = find_facts([Section(kind=SectionKind.PROCEDURE, heading="Ablauf", text=text)])
    assert [(fact.kind, fact.words) for fact in found] == [
        (FactKind.DEADLINE, "Melden Sie sich innerhalb von zwei Wochen."),
        (FactKind.DURATION, "2. Sie bekommen einen Termin. Das dauert drei Wochen."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hunde müssen angemeldet werden, wenn die Pflege länger als zwei Monate dauert.",
        "Die Wartezeit soll zwei Wochen nicht überschreiten.",
        "Die Bearbeitung beginnt bald. Der Kurs hat zwei Wochen Pause.",
        "Kinder, die vom 2. Juli 2021 bis zum 1. Juli 2022 zu uns kommen, laden wir ein.",
        "Kinder, die bis zum 30. Juni sechs Jahre alt werden, sind schulpflichtig.",
    ],
)
@pytest.mark.parametrize("section", [SectionKind.DESCRIPTION, SectionKind.REQUIREMENTS])
def test_a_span_in_a_description_is_no_time_without_a_clear_cue_in_its_sentence(
    text: str, section: SectionKind
) -> None:
    assert values(FactKind.DURATION, section, text) == []
    assert values(FactKind.DEADLINE, section, text) == []


def test_sentences_of_a_duration_section_are_told_apart() -> None:
    text = "Vor Ort etwa 30 Minuten. Online zwei bis drei Arbeitstage. Kommen Sie spätestens eine Stunde vor Ende der Öffnungszeit."
    assert values(FactKind.DURATION, SectionKind.DURATION, text) == [
        "Vor Ort etwa 30 Minuten",
        "Online zwei bis drei Arbeitstage",
    ]
    assert values(FactKind.DEADLINE, SectionKind.DURATION, text) == [
        "spätestens eine Stunde vor Ende der Öffnungszeit"
    ]


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


def papers(text: str) -> list[str]:
    return values(FactKind.DOCUMENT, SectionKind.DOCUMENTS, text)


def test_alternatives_spread_over_items_are_one_paper() -> None:
    assert papers("- Personalausweis oder\n- Reisepass\n- Lichtbild") == [
        "Personalausweis oder Reisepass",
        "Lichtbild",
    ]


def test_a_condition_stays_with_its_paper() -> None:
    assert papers("- Vollmacht, falls jemand anderes kommt\n- Ausweis") == [
        "Vollmacht, falls jemand anderes kommt",
        "Ausweis",
    ]


def test_an_enumeration_without_a_list_is_taken_apart() -> None:
    assert papers("Mitzubringen sind: Personalausweis, Geburtsurkunde (beglaubigt) und Lichtbild") == [
        "Personalausweis",
        "Geburtsurkunde (beglaubigt)",
        "Lichtbild",
    ]


def test_what_is_not_collected_in_time_is_the_citizens_deadline() -> None:
    text = "Wird der Ausweis nicht binnen drei Monaten abgeholt, wird er vernichtet."
    (value,) = values(FactKind.DEADLINE, SectionKind.PROCEDURE, text)
    assert value.startswith("binnen drei Monaten")
    assert values(FactKind.DURATION, SectionKind.PROCEDURE, text) == []


def test_the_time_within_which_the_office_decides_is_no_deadline_of_the_citizen() -> None:
    text = "Über den Bauantrag ist innerhalb von drei Monaten zu entscheiden."
    assert values(FactKind.DEADLINE, SectionKind.DESCRIPTION, text) == []
    (value,) = values(FactKind.DURATION, SectionKind.DESCRIPTION, text)
    assert value.startswith("innerhalb von drei Monaten")
