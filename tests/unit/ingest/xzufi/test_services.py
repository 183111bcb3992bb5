"""What a service becomes: sections by module, titles, languages, facts, validity."""

from datetime import date
from decimal import Decimal

import pytest

from corpus.records import Audience, Document, FactKind, SectionKind
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import AGENCY, cost, described, module, service, transfer

ID = f"{AGENCY}.LB.1"


def one(holder: Holder, *inside: str, title: str = "Personalausweis", version: str = "2_2_0") -> Document:
    return holder.read(transfer(service("1", *inside, title=title), version=version))[ID]


def sections(document: Document) -> dict[str, str]:
    return {section.heading: section.text for section in document.sections}


@pytest.mark.parametrize(
    ("code", "heading", "kind"),
    [
        ("24", "Überblick", SectionKind.DESCRIPTION),
        ("05", "Kurzbeschreibung", SectionKind.DESCRIPTION),
        ("06", "Beschreibung", SectionKind.DESCRIPTION),
        ("07", "Rechtsgrundlagen", SectionKind.LEGAL),
        ("08", "Erforderliche Unterlagen", SectionKind.DOCUMENTS),
        ("09", "Voraussetzungen", SectionKind.REQUIREMENTS),
        ("11", "Verfahrensablauf", SectionKind.PROCEDURE),
        ("14", "Formulare", SectionKind.FORMS),
        ("15", "Weiterführende Informationen", SectionKind.DESCRIPTION),
        ("16", "Hinweise", SectionKind.DESCRIPTION),
        ("22", "Zuständige Stelle", SectionKind.CONTACT),
        ("23", "Ansprechpunkt", SectionKind.CONTACT),
        ("25", "Rechtsbehelf", SectionKind.LEGAL),
    ],
)
def test_a_text_module_becomes_a_section_of_its_kind(
    holder: Holder, code: str, heading: str, kind: SectionKind
) -> None:
    section = one(holder, module(code, "<p>Das ist der Text.</p>")).sections[0]
    assert (section.heading, section.kind, section.text) == (heading, kind, "Das ist der Text.")


def test_author_and_titles_are_no_sections(holder: Holder) -> None:
    found = one(holder, module("02", "Ausweis Ausstellung"), module("18", "Redaktion"))
    assert found.sections == ()


def test_an_unknown_module_is_kept_under_the_name_that_it_brings(holder: Holder) -> None:
    text = "<x:modulText><x:leikaTextmodul><code>77</code><name>Datenschutz</name></x:leikaTextmodul>"
    text += '<x:inhalt languageCode="de">Wir speichern nichts.</x:inhalt></x:modulText>'
    assert sections(one(holder, text)) == {"Datenschutz": "Wir speichern nichts."}


def test_the_editors_own_heading_stands_instead_of_ours(holder: Holder) -> None:
    text = module("06", "Ein Text.").replace(
        "</x:leikaTextmodul>",
        "</x:leikaTextmodul><x:leikaTextmodulAbweichendeBezeichnung>Worum es geht"
        "</x:leikaTextmodulAbweichendeBezeichnung>",
    )
    assert sections(one(holder, text)) == {"Worum es geht": "Ein Text."}


def test_individual_modules_get_their_kind_by_their_heading(holder: Holder) -> None:
    text = (
        "<x:modulTextIndividuell><x:individuellesTextmodultyp><code>K</code><name>Ermäßigte Gebühren</name>"
        '</x:individuellesTextmodultyp><x:inhalt languageCode="de">12 Euro</x:inhalt>'
        "</x:modulTextIndividuell>"
    )
    section = one(holder, text).sections[0]
    assert (section.heading, section.kind) == ("Ermäßigte Gebühren", SectionKind.FEES)


def test_modules_with_the_same_code_are_joined_by_their_position(holder: Holder) -> None:
    first, second = module("16", "Zuerst."), module("16", "Danach.")
    first = first.replace("<x:modulText>", "<x:modulText><x:positionDarstellung>1</x:positionDarstellung>")
    second = second.replace("<x:modulText>", "<x:modulText><x:positionDarstellung>2</x:positionDarstellung>")
    assert sections(one(holder, second, first)) == {"Hinweise": "Zuerst.\nDanach."}


def test_html_in_the_text_keeps_lists_tables_and_headings(holder: Holder) -> None:
    text = (
        "<p>Sie brauchen:</p><ul><li>Ausweis</li><li>Foto</li></ul><h3>Kinder</h3><p>Die Geburtsurkunde.</p>"
    )
    found = sections(one(holder, module("08", text)))
    assert found == {
        "Erforderliche Unterlagen": "Sie brauchen:\n- Ausweis\n- Foto",
        "Kinder": "Die Geburtsurkunde.",
    }


@pytest.mark.parametrize(
    "text",
    [
        "&lt;p&gt;Erste Zeile&lt;/p&gt;&lt;p&gt;zweite&lt;/p&gt;",
        "<p>Erste&nbsp;Zeile</p><p>zweite</p>",
        "<div onclick='x()'>Erste Zeile<script>alert(1)</script></div>zweite",
        "Erste Zeile\nzweite",
        "Erste Zeile<br/>zweite",
    ],
)
def test_html_is_understood_in_whatever_form_it_comes(holder: Holder, text: str) -> None:
    assert sections(one(holder, module("06", text))) == {"Beschreibung": "Erste Zeile\nzweite"}


def test_cdata_and_elements_instead_of_escaped_html_are_read(holder: Holder) -> None:
    cdata = '<x:modulText><x:leikaTextmodul><code>06</code></x:leikaTextmodul><x:inhalt languageCode="de">'
    cdata += "<![CDATA[<p>Mit <b>Markierung</b>.</p>]]></x:inhalt></x:modulText>"
    nested = cdata.replace("06", "16").replace("<![CDATA[", "").replace("]]>", "")
    found = sections(one(holder, cdata, nested))
    assert found == {"Beschreibung": "Mit Markierung.", "Hinweise": "Mit Markierung."}
    assert holder.report.unknown_elements == {}


@pytest.mark.parametrize(
    "filler",
    [
        "nicht angegeben",
        "Keine Angabe",
        "-",
        "–",
        "<br>",
        "<p>&nbsp;</p>",
        "  ",
        "k. A.",
        "<p>- </p>",
        "n/a",
        "...",
    ],
)
def test_fillers_say_nothing(holder: Holder, filler: str) -> None:
    assert one(holder, module("09", filler), module("06", "Ein Text.")).sections[0].heading == "Beschreibung"
    assert len(holder.documents[f"xzufi:{ID}"].sections) == 1


def test_a_leading_dash_is_no_text(holder: Holder) -> None:
    assert sections(one(holder, module("09", "- Sie sind volljährig."))) == {
        "Voraussetzungen": "Sie sind volljährig."
    }


def test_a_summary_that_the_full_text_repeats_is_left_out(holder: Holder) -> None:
    found = one(
        holder,
        module("05", "Hier gibt es Ausweise."),
        module("06", "<p>Hier gibt es Ausweise.</p><p>Mehr.</p>"),
    )
    assert list(sections(found)) == ["Beschreibung"]


def test_a_module_with_links_only_shows_them_as_links(holder: Holder) -> None:
    law = module("07").replace(
        "</x:modulText>",
        '<x:weiterfuehrenderLink languageCode="de"><x:uri>https://www.gesetze.example/1</x:uri>'
        "<x:titel>§ 1 PAuswG</x:titel></x:weiterfuehrenderLink></x:modulText>",
    )
    assert sections(one(holder, law)) == {"Rechtsgrundlagen": "- § 1 PAuswG"}


# --- titles, ids, terms


def test_the_citizens_title_goes_before_the_catalogues(holder: Holder) -> None:
    found = one(holder, module("02", "Personalausweis Ausstellung"), title="Personalausweis beantragen")
    assert (found.title, found.keywords) == ("Personalausweis beantragen", ("Personalausweis Ausstellung",))


def test_without_any_title_the_id_stands_in(holder: Holder) -> None:
    assert one(holder, module("02", "Ausstellung"), title="").title == "Ausstellung"
    assert one(holder, title="").title == "Leistung 1"


def test_two_titles_in_one_language_are_joined_and_reported(holder: Holder) -> None:
    assert one(holder, module("03", "Perso")).title == "Personalausweis; Perso"
    assert holder.report.double_titles == [f"xzufi:{ID}"]


def test_leika_keys_keep_their_zeros_in_both_spellings(holder: Holder) -> None:
    keys = "<x:referenzLeiKa><code>09008001012000</code></x:referenzLeiKa>" * 2
    keys += "<x:referenzLeistungsschluessel>99 008 001 012 001</x:referenzLeistungsschluessel>"
    assert one(holder, keys).leika == ("09008001012000", "99008001012001")


def test_code_may_be_in_the_namespace_of_everything_around_it(holder: Holder) -> None:
    text = module("06", "Ein Text.").replace("<code>", "<x:code>").replace("</code>", "</x:code>")
    assert sections(one(holder, text)) == {"Beschreibung": "Ein Text."}


def test_terms_become_keywords_and_the_first_topic_a_breadcrumb(holder: Holder) -> None:
    inside = (
        "<x:modulBegriffImKontext><x:begriffImKontext><x:begriff languageCode='de'>Perso</x:begriff>"
        "<x:typ><code>001</code></x:typ></x:begriffImKontext></x:modulBegriffImKontext>"
        "<x:kategorie><x:id>K</x:id><x:bezeichnung languageCode='de'>Ausweise</x:bezeichnung></x:kategorie>"
    )
    found = one(holder, inside)
    assert (found.keywords, found.breadcrumbs) == (("Perso",), ("Ausweise",))


@pytest.mark.parametrize(
    ("address", "cited"),
    [
        ("https://www.stadt.example/ausweis", "https://www.stadt.example/ausweis"),
        ("http://portal/ausweis", f"#/xzufi/{ID}"),
        ("http://10.0.0.8/ausweis", f"#/xzufi/{ID}"),
        ("http://redaktion.intern/1", f"#/xzufi/{ID}"),
        ("javascript:alert(1)", f"#/xzufi/{ID}"),
    ],
)
def test_only_an_address_that_citizens_can_open_is_cited(holder: Holder, address: str, cited: str) -> None:
    portal = f"<x:modulUrsprungsportal languageCode='de'><x:uri>{address}</x:uri></x:modulUrsprungsportal>"
    assert one(holder, portal).url == cited


def test_the_release_is_shown_before_the_last_change(holder: Holder) -> None:
    version = "<x:geaendertDatumZeit>2026-11-18T13:05:22Z</x:geaendertDatumZeit>"
    version = f"<x:versionsinformation>{version}</x:versionsinformation>"
    release = "<x:fachlichFreigegebenAm>2026-03-12</x:fachlichFreigegebenAm>"
    release = f"<x:modulFachlicheFreigabe>{release}</x:modulFachlicheFreigabe>"
    changed = one(holder, version).modified
    holder.documents.clear()
    released = one(holder, version, release).modified
    assert changed is not None
    assert released is not None
    assert (changed.date(), released.date()) == (date(2026, 11, 18), date(2026, 3, 12))


# --- costs, deadlines, durations, papers


def test_structured_costs_become_fees_with_their_amounts(holder: Holder) -> None:
    fixed = cost("<x:kostenFix><x:betrag currencyCode='EUR'>41.00</x:betrag></x:kostenFix>", "ab 24 Jahren")
    found = one(holder, described("modulKosten", "Unter 24 Jahren: 25,50 Euro.", fixed))
    assert found.sections[0].text.splitlines()[0] == "ab 24 Jahren: 41,00 Euro"
    assert [(fact.label, fact.amount) for fact in found.facts if fact.kind is FactKind.FEE] == [
        ("ab 24 Jahren", Decimal("41.00")),
        ("Unter 24 Jahren", Decimal("25.50")),
    ]


def test_an_amount_that_the_text_states_is_not_said_twice(holder: Holder) -> None:
    fixed = cost("<x:betrag>41.00</x:betrag>")
    found = one(holder, described("modulKosten", "Der Ausweis kostet 41 Euro.", fixed))
    assert found.sections[0].text == "Der Ausweis kostet 41 Euro."


@pytest.mark.parametrize(
    ("amounts", "line"),
    [
        ("<x:betragUntergrenze>10.00</x:betragUntergrenze><x:betragObergrenze>2500.5</x:betragObergrenze>",
         "10,00 Euro bis 2.500,50 Euro"),
        ("<x:betragUntergrenze>10</x:betragUntergrenze>", "ab 10,00 Euro"),
        ("<x:betragObergrenze>10</x:betragObergrenze>", "bis zu 10,00 Euro"),
        ("<x:beschreibungKostenfreiheit>Für Schulen kostenfrei</x:beschreibungKostenfreiheit>",
         "Für Schulen kostenfrei"),
        ("<x:betrag>5.00</x:betrag><x:waehrung><code>CHF</code></x:waehrung>", "5,00 CHF"),
    ],
)  # fmt: skip
def test_each_form_of_costs_has_its_line(holder: Holder, amounts: str, line: str) -> None:
    assert one(holder, described("modulKosten", "", cost(amounts))).sections[0].text == line


def test_an_amount_that_cannot_be_read_leaves_its_description(holder: Holder) -> None:
    found = one(holder, described("modulKosten", "", cost("<x:betrag>41,00</x:betrag>", "nach Aufwand")))
    assert found.sections[0].text == "nach Aufwand"
    assert [fact for fact in found.facts if fact.amount is not None] == []


def test_a_structured_duration_is_a_fact(holder: Holder) -> None:
    span = (
        "<x:bearbeitungsdauer><x:fristauswahl><x:fristDauer><x:dauer>2</x:dauer><x:einheit><code>WOCHE</code>"
        "</x:einheit><x:dauerBis>3</x:dauerBis></x:fristDauer></x:fristauswahl></x:bearbeitungsdauer>"
    )
    found = one(holder, described("modulBearbeitungsdauer", "", span))
    assert (found.sections[0].kind, found.sections[0].text) == (SectionKind.DURATION, "2 bis 3 Wochen")
    assert [fact.value for fact in found.facts if fact.kind is FactKind.DURATION] == ["2 bis 3 Wochen"]
    assert one(holder, described("modulBearbeitungsdauer", "Zwei bis drei Wochen.", span)).sections[
        0
    ].text == ("Zwei bis drei Wochen.")


@pytest.mark.parametrize(
    ("choice", "line"),
    [
        ("<x:bis>2026-12-01</x:bis>", "Antrag: bis zum 01.12.2026"),
        ("<x:von>--10-01</x:von><x:bis>--12-31</x:bis>", "Antrag: vom 01.10. bis zum 31.12."),
        ("<x:dauer>1</x:dauer><x:einheit>MONAT</x:einheit>", "Antrag: 1 Monat"),
        ("<x:dauer>viel</x:dauer>", "Antrag"),
    ],
)
def test_each_form_of_deadline_has_its_line(holder: Holder, choice: str, line: str) -> None:
    frist = (
        f"<x:frist><x:fristauswahl>{choice}</x:fristauswahl><x:beschreibung>Antrag</x:beschreibung></x:frist>"
    )
    section = one(holder, described("modulFrist", "", frist)).sections[0]
    assert (section.kind, section.text) == (SectionKind.DEADLINE, line)


def test_papers_stand_in_where_the_text_module_for_them_is_missing(holder: Holder) -> None:
    papers = (
        "<x:modulDokument><x:dokumentEingehend><x:bezeichnung>Geburtsurkunde</x:bezeichnung>"
        "</x:dokumentEingehend><x:dokumentAusgehend><x:bezeichnung>Bescheid</x:bezeichnung>"
        "</x:dokumentAusgehend></x:modulDokument>"
    )
    assert sections(one(holder, papers)) == {"Erforderliche Unterlagen": "- Geburtsurkunde"}
    told = sections(one(holder, papers, module("08", "Ihr Ausweis")))
    assert told == {"Erforderliche Unterlagen": "Ihr Ausweis"}


# --- languages


def test_each_language_with_a_text_gets_a_document(holder: Holder) -> None:
    title = module("03", "Ausweis", en="Identity card", de_DE="")
    found = holder.read(transfer(service("1", title, module("06", "Text.", en="Text."), title="")))
    assert {name: (one.language, one.title) for name, one in found.items()} == {
        ID: ("de", "Ausweis"),
        f"{ID}@en": ("en", "Identity card"),
    }


def test_a_module_without_the_language_stands_in_german_and_says_so(holder: Holder) -> None:
    inside = [module("06", "Deutsch.", en_GB="English."), module("09", "Nur deutsch.")]
    found = holder.read(transfer(service("1", *inside)))[f"{ID}@en"]
    assert sections(found) == {"Description": "English.", "Requirements (in German only)": "Nur deutsch."}
    assert [one.language for one in found.sections] == ["", "de"]


def test_what_only_another_language_says_stands_in_that_languages_document(holder: Holder) -> None:
    inside = [module("06", "Deutsch.", en="English."), module("23", en="We speak English.")]
    found = holder.read(transfer(service("1", *inside)))
    assert sections(found[ID]) == {"Beschreibung": "Deutsch."}
    assert sections(found[f"{ID}@en"])["Point of contact"] == "We speak English."


def test_where_nothing_is_said_in_german_the_other_language_stands_in_and_says_so(holder: Holder) -> None:
    found = holder.read(transfer(service("1", module("06", en="English."))))
    assert sections(found[ID]) == {"Beschreibung (nur auf Englisch)": "English."}


def test_a_title_alone_makes_no_document_but_a_keyword(holder: Holder) -> None:
    found = holder.read(transfer(service("1", module("03", en="Identity card"), module("06", "Text."))))
    assert list(found) == [ID]
    assert found[ID].keywords == ("Identity card",)


def test_simple_german_is_a_document_of_its_own(holder: Holder) -> None:
    text = module("06", "Schwer.").replace(
        "</x:modulText>", '<x:inhalt languageCode="de-x-leicht">Leicht.</x:inhalt></x:modulText>'
    )
    found = holder.read(transfer(service("1", text)))[f"{ID}@de-simple"]
    assert (found.language, found.simple, found.sections[0].text) == ("de", True, "Leicht.")


def test_a_machines_translation_says_that_it_is_one(holder: Holder) -> None:
    version = (
        "<x:sprachversion><x:languageCode>en</x:languageCode><x:maschinelleUebersetzung>true"
        "</x:maschinelleUebersetzung></x:sprachversion>"
    )
    found = holder.read(transfer(service("1", module("06", "Text.", en="Text."), version)))
    assert found[f"{ID}@en"].sections[-1].text == "This text was translated by a machine."
    assert len(found[ID].sections) == 1


# --- validity, audience


def validity(begin: str = "", end: str = "") -> str:
    inside = f"<x:beginn>{begin}</x:beginn>" if begin else ""
    return f"<x:gueltigkeit>{inside}{f'<x:ende>{end}</x:ende>' if end else ''}</x:gueltigkeit>"


def test_a_service_that_has_ended_is_not_offered(holder: Holder) -> None:
    ended = service("1", validity("2020-01-01T00:00:00Z", "2026-11-21T23:59:59Z"))
    found = holder.read(transfer(ended, service("2", validity("2027-01-01"))))
    assert list(found) == [f"{AGENCY}.LB.2"]
    assert found[f"{AGENCY}.LB.2"].valid_from == date(2027, 1, 1)


def test_a_module_outside_its_validity_is_not_shown(holder: Holder) -> None:
    old = module("16", "Alt.").replace("</x:modulText>", validity("", "2025-12-31") + "</x:modulText>")
    assert sections(one(holder, old, module("16", "Neu."))) == {"Hinweise": "Neu."}


def test_a_period_that_cannot_be_read_makes_nothing_vanish(holder: Holder) -> None:
    assert one(holder, validity("bald", "irgendwann")).valid_until is None


def test_hints_for_the_hotline_are_internal_and_not_in_the_public_document(holder: Holder) -> None:
    hint = "<x:inhalt languageCode='de'>Nur Frau Meier fragen.</x:inhalt>"
    hint = f"<x:modulAuskunftshinweis>{hint}</x:modulAuskunftshinweis>"
    found = holder.read(transfer(service("1", module("06", "Text."), hint)))
    assert found[f"{ID}@intern"].audience is Audience.INTERNAL
    assert "Meier" in found[f"{ID}@intern"].text()
    assert "Meier" not in found[ID].text()


# --- versions


@pytest.mark.parametrize("version", ["2_1_0", "2_2_0", "2_3_1"])
def test_all_three_versions_are_read_without_a_warning(holder: Holder, version: str) -> None:
    assert one(holder, module("06", "Text."), version=version).sections[0].text == "Text."
    assert holder.report.warnings == []
    assert dict(holder.report.versions) == {version.replace("_", "."): 1}


def test_a_report_of_21_is_read_with_its_pages_and_offices(holder: Holder) -> None:
    inside = service("1", module("06", "Text."), "<x:uri>https://www.stadt.example/pass</x:uri>")
    office = (
        f'<x:id schemeAgencyID="{AGENCY}">7</x:id><x:name>Amt</x:name><x:zustaendigkeit>'
        f'<x:leistungID schemeAgencyID="{AGENCY}">1</x:leistungID></x:zustaendigkeit>'
    )
    report = (
        '<x:leistungsverzeichnis.antwort.leistungsbericht.030108 xzufiVersion="2.1" '
        'xmlns:x="http://xoev.de/schemata/xzufi/2_1_0"><x:nachrichtenkopf/><x:antwort>'
        f"<x:ergebnisLeistung>{inside.removeprefix('<x:leistung>').removesuffix('</x:leistung>')}"
        f"</x:ergebnisLeistung><x:ergebnisOrganisationseinheit>{office}</x:ergebnisOrganisationseinheit>"
        "</x:antwort></x:leistungsverzeichnis.antwort.leistungsbericht.030108>"
    )
    found = holder.read(report.encode())
    assert (found[ID].url, found[ID].office_ids) == (
        "https://www.stadt.example/pass",
        (f"xzufi:{AGENCY}.OE.7",),
    )
    assert (holder.report.warnings, holder.report.unknown_elements) == ([], {})


def test_an_unknown_version_is_read_with_a_warning(holder: Holder) -> None:
    assert one(holder, module("06", "Text."), version="2_9_0").title == "Personalausweis"
    assert "2.9.0" in holder.report.warnings[0]


def test_names_and_repetitions_of_231_are_known(holder: Holder) -> None:
    inside = (
        "<x:versionsinformationen><x:geaendertDatumZeit>2026-11-18T13:05:22Z</x:geaendertDatumZeit>"
        "</x:versionsinformationen><x:informationsbereicheSDG/><x:durchfuehrbarEinheitlicheStelle/>"
        "<x:leistungImKontextID>4</x:leistungImKontextID><x:prozessID>5</x:prozessID>"
    )
    costs = [
        described("modulKosten", text).replace(
            "<x:modulKosten>", "<x:modulKosten><x:zugangskanal><code>100</code></x:zugangskanal>"
        )
        for text in ("Am Schalter 10 Euro.", "Online 8 Euro.")
    ]
    found = one(holder, inside, *costs, version="2_3_1")
    assert sections(found) == {"Kosten": "Am Schalter 10 Euro.\nOnline 8 Euro."}
    assert found.modified is not None
    assert holder.report.unknown_elements == {}


def test_elements_that_nothing_reads_are_reported_with_their_place(holder: Holder) -> None:
    one(
        holder,
        "<x:modulNeu><x:a/></x:modulNeu>",
        module("06", "T.").replace("</x:modulText>", "<x:b/></x:modulText>"),
    )
    assert dict(holder.report.unknown_elements) == {"leistung/modulNeu": 1, "modulText/b": 1}
    assert "leistung/modulNeu (1)" in holder.report.summary()


def test_an_object_without_id_is_passed_over_and_reported(holder: Holder) -> None:
    nameless = "<x:leistung>" + module("03", "Ohne") + "</x:leistung>"
    assert list(holder.read(transfer(nameless, service("1")))) == [ID]
    assert sum(holder.report.broken_objects.values()) == 1
