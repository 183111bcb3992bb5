"""Merges documents about the same thing: sections without repeated text, and the facts of all."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from corpus.analysis.sentences import split_sentences
from corpus.analysis.tokens import words
from corpus.records import Document, DocumentKind, Fact, FactKind, Link, Section, SectionKind
from ingest.addresses import is_web_address
from ingest.reader.kinds import heading_kind
from ingest.reader.vocabulary import vocabulary

#: A sentence of fewer words is repeated only by a whole line under the same kind of heading.
_FEW_WORDS = 4
_LONGEST_LABEL = 60
_NUMBER = re.compile(r"^\s*\d+\.\s+")


def merge(group: Sequence[Document]) -> Document:
    """Make one document of all; the first gives id, source, title, address and date, the others add to it.

    A section that another adds names that one's source, page and date.
    """
    merged = group[0]
    for other in group[1:]:
        merged = _merge_two(merged, other)
    return merged


def _merge_two(first: Document, second: Document) -> Document:
    sections, facts = _with_texts(first, second)
    other_titles = (second.title,) if words(second.title) != words(first.title) else ()
    addresses = [*first.aliases, second.url, *second.aliases]
    return first.model_copy(
        update={
            "kind": second.kind if first.kind is DocumentKind.PAGE else first.kind,
            "breadcrumbs": first.breadcrumbs or second.breadcrumbs,
            "sections": sections,
            "facts": facts,
            "keywords": _once([*first.keywords, *other_titles, *second.keywords]),
            "leika": _once([*first.leika, *second.leika]),
            "office_ids": _once([*first.office_ids, *second.office_ids]),
            "forms": _links([*first.forms, *second.forms]),
            "online": _links([*first.online, *second.online]),
            "aliases": _once(address for address in addresses if address != first.url),
            "joined": _once([*first.joined, second.id, *second.joined]),
            "valid_from": max(_given(first.valid_from, second.valid_from), default=None),
            "valid_until": min(_given(first.valid_until, second.valid_until), default=None),
        }
    )


def _with_texts(first: Document, second: Document) -> tuple[tuple[Section, ...], tuple[Fact, ...]]:
    """Give the first's sections and facts, and what the second adds to each."""
    said = _Said(first.sections)
    sections, facts = list(first.sections), list(first.facts)
    known = {meaning for fact in first.facts for meaning in _meanings(fact)}
    for number, section in enumerate(second.sections):
        if section.language not in {"", first.language}:
            # It stands in for a text that this language lacks, and the document of its own language has it.
            continue
        new = [
            fact
            for fact in second.facts
            if fact.section == number and not any(meaning in known for meaning in _meanings(fact))
        ]
        left = _remainder(section, said)
        elsewhere = {fact: said.holder(fact.words) for fact in new if not _holds(left, fact.words)}
        facts.extend(
            fact.model_copy(update={"section": place})
            for fact, place in elsewhere.items()
            if place is not None
        )
        if None in elsewhere.values():
            # A value that the first document doesn't have stays with the words that it stands in.
            left = section.text
        if left:
            here = [fact for fact in new if elsewhere.get(fact) is None]
            facts.extend(fact.model_copy(update={"section": len(sections)}) for fact in here)
            sections.append(_named(section.model_copy(update={"text": left}), first, second))
    return tuple(sections), tuple(facts)


def _named(section: Section, first: Document, second: Document) -> Section:
    """Let a section that `second` adds name that source's page and date; without a page it's the first's."""
    if section.source_url:
        return section
    url = second.url if is_web_address(second.url) else first.url
    return section.model_copy(
        update={"source": second.source, "source_url": url, "modified": second.modified}
    )


class _Said:
    """What a document says: its sentences, and the lines under each kind of heading."""

    def __init__(self, sections: Sequence[Section]) -> None:
        lines = [line for one in sections for line in _lines(one)]
        self._lines = {(kind, _spaced(line)) for kind, line in lines}
        self._sentences = {_spaced(sentence) for _, line in lines for sentence in split_sentences(line)}
        self._texts = [_spaced(one.text) for one in sections]

    def holder(self, quoted: str) -> int | None:
        """Give the index of the section that has these words, None if none has."""
        wanted = _spaced(quoted)
        return next((number for number, text in enumerate(self._texts) if wanted in text), None)

    def repeats(self, line: str, kind: SectionKind) -> bool:
        """Tell whether all of a line is in the document already."""
        if self._has_line(line, kind):
            return True
        if kind is SectionKind.CONTACT and all(self._has_line(piece, kind) for piece in line.split(", ")):
            return True
        sentences = [_spaced(sentence) for sentence in split_sentences(_bare(line))]
        return all(one in self._sentences and len(one.split()) >= _FEW_WORDS for one in sentences)

    def _has_line(self, line: str, kind: SectionKind) -> bool:
        return (kind, _spaced(_bare(line))) in self._lines


def _lines(section: Section) -> Iterator[tuple[SectionKind, str]]:
    """Give the lines of a section; one with a label ("Gebühr: 26,00 Euro") also as what it is about."""
    for line in section.text.splitlines():
        yield section.kind, _bare(line)
        label, colon, said = _bare(line).removeprefix("- ").partition(": ")
        if colon and len(label) <= _LONGEST_LABEL:
            yield heading_kind(label, vocabulary()) or section.kind, said


def _remainder(section: Section, said: _Said) -> str:
    """Give the lines that aren't said yet; one that leads to others ("Sie brauchen:") stays if they do."""
    kept: list[str] = []
    leads: list[str] = []
    is_led = False
    for line in section.text.splitlines():
        if line.rstrip().endswith(":"):
            leads = [line] if is_led else [*leads, line]
            is_led = False
            continue
        is_led = True
        if not said.repeats(line, section.kind):
            kept.extend([*leads, line])
            leads = []
    if not is_led and not all(said.repeats(lead, section.kind) for lead in leads):
        kept.extend(leads)
    return "\n".join(kept)


def _bare(line: str) -> str:
    return _NUMBER.sub("", line)


def _spaced(text: str) -> str:
    return f" {' '.join(words(text))} "


def _holds(text: str, quoted: str) -> bool:
    return _spaced(quoted) in _spaced(text)


def _meanings(fact: Fact) -> Iterator[tuple[object, ...]]:
    """What a fact says, however it is printed: facts that share one of these are listed once.

    Of fees the label tells what they are for, or the words they stand in; of others it is but a heading.
    A time is a deadline or a duration by its heading, which two sources may choose differently; what is
    read from the same sentence is the same.
    """
    parsed = (fact.amount, fact.osm, fact.e164, fact.url)
    value = parsed if any(one is not None for one in parsed) else _spaced(fact.value)
    if fact.kind is FactKind.FEE:
        yield fact.kind, value, fact.currency, "label", _spaced(fact.label)
        yield fact.kind, value, fact.currency, "words", _spaced(fact.words)
        return
    yield fact.kind, value
    if fact.kind in {FactKind.DEADLINE, FactKind.DURATION}:
        yield "time", _spaced(fact.words)


def _links(links: Iterable[Link]) -> tuple[Link, ...]:
    by_url: dict[str, Link] = {}
    for link in links:
        by_url.setdefault(link.url, link)
    return tuple(by_url.values())


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _given(*days: date | None) -> Iterator[date]:
    return (day for day in days if day is not None)
