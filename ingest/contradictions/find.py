"""Compares what the documents of a city claim."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from corpus.records import Audience, Contradiction, Document, DocumentKind, Fact, FactKind, Stated
from ingest.contradictions.claims import Claim, claims
from ingest.contradictions.subjects import is_loose

_MOST_SIDES = 6
_NAMING = (DocumentKind.SERVICE, DocumentKind.OFFICE)


def find_contradictions(documents: Iterable[Document], today: date) -> tuple[Contradiction, ...]:
    """Find different values for one thing among the documents that are in force on the day `today`.

    `documents` are those that are served, joined ones whole; they are iterated once, and a second time if
    there is anything to report. Of each side page and date are given. To be sure, a page that states several
    values for a thing itself claims none of them (a table that wasn't understood), pages of different offices
    in charge don't contradict each other, and neither do values that aren't certain.
    """
    groups: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for document in documents:
        if _in_force(document, today):
            for claim in _clear(claims(document)):
                for subject in claim.subjects:
                    groups[subject, claim.thing].append(claim)
    clashes = dict.fromkeys(
        clash
        for (subject, _), group in groups.items()
        if len({one.value for one in group}) > 1 and not (is_loose(subject) and _are_several(group))
        for clash in _clashes(group)
    )
    return tuple(_described(list(clashes), documents)) if clashes else ()


def _in_force(document: Document, today: date) -> bool:
    return (document.valid_from or today) <= today <= (document.valid_until or today)


def _clear(found: Iterable[Claim]) -> list[Claim]:
    """The claims of one document without those of a part that says several values of one thing."""
    said: dict[tuple[str, tuple[str, ...]], dict[str, Claim]] = defaultdict(dict)
    for claim in found:
        said[claim.source, claim.thing].setdefault(claim.value, claim)
    return [claim for values in said.values() if len(values) == 1 for claim in values.values()]


def _are_several(group: list[Claim]) -> bool:
    """Tell whether one source has different services under one key: then nobody knows which is meant."""
    names = {(one.source, one.name) for one in group if one.name}
    return len(names) > len({source for source, _ in names})


def _clashes(group: list[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The claims of a group that can be about one thing: those of unlike offices stay apart."""
    first, *rest = dict.fromkeys(group)
    together = [first, *(one for one in rest if _may_be_one(first, one))]
    if len({one.value for one in together}) > 1:
        yield tuple(sorted(together[:_MOST_SIDES], key=lambda one: (one.document_id, one.fact)))
    elif len(apart := [one for one in rest if one not in together]) > 1:
        yield from _clashes(apart)


def _may_be_one(first: Claim, second: Claim) -> bool:
    if first.document_id == second.document_id:
        return True
    return not (first.offices and second.offices) or bool(first.offices & second.offices)


def _described(clashes: list[tuple[Claim, ...]], documents: Iterable[Document]) -> Iterator[Contradiction]:
    wanted = {claim.document_id for clash in clashes for claim in clash}
    found = {document.id: document for document in documents if document.id in wanted}
    seen: set[frozenset[tuple[str, int]]] = set()
    described: list[Contradiction] = []
    for clash in clashes:
        key = frozenset((claim.document_id, claim.fact) for claim in clash)
        if key not in seen:
            seen.add(key)
            described.append(_contradiction([(found[one.document_id], one) for one in clash]))
    yield from sorted(described, key=lambda one: (one.subject, one.kind.value, one.label))


def _contradiction(sides: list[tuple[Document, Claim]]) -> Contradiction:
    named = next((document for document, _ in sides if document.kind in _NAMING), sides[0][0])
    internal = any(document.audience is Audience.INTERNAL for document, _ in sides)
    facts = [document.facts[claim.fact] for document, claim in sides]
    return Contradiction(
        kind=FactKind(sides[0][1].thing[0]),
        subject=named.title,
        label=max((fact.label for fact in facts), key=len),
        sides=tuple(_stated(document, fact) for (document, _), fact in zip(sides, facts, strict=True)),
        audience=Audience.INTERNAL if internal else Audience.PUBLIC,
    )


def _stated(document: Document, fact: Fact) -> Stated:
    section = document.sections[fact.section]
    return Stated(
        document_id=document.id,
        title=document.title,
        heading=section.heading,
        url=document.section_url(fact.section),
        page=section.page,
        modified=document.section_modified(fact.section),
        source=section.source or document.source,
        value=fact.value,
        words=fact.words,
    )
