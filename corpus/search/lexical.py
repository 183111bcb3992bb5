"""The lexical index: tantivy's BM25 over our own tokens, a field for title, keywords, heading and body."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

import tantivy

from corpus.analysis.rarity import blended_rarity
from corpus.analysis.tokens import grams, recent_stems
from corpus.records import Audience, Document, Passage
from corpus.search.kept import Kept
from corpus.search.weights import FieldWeights

HEAP_BYTES = 50_000_000
"""Memory for writing; tantivy takes at least 15 MB for each of its threads."""
_TOKENS = "tokens"
"""Our tokens hold no white space, so joining them with blanks and splitting there gives them back exactly."""
_ID = "id"
_AUDIENCE = "audience"
_Address = tuple[int, int]
"""Segment and number of an entry."""
_IDS = 10_000
"""Ids that are kept by address: reading a hundred of them takes as long as finding them."""


@dataclass(frozen=True)
class Entry:
    """What the index holds under an id: who may see it, and the texts of its fields."""

    id: str
    audience: Audience
    title: str
    keywords: tuple[str, ...]
    heading: tuple[str, ...]
    body: tuple[str, ...]

    @classmethod
    def of_passage(cls, passage: Passage, audience: Audience) -> Self:
        """An entry of the index of passages."""
        return cls(
            id=passage.id,
            audience=audience,
            title=passage.title,
            keywords=passage.keywords,
            heading=(passage.heading,),
            body=(passage.text,),
        )

    @classmethod
    def of_document(cls, document: Document) -> Self:
        """An entry of the index of whole documents: one may say a question's words in several sections."""
        return cls(
            id=document.id,
            audience=document.audience,
            title=document.title,
            keywords=document.keywords,
            heading=tuple(section.heading for section in document.sections),
            body=tuple(section.text.strip() for section in document.sections),
        )


@dataclass(frozen=True)
class LexicalMatch:
    """The id of an entry and its BM25 score."""

    id: str
    score: float


class LexicalWriter:
    """Writes a new lexical index into an empty folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self._index = tantivy.Index(_schema(), path=str(folder))
        _register(self._index)
        # One thread writes one segment, so that scores don't depend on how threads shared the work.
        self._writer = self._index.writer(HEAP_BYTES, 1)

    def add(self, entries: Iterable[Entry]) -> None:
        """Add entries; they are found after `finish`."""
        for entry in entries:
            self._writer.add_document(
                tantivy.Document(
                    id=entry.id,
                    audience=entry.audience.value,
                    title=_joined((entry.title,)),
                    keywords=_joined(entry.keywords),
                    heading=_joined(entry.heading),
                    body=_joined(entry.body),
                )
            )

    def finish(self) -> None:
        """Write everything to disk."""
        self._writer.commit()
        self._writer.wait_merging_threads()


class LexicalIndex:
    """An opened lexical index; safe to use from many threads."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`; raises `ValueError` if it isn't one."""
        self._index = tantivy.Index.open(str(folder))
        _register(self._index)
        self._searcher = self._index.searcher()
        self._ids: Kept[_Address, str] = Kept(_IDS)
        self._held = frozenset(one for one in Audience if self._searcher.doc_freq(_AUDIENCE, one.value))

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def rarity(self, token: str) -> float:
        """The inverse document frequency of a token in bodies and titles, as BM25 weighs it; at least 0."""
        count = max(self._searcher.doc_freq(field, token) for field in ("body", "title"))
        return blended_rarity(token, count, len(self))

    def search(
        self, tokens: Mapping[str, float], limit: int, weights: FieldWeights, audiences: Collection[Audience]
    ) -> list[LexicalMatch]:
        """The entries for these audiences with the highest BM25 score by weighted tokens, best first.

        One index holds all audiences, since BM25 scores of different indexes can't be compared.
        """
        if not tokens:
            return []
        found = self._searcher.search(self._query(tokens, weights, audiences), limit, count=False)
        hits = [(float(score), (address.segment_ord, address.doc)) for score, address in found.hits]
        ids = self._ids.of((address for _, address in hits), self._read_ids)
        return [LexicalMatch(ids[address], score) for score, address in hits]

    def _read_ids(self, addresses: Sequence[_Address]) -> dict[_Address, str]:
        return {one: self._searcher.doc(tantivy.DocAddress(*one)).get_first(_ID) for one in addresses}

    def _query(
        self, tokens: Mapping[str, float], weights: FieldWeights, audiences: Collection[Audience]
    ) -> tantivy.Query:
        schema = self._index.schema
        fields = []
        for field, weight in weights.by_field():
            terms = [
                (
                    tantivy.Occur.Should,
                    _boosted(tantivy.Query.term_query(schema, field, token, "freq"), boost),
                )
                for token, boost in tokens.items()
            ]
            fields.append((tantivy.Occur.Should, _boosted(tantivy.Query.boolean_query(terms), weight)))
        found = tantivy.Query.boolean_query(fields)
        if self._held.issubset(audiences):
            # Most indexes hold public entries only; checking each takes a third of the search.
            return found
        seen = tantivy.Query.term_set_query(schema, _AUDIENCE, [audience.value for audience in audiences])
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, tantivy.Query.const_score_query(seen, 0.0)),
                (tantivy.Occur.Must, found),
            ]
        )


def _boosted(query: tantivy.Query, weight: float) -> tantivy.Query:
    return query if weight == 1.0 else tantivy.Query.boost_query(query, weight)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(_ID, stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(_AUDIENCE, tokenizer_name="raw", index_option="basic")
    for field, _ in FieldWeights().by_field():
        builder.add_text_field(field, tokenizer_name=_TOKENS, index_option="freq")
    return builder.build()


def _register(index: tantivy.Index) -> None:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENS, analyzer)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(_tokens_of(text) for text in texts)


# The same title and keywords belong to every passage of a document, and its texts to the document, too.
@lru_cache(maxsize=500)
def _tokens_of(text: str) -> str:
    return " ".join(token for stem in recent_stems(text) for token in (stem, *grams(stem)))
