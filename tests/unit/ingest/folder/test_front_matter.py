"""Front matter says what a file is; what doesn't fit is named in one sentence and loses nothing."""

from datetime import date

import pytest

from corpus.records import Audience, DocumentKind
from tests.unit.ingest.folder.conftest import TODAY, Folder

FULL = """---
title: "Expresspass: Hinweise"
url: https://www.kleinstadt.example/expresspass
kind: service
audience: public
language: en
keywords: [Eilpass, Expresspass]
leika: 99091006001000
valid_from: 2026-01-01
valid_until: 31.12.2026
office: website:/aemter/buergerbuero
review: 2026-11-30
---
# Hints

A sentence.
"""


def test_everything_that_a_file_may_say_counts(folder: Folder) -> None:
    document = folder.document("pass.md", FULL)
    assert (document.title, document.url) == (
        "Expresspass: Hinweise",
        "https://www.kleinstadt.example/expresspass",
    )
    assert (document.kind, document.audience, document.language) == (
        DocumentKind.SERVICE,
        Audience.PUBLIC,
        "en",
    )
    assert document.keywords == ("Eilpass", "Expresspass")
    assert (document.leika, document.office_ids) == (("99091006001000",), ("website:/aemter/buergerbuero",))
    assert (document.valid_from, document.valid_until) == (date(2026, 1, 1), date(2026, 12, 31))
    assert document.sections[0].heading == "Hints"


def test_a_file_beside_it_describes_what_has_no_head(folder: Folder) -> None:
    folder.write("notiz.yaml", "title: Kirmes\nzielgruppe: intern\n")
    folder.write("notiz.txt", "Die Kirmes ist im Mai.")
    assert "Gemeint ist vermutlich „audience“" in folder.read().failed["notiz.txt"]
    folder.write("notiz.yaml", "title: Kirmes\naudience: öffentlich\n")
    (document,) = folder.read().documents
    assert (document.title, document.audience) == ("Kirmes", Audience.PUBLIC)


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        (
            "titel: Pass",
            "Den Schlüssel „titel“ gibt es im Kopf einer Datei nicht. Gemeint ist vermutlich „title“.",
        ),
        ("audiance: internal", "Gemeint ist vermutlich „audience“."),
        ("farbe: blau", "Den Schlüssel „farbe“ gibt es im Kopf einer Datei nicht. Bitte löschen."),
        ("audience: alle", "Der Wert „alle“ von „audience“ passt nicht: Möglich sind public und internal."),
        ("valid_until: bald", "Erwartet wird ein Datum wie 2026-12-31 oder 31.12.2026."),
        ("url: intern.pdf", "Erwartet wird eine Adresse, die mit https:// beginnt."),
        ("title: Pass: neu", "kein gültiges YAML (Zeile 1)"),
        ("a: &x [1]\ntitle: *x", "kein gültiges YAML"),
    ],
)
def test_what_does_not_fit_is_said_in_one_sentence(folder: Folder, head: str, sentence: str) -> None:
    folder.write("pass.md", f"---\n{head}\n---\n# Pass\n\nEin Satz.")
    reading = folder.read()
    assert sentence in reading.failed["pass.md"]
    assert reading.documents == []


def test_a_broken_head_keeps_the_earlier_document(folder: Folder) -> None:
    before = folder.document("pass.md", "---\naudience: public\n---\n# Pass\n\nEin Satz.")
    folder.write("pass.md", "---\naudience: public\nfarbe: blau\n---\n# Pass\n\nEin anderer Satz.")
    reading = folder.read()
    assert reading.kept == [before]
    assert reading.documents == []


def test_a_broken_head_that_speaks_of_internal_hides_the_earlier_document(folder: Folder) -> None:
    folder.document("pass.md", "---\naudience: public\n---\n# Pass\n\nEin Satz.")
    folder.write("pass.md", "---\naudiance: internal\n---\n# Pass\n\nEin Satz.")
    assert [one.audience for one in folder.read().kept] == [Audience.INTERNAL]


def test_a_title_is_no_heading_as_well(folder: Folder) -> None:
    named = folder.document("kirmes-2026.md", "---\ntitle: Kirmes\n---\nEin Satz.")
    assert [section.heading for section in named.sections] == [""]
    shouted = folder.document("laut.txt", "---\ntitle: Die Kirmes\n---\nDIE KIRMES\n\nEin anderer Satz.")
    assert (shouted.title, shouted.sections[0].heading) == ("Die Kirmes", "")


def test_a_rule_at_the_start_is_no_head(folder: Folder) -> None:
    document = folder.document("a.md", "---\n\nEin Satz zwischen zwei Linien.\n\n---\n\nNoch einer.")
    assert "Ein Satz zwischen zwei Linien." in document.text()


def test_a_review_day_that_has_passed_is_a_hint_for_editors(folder: Folder) -> None:
    folder.write("a.md", "---\nreview: 2026-05-01\n---\n# A\n\nEin Satz.")
    folder.write("b.md", f"---\nreview: {TODAY}\n---\n# B\n\nEin Satz.")
    for _ in range(2):
        reading = folder.read()
        assert list(reading.hints) == ["a.md"]
        assert "01.05.2026" in reading.hints["a.md"]
        assert len(reading.documents) == 2
