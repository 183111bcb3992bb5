"""The appointment system's export becomes services and offices; a malformed one gives one clear sentence."""
# ruff: noqa: E501 (pages and lines read best as they are written)

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.records import Audience, Document, DocumentKind, FactKind, SectionKind
from ingest.appointments import read_appointments
from ingest.errors import SourceFailed

SERVICE: dict[str, Any] = {
    "id": "11",
    "name": "Ausweis &quot;neu&quot;",
    "description": "<p>\u200bSie erhalten den Ausweis.</p><p><strong>So geht es:</strong></p><ol><li>Termin buchen</li></ol>",
    "meta": {
        "lastupdate": "2026-06-08T07:41:01",
        "url": "https://termine.kleinstadt.example/#/services/{serviceId}",
        "locale": "de",
        "keywords": "Perso, Identitätskarte",
    },
    "locations": [{"location": "7", "appointment": {"allowed": True}, "hint": False}, {"location": "gone"}],
    "leika": "99008001000000",
    "public": True,
    "links": [
        {
            "name": "Vollmacht",
            "link": "https://kleinstadt.example/dms/Dokumente/vollmacht.pdf",
            "description": False,
        },
        {"name": "Informationen", "link": "https://kleinstadt.example/info.html", "description": False},
    ],
    "forms": [],
    "duration": 15,
    "fees": "<ul><li>unter 24 Jahren: 27,60 Euro</li><li>ab 24 Jahren: 46 Euro<br></li></ul>",
}
OFFICE: dict[str, Any] = {
    "id": "7",
    "name": "Bürgerbüro (Amt 32)",
    "displayName": "Bürgerbüro",
    "displayNameAlternatives": ["Meldebehörde"],
    "organization": "Stadt Kleinstadt",
    "organizationUnit": None,
    "public": True,
    "meta": {
        "url": "https://termine.kleinstadt.example/#/locations/{locationId}",
        "lastupdate": "2026-06-08T07:41:01",
    },
    "address": {
        "street": "Markt",
        "house_number": "1",
        "postal_code": "12345",
        "city": "Kleinstadt",
        "hint": False,
    },
    "contact": {"email": "", "fax": "069 90009-209", "phone": "069 90009-200", "webinfo": ""},
    "services": [],
}
NOTE = {
    **SERVICE,
    "id": "12",
    "name": "Spontannummer",
    "description": "",
    "fees": None,
    "links": [],
    "public": False,
}
HIDDEN = {**SERVICE, "id": "13", "name": "Abmeldung", "public": False, "locations": []}


STAFF_NOTE = {
    **SERVICE,
    "id": "14",
    "name": "Sonstiges",
    "description": "<p>Diese DL gibt es im Portal nicht, sie ist als Entwurfs-DL angelegt.</p>",
    "public": False,
}


TRIAL = {**OFFICE, "id": "8", "name": "Teststandort (IT)", "displayName": "Teststandort", "public": False}


def export(folder: Path, services: object, locations: object) -> list[Document]:
    """Write both files and read them."""
    (folder / "services.json").write_text(json.dumps(services), encoding="utf-8")
    (folder / "locations.json").write_text(json.dumps(locations), encoding="utf-8")
    return read_appointments(folder / "services.json", folder / "locations.json", city="k", source="termine")


@pytest.fixture
def documents(tmp_path: Path) -> dict[str, Document]:
    """The documents of a small export, by the ends of their ids."""
    found = export(
        tmp_path,
        {"data": [SERVICE, NOTE, HIDDEN, STAFF_NOTE], "meta": {}},
        {"data": [OFFICE, TRIAL], "meta": {}},
    )
    return {document.id.rpartition("/")[2]: document for document in found}


def test_a_service_keeps_its_sections_in_order(documents: dict[str, Document]) -> None:
    service = documents["11"]
    assert [(section.kind, section.heading, section.text) for section in service.sections] == [
        (SectionKind.DESCRIPTION, "Beschreibung", "Sie erhalten den Ausweis."),
        (SectionKind.PROCEDURE, "So geht es", "1. Termin buchen"),
        (SectionKind.FEES, "Gebühren", "- unter 24 Jahren: 27,60 Euro\n- ab 24 Jahren: 46 Euro"),
        (SectionKind.FORMS, "Formulare und Links", "- Vollmacht\n- Informationen"),
        (SectionKind.PROCEDURE, "Dauer des Termins", "Für den Termin sind etwa 15 Minuten vorgesehen."),
        (SectionKind.CONTACT, "Zuständige Stellen", "- Bürgerbüro, Markt 1, 12345 Kleinstadt, Telefon 069 90009-200, Fax 069 90009-209"),
    ]  # fmt: skip


def test_a_service_keeps_its_identity(documents: dict[str, Document]) -> None:
    service = documents["11"]
    assert service.id == "termine:/services/11"
    assert service.title == 'Ausweis "neu"'
    assert service.url == "https://termine.kleinstadt.example/#/services/11"
    assert service.leika == ("99008001000000",)
    assert service.keywords == ("Perso", "Identitätskarte")
    assert service.office_ids == ("termine:/locations/7",)
    assert [link.text for link in service.forms] == ["Vollmacht"]
    assert [link.text for link in service.online] == ["Termin vereinbaren"]
    assert service.modified is not None


def test_fees_are_facts_and_the_appointments_length_is_no_processing_time(
    documents: dict[str, Document],
) -> None:
    facts = documents["11"].facts
    assert [(fact.label, fact.value) for fact in facts if fact.kind is FactKind.FEE] == [
        ("unter 24 Jahren", "27,60 Euro"),
        ("ab 24 Jahren", "46 Euro"),
    ]
    assert not [fact for fact in facts if fact.kind is FactKind.DURATION]


def test_an_entry_without_text_that_is_not_public_is_internal(documents: dict[str, Document]) -> None:
    assert documents["12"].audience is Audience.INTERNAL
    assert documents["13"].audience is Audience.PUBLIC


def test_a_note_from_staff_to_staff_is_internal_though_it_has_a_text(documents: dict[str, Document]) -> None:
    assert documents["14"].audience is Audience.INTERNAL


def test_a_place_for_trying_things_out_is_internal(documents: dict[str, Document]) -> None:
    assert documents["8"].audience is Audience.INTERNAL
    assert documents["7"].audience is Audience.PUBLIC


def test_a_location_becomes_an_office_with_contact(documents: dict[str, Document]) -> None:
    office = documents["7"]
    assert (office.kind, office.title) == (DocumentKind.OFFICE, "Bürgerbüro")
    assert office.sections[0].text.splitlines() == [
        "Markt 1, 12345 Kleinstadt",
        "Telefon 069 90009-200",
        "Fax 069 90009-209",
    ]
    assert [fact.value for fact in office.facts if fact.kind is FactKind.TELEPHONE] == ["069 90009-200"]
    assert office.keywords == ("Meldebehörde", "Bürgerbüro (Amt 32)")


@pytest.mark.parametrize(
    ("services", "reason"),
    [
        ({"data": [{**SERVICE, "name": None}]}, "data.0.name"),
        ({"services": []}, "data"),
        ([], "Form eines Exports"),
        ({"data": [{**SERVICE, "locations": "7"}]}, "data.0.locations"),
    ],
)
def test_a_malformed_export_is_named_in_one_sentence(tmp_path: Path, services: object, reason: str) -> None:
    with pytest.raises(SourceFailed, match=rf"services\.json.*{reason}"):
        export(tmp_path, services, {"data": []})


def test_missing_and_truncated_files_say_what_to_do(tmp_path: Path) -> None:
    missing, broken = tmp_path / "fehlt.json", tmp_path / "kaputt.json"
    broken.write_text('{"data": [', encoding="utf-8")
    with pytest.raises(SourceFailed, match=r"fehlt\.json fehlt\. Bitte"):
        read_appointments(missing, missing, city="k", source="termine")
    with pytest.raises(
        SourceFailed, match=r"kaputt\.json ist kein gültiges JSON .* Bitte exportieren Sie neu\."
    ):
        read_appointments(broken, broken, city="k", source="termine")
