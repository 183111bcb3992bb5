"""The variants of an ablation."""

from corpus.search.weights import SearchWeights
from evaluation.ablation.variants import variants


def test_the_whole_is_what_is_served() -> None:
    whole = [one for one in variants() if one.weights == SearchWeights() and one.lexicon and one.aspects]
    assert len(whole) == 1


def test_every_variant_works_differently_and_has_a_name_of_its_own() -> None:
    found = variants()
    assert len({(one.weights, one.lexicon, one.aspects) for one in found}) == len(found)
    assert len({one.name for one in found}) == len(found)
