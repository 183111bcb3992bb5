"""Facts that a transfer states by the element they stand in: ways to pay, accessibility of an office."""

from collections.abc import Iterator, Sequence

from corpus.records import Fact, FactKind, Section
from ingest.xzufi import headings

_KINDS = {
    shown: kind
    for module, kind in (
        (headings.PAYMENT, FactKind.PAYMENT),
        (headings.ONLINE_PAYMENT, FactKind.PAYMENT),
        (headings.ACCESSIBILITY, FactKind.ACCESSIBILITY),
    )
    for shown in (module.german, module.english)
}


def with_stated(found: Sequence[Fact], sections: Sequence[Section]) -> tuple[Fact, ...]:
    """Add a fact for each line of the sections made of such elements, unless reading found it already."""
    there = {(fact.kind, fact.section) for fact in found}
    added = [fact for fact in _stated(sections) if (fact.kind, fact.section) not in there]
    return (*found, *added)


def _stated(sections: Sequence[Section]) -> Iterator[Fact]:
    for number, section in enumerate(sections):
        if (kind := _KINDS.get(section.heading)) is None:
            continue
        for line in section.text.splitlines():
            value = line.removeprefix("- ")
            yield Fact(kind=kind, value=value, words=line, section=number, label=section.heading)
