"""Finds all facts of a document's sections."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import Fact, FactKind, Link, Section
from ingest.facts.accessibility import find_accessibility
from ingest.facts.contact import find_addresses, find_emails, find_telephones
from ingest.facts.fees import find_fees
from ingest.facts.hours import find_hours
from ingest.facts.papers import find_papers
from ingest.facts.payment import find_payment
from ingest.facts.times import find_times


@dataclass(frozen=True)
class SectionLinks:
    """Links to forms and online services, each with the index of the section that it stands in."""

    forms: Sequence[tuple[int, Link]] = ()
    online: Sequence[tuple[int, Link]] = ()


def find_facts(sections: Sequence[Section], links: SectionLinks | None = None) -> tuple[Fact, ...]:
    """Find the facts of a document, in the order of its sections.

    Every fact keeps the words that it stands in: a fee or a time in running text its sentence, others
    their line (or lines). Parsed forms are given only where
    they are certain: an amount in "ab 30 Euro" is printed, not parsed. The same value under the same label
    in one section is one fact.
    """
    found: dict[tuple[object, ...], Fact] = {}
    for index, section in enumerate(sections):
        for fact in _in_section(section, index):
            found.setdefault((fact.kind, fact.value, fact.label, fact.section), fact)
    for fact in _of_links(sections, links or SectionLinks()):
        found.setdefault((fact.kind, fact.url), fact)
    return tuple(sorted(found.values(), key=lambda fact: fact.section))


def _in_section(section: Section, index: int) -> Iterator[Fact]:
    yield from find_fees(section, index)
    yield from find_times(section, index)
    yield from find_papers(section, index)
    yield from find_hours(section, index)
    yield from find_telephones(section, index)
    yield from find_emails(section, index)
    yield from find_addresses(section, index)
    yield from find_payment(section, index)
    yield from find_accessibility(section, index)


def _of_links(sections: Sequence[Section], links: SectionLinks) -> Iterator[Fact]:
    for kind, group in ((FactKind.FORM, links.forms), (FactKind.ONLINE, links.online)):
        for index, link in group:
            words = _line_with(sections[index], link.text) if index < len(sections) else link.text
            yield Fact(kind=kind, value=link.text or link.url, words=words, section=index, url=link.url)


def _line_with(section: Section, text: str) -> str:
    return next(
        (line for line in section.text.splitlines() if text and text in line), text or section.heading
    )
