"""One document per text, whatever the number of its addresses; boxes on every page are left out."""
# ruff: noqa: E501 (pages and lines read best as they are written)

from datetime import UTC, datetime
from pathlib import Path

from corpus.records import Document, FactKind
from ingest.website.documents import SiteDocuments, site_documents
from ingest.website.spool import Spool, SpoolWriter
from ingest.website.state.records import End, Page, Redirect

HOME = "https://www.k.example/"


def page(title: str, text: str, *, canonical: str = "", extra: str = "") -> str:
    """A plain page."""
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return f"<html lang='de'><head>{link}</head><body><main><h1>{title}</h1><p>{text}</p></main>{extra}</body></html>"


def documents(
    folder: Path,
    pages: dict[str, str],
    *,
    sitemap: tuple[str, ...] = (),
    redirects: tuple[Redirect, ...] = (),
) -> SiteDocuments:
    """Spool pages by path and read them."""
    writer = SpoolWriter(folder)
    for path, html in pages.items():
        url = HOME.rstrip("/") + path
        when = datetime(2026, 5, 1, tzinfo=UTC) if path in sitemap else None
        writer.page(
            Page(url=url, body="", content_type="text/html", lastmod=when, in_sitemap=path in sitemap),
            html.encode(),
        )
    for redirect in redirects:
        writer.event(redirect)
    writer.close(End(reason="finished"))
    return site_documents(Spool(folder), city="k", source="website", home=HOME)


def by_id(site: SiteDocuments) -> dict[str, Document]:
    return {document.id: document for document in site.documents}


def test_a_canonical_copy_is_an_alias(tmp_path: Path) -> None:
    text = "Der Reisepass kostet 70 Euro und gilt zehn Jahre lang. Bringen Sie bitte Ihren alten Pass und ein Foto mit."
    site = documents(
        tmp_path,
        {
            "/pass": page("Pass", text),
            "/a-z/pass": page("Pass", text + " Stand heute.", canonical=HOME + "pass"),
        },
    )
    (document,) = site.documents
    assert (document.url, document.aliases) == (HOME + "pass", (HOME + "a-z/pass",))
    assert [(copy.url, copy.document_id) for copy in site.copies] == [(HOME + "a-z/pass", "website:/pass")]


def test_a_canonical_address_that_says_something_else_is_not_believed(tmp_path: Path) -> None:
    site = documents(
        tmp_path,
        {
            "/": page("Start", "Willkommen in Kleinstadt."),
            "/pass": page("Pass", "Der Pass kostet 70 Euro.", canonical=HOME),
        },
    )
    assert set(by_id(site)) == {"website:/", "website:/pass"}


def test_the_same_text_under_two_addresses_is_one_document_at_the_address_in_the_sitemap(
    tmp_path: Path,
) -> None:
    same = page("Pass", "Der Pass kostet 70 Euro.")
    site = documents(
        tmp_path, {"/p": same, "/dienstleistungen/pass": same}, sitemap=("/dienstleistungen/pass",)
    )
    (document,) = site.documents
    assert document.url == HOME + "dienstleistungen/pass"
    assert document.aliases == (HOME + "p",)
    assert document.modified == datetime(2026, 5, 1, tzinfo=UTC)


def test_chains_of_redirects_are_aliases(tmp_path: Path) -> None:
    redirects = (
        Redirect(url=HOME + "perso", target=HOME + "alt/perso"),
        Redirect(url=HOME + "alt/perso", target=HOME + "ausweis"),
    )
    site = documents(
        tmp_path, {"/ausweis": page("Ausweis", "Der Ausweis kostet 46 Euro.")}, redirects=redirects
    )
    assert site.documents[0].aliases == (HOME + "alt/perso", HOME + "perso")


def test_a_redirect_in_a_circle_ends(tmp_path: Path) -> None:
    redirects = (Redirect(url=HOME + "a", target=HOME + "b"), Redirect(url=HOME + "b", target=HOME + "a"))
    site = documents(tmp_path, {"/c": page("C", "Ein Satz.")}, redirects=redirects)
    assert site.documents[0].aliases == ()


def test_pages_with_colliding_ids_keep_both_their_documents(tmp_path: Path) -> None:
    site = documents(
        tmp_path, {"/a/": page("Ordner", "Text des Ordners."), "/a.html": page("Datei", "Text der Datei.")}
    )
    assert len(by_id(site)) == 2
    assert {document.title for document in site.documents} == {"Ordner", "Datei"}


def test_a_box_on_every_page_is_no_text_but_on_some_pages_it_is(tmp_path: Path) -> None:
    box = "<aside><h2>Bürgertelefon</h2><p>Telefon 069 90009-115</p></aside>"
    pages = {
        f"/seite-{number}": page(f"Seite {number}", f"Text Nummer {number}.", extra=box)
        for number in range(10)
    }
    site = documents(tmp_path, pages)
    assert not any("90009-115" in document.text() for document in site.documents)
    assert not any(fact.kind is FactKind.TELEPHONE for document in site.documents for fact in document.facts)
    few = documents(_folder(tmp_path / "few"), dict(list(pages.items())[:3]))
    assert all("90009-115" in document.text() for document in few.documents)


def test_links_to_offices_become_their_ids_and_other_links_go(tmp_path: Path) -> None:
    contact = "<h2>Zuständig</h2><p><a href='/aemter/amt.html'>Amt</a> <a href='/impressum'>Impressum</a></p>"
    office = "<h2>Öffnungszeiten</h2><p>Montag 8–12 Uhr</p><h2>Kontakt</h2><p>Telefon 069 90009-7</p>"
    site = documents(
        tmp_path,
        {
            "/leistungen/x": page("X", "Eine Leistung.", extra="").replace("</main>", f"{contact}</main>"),
            "/aemter/amt.html": page("Amt", "Ein Amt.").replace("</main>", f"{office}</main>"),
            "/impressum": page("Impressum", "Verantwortlich ist die Stadt."),
        },
    )
    assert by_id(site)["website:/leistungen/x"].office_ids == ("website:/aemter/amt",)


def test_a_service_without_a_link_finds_its_office_by_the_telephone_number(tmp_path: Path) -> None:
    contact = "<h2>Kontakt</h2><p>Telefon: 069 90009-220</p>"
    hours = "<h2>Öffnungszeiten</h2><p>Montag 8–12 Uhr</p>"
    fees = "<h2>Gebühren</h2><p>30 Euro</p>"
    site = documents(
        tmp_path,
        {
            "/leistungen/kfz": page("Kfz", "Eine Leistung.").replace("</main>", f"{fees}{contact}</main>"),
            "/aemter/kfz": page("Zulassungsstelle", "Ein Amt.").replace(
                "</main>", f"{hours}{contact}</main>"
            ),
        },
    )
    assert by_id(site)["website:/leistungen/kfz"].office_ids == ("website:/aemter/kfz",)


def test_unreadable_pages_are_reported_with_the_reason(tmp_path: Path) -> None:
    site = documents(tmp_path, {"/leer": "<html><body></body></html>", "/voll": page("Voll", "Ein Satz.")})
    assert site.unreadable == {HOME + "leer": "Die Seite enthält keinen lesbaren Text."}


def _folder(path: Path) -> Path:
    path.mkdir()
    return path
