"""Gives offices the notices about them, from their own pages and from the news that name them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.records import Audience, Document, DocumentKind, Fact, FactKind
from corpus.values.hours import BERLIN
from ingest.facts.notices import find_notices

_BEARING = frozenset({DocumentKind.NEWS, DocumentKind.PAGE, DocumentKind.SERVICE, DocumentKind.OFFICE})
_TITLE_END = re.compile(r"\s(?:[-–|]\s|der (?:Stadt|Gemeinde)\b).*$")
_SUBJECT = re.compile(r"\b(?i:das|die|der|den)\s(?:\w+e[nrs]?\s)?([A-ZÄÖÜ][\w-]+)")
# Whom a notice on an office's own page may name and still mean the whole office.
_ITSELF = re.compile(
    r"(?:\w*(?:amt|büro|rathaus|dienststelle|geschäftsstelle|verwaltung|behörde|haus|einrichtung|abteilung)"
    r"|Öffnungszeit(?:en)?|Zeit|Tag|Woche|Jahren?|Feiertage?|Personalversammlung|Betriebsausflug\w*)",
    re.IGNORECASE,
)
_EVERYBODY = re.compile(
    r"\b(?:die (?:gesamte )?(?:Stadt|Gemeinde|Kreis|Verbands)verwaltung"
    r"|(?:alle |die )(?:städtischen )?(?:Ämter|Dienststellen)|das (?:gesamte )?Rathaus)\b",
    re.IGNORECASE,
)
_LOCATIVE = re.compile(
    r"\b(?:in|im|bei|beim|von|vom|aus|an|am|auf|vor|zu|zur|zum|neben|der|des|dem)(?:\s(?:der|dem))?\s$",
    re.IGNORECASE,
)
# Who says that it has begun means today.
_NOW = re.compile(
    r"\b(?:seit|ab (?:heute|sofort)|derzeit|zurzeit|zur Zeit|aktuell|momentan|weiterhin)\b", re.IGNORECASE
)
_MASCULINE = ("hof", "dienst", "service", "betrieb", "punkt")


@dataclass(frozen=True)
class _Office:
    id: str
    title: str
    language: str
    pattern: re.Pattern[str] = field(compare=False)


class Announced:
    """Documents with their notices, and offices with those that other pages publish about them.

    A notice stands in the document that states it; an office that it names gets a copy whose `url` is that
    page. Where a notice names everybody ("die Stadtverwaltung"), each office gets it without `osm`: not all
    of them need be closed. A notice without certain dates goes to no other page. Notices found before are
    replaced, so that what is stored may be read again.
    """

    def __init__(self, documents: Iterable[Document]) -> None:
        """Take documents that can be iterated again and are the same each time; their texts aren't kept."""
        self._documents = documents
        self._own: dict[str, tuple[Fact, ...]] = {}
        self._given: dict[str, list[Fact]] = {}
        offices: list[_Office] = []
        announcing: list[Document] = []
        for document in documents:
            if found := tuple(_own(document)):
                self._own[document.id] = found
                announcing.append(document.model_copy(update={"sections": (), "facts": found}))
            if document.kind is DocumentKind.OFFICE and document.audience is Audience.PUBLIC:
                offices.append(_office(document))
        for document in announcing:
            for office, notice in _for_others(document, offices):
                self._given.setdefault(office.id, []).append(notice)

    def __iter__(self) -> Iterator[Document]:
        for document in self._documents:
            kept = [fact for fact in document.facts if fact.kind is not FactKind.NOTICE]
            own = self._own.get(document.id, ())
            said = {(fact.value, fact.valid_from) for fact in own}
            given = [
                fact for fact in self._given.get(document.id, ()) if (fact.value, fact.valid_from) not in said
            ]
            facts = (*kept, *own, *_without_titles(dict.fromkeys(given)))
            yield document if facts == document.facts else document.model_copy(update={"facts": facts})


def _without_titles(notices: Iterable[Fact]) -> list[Fact]:
    """The notices without titles ("Bürgerbüro am 3. Dezember geschlossen") that a sentence tells whole."""
    found = list(notices)
    told = {_days(one) for one in found if one.value.endswith((".", "!"))}
    return [one for one in found if one.value.endswith((".", "!")) or _days(one) not in told]


def _days(notice: Fact) -> tuple[date | None, date | None, str | None]:
    return notice.valid_from, notice.valid_until, notice.osm


def _office(document: Document) -> _Office:
    title = _TITLE_END.sub("", document.title)
    name, _, town = title.rpartition(" ")
    if name and town.casefold() == document.city.casefold():
        # In its own town the "Hallenbad Kleinau" is "das Hallenbad".
        title = name
    return _Office(
        document.id, title, document.language, re.compile(rf"(?<![\w-]){re.escape(title)}(?![\w-])")
    )


def _own(document: Document) -> Iterator[Fact]:
    """The notices that a document states; on an office's page also what they change, if it is all of it."""
    if document.kind not in _BEARING:
        return
    written = document.modified.astimezone(BERLIN).date() if document.modified else None
    sections = enumerate(document.sections)
    found = [fact for index, section in sections for fact in find_notices(section, index, written)]
    for fact in _begun_later(found, written):
        if _outlives(fact, document):
            # The page ended before: its date isn't the one from which the year was taken.
            yield fact.model_copy(update={"osm": None, "valid_from": None, "valid_until": None})
        elif document.kind is DocumentKind.OFFICE and not _means_office(document, fact.value):
            yield fact.model_copy(update={"osm": None})
        else:
            yield fact


def _begun_later(notices: Sequence[Fact], written: date | None) -> list[Fact]:
    """The notices; those that only say until when begin with the page's others, if these begin later.

    "Stadtbibliothek: geschlossen bis 4. Januar" on a page of November about the days from 24 December says
    nothing of November.
    """
    starts = [one.valid_from for one in notices if one.valid_from and written and one.valid_from > written]
    if written is None or not starts:
        return list(notices)
    first = min(starts)
    return [
        one.model_copy(update={"valid_from": first, "osm": None})
        if one.valid_from == written
        and one.valid_until
        and first <= one.valid_until
        and not _NOW.search(one.value)
        else one
        for one in notices
    ]


def _outlives(notice: Fact, document: Document) -> bool:
    first = notice.valid_from or notice.valid_until
    return document.valid_until is not None and first is not None and first > document.valid_until


def _means_office(office: Document, sentence: str) -> bool:
    """Whether a sentence on an office's page is about the whole office, not about its sauna."""
    named = _SUBJECT.findall(sentence)
    return all(_ITSELF.fullmatch(name) or name.casefold() in office.title.casefold() for name in named)


def _for_others(document: Document, offices: Sequence[_Office]) -> Iterator[tuple[_Office, Fact]]:
    if document.audience is not Audience.PUBLIC:
        return
    others = [one for one in offices if one.id != document.id and one.language == document.language]
    for fact in document.facts:
        if not (fact.valid_from or fact.valid_until):
            continue
        elsewhere = fact.model_copy(update={"url": document.url, "section": 0})
        named = [one for one in others if _names(one, fact.value)]
        for office in named:
            yield office, elsewhere
        is_for_all = document.kind in {DocumentKind.NEWS, DocumentKind.PAGE} and not named
        if is_for_all and _EVERYBODY.search(fact.value):
            for office in others:
                yield office, elsewhere.model_copy(update={"osm": None})


def _names(office: _Office, sentence: str) -> bool:
    """Whether the sentence is about the office: "das Bürgerbüro", not "die Sauna im Hallenbad"."""
    for match in office.pattern.finditer(sentence):
        before = sentence[: match.start()]
        article = before.rstrip().rpartition(" ")[2].casefold()
        if article == "der" and office.title.casefold().endswith(_MASCULINE):
            return True
        if not _LOCATIVE.search(before):
            return True
    return False
