"""What the verifier must reach, on each half and on whatever corpora are at hand."""

from collections.abc import Iterator

from evaluation.verifying.figures import Figures

FACTS, ALL, REJECTED, PLAIN, SIMPLE = 0.99, 0.95, 0.05, 0.55, 0.60


def missed_floors(half: str, reached: Figures) -> Iterator[str]:
    """What `reached` misses, a German sentence each."""
    if reached.facts.value < FACTS:
        yield f"{half}: {reached.facts.value:.3f} der geänderten Fakten erkannt, verlangt sind {FACTS}."
    if reached.all.value < ALL:
        yield f"{half}: {reached.all.value:.3f} der Verfälschungen erkannt, verlangt sind {ALL}."
    if reached.rejected.value > REJECTED:
        yield f"{half}: {reached.rejected.value:.3f} der treuen Sätze abgelehnt, erlaubt sind {REJECTED}."
    if reached.plain.count and reached.plain.value > PLAIN:
        yield f"{half}: {reached.plain.value:.3f} der einfachen Sätze abgelehnt, erlaubt sind {PLAIN}."
    if reached.simple.count and reached.simple.value > SIMPLE:
        yield f"{half}: {reached.simple.value:.3f} der sehr einfachen Sätze abgelehnt, erlaubt sind {SIMPLE}."
