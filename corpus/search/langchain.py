"""Our embedder as LangChain's interface, for building the collections."""

from langchain_core.embeddings import Embeddings

from corpus.embedding.embedder import Embedder


class LangchainEmbeddings(Embeddings):
    """An `Embedder` as LangChain wants it: lists of numbers instead of arrays."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """The embeddings of passages."""
        rows: list[list[float]] = self._embedder.embed_passages(texts).tolist()
        return rows

    def embed_query(self, text: str) -> list[float]:
        """The embedding of a question."""
        row: list[float] = self._embedder.embed_query(text).tolist()
        return row
