"""The built website: complete, linked, valid, and silent about the gold."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pypdfium2
import pytest
from bs4 import BeautifulSoup

from corpus.musterstadt.addresses import address
from corpus.musterstadt.build import build
from corpus.musterstadt.content import Content
from corpus.musterstadt.front_matter import PageFront
from corpus.musterstadt.gold import gold, gold_paths
from corpus.musterstadt.manifest import Manifest
from corpus.musterstadt.months import month_at
from corpus.records import SectionKind

BASE = "http://127.0.0.1:8090"


@pytest.fixture(scope="module")
def built(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return build(content, tmp_path_factory.mktemp("site"), BASE)


@pytest.fixture(scope="module")
def pages(built: Manifest) -> dict[str, BeautifulSoup]:
    return {
        path: BeautifulSoup(resource.file.read_bytes(), "lxml", from_encoding=_actual(path))
        for path, resource in built.resources.items()
        if resource.content_type.startswith("text/html")
    }


def _actual(path: str) -> str:
    return "cp1252" if path == "/stadt/anreise.html" else "utf-8"


def test_it_has_the_size_of_a_small_towns_website(built: Manifest, content: Content) -> None:
    assert len([path for path in built.resources if path.endswith((".html", "/"))]) >= 60
    assert len(content.of("services")) >= 40
    assert len(content.of("statutes")) == 2
    assert content.of("en")
    assert content.of("einfach")


def test_every_link_leads_somewhere_but_the_one_that_must_not(
    built: Manifest, pages: dict[str, BeautifulSoup], content: Content
) -> None:
    dead = set()
    for path, page in pages.items():
        for element in page.select("a[href], link[href], script[src], img[src]"):
            target = urljoin(BASE + path, str(element.get("href") or element.get("src")))
            if not target.startswith(BASE):
                continue
            wanted = re.sub(r";jsessionid=.*", "", urlsplit(target).path) or "/"
            known = wanted in built.resources or wanted in built.redirects or wanted == "/suche"
            if not known and month_at(wanted, content) is None:
                dead.add(wanted)

    assert dead == set(content.site.traps.missing)


def test_redirects_end_at_a_page_and_one_takes_two_steps(built: Manifest) -> None:
    def steps(path: str) -> int:
        return 1 + steps(built.redirects[path][1]) if path in built.redirects else 0

    assert {steps(path) for path in built.redirects} == {1, 2}
    assert all(
        target in built.resources or target in built.redirects for _, target in built.redirects.values()
    )


def test_ids_are_unique_on_each_page(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        ids = [element["id"] for element in page.select("[id]")]
        assert len(ids) == len(set(map(str, ids))), path


def test_what_a_button_or_label_names_is_there(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        for element in page.select("[aria-controls], [aria-labelledby], label[for]"):
            for name in ("aria-controls", "aria-labelledby", "for"):
                wanted = element.get(name)
                assert wanted is None or page.find(id=wanted), f"{path}: {wanted}"


def test_the_pages_do_not_say_of_which_kind_a_section_is(pages: dict[str, BeautifulSoup]) -> None:
    telling = {kind.value for kind in SectionKind}
    for path, page in pages.items():
        classes = {name for element in page.select("main [class]") for name in element["class"]}
        # `hours` is a class of tables that many systems have; it stands for nothing but the look.
        assert not classes & (telling - {"hours"}), path
        assert not page.select("main [data-kind], main [itemprop]"), path


def test_all_layouts_and_shapes_of_opening_hours_occur(pages: dict[str, BeautifulSoup]) -> None:
    for selector in (
        "details > summary h2",
        "h2 > button[aria-expanded=false]",
        "[role=tabpanel][hidden]",
        "main dl.facts",
        "main table.hours",
        "main dl.hours",
        "script[type='application/ld+json']",
        "address.vcard",
    ):
        assert any(page.select(selector) for page in pages.values()), selector


def test_structured_data_is_json_about_the_page_it_stands_on(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        for script in page.select("script[type='application/ld+json']"):
            assert json.loads(script.get_text())["url"] == BASE + path


def test_the_closed_page_is_in_robots_txt_and_in_no_list(
    built: Manifest, content: Content, pages: dict[str, BeautifulSoup]
) -> None:
    hidden = [
        address(entry)
        for entry in content.of("pages")
        if isinstance(entry.front, PageFront) and entry.front.hidden
    ]
    robots = built.resources["/robots.txt"].file.read_text(encoding="utf-8")
    sitemap = built.resources["/sitemap.xml"].file.read_text(encoding="utf-8")

    assert hidden
    assert all(f"Disallow: {path}" in robots for path in hidden)
    assert not any(path in sitemap or path in gold_paths(content) for path in hidden)
    assert any(page.select(f'a[href="{hidden[0]}"]') for page in pages.values())


def test_the_sitemap_has_each_content_page_with_its_date(built: Manifest, content: Content) -> None:
    sitemap = built.resources["/sitemap.xml"].file.read_text(encoding="utf-8")

    entry = content.service("personalausweis")
    line = f"<loc>{BASE}{address(entry)}</loc><lastmod>{entry.front.modified.isoformat()}</lastmod>"
    assert line in sitemap
    assert all(f"<loc>{BASE}{path}</loc>" in sitemap for path in gold_paths(content))
    assert "/buergerservice/a-z/" not in sitemap


def test_copies_name_the_original_or_keep_quiet(pages: dict[str, BeautifulSoup], content: Content) -> None:
    traps = content.site.traps

    for stem in traps.canonical_copies:
        links = pages[f"/buergerservice/a-z/{stem}.html"].select("link[rel=canonical]")
        assert [link["href"] for link in links] == [f"{BASE}/dienstleistungen/{stem}.html"]
    for path in [f"/rathaus/leistungen/{stem}.html" for stem in traps.bare_copies]:
        assert pages[path].find("link", rel="canonical") is None


def test_translations_name_each_other(pages: dict[str, BeautifulSoup]) -> None:
    english = pages["/en/identity-card.html"]
    german = pages["/dienstleistungen/personalausweis.html"]

    assert english.html
    assert english.html["lang"] == "en"
    pairs = [
        {str(link["hreflang"]): str(link["href"]) for link in page.select("link[hreflang]")}
        for page in (english, german)
    ]
    assert (
        pairs[0]
        == pairs[1]
        == {
            "de": f"{BASE}/dienstleistungen/personalausweis.html",
            "en": f"{BASE}/en/identity-card.html",
        }
    )


def test_statutes_and_forms_are_pdfs_with_text(built: Manifest) -> None:
    pdfs = {path: resource.file for path, resource in built.resources.items() if path.endswith(".pdf")}
    assert any(path.startswith("/formulare/") for path in pdfs)
    for path, file in pdfs.items():
        document = pypdfium2.PdfDocument(file)
        assert len(document[0].get_textpage().get_text_range()) > 150, path
    statute = pypdfium2.PdfDocument(pdfs["/ortsrecht/hundesteuersatzung.pdf"])
    text = "\n".join(page.get_textpage().get_text_range() for page in statute)
    assert len(statute) >= 2
    assert "§ 5 Steuersatz" in text


def test_building_twice_gives_the_same_bytes(built: Manifest, content: Content, tmp_path: Path) -> None:
    again = build(content, tmp_path, BASE)

    assert {path: resource.etag for path, resource in again.resources.items()} == {
        path: resource.etag for path, resource in built.resources.items()
    }


def test_the_gold_stands_on_the_page(pages: dict[str, BeautifulSoup], content: Content) -> None:
    for path in gold_paths(content):
        if path.endswith(".pdf"):
            continue
        shown = set(re.findall(r"\w+", pages[path].get_text(" ")))
        for section in gold(path, content):
            text = re.sub(r"(?m)^(- |\d+\. )", "", section.text)
            said = set(re.findall(r"\w+", f"{section.heading}\n{text}"))
            assert not said - shown, f"{path}: {section.heading}"


def test_the_gold_knows_kinds_and_lines(content: Content) -> None:
    found = {section.kind: section for section in gold("/dienstleistungen/personalausweis.html", content)}

    assert "46,00 Euro" in found[SectionKind.FEES].text
    assert found[SectionKind.DOCUMENTS].text.startswith("- ")
    assert "Rathausplatz 1" in found[SectionKind.CONTACT].text
    assert "§§ 1, 6 und 9 Personalausweisgesetz" in found[SectionKind.LEGAL].text


def test_an_offices_gold_has_its_hours_as_printed(content: Content) -> None:
    hours = [
        section for section in gold("/einrichtungen/buergerbuero.html", content) if section.kind == "hours"
    ]

    assert hours[0].text.startswith("Montag: 8:00–12:00 Uhr\n")


def test_a_path_without_gold_is_a_key_error(content: Content) -> None:
    with pytest.raises(KeyError):
        gold("/dienstleistungen/", content)
