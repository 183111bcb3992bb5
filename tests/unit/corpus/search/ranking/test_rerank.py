"""The learned order of what fusion found."""

import numpy as np

from corpus.records import Document, Section, SectionKind
from corpus.search.fusion import Evidence, Scored, ScoredDocument
from corpus.search.ranking.asked import analyse
from corpus.search.ranking.features import NAMES
from corpus.search.ranking.model import RankingModel
from corpus.search.ranking.profiles import Profiles
from corpus.search.ranking.rerank import PASSAGES, found_of, rerank

TEXTS = {"a": "Der Wochenmarkt ist samstags.", "b": "Das Freibad öffnet im Mai.", "c": "Das Freibad ist zu."}


def source(name: str) -> Document:
    section = Section(kind=SectionKind.DESCRIPTION, heading="", text=TEXTS[name])
    return Document(id=name, city="s", source="web", title=name, url=name, sections=(section,))


def found(name: str, score: float) -> ScoredDocument:
    return ScoredDocument(name, score, (Scored(f"{name}#0.0", name, score),))


def order(weights: dict[str, float], *documents: ScoredDocument) -> list[str]:
    model = RankingModel(np.array([weights.get(name, 0.0) for name in NAMES]))
    asked = analyse("Freibad", (), lambda stem: 1.0)
    ranked = rerank(documents, Evidence({}, {}, None), asked, Profiles(source), model)
    return [one.document_id for one in ranked]


def test_a_page_that_says_the_word_overtakes_one_that_does_not() -> None:
    assert order({"fused": 1.0, "topic": 2.0}, found("a", 3.0), found("b", 2.0)) == ["b", "a"]


def test_fusion_decides_where_the_signs_are_the_same() -> None:
    assert order({"fused": 1.0, "topic": 2.0}, found("c", 2.5), found("b", 2.0)) == ["c", "b"]


def test_equal_documents_keep_their_order() -> None:
    assert order({"topic": 1.0}, found("c", 0.0), found("b", 0.0)) == ["c", "b"]


def test_only_the_best_passages_are_looked_at() -> None:
    passages = tuple(Scored(f"a#0.{n}", "a", 1.0 - n / 10) for n in range(PASSAGES + 2))
    dense = {one.passage_id: n / 10 for n, one in enumerate(passages)}
    looked_at = found_of(ScoredDocument("a", 1.0, passages), Evidence({}, {}, dense))
    assert looked_at.dense == tuple(n / 10 for n in range(PASSAGES))
