"""Headings and kinds of sections by module, and the few words that the importer adds itself.

Codes are those of urn:de:xzufi:codeliste:leistungstextmodulleika, version 20240216; 02, 03 and 18 are titles
and the author, no sections.
"""

from dataclasses import dataclass

from corpus.records import SectionKind
from ingest.reader.sections import ReadSection
from ingest.xzufi import module_reader as own
from ingest.xzufi.blocks import GERMAN, SIMPLE
from ingest.xzufi.texts import lines_section

TITLE = "03"
CATALOGUE_TITLE = "02"
AUTHOR = "18"
SHORT, FULL, TEASER = "05", "06", "24"
PAPERS_TEXT = "08"
FORMS_TEXT = "14"


@dataclass(frozen=True)
class Module:
    """How a module shows: its kind and its headings in German and in English."""

    kind: SectionKind
    german: str
    english: str

    def heading(self, language: str) -> str:
        """The heading in German for German documents, in English for all others."""
        return self.german if language in {GERMAN, SIMPLE} else self.english


#: In the order in which documents show them.
MODULES: dict[str, Module] = {
    TEASER: Module(SectionKind.DESCRIPTION, "Überblick", "Overview"),
    SHORT: Module(SectionKind.DESCRIPTION, "Kurzbeschreibung", "Summary"),
    FULL: Module(SectionKind.DESCRIPTION, "Beschreibung", "Description"),
    own.COSTS: Module(SectionKind.FEES, "Kosten", "Costs"),
    PAPERS_TEXT: Module(SectionKind.DOCUMENTS, "Erforderliche Unterlagen", "Required documents"),
    own.PAPERS: Module(SectionKind.DOCUMENTS, "Erforderliche Unterlagen", "Required documents"),
    "09": Module(SectionKind.REQUIREMENTS, "Voraussetzungen", "Requirements"),
    "11": Module(SectionKind.PROCEDURE, "Verfahrensablauf", "Procedure"),
    own.DURATION: Module(SectionKind.DURATION, "Bearbeitungsdauer", "Processing time"),
    own.DEADLINE: Module(SectionKind.DEADLINE, "Fristen", "Deadlines"),
    FORMS_TEXT: Module(SectionKind.FORMS, "Formulare", "Forms"),
    "16": Module(SectionKind.DESCRIPTION, "Hinweise", "Please note"),
    own.INDIVIDUAL: Module(SectionKind.DESCRIPTION, "Weitere Angaben", "More details"),
    "22": Module(SectionKind.CONTACT, "Zuständige Stelle", "Responsible body"),
    "23": Module(SectionKind.CONTACT, "Ansprechpunkt", "Point of contact"),
    "07": Module(SectionKind.LEGAL, "Rechtsgrundlagen", "Legal basis"),
    "25": Module(SectionKind.LEGAL, "Rechtsbehelf", "Legal remedy"),
    "15": Module(SectionKind.DESCRIPTION, "Weiterführende Informationen", "Further information"),
}

NO_SECTION = frozenset({TITLE, CATALOGUE_TITLE, AUTHOR, own.HOTLINE})
OTHER = Module(SectionKind.DESCRIPTION, "Weitere Angaben", "More details")
ONLINE = Module(SectionKind.ONLINE, "Online-Dienste", "Online services")
OFFICES = Module(SectionKind.CONTACT, "Zuständige Stellen", "Responsible offices")
CONTACT = Module(SectionKind.CONTACT, "Kontakt", "Contact")
HOURS = Module(SectionKind.HOURS, "Öffnungszeiten", "Opening hours")
ACCESSIBILITY = Module(SectionKind.DESCRIPTION, "Barrierefreiheit", "Accessibility")
PAYMENT = Module(SectionKind.FEES, "Zahlungsarten", "Ways to pay")
ONLINE_PAYMENT = Module(SectionKind.FEES, "Zahlungsarten online", "Ways to pay online")
TRANSLATION = Module(SectionKind.DESCRIPTION, "Hinweis zur Übersetzung", "About this translation")
_MACHINE = ("Dieser Text ist maschinell übersetzt.", "This text was translated by a machine.")
HOTLINE = "Hinweise für die telefonische Auskunft"

_ONLY = {
    (GERMAN, "en"): "nur auf Englisch",
    (SIMPLE, GERMAN): "nicht in einfacher Sprache",
    ("en", GERMAN): "in German only",
}


def translation_note(language: str) -> ReadSection:
    """Tell citizens that a machine translated what they read."""
    words = _MACHINE[0 if language in {GERMAN, SIMPLE} else 1]
    return lines_section([words], TRANSLATION.heading(language), TRANSLATION.kind)


def only_in(shown: str, language: str) -> str:
    """Say beside a heading of a `language` document that its text is in another language."""
    if found := _ONLY.get((language, shown)):
        return found
    return f"nur auf „{shown}“" if language in {GERMAN, SIMPLE} else f"only in language “{shown}”"
