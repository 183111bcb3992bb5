"""The crawl over real HTTP: polite, bounded, and one document per page."""
# ruff: noqa: E501 (pages and lines read best as they are written)

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.city import City
from corpus.records import Document
from corpus.sources import WebsiteSource
from ingest.errors import SourceFailed
from ingest.website.crawl import crawl
from ingest.website.documents import SiteDocuments, site_documents
from ingest.website.spool import Spool
from ingest.website.state.records import Event, Outcome
from tests.integration.ingest.website import Answer, Website, html
from tests.unit.ingest.pdf.test_read import STATUTE

ROBOTS = "User-agent: *\nDisallow: /intern/\nSitemap: /karte.xml\n"
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{url}/nur-im-verzeichnis</loc><lastmod>2026-05-04</lastmod></url></urlset>'
MONTHS = re.compile(r"/kalender/(\d+)$")


def pages(links: tuple[str, ...]) -> dict[str, Answer]:
    """A website with a trap of every kind."""
    fees = "<h2>Gebühren</h2><p>Für Öffentliches: 46 Euro</p>"
    return {
        "/robots.txt": Answer(ROBOTS, headers={"Content-Type": "text/plain"}),
        "/": html("Startseite", links=links),
        "/leistungen/ausweis": html("Ausweis", fees),
        "/a-z/ausweis": html("Ausweis", fees, head='<link rel="canonical" href="/leistungen/ausweis">'),
        "/perso": Answer("", 301, {"Location": "/kurz/perso"}),
        "/kurz/perso": Answer("", 302, {"Location": "/leistungen/ausweis?utm_source=kurz"}),
        "/falscher-zeichensatz": Answer(
            html("Größe", "<p>Gebühren für Bürger</p>").bytes().decode().encode("windows-1252"),
            headers={"Content-Type": "text/html; charset=utf-8"},
        ),
        "/intern/geheim": html("Geheim"),
        "/noindex-meta": html("Verborgen eins", head='<meta name="robots" content="noindex">', links=("/hinter-noindex",)),
        "/hinter-noindex": html("Hinter der verborgenen"),
        "/noindex-header": Answer(html("Verborgen zwei").body, headers={"Content-Type": "text/html", "X-Robots-Tag": "noindex"}),
        "/sitzung": html("Sitzung", links=("/ziel?sid=1", "/ziel?sid=2", "/ziel;jsessionid=3", "/ziel?print=1")),
        "/ziel": html("Ziel"),
        "/satzung.pdf": Answer(STATUTE, headers={"Content-Type": "application/pdf"}),
        "/daten": Answer('{"a": 1}', headers={"Content-Type": "application/json"}),
        "/weg": Answer("", 301, {"Location": "http://anderswo.example/"}),
        "/kreis": Answer("", 302, {"Location": "/kreis?x=1"}),
        "/nur-im-verzeichnis": html("Nur im Verzeichnis"),
    }  # fmt: skip


LINKS = (
    "/leistungen/ausweis", "/a-z/ausweis", "/perso", "/falscher-zeichensatz", "/intern/geheim", "/noindex-meta",
    "/noindex-header", "/sitzung", "/satzung.pdf", "/bild.jpg", "/daten", "/weg", "/kreis", "/fehlt", "/kalender/1",
    "http://anderswo.example/seite", "mailto:a@b.example", "javascript:alert(1)",
)  # fmt: skip


def calendar(target: str) -> Answer | None:
    """A calendar whose months never end."""
    month = MONTHS.match(target)
    return html(f"Kalender, Blatt {month[1]}", links=(f"/kalender/{int(month[1]) + 1}",)) if month else None


@dataclass
class Crawled:
    """A crawl's results and what the website was asked."""

    site: Website
    spool: Spool
    documents: SiteDocuments

    def by_path(self) -> dict[str, Document]:
        return {document.url.removeprefix(self.site.url): document for document in self.documents.documents}

    def events(self, outcome: Outcome) -> dict[str, Event]:
        return {
            event.url.removeprefix(self.site.url): event
            for event in self.spool.events()
            if event.outcome is outcome
        }


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory, city_at: Callable[..., City]) -> Iterator[Crawled]:
    """The website with all traps, crawled once."""
    with Website(pages(LINKS), calendar) as site:
        site.pages["/karte.xml"] = Answer(
            SITEMAP.format(url=site.url), headers={"Content-Type": "application/xml"}
        )
        spool = run(city_at(site.url + "/", max_depth=50), tmp_path_factory.mktemp("crawl"))
        yield Crawled(site, spool, site_documents(spool, city="k", source="website", home=site.url))


def run(city: City, folder: Path) -> Spool:
    """Crawl the city's website."""
    (source,) = city.sources
    assert isinstance(source, WebsiteSource)
    return crawl(source, folder, str(city.website))


def test_robots_txt_is_asked_first_and_obeyed(crawled: Crawled) -> None:
    assert crawled.site.targets()[0] == "/robots.txt"
    assert "/intern/geheim" not in crawled.site.targets()
    assert set(crawled.events(Outcome.ROBOTS)) == {"/intern/geheim"}


def test_the_crawler_names_itself(crawled: Crawled) -> None:
    assert {one.agent for one in crawled.site.asked} == {f"Stadtlotse/0.1.0 (+{crawled.site.url}/)"}


def test_copies_and_redirects_become_aliases_of_one_document(crawled: Crawled) -> None:
    document = crawled.by_path()["/leistungen/ausweis"]
    aliases = {alias.removeprefix(crawled.site.url) for alias in document.aliases}
    assert aliases == {"/a-z/ausweis", "/perso", "/kurz/perso"}
    assert document.id == "website:/leistungen/ausweis"


def test_a_wrong_charset_declaration_gives_right_umlauts(crawled: Crawled) -> None:
    document = crawled.by_path()["/falscher-zeichensatz"]
    assert (document.title, document.sections[0].text) == ("Größe", "Gebühren für Bürger")


def test_noindex_is_obeyed_and_links_are_followed_all_the_same(crawled: Crawled) -> None:
    assert set(crawled.events(Outcome.NOINDEX)) == {"/noindex-meta", "/noindex-header"}
    assert "/hinter-noindex" in crawled.by_path()
    assert "Verborgen" not in " ".join(document.title for document in crawled.documents.documents)


def test_sessions_and_print_views_are_fetched_once_without_their_parameters(crawled: Crawled) -> None:
    assert [target for target in crawled.site.targets() if target.startswith("/ziel")] == ["/ziel"]


def test_an_endless_calendar_ends(crawled: Crawled) -> None:
    months = [target for target in crawled.site.targets() if MONTHS.match(target)]
    assert 5 < len(months) <= 24
    assert len(crawled.events(Outcome.BOUNDED)) == 1


def test_a_missing_page_is_reported_with_the_page_that_leads_there(crawled: Crawled) -> None:
    event = crawled.events(Outcome.GONE)["/fehlt"]
    assert (event.reason, event.referrer) == ("Die Seite gibt es nicht (HTTP 404).", crawled.site.url + "/")


def test_only_html_and_pdf_are_read(crawled: Crawled) -> None:
    assert "/bild.jpg" not in crawled.site.targets()
    assert "/daten" in crawled.events(Outcome.UNFIT)
    assert crawled.by_path()["/satzung.pdf"].title == "Hundesteuersatzung"


def test_other_hosts_are_left_alone_also_after_a_redirect(crawled: Crawled) -> None:
    assert "anderswo.example" in crawled.events(Outcome.REFUSED)["/weg"].reason
    assert not [event for event in crawled.spool.events() if event.url.startswith("http://anderswo")]


def test_a_page_that_only_the_sitemap_names_is_found_with_its_date(crawled: Crawled) -> None:
    document = crawled.by_path()["/nur-im-verzeichnis"]
    assert document.modified is not None
    assert document.modified.date().isoformat() == "2026-05-04"


def test_private_addresses_are_refused_unless_the_source_says_so(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    with Website(pages(())) as site:
        with pytest.raises(SourceFailed, match="allow_private_addresses"):
            run(city_at(site.url + "/", allow_private_addresses=False), tmp_path)
        assert site.asked == []


def test_a_name_that_leads_to_this_machine_is_refused_too(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    with Website(pages(())) as site:
        with pytest.raises(SourceFailed, match="privaten Netz"):
            run(city_at(site.url.replace("127.0.0.1", "localhost"), allow_private_addresses=False), tmp_path)
        assert site.asked == []


def test_an_unreachable_website_gives_one_clear_sentence(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    with Website({}) as site:
        url = site.url
    with pytest.raises(
        SourceFailed, match=r"Die Website „website“ .* ist nicht zu lesen: .* nimmt keine Verbindung an\."
    ):
        run(city_at(url), tmp_path)


def test_a_robots_txt_that_the_server_cannot_give_forbids_everything(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    with Website({**pages(()), "/robots.txt": Answer("", 503)}) as site:
        with pytest.raises(SourceFailed, match=r"robots\.txt"):
            run(city_at(site.url + "/"), tmp_path)
        assert set(site.targets()) == {"/robots.txt"}


def test_a_robots_txt_that_forbids_all_says_how_to_allow_us(
    tmp_path: Path, city_at: Callable[..., City]
) -> None:
    forbidding = {**pages(()), "/robots.txt": Answer("User-agent: *\nDisallow: /\n")}
    with Website(forbidding) as site, pytest.raises(SourceFailed, match="User-agent: Stadtlotse"):
        run(city_at(site.url + "/"), tmp_path)


def test_bounds_of_the_source_hold(tmp_path: Path, city_at: Callable[..., City]) -> None:
    def deep(target: str) -> Answer | None:
        step = re.match(r"/tief/(x*)$", target)
        return html(f"Tiefe {len(step[1])}", links=(f"/tief/{step[1]}x", f"/aus/{step[1]}")) if step else None

    with Website({"/": html("Start", links=("/tief/",))}, deep) as site:
        spool = run(city_at(site.url + "/", max_depth=3, exclude=["/aus/"]), tmp_path)
        assert [target for target in site.targets() if target.startswith("/tief")] == [
            "/tief/",
            "/tief/x",
            "/tief/xx",
        ]
        assert not [target for target in site.targets() if target.startswith("/aus")]
        assert sum(1 for _ in spool.pages()) == 4


def test_no_more_pages_than_allowed_are_kept(tmp_path: Path, city_at: Callable[..., City]) -> None:
    many = tuple(f"/seite-{number}" for number in range(30))
    with Website({"/": html("Start", links=many), **{path: html(path) for path in many}}) as site:
        spool = run(city_at(site.url + "/", max_pages=7), tmp_path)
        end = spool.end()
        assert end is not None
        assert (sum(1 for _ in spool.pages()), end.reason) == (7, "max_pages")


def test_the_delay_between_two_requests_is_kept(tmp_path: Path, city_at: Callable[..., City]) -> None:
    with Website({"/": html("Start", links=("/a", "/b")), "/a": html("A"), "/b": html("B")}) as site:
        run(city_at(site.url + "/", delay=0.3, sitemap=False), tmp_path)
        times = [one.at for one in site.asked]
        # Scrapy varies the delay between a half and one and a half times.
        assert all(later - earlier >= 0.14 for earlier, later in pairwise(times))
