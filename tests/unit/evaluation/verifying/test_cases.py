"""The verifier's benchmark: enough cases of enough kinds, always the same, made of real sentences."""

from collections import Counter
from random import Random

import pytest

from corpus.values.value import ValueKind
from evaluation.verifying.__main__ import cases
from evaluation.verifying.case import Case
from evaluation.verifying.corruptions import content, logic
from evaluation.verifying.corruptions.values import changed_value
from evaluation.verifying.figures import figures
from evaluation.verifying.floors import missed_floors
from evaluation.verifying.handmade import SIMPLE, handmade, mistaken
from evaluation.verifying.sources import HALVES, Pool, sample_city


@pytest.fixture(scope="module")
def city() -> Pool:
    return sample_city()


@pytest.fixture(scope="module")
def made(city: Pool) -> tuple[list[Case], list[Case]]:
    return cases([city])


def test_the_sample_city_alone_gives_twelve_kinds_of_corruption_in_both_halves(
    made: tuple[list[Case], list[Case]],
) -> None:
    kinds = Counter(case.kind for case in made[0])
    assert sum(count >= 10 for count in kinds.values()) >= 12
    assert {case.half for case in made[0]} == set(HALVES)


def test_the_cases_are_always_the_same(made: tuple[list[Case], list[Case]]) -> None:
    assert cases([sample_city()]) == made


def test_no_corruption_says_what_its_source_says(made: tuple[list[Case], list[Case]]) -> None:
    cited_otherwise = {"wrong citation", "useless citation"}
    assert not [case.text for case in made[0] if case.kind not in cited_otherwise and case.text in case.cited]


def test_rewordings_by_hand_reword_sentences_that_the_pages_hold(city: Pool) -> None:
    known = {(source.text, source.document) for source in city.sentences}
    texts = {source.text for source in city.sentences}
    by_hand = list(handmade())
    assert len(by_hand) >= 150
    assert len({case.text for case in by_hand}) == len(by_hand)
    assert all(case.text != case.cited[0] for case in by_hand)
    short = [case.cited[0] for case in by_hand if case.cited[0] not in texts]
    assert all(len(text.split()) < 8 for text in short), known and short


def test_beside_each_sentence_in_simple_german_stands_one_that_is_slightly_wrong(city: Pool) -> None:
    faithful = [case for case in handmade() if case.kind == SIMPLE]
    wrong = list(mistaken())
    assert [case.cited for case in wrong] == [case.cited for case in faithful]
    assert not {case.text for case in wrong} & {case.text for case in faithful}
    for half in HALVES:
        assert sum(case.half == half for case in faithful) >= 60


def test_the_figures_count_facts_apart() -> None:
    false = [
        Case("changed date", "a", ("b",), "development", "x"),
        Case("swapped roles", "c", ("b",), "development", "x"),
    ]
    reached = figures(false, [], lambda case: case.text == "a")
    assert (reached.facts.value, reached.all.value, reached.rejected.value) == (0.0, 0.5, 1.0)


def test_what_falls_short_is_said() -> None:
    false = [Case("changed date", "a", ("b",), "development", "x")]
    said = list(missed_floors("development", figures(false, false, lambda case: True)))
    assert len(said) == 2
    assert "geänderten Fakten" in said[0]


@pytest.mark.parametrize(
    ("change", "text", "changed"),
    [
        (logic.dropped_negation, "Der Pass gilt nicht lange.", "Der Pass gilt lange."),
        (logic.changed_comparison, "Der Kurs dauert mindestens 5 Tage.", "Der Kurs dauert höchstens 5 Tage."),
        (logic.changed_quantifier, "Es gilt nur heute hier.", "Es gilt heute hier."),
        (logic.opposite_word, "Die Anmeldung eilt.", "Die Abmeldung eilt."),
        (logic.opposite_word, "Ihr Vermieter bestätigt es.", "Ihr Mieter bestätigt es."),
        (logic.opposite_word, "Ihr Mieter bestätigt es.", "Ihr Vermieter bestätigt es."),
        (
            content.swapped_roles,
            "Der Vermieter bestätigt dem Mieter den Einzug.",
            "Der Mieter bestätigt dem Vermieter den Einzug.",
        ),
    ],
)
def test_a_change_changes_one_thing(change, text: str, changed: str) -> None:  # type: ignore[no-untyped-def]
    assert change(text, Random(1)) == changed


def test_a_changed_value_is_of_the_same_kind_and_not_told_elsewhere() -> None:
    text = "Der Ausweis kostet 37,00 Euro."
    changed = changed_value(text, frozenset({ValueKind.AMOUNT}), Random(1))
    assert changed is not None
    assert changed != text
    assert changed.endswith(" Euro.")
