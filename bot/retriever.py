"""The joint to LangChain's retrievers: ours for others to use, and others' for us."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus.generations.opened import Generation
from corpus.lexicon import expand
from corpus.records import Document, Passage
from corpus.search.passages import cut
from corpus.search.results import DocumentHit, Hit, Results


class CorpusRetriever(BaseRetriever):
    """A city's corpus as a LangChain retriever: passages as documents, best first."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    generation: Any
    limit: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        del run_manager
        results = self.generation.search(query, official=expand(query), limit=self.limit)
        return [
            LangChainDocument(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={
                    "document_id": hit.passage.document_id,
                    "section": hit.passage.section,
                    "title": hit.passage.title,
                    "score": hit.score,
                },
            )
            for hit in results.hits
        ]


def search_by(retriever: BaseRetriever, query: str, generation: Generation) -> Results:
    """What another retriever finds, as results; its documents need `document_id` in their metadata.

    Documents that the generation doesn't hold are left out: nothing that isn't in the corpus is cited.
    """
    by_document: dict[str, list[Hit]] = {}
    found = retriever.invoke(query)
    for rank, item in enumerate(found):
        document = generation.document(str(item.metadata.get("document_id", "")))
        if document is None:
            continue
        score = float(item.metadata.get("score", 1.0 - rank / len(found)))
        passage = _passage(document, item)
        hit = Hit(passage=passage, score=score, lexical=0.0, dense=score)
        by_document.setdefault(document.id, []).append(hit)
    ranked = sorted(by_document.items(), key=lambda entry: -max(hit.score for hit in entry[1]))
    documents = tuple(DocumentHit(key, max(h.score for h in hits), tuple(hits)) for key, hits in ranked)
    return Results(documents, tuple(hit for document in documents for hit in document.hits))


def _passage(document: Document, item: LangChainDocument) -> Passage:
    passages = cut(document)
    section = item.metadata.get("section", 0)
    return next((passage for passage in passages if passage.section == section), passages[0])
