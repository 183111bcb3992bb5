"""The joint to LangChain: our corpus as a retriever for others, and others' retrievers for us."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from bot.assistant import Assistant
from bot.request import Question
from bot.retriever import CorpusRetriever
from corpus.embedding.embedder import Embedder
from corpus.generations.library import Library
from tests.integration.conftest import MONDAY_TEN
from tests.integration.small_city import small_city


class Fixed(BaseRetriever):
    """Finds the same two documents whatever is asked: one of the corpus and an invented one."""

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [
            Document("Erfunden.", metadata={"document_id": "website:/erfunden"}),
            Document("Hund", metadata={"document_id": "website:/hundesteuer", "section": 1, "score": 0.9}),
        ]


def test_the_corpus_is_a_langchain_retriever(library: Library) -> None:
    with library.borrow() as generation:
        found = CorpusRetriever(generation=generation).invoke("Was kostet ein Perso?")
    assert found[0].metadata["document_id"] == "website:/personalausweis"
    assert "Blaubeere" not in " ".join(document.page_content for document in found)


async def test_a_city_can_plug_in_its_own_retriever_and_only_known_documents_are_cited(
    library: Library, embedder: Embedder
) -> None:
    assistant = Assistant(
        small_city(), library, embedder, secret="test", clock=lambda: MONDAY_TEN, retriever=Fixed()
    )
    examination = await assistant.examine(Question(text="Was kostet die Hundesteuer für den ersten Hund?"))
    assert examination.ranked == ("website:/hundesteuer",)
    assert "84 Euro" in examination.answer.text()
