"""Simple German says the same in other forms; what is lost while simplifying is stopped."""

import pytest

from bot.verify.actors import actors_kept
from bot.verify.choices import choices_kept
from bot.verify.conditions import conditions_kept
from bot.verify.content import separated
from bot.verify.marks import read_statement
from bot.verify.modality import modality_kept
from bot.verify.restrictions import negated_alike, restrictions_kept
from bot.verify.sentence import verify_sentence


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Ist Ihr Hund älter als 4 Monate? Dann melden Sie ihn an.", "Hunde über vier Monate melden Sie an."),
        ("Die Karte zeigen Sie bitte dem Amt.", "Legen Sie die Karte dem Amt vor."),
        ("Sie müssen die Karte abholen.", "Die Karte holen Sie ab."),
        ("Wir prüfen den Antrag in 3 Wochen.", "Wir prüfen den Antrag innerhalb von drei Wochen."),
        ("Sie haben keinen Zugang? Dann rufen Sie an.", "Wer keinen Zugang hat, ruft bitte an."),
        ("Sie brauchen keine Karte und keinen Code.", "Sie brauchen weder Karte noch Code."),
        ("Für Kinder kostet das Parken nichts.", "Für Kinder ist das Parken gebührenfrei."),
        ("Zahlen Sie bitte 2-mal im Jahr.", "Zahlen Sie bitte zweimal im Jahr."),
        ("Sie können das Zelt bei uns leihen.", "Das Zelt bekommen Sie bei uns geliehen."),
        ("Der Verein muss das Fest anmelden.", "Der Verein meldet das Fest an."),
    ],
)
def test_other_forms_of_the_same_pass(said: str, line: str) -> None:
    verdict = verify_sentence(said, [line])
    assert verdict.carried, verdict.reason


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("Bringen Sie Vertrag und Quittung mit.", "Bringen Sie Vertrag oder Quittung mit."),
        ("Zeigen Sie uns die Anzeige.", "Bei Verlust zeigen Sie uns die Anzeige."),
        ("Die Meldung schreiben wir.", "Die Meldung schreiben Sie."),
        ("Für den Kurs brauchen Sie das Heft.", "Nach dem Kurs bekommen Sie das Heft."),
        ("Sie müssen die ganze Summe zahlen.", "Sie müssen die Summe zahlen."),
        ("Für Hunde ist das Bad kostenlos.", "Für Hunde aus dem Tierheim Neustadt ist das Bad kostenlos."),
        ("Es gilt auch, wenn Sie umziehen.", "Es gilt, wenn Sie umziehen."),
        ("Zahlen Sie, nachdem Sie den Platz haben.", "Zahlen Sie für den Platz am Schalter."),
        ("Es kommen Musik, Sache und Tanz.", "Es kommen Musik, Theater und Tanz."),
        ("Melden Sie den Hund ab.", "Melden Sie den Hund an."),
    ],
)
def test_what_simplifying_loses_is_stopped(said: str, line: str) -> None:
    assert not verify_sentence(said, [line]).carried
    assert verify_sentence(line, [line]).carried


def test_or_stays_or_except_where_both_are_denied() -> None:
    assert not choices_kept("Pass und Karte", "Pass oder Karte")
    assert not choices_kept("Pass oder Karte", "Pass und Karte")
    assert choices_kept("kein Pass und keine Karte", "Pass oder Karte verlangen wir nicht")


def test_who_does_it_stays_the_same() -> None:
    assert not actors_kept("Wir holen das Holz.", "Sie holen das Holz.")
    assert actors_kept("Holen Sie das Holz.", "Das Holz holen Sie.")


def test_even_if_is_no_condition_and_none_becomes_one() -> None:
    assert conditions_kept("Sie zahlen.", "Sie zahlen, auch wenn Sie umziehen.")
    assert not conditions_kept("Sie zahlen, auch wenn Sie umziehen.", "Sie zahlen, wenn Sie umziehen.")


def test_only_may_be_added_to_a_condition_and_to_nothing_else() -> None:
    once = read_statement("Es geht nur, wenn Sie da sind.")
    assert restrictions_kept(once, read_statement("Es geht, wenn Sie da sind."))
    assert not restrictions_kept(once, read_statement("Es geht, auch wenn Sie da sind."))
    assert not restrictions_kept(read_statement("Nur Sie zahlen."), read_statement("Sie zahlen."))


def test_the_modal_verb_of_a_clause_that_is_not_told_is_none_of_the_told() -> None:
    line = "Das Holz liegt im Hof, den Schlüssel müssen Sie holen."
    assert modality_kept(read_statement("Das Holz liegt im Hof."), read_statement(line))
    assert not modality_kept(
        read_statement("Sie können den Schlüssel holen."),
        read_statement(line),
    )


def test_who_must_is_not_who_can() -> None:
    can = read_statement("Der Verein kann das Fest melden.")
    assert not modality_kept(read_statement("Der Verein muss das Fest melden."), can)


def test_nothing_to_pay_is_as_negative_as_not_paying() -> None:
    assert negated_alike(read_statement("Das ist kostenlos."), read_statement("Dafür zahlen Sie nicht."))
    assert not negated_alike(read_statement("Das ist kostenlos."), read_statement("Dafür zahlen Sie."))


def test_a_verb_is_found_with_its_prefix_at_the_end() -> None:
    assert "anzeig" in separated("Das Haus zeigt uns die Ankunft an.")
    assert not separated("Das Haus steht am Hang.")
