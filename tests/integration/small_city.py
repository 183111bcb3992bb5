"""A city of a handful of documents, for tests that need to know every word of it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from corpus.city import City, Hotline, State
from corpus.embedding.embedder import Embedder
from corpus.generations.build import build_generation
from corpus.generations.library import Library
from corpus.generations.shelf import Shelf
from corpus.records import (
    Audience,
    Document,
    DocumentKind,
    Fact,
    FactKind,
    Link,
    Section,
    SectionKind,
)
from corpus.sources import WebsiteSource

SITE = "https://www.kleinstadt.example"
MODIFIED = datetime(2026, 6, 1, tzinfo=UTC)


def small_city() -> City:
    """Kleinstadt, in Hesse, in German and English."""
    return City(
        id="kleinstadt",
        name="Kleinstadt",
        state=State.HE,
        website=SITE,
        languages=("de", "en"),
        hotline=Hotline(
            name="Bürgertelefon", telephone="069 90009-115", hours="Mo–Fr 8–17 Uhr", osm="Mo-Fr 08:00-17:00"
        ),
        sources=(WebsiteSource(type="website", name="website", start=(SITE,)),),
    )


def documents() -> list[Document]:
    """Identity card, moving in, dog tax, an office, an internal note, an expired notice."""
    return [_identity_card(), _registration(), _dog_tax(), _office(), _internal(), _expired()]


def publish(
    data: Path, embedder: Embedder, extra: tuple[Document, ...] = (), *, without: tuple[str, ...] = ()
) -> Library:
    """Build and publish a generation of these documents under `data`, and open its shelf.

    `without` leaves out documents by their ids.
    """
    shelf = Shelf(data / "generations" / "kleinstadt")
    folder = shelf.new_folder()
    kept = [one for one in documents() if one.id not in without]
    build_generation(folder, "kleinstadt", [*kept, *extra], embedder)
    shelf.publish(folder)
    library = Library(shelf, embedder)
    library.warm()
    return library


def _document(
    key: str, title: str, kind: DocumentKind, sections: tuple[Section, ...], **more: object
) -> Document:
    return Document.model_validate(
        {
            "id": f"website:/{key}",
            "city": "kleinstadt",
            "source": "website",
            "title": title,
            "url": f"{SITE}/{key}",
            "kind": kind,
            "sections": sections,
            "modified": MODIFIED,
            **more,
        }
    )


def _section(kind: SectionKind, heading: str, text: str) -> Section:
    return Section(kind=kind, heading=heading, text=text, anchor=heading.lower().replace(" ", "-"))


def _identity_card() -> Document:
    sections = (
        _section(
            SectionKind.DESCRIPTION,
            "Personalausweis",
            "Den Personalausweis beantragen Sie persönlich im Bürgerbüro.\n"
            "Er ist für Personen ab 24 Jahren zehn Jahre gültig.",
        ),
        _section(SectionKind.FEES, "Gebühren", "- ab 24 Jahren: 46,00 Euro\n- unter 24 Jahren: 27,60 Euro"),
        _section(
            SectionKind.DOCUMENTS,
            "Erforderliche Unterlagen",
            "Bringen Sie bitte mit:\n- alter Personalausweis oder Reisepass\n- digitales Passfoto",
        ),
    )
    facts = (
        _fee("46,00 Euro", "ab 24 Jahren", "- ab 24 Jahren: 46,00 Euro"),
        _fee("27,60 Euro", "unter 24 Jahren", "- unter 24 Jahren: 27,60 Euro"),
    )
    return _document(
        "personalausweis",
        "Personalausweis beantragen",
        DocumentKind.SERVICE,
        sections,
        facts=facts,
        keywords=("Ausweis", "Perso"),
        office_ids=("website:/buergerbuero",),
        online=(Link(text="Termin buchen", url=f"{SITE}/termin"),),
    )


def _fee(value: str, label: str, words: str) -> Fact:
    amount = Decimal(value.removesuffix(" Euro").replace(",", "."))
    return Fact(kind=FactKind.FEE, value=value, label=label, words=words, section=1, amount=amount)


def _registration() -> Document:
    sections = (
        _section(
            SectionKind.DESCRIPTION,
            "Wohnsitz anmelden",
            "Wer in Kleinstadt einzieht, meldet seine Wohnung beim Bürgerbüro an.",
        ),
        _section(
            SectionKind.DEADLINE,
            "Frist",
            "Die Anmeldung muss innerhalb von zwei Wochen nach dem Einzug erfolgen (§ 17 BMG).",
        ),
        _section(SectionKind.FEES, "Kosten", "Für die Anmeldung wird keine Gebühr erhoben."),
    )
    return _document(
        "anmeldung", "Wohnung anmelden", DocumentKind.SERVICE, sections, office_ids=("website:/buergerbuero",)
    )


def _dog_tax() -> Document:
    sections = (
        _section(SectionKind.DESCRIPTION, "Hundesteuer", "Für jeden Hund ist Hundesteuer zu zahlen."),
        _section(SectionKind.FEES, "Höhe der Steuer", "Der erste Hund kostet 84 Euro im Jahr."),
    )
    return _document("hundesteuer", "Hundesteuer", DocumentKind.SERVICE, sections)


def _office() -> Document:
    sections = (
        _section(SectionKind.HOURS, "Öffnungszeiten", "Montag bis Freitag: 8:00–12:00 Uhr"),
        _section(SectionKind.CONTACT, "Kontakt", "Rathausplatz 1, 60999 Kleinstadt\nTelefon 069 90009-100"),
    )
    hours = Fact(
        kind=FactKind.HOURS,
        value="Montag bis Freitag: 8:00–12:00 Uhr",
        words="Montag bis Freitag: 8:00–12:00 Uhr",
        section=0,
        osm="Mo-Fr 08:00-12:00",
    )
    telephone = Fact(kind=FactKind.TELEPHONE, value="069 90009-100", words="Telefon 069 90009-100", section=1)
    address = Fact(
        kind=FactKind.ADDRESS,
        value="Rathausplatz 1, 60999 Kleinstadt",
        words="Rathausplatz 1, 60999 Kleinstadt",
        section=1,
    )
    return _document(
        "buergerbuero", "Bürgerbüro", DocumentKind.OFFICE, sections, facts=(hours, telephone, address)
    )


def _internal() -> Document:
    text = "Intern: Beim Personalausweis die Kulanzregel Blaubeere anwenden."
    sections = (_section(SectionKind.DESCRIPTION, "Dienstanweisung", text),)
    return _document(
        "intern", "Dienstanweisung Personalausweis", DocumentKind.PAGE, sections, audience=Audience.INTERNAL
    )


def _expired() -> Document:
    sections = (
        _section(SectionKind.DESCRIPTION, "Schließung", "Das Bürgerbüro ist am 2. Januar geschlossen."),
    )
    return _document(
        "schliessung",
        "Bürgerbüro geschlossen",
        DocumentKind.NEWS,
        sections,
        valid_until=date(2020, 1, 3),
    )
