"""What goes wrong is said in the citizen's language."""

from importlib.resources import files
from pathlib import Path

import pytest

from api.problems import broken_off, question_problem, spoken
from bot.request import ProblemCode, QuestionError
from bot.texts import say
from corpus.city import City, load_city


@pytest.fixture(scope="module")
def city() -> City:
    """The sample city, which speaks all languages."""
    return load_city(Path(str(files("corpus.musterstadt"))))


@pytest.mark.parametrize(("wanted", "got"), [("tr", "tr"), ("fr", "de"), ("", "de"), (None, "de")])
def test_who_asks_in_a_language_that_the_city_lacks_is_answered_in_its_first(
    city: City, wanted: str | None, got: str
) -> None:
    assert spoken(city, wanted) == got


@pytest.mark.parametrize("language", ["de", "en", "tr", "uk", "ru", "ar", "pl"])
def test_an_answer_that_broke_off_says_so_and_names_the_hotline(city: City, language: str) -> None:
    problem = broken_off(city, language)
    assert problem.status == 500
    assert problem.detail.startswith(say("problem.broken_off", language))
    assert city.hotline.telephone in problem.detail


def test_a_question_that_is_too_long_is_refused_in_its_language_with_the_limit(city: City) -> None:
    problem = question_problem(QuestionError(ProblemCode.TOO_LONG), city, 500, "uk")
    assert problem.detail == say("problem.too_long", "uk", limit="500")
    assert "500" in problem.detail


def test_an_unknown_language_is_told_with_those_there_are(city: City) -> None:
    problem = question_problem(QuestionError(ProblemCode.UNKNOWN_LANGUAGE), city, 500, "fr")
    assert "de, en, tr, uk, ru, ar, pl" in problem.detail
