"""What the decision for or against an answer rests on: numbers that tell a right page from a wrong one."""

from collections.abc import Callable, Iterator

import pytest

from bot.coverage import NAMES, coverage_features
from bot.covered_services import NAMES as SERVICE_NAMES
from bot.reader.reader import load_reader
from bot.request import Question
from bot.run import Run, Tools
from bot.settings import BotSettings
from bot.steps.language import language
from bot.steps.retrieve import retrieve
from bot.steps.understand import understand
from bot.token import ContextTokens
from bot.trees import load_trees
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import small_city

IDENTITY_CARD, DOG_TAX = "website:/personalausweis", "website:/hundesteuer"
Features = dict[str, float]
LookUp = Callable[[str], Run]


@pytest.fixture
def look_up(library: Library, embedder: Embedder) -> Iterator[LookUp]:
    """Takes a question as far as the documents found."""
    with library.borrow() as generation:
        tools = Tools(
            city=small_city(),
            generation=generation,
            settings=BotSettings(),
            tokens=ContextTokens("test", BotSettings().context_lifetime, lambda: MONDAY_TEN),
            reader=load_reader(embedder),
            coverage=load_trees("coverage-de.npz", NAMES),
            curated=(),
            model=None,
            retriever=None,
            emit=lambda event: None,
        )

        def asked(text: str) -> Run:
            run = Run(id="", question=Question(text=text), tools=tools, now=MONDAY_TEN, text=text)
            for step in (language, understand, retrieve):
                step(run)
            return run

        yield asked


def _features(run: Run) -> Features:
    return dict(zip(NAMES, coverage_features(run, run.documents[0]).tolist(), strict=True))


def test_each_name_has_its_number_and_no_name_is_used_twice(look_up: LookUp) -> None:
    run = look_up("Was kostet der Personalausweis?")
    assert coverage_features(run, run.documents[0]).shape == (len(NAMES),)
    assert len(set(NAMES)) == len(NAMES)
    assert NAMES[-len(SERVICE_NAMES) :] == SERVICE_NAMES


def test_a_page_about_the_named_service_says_so(look_up: LookUp) -> None:
    run = look_up("Personalausweis beantragen")
    found = _features(run)
    assert run.documents[0].id == IDENTITY_CARD
    assert (found["service_known"], found["same_service"], found["other_service"]) == (1.0, 1.0, 0.0)
    assert (found["same_service_early"], found["topic_in_title"]) == (1.0, 1.0)
    assert found["rarest_missing"] == 0.0


def test_a_service_that_no_page_offers_is_known_but_not_found(look_up: LookUp) -> None:
    found = _features(look_up("Wo bekomme ich einen Fischereischein?"))
    assert (found["service_known"], found["same_service"], found["same_service_early"]) == (1.0, 0.0, 0.0)
    assert found["services_offered"] == 0.0
    assert found["rarest_missing"] > 0.0


def test_a_question_about_nothing_of_the_kind_names_no_service(look_up: LookUp) -> None:
    found = _features(look_up("Wie viele Monde hat der Jupiter? Personalausweis Hund"))
    unknown = _features(look_up("Hundesteuer"))
    assert found["own_topic"] < unknown["own_topic"] == 1.0
    assert found["own_rarest_unknown"] > unknown["own_rarest_unknown"] == 0.0


def test_a_question_in_another_language_is_marked(look_up: LookUp) -> None:
    assert _features(look_up("How much is the dog tax?"))["foreign"] == 1.0
    assert _features(look_up("Wie hoch ist die Hundesteuer?"))["foreign"] == 0.0


def test_the_document_is_judged_that_is_named(look_up: LookUp) -> None:
    run = look_up("Was kostet die Hundesteuer?")
    other = next(document for document in run.documents if document.id != DOG_TAX)
    right, wrong = (
        dict(zip(NAMES, coverage_features(run, one).tolist(), strict=True))
        for one in (run.documents[0], other)
    )
    assert run.documents[0].id == DOG_TAX
    assert right["topic_in_title"] > wrong["topic_in_title"]
    assert right["rarest_missing"] == 0.0 < wrong["rarest_missing"]


def test_the_weights_hold_a_right_page_likelier_than_none(look_up: LookUp) -> None:
    right, wrong = (
        look_up(text) for text in ("Was kostet die Hundesteuer?", "Wer gewinnt die Meisterschaft?")
    )
    weights = right.tools.coverage
    table = [coverage_features(run, run.documents[0]) for run in (right, wrong)]
    covered, uncovered = (float(weights.probabilities(row[None, :])[0]) for row in table)
    assert covered > 0.5 > uncovered
