"""Twelve models that lie on purpose: nothing that they falsified is shown, and answers stay as good.

They run in a loop that doesn't wait, so that who lies is heard to the end on a busy machine, too.
"""

import pytest

from bot.answer import Style
from bot.assistant import Assistant
from bot.request import Question
from bot.verify.verdict import Verdict
from evaluation.hostile.attack import ATTACKED, CHOOSING, WAYS, Damage, answered, attack
from evaluation.hostile.doubles import Double, chooser, doubles
from evaluation.hostile.instant import at_once
from tests.integration.bot.conftest import Make

QUESTIONS = (
    "Was kostet ein neuer Personalausweis?",
    "Wie beantrage ich einen Personalausweis?",
    "Was kostet die Anmeldung der Wohnung?",
    "Bis wann muss ich meine Wohnung anmelden?",
)
TWELVE = [double.does for double in doubles()]


def test_there_are_twelve() -> None:
    assert len(set(TWELVE)) == 12


@pytest.mark.parametrize("does", TWELVE)
def test_no_lie_is_shown_and_no_answer_gets_poorer(does: str, make_assistant: Make) -> None:
    asked = [
        Question(text=text, style=style, language=language) for style, language in WAYS for text in QUESTIONS
    ]
    double = next(double for double in doubles() if double.does == does)
    damage = at_once(_attack(double, make_assistant(None, **ATTACKED.model_dump()), asked))
    assert damage.asked, "the model was asked"
    assert damage.through == ()
    assert damage.poorer == ()


def test_who_names_lines_at_random_brings_nothing_new_into_an_answer(make_assistant: Make) -> None:
    asked = [Question(text=text) for text in QUESTIONS]
    damage = at_once(_attack(chooser(), make_assistant(None, **CHOOSING.model_dump()), asked))
    assert damage.asked, "the model was asked"
    assert damage.through == ()
    assert damage.poorer == ()


def test_a_lie_that_is_shown_would_be_noticed(make_assistant: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.verify.gate.judge", _believes_all)
    double = next(double for double in doubles() if double.does == "invents fees")
    asked = [Question(text=text, style=Style.EINFACH) for text in QUESTIONS]
    damage = at_once(_attack(double, make_assistant(None, **ATTACKED.model_dump()), asked))
    assert damage.through


async def _attack(double: Double, assistant: Assistant, asked: list[Question]) -> Damage:
    taken = await answered(assistant, asked)
    return await attack(
        double, assistant, [question for question, _ in taken], [answer for _, answer in taken]
    )


def _believes_all(run: object, sentence: object) -> Verdict:
    return Verdict(True)
