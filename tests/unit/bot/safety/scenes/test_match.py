"""A scene is told where all of its classes come together in one sentence, in one language."""

import pytest

from bot.safety.distress import KINDS, find_distress
from bot.safety.scenes.match import scenes_in

DISTRESS = "distress.toml"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mein Partner würgt mich im Streit", "violence"),
        ("Im Streit hat mich mein Partner schon oft gewürgt", "violence"),
        ("Meine Oma ist seit gestern verschwunden", "missing"),
        ("моя бабуся зникла", "missing"),
        ("bei uns im treppenhaus ist überall rauch", "emergency"),
        ("unser Enkel hat am Entkalker geleckt", "poison"),
        ("czuć gaz na klatce", "emergency"),
    ],
)
def test_who_does_what_is_understood_in_any_order_and_language(text: str, kind: str) -> None:
    assert scenes_in(text, DISTRESS) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Mein Mann schlägt mir vor, den Pass zu verlängern",
        "Unsere Katze ist seit gestern verschwunden",
        "Ein Baum ist umgefallen",
        "Darf ich im Garten Laub verbrennen?",
        "Mein Vater hatte vor Jahren einen Schlaganfall",
        "Ich kann von meiner Rente nicht mehr leben und will Wohngeld",
    ],
)
def test_what_only_shares_its_words_is_no_scene(text: str) -> None:
    assert scenes_in(text, DISTRESS) == set()


def test_classes_of_two_sentences_do_not_make_a_scene() -> None:
    assert scenes_in("Mein Mann braucht einen Pass. Die Uhr schlägt mich zu oft wach.", DISTRESS) == set()


def test_who_asks_for_a_brochure_is_answered_with_the_numbers_above() -> None:
    distress = find_distress("Gibt es Flyer zum Thema Selbstmord?")
    assert distress is not None
    assert (distress.kind, distress.acute) == ("suicide", False)


def test_every_kind_of_distress_has_a_scene() -> None:
    telling = {
        "suicide": "I want to die",
        "poison": "dziecko połknęło baterię",
        "child": "Der Nachbar verprügelt seinen Sohn",
        "missing": "my daughter is missing",
        "violence": "mój mąż mnie bije",
        "emergency": "babam nefes almıyor",
        "illness": "ночью температура у ребенка, куда звонить",
        "homeless": "мені ніде спати сьогодні, я на вулиці",
    }
    assert {kind: scenes_in(text, DISTRESS) for kind, text in telling.items()} == {
        kind: {kind} for kind in KINDS
    }
