"""One sentence to verify."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """A sentence, the lines that it cites, how it was made (`kind`), the half and corpus that it is of."""

    kind: str
    text: str
    cited: tuple[str, ...]
    half: str
    corpus: str
