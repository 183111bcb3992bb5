"""Inspects documents before they are stored: what addresses a machine is left out, the rest stays."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.machine_text.addressed import addressed_sentences, addresses_machine, may_address_machine
from corpus.records import Document, Fact, Link, Section
from ingest.safety.suspicion import Suspicion, SuspicionKind, suspicion

_LEFT_OUT = "Der Satz wurde weggelassen, der übrige Text bleibt."
_RENAMED = "Der Titel wurde ersetzt."
_KEYWORD = "Das Stichwort wurde weggelassen."
_LINK = "Der Linktext wurde durch die Adresse ersetzt."
_HEADING = "Die Überschrift wurde weggelassen."


@dataclass
class Inspection:
    """The documents without what addresses a machine, and what that was."""

    documents: list[Document] = field(default_factory=list)
    suspicions: list[Suspicion] = field(default_factory=list)


def inspect_documents(documents: Iterable[Document]) -> Inspection:
    """Inspect documents of any source: text, headings, titles, keywords, texts of links, facts.

    A document that has no text left, and had some, is left out as a whole.
    """
    inspected = Inspection()
    for document in documents:
        clean, found = inspect_document(document)
        inspected.suspicions.extend(found)
        if clean.sections or not document.sections:
            inspected.documents.append(clean)
    return inspected


def inspect_document(document: Document) -> tuple[Document, tuple[Suspicion, ...]]:
    """Give the document without what addresses a machine (the same object if there is nothing), and that."""
    if not may_address_machine("\n".join(_texts(document))):
        return document, ()
    return _Inspector(document).inspected()


def _texts(document: Document) -> Iterable[str]:
    yield document.title
    yield from document.breadcrumbs
    yield from document.keywords
    yield from (link.text for link in (*document.forms, *document.online))
    for section in document.sections:
        yield section.heading
        yield section.text
    for fact in document.facts:
        yield fact.label


class _Inspector:
    """One inspection; every suspicion is told once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._found: dict[tuple[str, str], Suspicion] = {}

    def inspected(self) -> tuple[Document, tuple[Suspicion, ...]]:
        document = self._document
        sections = [self._section(section) for section in document.sections]
        # Facts point at sections by number, so these are counted anew when empty ones go.
        kept = [index for index, section in enumerate(sections) if section.text or section.heading]
        numbers = {old: new for new, old in enumerate(kept)}
        facts = [fact for one in document.facts if (fact := self._fact(one, numbers)) is not None]
        clean = document.model_copy(
            update={
                "title": self._title(document.title, sections),
                "breadcrumbs": tuple(one for one in document.breadcrumbs if self._passes(one, _KEYWORD)),
                "keywords": tuple(one for one in document.keywords if self._passes(one, _KEYWORD)),
                "sections": tuple(sections[index] for index in kept),
                "facts": tuple(facts),
                "forms": tuple(self._link(link) for link in document.forms),
                "online": tuple(self._link(link) for link in document.online),
            }
        )
        if not self._found:
            return document, ()
        return clean, tuple(self._found.values())

    def _section(self, section: Section) -> Section:
        heading = self._without(section.heading, _HEADING)
        text = self._without(section.text, _LEFT_OUT)
        if (heading, text) == (section.heading, section.text):
            return section
        return section.model_copy(update={"heading": heading, "text": text})

    def _title(self, title: str, sections: list[Section]) -> str:
        clean = self._without(title, _RENAMED)
        others = (section.heading for section in sections if section.heading)
        return clean or next(others, self._document.url)

    def _link(self, link: Link) -> Link:
        return link if self._passes(link.text, _LINK) else link.model_copy(update={"text": link.url})

    def _fact(self, fact: Fact, numbers: dict[int, int]) -> Fact | None:
        """Give the fact, None if it stands in what was left out."""
        if fact.section not in numbers:
            return None
        words, label = self._without(fact.words, _LEFT_OUT), self._without(fact.label, _LEFT_OUT)
        if not words or (words != fact.words and fact.value not in words) or addresses_machine(fact.value):
            return None
        return fact.model_copy(update={"words": words, "label": label, "section": numbers[fact.section]})

    def _passes(self, text: str, done: str) -> bool:
        return self._without(text, done) == text

    def _without(self, text: str, done: str) -> str:
        """Give `text` without the sentences that address a machine, and tell them."""
        sentences = addressed_sentences(text.splitlines())
        for sentence in sentences:
            self._found.setdefault(
                (sentence, done), suspicion(self._document.url, SuspicionKind.ADDRESSED, sentence, done)
            )
        return _cut(text, sentences) if sentences else text


def _cut(text: str, sentences: list[str]) -> str:
    """Cut sentences, which come in order, out of a text; lines that lose everything go."""
    left = list(sentences)
    lines: list[str] = []
    for line in text.splitlines():
        rest = line
        while left and left[0] in rest:
            rest = rest.replace(left.pop(0), " ", 1)
        if rest == line:
            lines.append(line)
        elif any(letter.isalnum() for letter in rest):
            lines.append(" ".join(rest.split()))
    return "\n".join(lines)
