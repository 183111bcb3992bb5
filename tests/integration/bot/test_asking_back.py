"""Where no page surely answers, what may be meant is asked; where nothing speaks for it, not found."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answer import Status
from bot.reader.reader import load_reader
from bot.request import Question
from bot.run import Run, Tools
from bot.settings import BotSettings
from bot.steps.decide import decide
from bot.steps.language import language
from bot.steps.life_event import life_event
from bot.steps.retrieve import retrieve
from bot.steps.suggest import suggest
from bot.steps.understand import understand
from bot.token import ContextTokens
from bot.trees import Trees
from bot.understanding.events import event_near
from bot.understanding.fit import fit
from bot.understanding.offering import Offering, offering
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from corpus.records import Document, DocumentKind, Section, SectionKind
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import SITE, publish, small_city

OWN_WORDS = "Kostet der zweite Vierbeiner im Jahr auch noch Geld, wenn der erste Hund schon zahlt?"
OFF_TOPIC = "Wie viele Personen fliegen mit der nächsten Rakete zum Mars?"
LICENCE = "Ich habe meinen Führerschein verloren"
Decided = Callable[[str, float], Run]


class Sure(Trees):
    """Holds every page right with one probability."""

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.full(len(features), self.bias, dtype=np.float32)


def _sure(probability: float) -> Sure:
    whole, real = np.zeros((1, 1), dtype=np.int16), np.zeros((1, 1))
    return Sure(whole, real, whole, whole, real, probability, 0)


def _decided(library: Library, embedder: Embedder) -> Iterator[Decided]:
    with library.borrow() as generation:

        def decided(text: str, probability: float) -> Run:
            tools = Tools(
                city=small_city(),
                generation=generation,
                settings=BotSettings(),
                tokens=ContextTokens("test", BotSettings().context_lifetime, lambda: MONDAY_TEN),
                reader=load_reader(embedder),
                coverage=_sure(probability),
                curated=(),
                model=None,
                retriever=None,
                emit=lambda event: None,
            )
            run = Run(id="", question=Question(text=text), tools=tools, now=MONDAY_TEN, text=text)
            for step in (language, understand, retrieve, life_event, decide):
                step(run)
            return run

        yield decided


@pytest.fixture
def decided(library: Library, embedder: Embedder) -> Iterator[Decided]:
    """Takes a question to its decision, with the probability that the first page is held right with."""
    yield from _decided(library, embedder)


@pytest.fixture
def in_a_large_city(embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Decided]:
    """The same where the city has a driving licence office of its own."""
    text = "Den internationalen Führerschein stellt die Fahrerlaubnisbehörde der Stadt aus."
    page = Document(
        id="website:/internationaler-fuehrerschein",
        city="kleinstadt",
        source="website",
        title="Internationaler Führerschein",
        url=f"{SITE}/internationaler-fuehrerschein",
        kind=DocumentKind.SERVICE,
        sections=(Section(kind=SectionKind.DESCRIPTION, heading="Führerschein", text=text),),
    )
    library = publish(tmp_path_factory.mktemp("grossstadt"), embedder, (page,))
    yield from _decided(library, embedder)
    library.close()


def _said(run: Run) -> str:
    return " ".join(sentence.text for block in run.blocks for sentence in block.sentences)


def test_a_question_in_words_that_nobody_knows_is_asked_back_with_the_nearest_pages(decided: Decided) -> None:
    run = decided(OWN_WORDS, 0.05)
    assert offering(run.text, run.documents) is Offering.UNKNOWN
    assert run.status is Status.CLARIFY
    assert "Hundesteuer" in [choice.label for choice in run.choices]
    assert 2 <= len(run.choices) <= 4
    assert all(choice.question.endswith(OWN_WORDS) for choice in run.choices)


def test_whoever_means_none_of_them_is_told_whom_to_call(decided: Decided) -> None:
    assert "069 90009-115" in _said(decided(OWN_WORDS, 0.05))


def test_whoever_mentions_a_life_event_is_offered_that_too(decided: Decided) -> None:
    run = decided(OWN_WORDS, 0.05)
    run.occasion = event_near("Umzug")
    suggest(run)
    assert run.suggestions == ["Umzug: Was ist zu tun?"]


def test_offices_and_expired_notices_are_no_services_to_choose(decided: Decided) -> None:
    run = decided(OWN_WORDS, 0.05)
    kinds = {document.id: document.kind for document in run.documents}
    assert {kinds[str(choice.document_id)] for choice in run.choices} <= {
        DocumentKind.SERVICE,
        DocumentKind.PAGE,
    }


def test_nothing_is_asked_back_where_the_page_is_surely_wrong(decided: Decided) -> None:
    run = decided(OWN_WORDS, 0.001)
    assert (run.status, run.choices) == (Status.NOT_FOUND, [])


@pytest.mark.parametrize("probability", [0.05, 0.2])
def test_a_question_that_shares_a_word_with_a_page_by_chance_is_not_found(
    decided: Decided, probability: float
) -> None:
    run = decided(OFF_TOPIC, probability)
    assert run.documents
    assert (run.status, run.choices) == (Status.NOT_FOUND, [])


def test_a_page_that_is_surely_right_answers_whatever_its_words(decided: Decided) -> None:
    assert decided(OFF_TOPIC, 0.6).status is Status.ANSWERED


def test_the_citys_own_name_is_no_word_that_a_page_fits_by(decided: Decided) -> None:
    plain, named = decided(OWN_WORDS, 0.05), decided(f"{OWN_WORDS} Ich wohne in Kleinstadt.", 0.05)
    assert fit(named) < fit(plain)
    assert named.status is Status.NOT_FOUND


def test_a_driving_licence_is_the_countys_business_in_a_small_town(decided: Decided) -> None:
    run = decided(LICENCE, 0.001)
    assert run.status is Status.NOT_FOUND
    assert "Führerscheinstelle (oft beim Landkreis)" in _said(run)


def test_a_city_with_pages_about_driving_licences_sends_nobody_away(in_a_large_city: Decided) -> None:
    run = in_a_large_city(LICENCE, 0.001)
    assert "Landkreis" not in _said(run)


@pytest.mark.parametrize(("probability", "status"), [(0.1, Status.PARTLY_ANSWERED), (0.3, Status.ANSWERED)])
def test_a_page_that_only_a_keyword_joins_to_the_service_answers_with_a_reservation(
    embedder: Embedder, tmp_path: Path, probability: float, status: Status
) -> None:
    text = "Die Sterbeurkunde stellt das Standesamt aus, wenn der Sterbefall beurkundet ist."
    page = Document(
        id="website:/sterbeurkunde",
        city="kleinstadt",
        source="website",
        title="Sterbeurkunde",
        url=f"{SITE}/sterbeurkunde",
        kind=DocumentKind.SERVICE,
        keywords=("Bestattung",),
        sections=(Section(kind=SectionKind.DESCRIPTION, heading="Sterbeurkunde", text=text),),
    )
    library = publish(tmp_path, embedder, (page,))
    run = next(_decided(library, embedder))("Was kostet eine Bestattung?", probability)
    assert run.documents[0].id == page.id
    assert run.status is status
    library.close()
