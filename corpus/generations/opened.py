"""A generation opened for reading: its documents, and the search over them."""

import logging
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from pathlib import Path
from threading import Lock
from typing import Self
from zoneinfo import ZoneInfo

from corpus.embedding.embedder import Embedder
from corpus.generations.content import Content, Origin
from corpus.generations.errors import GenerationError
from corpus.generations.manifest import (
    CONTENT,
    DENSE,
    LEXICAL_DOCUMENTS,
    LEXICAL_PASSAGES,
    EmbeddingUsed,
    Manifest,
    file_hashes,
)
from corpus.generations.recent import Recent
from corpus.records import Audience, Contradiction, Document, SectionKind
from corpus.search.corrected import corrected
from corpus.search.dense import DenseError, DenseIndex
from corpus.search.hybrid import LexicalPair, Lookup, collect, rank
from corpus.search.lexical import LexicalIndex
from corpus.search.query import weighted_tokens
from corpus.search.ranking.asked import analyse
from corpus.search.ranking.model import load_ranking
from corpus.search.ranking.profiles import Profiles
from corpus.search.ranking.rerank import rerank
from corpus.search.results import Results
from corpus.search.weights import SearchWeights

_LOG = logging.getLogger(__name__)
_BERLIN = ZoneInfo("Europe/Berlin")
_NAMES = 512
_TOKENS = 20_000


class Generation:
    """One complete, immutable index with its documents; safe to use from many threads.

    The dense index is opened by `warm`, or by the first search if nobody warmed. While another thread warms,
    searches use the lexical index alone (`Results.complete` is False then), and so they do for good should
    the dense index turn out damaged.
    """

    def __init__(
        self, folder: Path, manifest: Manifest, content: Content, embedder: Embedder, weights: SearchWeights
    ) -> None:
        """Use `open`."""
        self.folder = folder
        self.manifest = manifest
        self._content = content
        self._recent = Recent(content)
        self._embedder = embedder
        self._weights = weights
        self._profiles = Profiles(self._recent.document, content.profiles)
        self._lexical = LexicalPair(
            LexicalIndex(folder / LEXICAL_PASSAGES), LexicalIndex(folder / LEXICAL_DOCUMENTS)
        )
        self._rarity = lru_cache(maxsize=_TOKENS)(self._lexical.documents.rarity)
        self._named = lru_cache(maxsize=_NAMES)(self._find_named)
        self._dense: DenseIndex | None = None
        self._dense_failed = False
        self._warming = Lock()

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, weights: SearchWeights | None = None) -> Self:
        """Open the generation in `folder`.

        Imports neither Chroma nor LangChain. Raises `GenerationError` if it is incomplete, damaged or was
        built with another embedding than `embedder`.
        """
        manifest = Manifest.read(folder)
        _check_embedding(manifest, embedder)
        content = None
        try:
            if file_hashes(folder) != manifest.files:
                raise _damaged(folder)
            content = Content(folder / CONTENT)
            if content.counts() != (manifest.documents, manifest.passages):
                raise _damaged(folder)
            generation = cls(folder, manifest, content, embedder, weights or SearchWeights())
        except (OSError, ValueError, sqlite3.Error) as error:
            if content is not None:
                content.close()
            raise _damaged(folder) from error
        return generation

    @property
    def name(self) -> str:
        """The generation's name: UTC time of its build and a short hash."""
        return self.manifest.name

    def warm(self) -> None:
        """Open the dense index now, and wait if another thread is at it.

        Raises `GenerationError` if it is damaged; searches use the lexical index alone then.
        """
        with self._warming:
            if self._dense is not None:
                return
            try:
                self._dense = DenseIndex(self.folder / DENSE, self.manifest.collections)
            except DenseError as error:
                self._dense_failed = True
                raise _damaged(self.folder) from error

    def document(self, document_id: str) -> Document | None:
        """The document with this id, public or internal."""
        return self._recent.document(document_id)

    def document_at(self, url: str) -> Document | None:
        """The document with this URL, or with it as an alias; the fragment doesn't count."""
        return self._recent.document_at(url)

    def documents(self) -> Iterator[Document]:
        """All documents, public and internal, by id."""
        return self._content.documents()

    def document_ids(self) -> frozenset[str]:
        """The ids of all documents."""
        return self._recent.document_ids()

    def origins(self) -> dict[str, Origin]:
        """Where the documents come from, by id."""
        return self._content.origins()

    def contradictions(
        self, document_id: str | None = None, audience: Audience = Audience.PUBLIC
    ) -> tuple[Contradiction, ...]:
        """What a document and others state differently, each with page and date; without an id all there is.

        A public reader sees those only of which every side is public.
        """
        found = self._content.contradictions(document_id)
        return tuple(one for one in found if audience is Audience.INTERNAL or one.audience is audience)

    def office_for(self, document: Document) -> tuple[Document, ...]:
        """The offices in charge of a document, in its own order; those that aren't known are left out."""
        return self._recent.offices(document)

    def search(
        self,
        query: str,
        *,
        official: Sequence[str] = (),
        limit: int = 10,
        kinds: Collection[SectionKind] = (),
        audience: Audience = Audience.PUBLIC,
        on: date | None = None,
        forgiving: bool = True,
    ) -> Results:
        """The best `limit` documents and passages for a question; sections of `kinds` are preferred.

        `official` holds official terms for the citizens' words of the question (`corpus.lexicon.expand`).

        A `forgiving` search takes words that no document and no entry of the lexicon says for mistyped ones:
        not to be asked for where the question is in another language than the documents.

        A public search sees public documents only, an internal one sees all. Documents that aren't valid on
        the day `on` (default: today in Germany) are left out.
        """
        dense = self._ready_dense()
        audiences = [Audience.PUBLIC] if audience is Audience.PUBLIC else list(Audience)
        meant = corrected(query, self._content.words) if forgiving else {}
        tokens = weighted_tokens(query, official, self._weights.tokens, meant)
        vector = self._embedder.embed_query(" ".join([query, *official])) if dense else None
        try:
            evidence = collect(tokens, self._lexical, dense, vector, audiences, self._weights)
        except DenseError:
            _LOG.exception("generation %s: the dense index stopped working", self.name)
            self._dense_failed = True
            evidence = collect(tokens, self._lexical, None, None, audiences, self._weights)
        day = on or datetime.now(_BERLIN).date()
        lookup = Lookup(partial(self._recent.candidates, audiences=audiences, on=day), self._recent.passages)
        reorder = None
        if self._weights.rerank:
            asked = analyse(query, official, self.rarity)
            reorder = partial(rerank, asked=asked, profiles=self._profiles, model=load_ranking())
        return rank(evidence, lookup, limit, kinds, self._weights, reorder)

    def rarity(self, token: str) -> float:
        """How rare an index token is in the documents: its inverse document frequency."""
        return self._rarity(token)

    def named(self, name: str, *, limit: int, on: date | None = None) -> tuple[str, ...]:
        """The ids of the best `limit` public documents for the official name of a service, valid on `on`.

        The same few names are looked for again and again, so these are remembered; a citizen's question
        belongs into `search`, which keeps none.
        """
        day = on or datetime.now(_BERLIN).date()
        if self._ready_dense() is None and not self._dense_failed:
            # What is found while the dense index is being opened isn't all there is.
            return self._find_named(name, limit, day)
        return self._named(name, limit, day)

    def _find_named(self, name: str, limit: int, day: date) -> tuple[str, ...]:
        return tuple(hit.document_id for hit in self.search(name, limit=limit, on=day).documents)

    def close(self) -> None:
        """Release files and memory; no search may be running."""
        with self._warming:
            if self._dense is not None:
                self._dense.close()
                self._dense = None
        self._recent.forget()
        self._named.cache_clear()
        self._content.close()

    def _ready_dense(self) -> DenseIndex | None:
        if self._dense_failed:
            return None
        if self._dense is None and not self._warming.locked():
            self.warm()
        return self._dense


def _check_embedding(manifest: Manifest, embedder: Embedder) -> None:
    used, given = manifest.embedding, EmbeddingUsed.of(embedder)
    if used != given:
        raise GenerationError(
            f"Die Generation {manifest.name} wurde mit dem Einbettungsmodell „{used.name}“ ({used.hash[:8]}) "
            f"gebaut, eingestellt ist „{given.name}“ ({given.hash[:8]}): Bitte `lotse ingest` ausführen "
            "oder in city.toml das frühere Modell eintragen."
        )


def _damaged(folder: Path) -> GenerationError:
    return GenerationError(
        f"Die Generation {folder.name} in {folder.parent} ist beschädigt: Bitte `lotse ingest` ausführen."
    )
