"""How rare a token is in official German at large, for corpora too small to tell.

`models/rarity-de.txt.gz` lists the share of paragraphs of federal law that hold a token, a token a line, made
by `python -m training.background`.
"""

import gzip
import math
from functools import cache
from importlib.resources import files

FILE = "rarity-de.txt.gz"
PRIOR = 200
"""As many documents of official German at large are added to a corpus before its tokens are counted."""


def blended_rarity(token: str, count: int, documents: int) -> float:
    """The inverse document frequency of a token that `count` of `documents` hold, with `PRIOR` more added.

    In a corpus of ten pages "neu" may be missing and isn't rare for that; in one of a thousand pages the
    corpus itself decides.
    """
    total = documents + PRIOR
    held = min(count, documents) + PRIOR * background().get(token, 0.0)
    return math.log(1 + (total - held + 0.5) / (held + 0.5))


@cache
def background() -> dict[str, float]:
    """Shares (0 to 1) by token; tokens that are rare in law aren't listed."""
    packed = files("models").joinpath(FILE).read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode("utf-8").splitlines())
    return {token: float(share) for token, share in rows}
