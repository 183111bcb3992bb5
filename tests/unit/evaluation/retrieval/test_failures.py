"""What is said of documents that weren't found."""

from evaluation.retrieval.case import RetrievalCase
from evaluation.retrieval.failures import failures


def test_a_gold_document_on_top_is_no_failure() -> None:
    assert list(failures([RetrievalCase("1", "plain", "", ("a", "b"), ("b", "x"))])) == []


def test_a_failure_says_where_the_gold_document_came_and_what_came_first() -> None:
    late = RetrievalCase("1", "plain", "Wo?", ("a",), ("x", "y", "a"))
    never = RetrievalCase("2", "plain", "Wo?", ("a",), ())
    first, second = failures([late, never])
    assert first.expected == "a"
    assert "Stelle 3" in first.found
    assert "x, y, a" in first.found
    assert "gar nicht" in second.found
    assert "nichts" in second.found
