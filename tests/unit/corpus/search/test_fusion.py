"""Evidence of both indexes is put on one scale, weighed and added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.records import SectionKind
from corpus.search.fusion import Candidate, Evidence, fuse, roll_up, z_scores
from corpus.search.weights import SearchWeights

WEIGHTS = SearchWeights(lexical=1.0, document=0.0, dense=0.7, kind=0.5)
CANDIDATES = {
    "a#0.0": Candidate("a", SectionKind.DESCRIPTION),
    "a#1.0": Candidate("a", SectionKind.FEES),
    "b#0.0": Candidate("b", SectionKind.DESCRIPTION),
    "c#0.0": Candidate("c", SectionKind.DESCRIPTION),
}


def order(evidence: Evidence, weights: SearchWeights = WEIGHTS, *kinds: SectionKind) -> list[str]:
    return [one.passage_id for one in fuse(CANDIDATES, evidence, kinds, weights)]


def test_agreement_of_both_indexes_wins() -> None:
    evidence = Evidence({"a#0.0": 9, "b#0.0": 8}, {}, {"b#0.0": 0.8, "c#0.0": 0.9, "a#0.0": 0.1})
    assert order(evidence)[0] == "b#0.0"


def test_without_the_dense_index_the_lexical_order_holds() -> None:
    assert order(Evidence({"a#0.0": 1, "b#0.0": 3, "c#0.0": 2}, {}, None)) == [
        "b#0.0",
        "c#0.0",
        "a#0.0",
        "a#1.0",
    ]


def test_without_lexical_matches_the_dense_order_holds() -> None:
    evidence = Evidence({}, {}, {"a#0.0": 0.1, "a#1.0": 0.2, "b#0.0": 0.4, "c#0.0": 0.3})
    assert order(evidence) == ["b#0.0", "c#0.0", "a#1.0", "a#0.0"]


def test_a_passage_gains_from_the_document_it_is_in() -> None:
    evidence = Evidence({"a#0.0": 2, "b#0.0": 2}, {"b": 9, "a": 1}, None)
    assert order(evidence, SearchWeights(document=0.5))[0] == "b#0.0"


def test_sections_of_the_kind_asked_for_are_preferred() -> None:
    evidence = Evidence({"a#0.0": 2.1, "a#1.0": 2.0}, {}, None)
    assert order(evidence)[0] == "a#0.0"
    assert order(evidence, WEIGHTS, SectionKind.FEES)[0] == "a#1.0"


def test_equal_scores_are_ordered_by_id() -> None:
    assert order(Evidence({}, {}, None)) == sorted(CANDIDATES)


def test_documents_follow_their_best_passage() -> None:
    scored = fuse(CANDIDATES, Evidence({"a#1.0": 5, "b#0.0": 4, "a#0.0": 1}, {}, None), (), WEIGHTS)
    documents = roll_up(scored)
    assert [one.document_id for one in documents] == ["a", "b", "c"]
    assert [one.passage_id for one in documents[0].passages] == ["a#1.0", "a#0.0"]
    assert documents[0].score == scored[0].score


def test_no_candidates_give_no_documents() -> None:
    assert roll_up(fuse({}, Evidence({}, {}, {}), (), WEIGHTS)) == []


@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=50))
def test_z_scores_have_mean_zero_and_keep_the_order(values: list[float]) -> None:
    scores = z_scores(values)
    assert sum(scores) == pytest.approx(0, abs=1e-3)
    for left, right in zip(range(len(values)), range(1, len(values)), strict=False):
        assert (values[left] <= values[right]) <= (scores[left] <= scores[right] + 1e-6)
