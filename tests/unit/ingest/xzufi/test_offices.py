"""What offices, responsibilities, online services, forms and additions become."""

from datetime import date

import pytest

from corpus.records import DocumentKind, FactKind, SectionKind
from ingest.xzufi.options import Options
from tests.unit.ingest.xzufi.conftest import Holder
from tests.unit.ingest.xzufi.messages import (
    AGENCY,
    TOWN,
    address,
    channel,
    module,
    office,
    online,
    own_responsibility,
    responsible,
    service,
    transfer,
)

SERVICE, OFFICE, ONLINE = f"{AGENCY}.LB.1", f"{AGENCY}.OE.7", f"{AGENCY}.OD.3"


def lines(holder: Holder, *inside: str, heading: str) -> list[str]:
    document = holder.read(transfer(office("7", *inside)))[OFFICE]
    return [line for one in document.sections if one.heading == heading for line in one.text.splitlines()]


def test_an_office_has_its_contact_as_facts(holder: Holder) -> None:
    inside = [
        address(),
        channel("02", "069 90009-200"),
        channel("04", "069 90009-209"),
        channel("01", "amt@stadt.example"),
    ]
    found = holder.read(transfer(office("7", *inside)))[OFFICE]
    assert (found.kind, found.title) == (DocumentKind.OFFICE, "Bürgerbüro")
    assert [(fact.kind, fact.value) for fact in found.facts] == [
        (FactKind.TELEPHONE, "069 90009-200"),
        (FactKind.EMAIL, "amt@stadt.example"),
        (FactKind.ADDRESS, "Rathausplatz 1, 60999 Musterstadt"),
    ]


def test_people_go_to_a_street_and_letters_to_a_box(holder: Holder) -> None:
    box = address("", "", "<x:postfach>12 34</x:postfach>", kind="Postanschrift")
    found = lines(holder, box, address("Am Markt", "2", "<x:zusatz>2. Stock</x:zusatz>"), heading="Kontakt")
    assert found == [
        "2. Stock",
        "Am Markt 2, 60999 Musterstadt",
        "Postanschrift: Postfach 12 34, 60999 Musterstadt",
    ]


def test_an_address_without_a_type_is_told_by_its_street(holder: Holder) -> None:
    found = lines(holder, address("", "", kind=""), address("Am Markt", "2", kind=""), heading="Kontakt")
    assert found == ["Am Markt 2, 60999 Musterstadt", "Postanschrift: 60999 Musterstadt"]


def test_an_office_without_any_address_is_kept(holder: Holder) -> None:
    assert holder.read(transfer(office("7")))[OFFICE].sections == ()


def test_technical_mailboxes_persons_and_accounts_never_show(holder: Holder) -> None:
    inside = (
        channel("08", "stadt@de-mail.example")
        + "<x:kommunikationssystem><x:kennung>govello-1</x:kennung></x:kommunikationssystem>"
        + "<x:kontaktperson><x:familienname>Meier</x:familienname></x:kontaktperson>"
        + "<x:bankverbindung><x:iban>DE00</x:iban></x:bankverbindung>"
    )
    text = holder.read(transfer(office("7", inside)))[OFFICE].model_dump_json()
    assert not any(word in text for word in ("de-mail", "govello", "Meier", "DE00"))
    assert holder.report.unknown_elements == {}


def test_the_signed_delivery_address_is_never_kept(holder: Holder) -> None:
    secret = '<x:idSekundaer schemeAgencyID="urn:de:fitko">eyJhbGciOiJub25lIn0.geheim</x:idSekundaer>'
    nested = responsible().replace("<x:leistungID", secret + "<x:leistungID")
    holder.read(transfer(service("1"), office("7", nested)))
    assert holder.register is not None
    assert b"geheim" not in holder.register.read_bytes()
    assert not any("geheim" in one.model_dump_json() for one in holder.documents.values())


# --- hours and accessibility


def hours(text: str) -> str:
    return f"<x:infoOeffnungszeitenText languageCode='de'>{text}</x:infoOeffnungszeitenText>"


def regular(day: str, begin: str, end: str, position: str = "", more: str = "") -> str:
    which = f"<x:tagesposition>{position}</x:tagesposition>" if position else ""
    return (
        f"<x:regulaereZeiten><x:tagestyp>{day}</x:tagestyp>{which}<x:beginn>{begin}</x:beginn>"
        f"<x:ende>{end}</x:ende>{more}</x:regulaereZeiten>"
    )


def series(*entries: str, kind: str = "ALLGEMEINE_OEFFNUNGSZEIT", note: str = "") -> str:
    told = f"<x:hinweisText>{note}</x:hinweisText>" if note else ""
    name = "x:infoOeffnungszeitenStrukturiert"
    return f"<{name}><x:typ>{kind}</x:typ>{told}{''.join(entries)}</{name}>"


def osm(holder: Holder, *inside: str) -> list[str | None]:
    document = holder.read(transfer(office("7", *inside)))[OFFICE]
    return [fact.osm for fact in document.facts if fact.kind is FactKind.HOURS]


def test_hours_are_read_from_their_text(holder: Holder) -> None:
    text = hours("&lt;p&gt;Mo bis Fr 8 bis 12 Uhr, Do auch 14 bis 18 Uhr&lt;/p&gt;")
    assert osm(holder, text) == ["Mo-We,Fr 08:00-12:00; Th 08:00-12:00,14:00-18:00"]


def test_hours_are_read_from_their_structure(holder: Holder) -> None:
    given = series(
        regular("MONTAG", "08:00:00", "12:00:00"),
        regular("MONTAG", "13:00:00", "16:00:00"),
        regular("SAMSTAG", "9:00", "12:00", "1"),
    )
    assert osm(holder, given) == ["Mo 08:00-12:00,13:00-16:00; Sa[1] 09:00-12:00"]


def test_a_working_weeks_hours_are_those_of_monday_to_friday(holder: Holder) -> None:
    assert osm(holder, series(regular("ARBEITSTAG_MO_FR", "08:00", "12:00"))) == ["Mo-Fr 08:00-12:00"]


@pytest.mark.parametrize(
    "strange",
    [
        regular("FEIERTAG", "08:00", "12:00"),
        regular("MONTAG", "morgens", "12:00"),
        regular("MONTAG", "08:00", "12:00", "JEDE_DRITTE"),
        regular("MONTAG", "08:00", "12:00", more="<x:nurUngeradeWochen>true</x:nurUngeradeWochen>"),
    ],
)
def test_a_structure_that_isnt_fully_understood_counts_for_nothing(holder: Holder, strange: str) -> None:
    given = series(regular("DIENSTAG", "08:00", "12:00"), strange)
    assert lines(holder, given, hours("nach Vereinbarung"), heading="Öffnungszeiten") == ["nach Vereinbarung"]


def test_text_and_structure_that_say_the_same_are_said_once(holder: Holder) -> None:
    given = series(regular("MONTAG", "08:00", "12:00"))
    assert lines(holder, given, hours("Mo 8 bis 12 Uhr"), heading="Öffnungszeiten") == [
        "Montag: 8:00–12:00 Uhr"
    ]


def test_nothing_is_computed_from_text_and_structure_that_differ(holder: Holder) -> None:
    given = series(regular("MONTAG", "08:00", "12:00"))
    assert osm(holder, given, hours("Mo 9 bis 12 Uhr")) == [None]
    assert osm(holder, given, hours("Besuch nur mit Termin")) == [None]


def test_other_kinds_of_hours_have_headings_of_their_own(holder: Holder) -> None:
    given = series(regular("MONTAG", "08:00", "12:00"), kind="TELEFONISCHE_ERREICHBARKEIT")
    assert lines(holder, given, heading="Telefonische Erreichbarkeit") == ["Montag: 8:00–12:00 Uhr"]


def test_accessibility_is_told_as_given_and_not_guessed(holder: Holder) -> None:
    flags = "<x:kennzeichenRollstuhlgerecht>true</x:kennzeichenRollstuhlgerecht>"
    flags += "<x:kennzeichenAufzug>false</x:kennzeichenAufzug>"
    assert lines(holder, address("Am Markt", "2", flags), heading="Barrierefreiheit") == [
        "- Der Zugang ist rollstuhlgerecht.",
        "- Es gibt keinen Aufzug.",
    ]
    facts = [
        fact for fact in holder.documents[f"xzufi:{OFFICE}"].facts if fact.kind is FactKind.ACCESSIBILITY
    ]
    assert [fact.value for fact in facts] == ["Der Zugang ist rollstuhlgerecht.", "Es gibt keinen Aufzug."]
    assert lines(holder, address(), heading="Barrierefreiheit") == []


def test_what_is_not_valid_today_is_neither_shown_nor_said(holder: Holder) -> None:
    ended = "<x:gueltigkeit><x:ende>2026-11-21</x:ende></x:gueltigkeit>"
    old = channel("02", "069 90009-1").replace("</x:kommunikation>", f"{ended}</x:kommunikation>")
    assert lines(holder, old, channel("02", "069 90009-2"), heading="Kontakt") == ["Telefon: 069 90009-2"]
    gone = online("3").replace("</x:onlinedienst>", f"{ended}</x:onlinedienst>")
    found = holder.read(transfer(service("1"), office("7", ended), gone, own_responsibility("3")))
    assert (list(found), found[SERVICE].online) == ([SERVICE], ())


def test_an_office_that_opens_later_carries_its_date(holder: Holder) -> None:
    coming = "<x:gueltigkeit><x:beginn>2027-01-01</x:beginn></x:gueltigkeit>"
    assert holder.read(transfer(office("7", coming)))[OFFICE].valid_from == date(2027, 1, 1)


# --- responsibilities


@pytest.mark.parametrize("first", ["service", "office"])
def test_a_nested_responsibility_joins_service_and_office_in_any_order(holder: Holder, first: str) -> None:
    objects = [service("1"), office("7", address(), channel("02", "069 90009-200"), responsible())]
    found = holder.read(transfer(*(objects if first == "service" else objects[::-1])))[SERVICE]
    assert found.office_ids == (f"xzufi:{OFFICE}",)
    assert found.sections[-1].kind is SectionKind.CONTACT
    assert (
        found.sections[-1].text == "- Bürgerbüro, Rathausplatz 1, 60999 Musterstadt, Telefon: 069 90009-200"
    )


def test_a_responsibility_of_its_own_does_the_same(holder: Holder) -> None:
    found = holder.read(transfer(own_responsibility("7"), service("1"), office("7")))
    assert found[SERVICE].office_ids == (f"xzufi:{OFFICE}",)


def test_the_closest_office_comes_first_and_one_with_a_street_before_one_without(holder: Holder) -> None:
    holder.options = Options(areas=(TOWN,))
    found = holder.read(
        transfer(
            service("1"),
            office("1", address(), responsible(number="Z1", area="05"), name="Land"),
            office("2", responsible(number="Z2", area=TOWN), name="Hotline"),
            office("3", address(), responsible(number="Z3", area=TOWN), name="Stadt"),
            office("4", address(), responsible(number="Z4", area="00"), name="Bund"),
            office("5", address(), responsible(number="Z5", area="06"), name="Nachbarland"),
        )
    )
    names = [found[one.removeprefix("xzufi:")].title for one in found[SERVICE].office_ids]
    assert names == ["Stadt", "Hotline", "Land", "Bund"]


def test_what_is_for_other_areas_is_left_out_and_counted(holder: Holder) -> None:
    holder.options = Options(areas=(TOWN,))
    elsewhere = "<x:gueltigkeitGebietID>081110000000</x:gueltigkeitGebietID>"
    found = holder.read(transfer(service("1"), service("2", elsewhere), office("7", responsible(area="09"))))
    assert list(found) == [SERVICE]
    # The service, the responsibility, and the office that has neither a responsibility nor an area here.
    assert holder.report.outside == 3


def test_references_to_what_never_comes_are_counted(holder: Holder) -> None:
    holder.read(transfer(service("1"), office("7", responsible("404")), own_responsibility("505")))
    assert (holder.report.unresolved_services, holder.report.unresolved_owners) == (1, 1)


def test_the_same_id_may_mean_a_service_and_an_office(holder: Holder) -> None:
    found = holder.read(transfer(service("7"), office("7"), online("7")))
    assert sorted(found) == [f"{AGENCY}.LB.7", f"{AGENCY}.OD.7", f"{AGENCY}.OE.7"]


def test_ids_of_two_agencies_are_apart(holder: Holder) -> None:
    found = holder.read(transfer(service("1", title="Unsere"), service("1", title="Ihre", agency="B100019")))
    assert {one.title for one in found.values()} == {"Unsere", "Ihre"}


# --- online services, forms, additions


def test_an_online_service_belongs_to_the_services_that_its_responsibilities_name(holder: Holder) -> None:
    found = holder.read(transfer(online("3"), own_responsibility("3"), service("1")))
    assert list(found) == [SERVICE]
    assert [(link.text, link.url) for link in found[SERVICE].online] == [
        ("Termin buchen", "https://termine.stadt.example/")
    ]
    assert [fact.url for fact in found[SERVICE].facts if fact.kind is FactKind.ONLINE] == [
        "https://termine.stadt.example/"
    ]


@pytest.mark.parametrize(
    "telling",
    [
        ("<x:zustaendigkeit>", '<x:zustaendigkeit xsi:type="x:ZustaendigkeitOnlinedienst">'),
        (">Z9<", ' schemeID="ZustaendigkeitOnlinedienst">Z9<'),
        ("<x:uebergeordnetesObjektID ", '<x:uebergeordnetesObjektID schemeID="Onlinedienst" '),
    ],
)
def test_an_office_with_the_number_of_an_online_service_is_not_taken_for_it(
    holder: Holder, telling: tuple[str, str]
) -> None:
    link = own_responsibility("7").replace(*telling)
    found = holder.read(transfer(service("1"), office("7"), online("7"), link))
    assert found[SERVICE].office_ids == ()
    assert [link.text for link in found[SERVICE].online] == ["Termin buchen"]


def test_an_online_service_with_the_number_of_an_office_is_not_taken_for_it(holder: Holder) -> None:
    found = holder.read(transfer(service("1"), office("7", responsible("1")), online("7")))
    assert found[SERVICE].office_ids == (f"xzufi:{OFFICE}",)
    assert found[SERVICE].online == ()
    assert f"{AGENCY}.OD.7" in found


def test_ways_to_pay_are_told_by_their_words_and_never_by_a_code(holder: Holder) -> None:
    ways = (
        "<x:zahlungsweise><code>01</code><name>Barzahlung</name></x:zahlungsweise>"
        "<x:zahlungsweise><code>07</code></x:zahlungsweise><x:zahlungsweise>Girocard</x:zahlungsweise>"
    )
    paid = online("3").replace("</x:onlinedienst>", f"{ways}</x:onlinedienst>")
    found = holder.read(transfer(service("1"), office("7", ways), paid, own_responsibility("3")))
    told = "- Barzahlung\n- Girocard"
    assert {one.heading: one.text for one in found[OFFICE].sections}["Zahlungsarten"] == told
    assert {one.heading: one.text for one in found[SERVICE].sections}["Zahlungsarten online"] == told
    for name in (OFFICE, SERVICE):
        paid_by = [fact.value for fact in found[name].facts if fact.kind is FactKind.PAYMENT]
        assert paid_by == ["Barzahlung", "Girocard"]
    assert holder.report.unknown_elements == {}


def test_an_online_service_that_stands_alone_is_a_document(holder: Holder) -> None:
    found = holder.read(transfer(online("3")))
    assert (found[ONLINE].title, found[ONLINE].url) == ("Termin buchen", "https://termine.stadt.example/")


def test_an_online_service_without_a_name_takes_its_links(holder: Holder) -> None:
    nameless = online("3").replace('<x:bezeichnung languageCode="de">Termin buchen</x:bezeichnung>', "")
    nameless = nameless.replace("</x:link></x:link>", "</x:link><x:titel>Zum Antrag</x:titel></x:link>")
    assert holder.read(transfer(nameless))[ONLINE].title == "Zum Antrag"


def test_forms_come_as_objects_and_as_links_in_their_module(holder: Holder) -> None:
    reference = (
        "<x:modulDokument><x:dokumentEingehend><x:bezeichnung languageCode='de'>Antrag</x:bezeichnung>"
        f"<x:referenzFormularID schemeAgencyID='{AGENCY}'>F1</x:referenzFormularID>"
        "</x:dokumentEingehend></x:modulDokument>"
    )
    form = (
        f"<x:formular><x:id schemeAgencyID='{AGENCY}'>F1</x:id>"
        "<x:bezeichnung languageCode='de'>Antrag</x:bezeichnung>"
        "<x:link><x:uri>https://www.stadt.example/formular/17</x:uri></x:link></x:formular>"
    )
    linked = module("14").replace(
        "</x:modulText>",
        "<x:weiterfuehrenderLink><x:uri>https://www.stadt.example/dms/9</x:uri><x:titel>Vollmacht</x:titel>"
        "</x:weiterfuehrenderLink></x:modulText>",
    )
    found = holder.read(transfer(service("1", reference, linked), form))[SERVICE]
    assert {(link.text, link.url) for link in found.forms} == {
        ("Antrag", "https://www.stadt.example/formular/17"),
        ("Vollmacht", "https://www.stadt.example/dms/9"),
    }


def test_a_form_that_no_service_refers_to_is_a_document(holder: Holder) -> None:
    form = (
        f"<x:formular><x:id schemeAgencyID='{AGENCY}'>F1</x:id>"
        "<x:bezeichnung languageCode='de'>Lastschrift einrichten</x:bezeichnung>"
        "<x:link><x:uri>https://www.stadt.example/formular/17</x:uri></x:link></x:formular>"
    )
    found = holder.read(transfer(form))[f"{AGENCY}.FO.F1"]
    assert (found.title, found.online) == ("Lastschrift einrichten", ())
    assert [link.url for link in found.forms] == ["https://www.stadt.example/formular/17"]
    reference = (
        "<x:modulDokument><x:dokumentEingehend>"
        f"<x:referenzFormularID schemeAgencyID='{AGENCY}'>F1</x:referenzFormularID>"
        "</x:dokumentEingehend></x:modulDokument>"
    )
    assert list(holder.read(transfer(form, service("1", reference)))) == [SERVICE]


def addition(service_number: str = "1") -> str:
    return (
        f"<x:spezialisierung><x:id schemeAgencyID='{AGENCY}'>S1</x:id>"
        f"<x:leistungID schemeAgencyID='{AGENCY}'>{service_number}</x:leistungID>"
        f"<x:gueltigkeitGebietID>{TOWN}</x:gueltigkeitGebietID>{module('16', 'Bei uns nur mit Termin.')}"
        "</x:spezialisierung>"
    )


def test_an_addition_stands_behind_the_general_text_of_its_service(holder: Holder) -> None:
    named = "<x:bezeichnung languageCode='de'>Musterstadt</x:bezeichnung>"
    area = f"<x:gebiet><x:id>{TOWN}</x:id>{named}</x:gebiet>"
    found = holder.read(transfer(addition(), area, service("1", module("06", "Allgemein."))))
    assert list(found) == [SERVICE]
    assert [(one.heading, one.text) for one in found[SERVICE].sections] == [
        ("Beschreibung", "Allgemein."),
        ("Hinweise (Musterstadt)", "Bei uns nur mit Termin."),
    ]


@pytest.mark.parametrize("refined", ["1", "404"])
def test_who_is_responsible_for_an_addition_is_named_by_its_document(holder: Holder, refined: str) -> None:
    found = holder.read(transfer(addition(refined), service("1"), office("7", responsible("S1"))))
    name = SERVICE if refined == "1" else f"{AGENCY}.LS.S1"
    assert found[name].office_ids == (f"xzufi:{OFFICE}",)
    assert holder.report.unresolved_services == 0


def test_an_addition_whose_service_is_missing_is_a_document_of_its_own(holder: Holder) -> None:
    found = holder.read(transfer(addition("404")))
    assert [one.sections[0].text for one in found.values()] == ["Bei uns nur mit Termin."]
