"""Nouns stay where they were, conditions stay, and plain German may say the same with other words."""

import pytest

from bot.verify.conditions import conditions_kept
from bot.verify.neighbours import exchanged
from bot.verify.phrases import canonical
from bot.verify.sentence import verify_sentence


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        (
            "Für die Hundesteuer ist das Ordnungsamt beziehungsweise das Steueramt zuständig.",
            "Für die Hundesteuer ist das Steueramt beziehungsweise das Ordnungsamt zuständig.",
        ),
        (
            "Sie zahlen diesen Ausweis zusätzlich zur Gebühr für die endgültige Gebühr.",
            "Sie zahlen diese Gebühr zusätzlich zur Gebühr für den endgültigen Ausweis.",
        ),
    ],
)
def test_nouns_that_changed_places_are_noticed(said: str, claim: str) -> None:
    assert exchanged(said, claim)


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Geben Sie es im Rathaus oder im Archiv ab.", "Geben Sie es im Archiv oder im Rathaus ab."),
        ("Das Archiv verwahrt die Akten.", "Die Akten werden vom Archiv verwahrt."),
    ],
)
def test_another_order_is_no_exchange(said: str, claim: str) -> None:
    assert not exchanged(said, claim)


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Sie können sich an uns wenden.", "Wenn Sie Fragen haben, können Sie sich an uns wenden."),
        (
            "Ist das Standesamt für die Heirat zuständig.",
            "Wenn Sie heiraten, ist das Standesamt für die Heirat zuständig.",
        ),
        ("Wir stellen eine Urkunde aus.", "Wir stellen auf Antrag eine Urkunde aus."),
    ],
)
def test_a_condition_is_missed(said: str, claim: str) -> None:
    assert not conditions_kept(said, claim)


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Wir schicken Ihnen einen Bescheid mit der Post.", "Sie erhalten einen Bescheid per Post."),
        ("Alle Familien laden wir ein.", "Alle Familien sind eingeladen."),
        ("Sie haben keinen Termin? Dann warten Sie länger.", "Ohne Termin warten Sie länger."),
        ("Die Gebühr für den Ausweis kostet 37 Euro.", "Die Gebühr für den Ausweis beträgt 37,00 Euro."),
        ("Das kostet 37 Euro.", "Die Gebühr beträgt 37,00 Euro."),
        ("Der Verein hat 12 Räume und 8 Plätze.", "Zwölf Räume und 8 Plätze hat der Verein."),
        ("Sie können uns am Dienstag anrufen.", "Telefonisch erreichen Sie uns dienstags."),
    ],
)
def test_plain_german_passes(said: str, claim: str) -> None:
    verdict = verify_sentence(said, [claim])
    assert verdict.carried, verdict.reason


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        ("Sie schicken uns einen Bescheid.", "Sie erhalten von uns einen Bescheid."),
        ("Der Verein hat 8 Räume und 12 Plätze.", "Der Verein hat 12 Räume und 8 Plätze."),
        ("Mit Termin warten Sie länger.", "Ohne Termin warten Sie länger."),
        (
            "Die Wartezeit beträgt mindestens zwei Wochen.",
            "Die Wartezeit soll zwei Wochen nicht überschreiten.",
        ),
    ],
)
def test_what_is_turned_round_does_not(said: str, claim: str) -> None:
    assert not verify_sentence(said, [claim]).carried


def test_a_limit_has_one_spelling() -> None:
    assert canonical("nicht länger als zwei Wochen") == "höchstens zwei Wochen"


@pytest.mark.parametrize("said", ["عاصمة فرنسا هي باريس.", "Столица Франции — Париж."])
def test_another_script_is_not_german(said: str) -> None:
    assert verify_sentence(said, ["Bringen Sie einen Ausweis mit."]).reason == "script"
