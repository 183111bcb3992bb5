"""Near copies without a canonical address become one document; pages that say something else don't."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from pathlib import Path

import pytest

from ingest.website.documents import SiteDocuments
from tests.unit.ingest.website.test_site_documents import HOME, by_id, documents, page

TEXT = (
    "<p>Den Wohngeldantrag stellen Sie schriftlich oder persönlich bei der Wohngeldstelle im Rathaus.</p>"
    "<p>Bringen Sie bitte Nachweise über Ihr Einkommen, die Miete und alle Personen im Haushalt mit.</p>"
    "<ul><li>Mietvertrag und letzte Mietbescheinigung</li><li>Verdienstbescheinigungen der letzten 3 Monate</li>"
    "<li>Rentenbescheid oder Bescheid über andere Leistungen</li></ul>"
    "<p>Wir melden uns bei Ihnen, sobald der Antrag geprüft ist, in der Regel nach 4 Wochen.</p>"
)


def two(folder: Path, one: str, other: str) -> SiteDocuments:
    """Read two pages."""
    return documents(folder, {"/wohngeld": _page(one), "/druck/wohngeld": _page(other)})


def _page(content: str, title: str = "Wohngeld") -> str:
    return page(title, "").replace("<p></p>", content)


def test_a_print_view_with_a_line_more_is_an_alias(tmp_path: Path) -> None:
    site = two(tmp_path, TEXT, TEXT + "<p>Gedruckt aus dem Stadtportal</p>")
    (document,) = site.documents
    assert (document.url, document.aliases) == (HOME + "wohngeld", (HOME + "druck/wohngeld",))
    assert [(copy.url, copy.document_id) for copy in site.copies] == [
        (HOME + "druck/wohngeld", "website:/wohngeld")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("3 Monate", "6 Monate"),
        ("im Rathaus", "im Bürgerhaus Nord"),
        ("persönlich", "nicht persönlich"),
        ("</p><ul>", "</p><p>Telefon 069 90009-4</p><ul>"),
    ],
)
def test_pages_that_differ_in_a_number_or_inside_a_line_stay_two(tmp_path: Path, old: str, new: str) -> None:
    changed = TEXT.replace(old, new)
    assert changed != TEXT
    assert len(two(tmp_path, TEXT, changed).documents) == 2


def test_two_districts_pages_that_differ_in_their_street_stay_two(tmp_path: Path) -> None:
    district = TEXT + "<p>Anschrift: {}, Musterstadt</p>"
    site = two(tmp_path, district.format("Lindenweg"), district.format("Ahornallee"))
    assert len(site.documents) == 2


def test_pages_with_other_titles_stay_two(tmp_path: Path) -> None:
    site = documents(
        tmp_path,
        {
            "/nord": _page(TEXT, "Bürgeramt Nord"),
            "/sued": _page(TEXT + "<p>Im Erdgeschoss</p>", "Bürgeramt Süd"),
        },
    )
    assert len(site.documents) == 2


def test_short_pages_are_no_near_copies(tmp_path: Path) -> None:
    site = two(
        tmp_path, "<p>Die Stelle ist umgezogen.</p>", "<p>Die Stelle ist umgezogen.</p><p>Bitte läuten.</p>"
    )
    assert len(site.documents) == 2


def test_a_canonical_address_that_circles_loses_no_page(tmp_path: Path) -> None:
    site = documents(
        tmp_path,
        {
            "/a": page("Pass", "Der Reisepass kostet siebzig Euro.", canonical=HOME + "b"),
            "/b": page("Pass", "Der Reisepass kostet siebzig Euro.", canonical=HOME + "a"),
        },
    )
    assert len(site.documents) == 1
    assert len(by_id(site)) == 1


def test_five_thousand_pages_of_one_title_are_compared_quickly(tmp_path: Path) -> None:
    from time import process_time

    from corpus.records import Document, Section, SectionKind
    from ingest.website.copies import Read, without_copies
    from ingest.website.state.records import Page

    def read(number: int) -> Read:
        text = (
            f"Zeile über das Thema {number} der Stadt.\n" + "Gleicher Satz auf allen Seiten der Stadt. " * 8
        )
        url = f"{HOME}{number}"
        section = Section(kind=SectionKind.DESCRIPTION, heading="", text=text)
        document = Document(id=url, city="k", source="w", title="Aktuelles", url=url, sections=(section,))
        return Read(document, Page(url, "text/html"), url)

    began = process_time()
    kept, copies = without_copies([read(number) for number in range(5000)])
    assert (len(kept), copies) == (5000, [])
    assert process_time() - began < 10
