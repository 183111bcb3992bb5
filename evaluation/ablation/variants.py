"""The search in parts: each variant says which of them work."""

from dataclasses import dataclass, replace

from corpus.search.weights import SearchWeights, TokenWeights


@dataclass(frozen=True)
class Variant:
    """A way to search: the weights of its parts, and whether the lexicon and the asked aspect are used."""

    name: str
    weights: SearchWeights
    lexicon: bool = True
    aspects: bool = True


def variants() -> tuple[Variant, ...]:
    """From single parts to the whole, then the whole without one part each."""
    whole = SearchWeights()
    fused = replace(whole, rerank=False)
    lexical = replace(fused, dense=0.0)
    stems = replace(lexical, document=0.0, tokens=replace(whole.tokens, filler=1.0, gram=0.0))
    grams = replace(stems, tokens=replace(whole.tokens, filler=1.0))
    quiet = replace(stems, tokens=whole.tokens)
    dense = replace(fused, lexical=0.0, document=0.0)
    return (
        Variant("BM25 of passages, stems", stems, lexicon=False, aspects=False),
        Variant("… and parts of long words", grams, lexicon=False, aspects=False),
        Variant("… and words that every question has count less", quiet, lexicon=False, aspects=False),
        Variant("… and whole documents", lexical, lexicon=False, aspects=False),
        Variant("embedding alone", dense, lexicon=False, aspects=False),
        Variant("BM25 and embedding", fused, lexicon=False, aspects=False),
        Variant("… and the lexicon's official terms", fused, aspects=False),
        Variant("… and the section that the aspect needs", fused),
        Variant("… and re-ranking: the whole", whole),
        Variant("the whole without the embedding", replace(whole, dense=0.0)),
        Variant("the whole without the lexicon's terms", whole, lexicon=False),
        Variant("the whole without parts of words", replace(whole, tokens=TokenWeights(gram=0.0))),
    )
