"""Completes a page by its structured data: only what the visible page doesn't say, never against it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import phonenumbers

from corpus.records import DocumentKind, Fact, FactKind, Section, SectionKind
from corpus.values.hours import parse_hours
from ingest.reader.fragment import read_fragment
from ingest.reader.structured.contact import Contact, contact_of
from ingest.reader.structured.events import Occasion, occasion_of
from ingest.reader.structured.hours import Hours, hours_of
from ingest.reader.structured.items import Item

_WORD = re.compile(r"\w+")
_MOST_QUESTIONS = 200
_LONGEST_ANSWER = 20_000
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember",
)  # fmt: skip
_ANY_DATE = re.compile(r"\b\d{1,2}\.\s?(?:\d{1,2}\.|[a-zä]{3,9})\s?\d{4}\b", re.IGNORECASE)


@dataclass
class Completion:
    """What structured data adds to a page: sections, the last day of an event, addresses of offices.

    `contradictions` are German sentences on where it says something else than the page; the page holds.
    """

    sections: list[Section] = field(default_factory=list)
    valid_until: date | None = None
    offices: tuple[str, ...] = ()
    contradictions: list[str] = field(default_factory=list)


def complete(
    item: Item, kind: DocumentKind | None, sections: Sequence[Section], facts: Sequence[Fact]
) -> Completion:
    """Compare an item of a page, about a thing of that kind, with the page's visible sections and facts."""
    page = _Page(sections, facts)
    found = Completion(offices=tuple(_offices(item)))
    if kind is DocumentKind.OFFICE:
        _add_hours(found, hours_of(item), page)
        _add_contact(found, contact_of(item), page)
    elif kind is DocumentKind.EVENT and (occasion := occasion_of(item)):
        _add_occasion(found, occasion, page)
    elif kind is DocumentKind.FAQ:
        found.sections.extend(_questions(item, page))
    return found


class _Page:
    """What a page shows: all its words in order, and its facts."""

    def __init__(self, sections: Sequence[Section], facts: Sequence[Fact]) -> None:
        self.text = "\n".join(f"{one.heading}\n{one.text}" for one in sections)
        self._words = _words(self.text)
        self.facts = facts
        self.has_hours = any(one.kind is SectionKind.HOURS for one in sections)

    def of(self, kind: FactKind) -> list[Fact]:
        return [fact for fact in self.facts if fact.kind is kind]

    def says(self, text: str) -> bool:
        return _words(text) in self._words


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _add_hours(found: Completion, hours: Hours, page: _Page) -> None:
    visible = page.of(FactKind.HOURS)
    if hours.lines and not visible and not page.has_hours:
        found.sections.append(_section(SectionKind.HOURS, "Öffnungszeiten", hours.lines))
    # Data have no words for "nach Vereinbarung": with a reservation the page says more, nothing else.
    certain = {fact.osm for fact in visible if fact.osm and "unknown" not in fact.osm}
    if hours.lines and certain and parse_hours(hours.lines) not in certain:
        found.contradictions.append(_contradiction("andere Öffnungszeiten", "; ".join(hours.lines)))
    special = [sentence for first, sentence in hours.special if not _names_day(page.text, first)]
    if special:
        found.sections.append(_section(SectionKind.HOURS, "Abweichende Öffnungszeiten", special))


def _add_contact(found: Completion, contact: Contact, page: _Page) -> None:
    lines: list[str] = []
    if contact.address and not page.says(contact.address[0]):
        if page.of(FactKind.ADDRESS):
            found.contradictions.append(_contradiction("eine andere Anschrift", ", ".join(contact.address)))
        else:
            lines.extend(contact.address)
    shown = {fact.e164 for fact in page.of(FactKind.TELEPHONE)}
    for number in contact.telephones:
        if (e164 := _e164(number)) is None or e164 in shown:
            continue
        if shown:
            found.contradictions.append(_contradiction("eine andere Telefonnummer", number))
        else:
            lines.append(f"Telefon: {number}")
    mails = {(fact.url or "").removeprefix("mailto:").casefold() for fact in page.of(FactKind.EMAIL)}
    for mail in contact.emails:
        if mail.casefold() in mails:
            continue
        if mails:
            found.contradictions.append(_contradiction("eine andere E-Mail-Adresse", mail))
        else:
            lines.append(f"E-Mail: {mail}")
    if lines:
        found.sections.append(_section(SectionKind.CONTACT, "Kontakt", lines))


def _add_occasion(found: Completion, occasion: Occasion, page: _Page) -> None:
    if _names_day(page.text, occasion.first):
        found.valid_until = occasion.last
    elif _ANY_DATE.search(page.text):
        found.contradictions.append(_contradiction("einen anderen Termin", occasion.lines[0]))
    else:
        found.valid_until = occasion.last
        found.sections.append(_section(SectionKind.DESCRIPTION, "Wann und wo", occasion.lines))


def _questions(item: Item, page: _Page) -> Iterator[Section]:
    """Give the questions that the page doesn't show, each as a section."""
    for question in item.items("mainEntity")[:_MOST_QUESTIONS]:
        title = question.text("name")
        answer = next(iter(question.items("acceptedAnswer", "suggestedAnswer")), Item()).text("text")
        if not title or not answer or len(answer) > _LONGEST_ANSWER or page.says(title):
            continue
        read = read_fragment(answer, title)
        lines = [line for one in read for line in one.section.text.splitlines()]
        if lines and not page.says(lines[0]):
            yield _section(SectionKind.DESCRIPTION, title, lines)


def _offices(item: Item) -> Iterator[str]:
    """Give the addresses of the pages of those who provide a service."""
    for provider in item.items("provider", "serviceOperator"):
        yield from (address for address in (*provider.texts("url"), provider.id) if address)


def _section(kind: SectionKind, heading: str, lines: Sequence[str]) -> Section:
    return Section(kind=kind, heading=heading, text="\n".join(lines))


def _contradiction(what: str, value: str) -> str:
    return (
        f"Die strukturierten Daten der Seite (schema.org) nennen {what} als ihr Text: {value}. "
        "Übernommen wurde der Text; bitte gleichen Sie beides ab."
    )


def _e164(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, "DE")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _names_day(text: str, day: date) -> bool:
    """Tell whether a text names a day: "3.12.2026", "03.12.", "3. Dezember"."""
    month = rf"(?:0?{day.month}\.|{_MONTHS[day.month - 1]})"
    return bool(re.search(rf"(?<!\d)0?{day.day}\.\s?{month}", text, re.IGNORECASE))
