"""Crawling a website again: only what changed is sent, what is gone goes, a failure takes nothing away."""

import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.city import City
from corpus.records import Document
from corpus.sources import WebsiteSource
from ingest.errors import SourceFailed
from ingest.website.job import Limits
from ingest.website.source import WebsiteReading, read_website
from ingest.website.state.file import FILE
from ingest.website.state.records import Outcome
from tests.integration.ingest.website import Answer, Website, html

NAMES = ("ausweis", "pass", "wohngeld", "hund", "kita", "bauen")
QUICK = Limits(backoff=0.01, retries=0, sampled=0, timeout=5)


def tagged(answer: Answer, tag: str) -> Answer:
    """The same page with an ETag."""
    return Answer(answer.body, answer.status, {**answer.headers, "ETag": f'"{tag}"'})


def pages(names: tuple[str, ...] = NAMES) -> dict[str, Answer]:
    """A start page and a page for each name, with ETags."""
    paths = tuple(f"/leistungen/{name}" for name in names)
    services = {
        f"/leistungen/{name}": tagged(html(name.title(), f"<p>Alles über {name}.</p>"), name)
        for name in names
    }
    return {"/": tagged(html("Start", links=paths), f"start-{'-'.join(names)}"), **services}


class Reader:
    """Reads the test's website again and again into one folder."""

    def __init__(self, site: Website, folder: Path, city_at: Callable[..., City]) -> None:
        self._site, self.folder, self._city_at = site, folder, city_at

    def __call__(
        self, folder: Path | None = None, limits: Limits = QUICK, **source: object
    ) -> WebsiteReading:
        (one,) = self._city_at(self._site.url + "/", **source).sources
        assert isinstance(one, WebsiteSource)
        self._site.asked.clear()
        return read_website(
            one, "kleinstadt", self._site.url, folder or self.folder, lambda: (), _silent, limits
        )

    def crawled_without_conditions(self) -> set[str]:
        return self._site.asked_anew() - {"/robots.txt", "/sitemap.xml"}


def _silent(stage: str, done: int, total: int | None = None) -> None:
    """Report nothing."""


@pytest.fixture
def site() -> Iterator[Website]:
    with Website(pages()) as site:
        yield site


@pytest.fixture
def read(site: Website, tmp_path: Path, city_at: Callable[..., City]) -> Reader:
    return Reader(site, tmp_path / "state", city_at)


def titles(reading: WebsiteReading) -> set[str]:
    return {document.title for document in reading.documents}


def comparable(documents: Iterator[Document] | list[Document]) -> list[str]:
    return sorted(document.model_dump_json() for document in documents)


def test_an_unchanged_page_is_not_sent_again_and_its_links_still_lead_on(site: Website, read: Reader) -> None:
    first = read()
    again = read()
    assert read.crawled_without_conditions() == set()
    assert titles(again) == titles(first) == {"Start", *(name.title() for name in NAMES)}


def test_an_unchanged_website_is_told_once_its_reading_was_confirmed(read: Reader) -> None:
    first = read()
    assert not first.unchanged
    assert not read().unchanged, "nobody has stored anything yet"
    confirmed = read()
    confirmed.confirm()
    again = read()
    assert again.unchanged
    assert len(again.documents) == len(first.documents)
    assert comparable(list(again.documents)) == comparable(list(first.documents))


def test_a_changed_page_is_sent_and_read_and_no_other(site: Website, read: Reader) -> None:
    read().confirm()
    site.pages["/leistungen/pass"] = tagged(html("Pass", "<p>Der Pass kostet jetzt 70 Euro.</p>"), "pass-2")
    again = read()
    assert not again.unchanged
    (passport,) = (one for one in again.documents if one.title == "Pass")
    assert "70 Euro" in passport.text()


def test_an_incremental_crawl_gives_the_documents_of_a_fresh_one(
    site: Website, read: Reader, tmp_path: Path
) -> None:
    office = "<h2>Öffnungszeiten</h2><p>Montag 8–12 Uhr</p><h2>Kontakt</h2><p>Telefon 069 90009-220</p>"
    box = "<aside><h2>Bürgertelefon</h2><p>Telefon 069 90009-115</p></aside>"
    many = {
        f"/seite-{number}": html(f"Seite {number}", f"<p>Text Nummer {number}.</p>{box}")
        for number in range(12)
    }
    site.pages |= many
    site.pages["/amt"] = html("Amt für Soziales", office)
    site.pages["/"] = html("Start", links=(*site.pages, "/amt"))
    read()
    site.pages["/leistungen/kita"] = tagged(
        html("Kita", "<h2>Gebühren</h2><p>30 Euro</p><h2>Kontakt</h2><p>Telefon 069 90009-220</p>"), "kita-2"
    )
    del site.pages["/seite-3"]
    site.pages["/kopie"] = html("Seite 5", f"<p>Text Nummer 5.</p>{box}")
    site.pages["/"] = html("Start", links=tuple(site.pages))
    incremental = read()
    assert comparable(list(incremental.documents)) == comparable(list(read(tmp_path / "fresh").documents))
    assert len(incremental.summary.copies) == 1


def test_a_page_that_is_gone_leaves(site: Website, read: Reader) -> None:
    read()
    del site.pages["/leistungen/hund"]
    site.pages["/leistungen/kita"] = Answer("weg", 410)
    again = read()
    assert titles(again) == {"Start", "Ausweis", "Pass", "Wohngeld", "Bauen"}


def test_a_page_that_nothing_leads_to_any_more_leaves(site: Website, read: Reader) -> None:
    read()
    site.pages["/"] = pages(NAMES[:4])["/"]
    assert titles(read()) == {"Start", "Ausweis", "Pass", "Wohngeld", "Hund"}


def test_a_server_error_takes_nothing_away_not_even_what_only_that_page_leads_to(
    site: Website, read: Reader
) -> None:
    site.pages["/leistungen/kita"] = html("Kita", links=("/nur-von-hier",))
    site.pages["/nur-von-hier"] = html("Nur von hier")
    before = titles(read())
    for failure in (Answer("", 500), Answer("", 403)):
        site.pages["/leistungen/kita"] = failure
        again = read()
        assert titles(again) == before
        assert again.summary.kept == ("website:/leistungen/kita",)
        assert f"{site.url}/leistungen/kita" in again.temporary


def test_a_redirect_that_fails_still_leads_where_it_led(site: Website, read: Reader) -> None:
    site.pages["/"] = html("Start", links=("/kurz",))
    site.pages["/kurz"] = Answer("", 301, {"Location": "/leistungen/pass"})
    read()
    site.pages["/kurz"] = Answer("", 503)
    (passport,) = (one for one in read().documents if one.title == "Pass")
    assert passport.aliases == (f"{site.url}/kurz",)


def test_a_new_page_that_fails_may_have_led_to_others_so_they_stay(site: Website, read: Reader) -> None:
    before = titles(read())
    site.pages["/"] = html("Start", links=("/neue-uebersicht",))
    site.pages["/neue-uebersicht"] = Answer("", 502)
    assert titles(read()) == before


def test_a_sitemap_that_fails_takes_nothing_away(site: Website, read: Reader) -> None:
    site.pages["/verborgen"] = html("Nur im Verzeichnis")
    site.pages["/sitemap.xml"] = Answer(
        f"<urlset><url><loc>{site.url}/verborgen</loc></url></urlset>",
        headers={"Content-Type": "application/xml"},
    )
    assert "Nur im Verzeichnis" in titles(read())
    for failure in (Answer("", 503), Answer("<kaputt", headers={"Content-Type": "application/xml"})):
        site.pages["/sitemap.xml"] = failure
        assert "Nur im Verzeichnis" in titles(read())
    del site.pages["/sitemap.xml"]
    assert "Nur im Verzeichnis" not in titles(read())


def test_a_robots_txt_that_fails_for_one_of_two_hosts_takes_nothing_away(site: Website, read: Reader) -> None:
    both = {"start": [site.url + "/", site.url.replace("127.0.0.1", "localhost") + "/"], "sitemap": False}
    before = titles(read(**both))
    site.pages["/robots.txt"] = Answer("", 500)
    with pytest.raises(SourceFailed, match=r"robots\.txt"):
        read(**both)
    del site.pages["/robots.txt"]
    assert titles(read(**both)) == before


def test_a_crawl_that_stops_at_its_bound_removes_nothing_that_it_did_not_get_to(
    site: Website, read: Reader
) -> None:
    before = titles(read())
    again = read(max_pages=3)
    assert titles(again) == before
    assert len(again.summary.kept) == len(before) - 3


def test_what_city_toml_excludes_now_leaves_though_the_crawl_stopped_early(
    site: Website, read: Reader
) -> None:
    before = titles(read())
    assert titles(read(max_pages=3, exclude=["/leistungen/bauen"])) == before - {"Bauen"}


def test_a_server_that_keeps_a_change_quiet_is_found_out_by_the_hash(site: Website, read: Reader) -> None:
    read()
    site.pages["/leistungen/pass"] = tagged(html("Pass", "<p>Der Pass kostet jetzt 70 Euro.</p>"), "pass")
    site.pages["/leistungen/hund"] = tagged(html("Hund", "<p>Die Hundesteuer beträgt 99 Euro.</p>"), "hund")
    assert not any("Euro" in one.text() for one in read().documents), "so far it is believed"
    # One page in the sample is enough: then everything that was believed is asked for anew.
    found_out = read(limits=QUICK.model_copy(update={"sampled": 1.0, "most_sampled": 2}))
    # Which two pages the sample holds follows from the number of the run; all are due after verify_days.
    texts = {
        one.title: one.text()
        for one in (found_out.documents if _euros(found_out) else read(verify_days=0).documents)
    }
    assert "70 Euro" in texts["Pass"]
    assert "99 Euro" in texts["Hund"]
    read()
    assert read.crawled_without_conditions() == {"/", *(f"/leistungen/{name}" for name in NAMES)}, (
        "it isn't believed any more"
    )


def _euros(reading: WebsiteReading) -> bool:
    return any("Euro" in one.text() for one in reading.documents)


def test_each_page_is_sent_anew_after_verify_days(site: Website, read: Reader) -> None:
    read()
    read(verify_days=0)
    assert read.crawled_without_conditions() == {"/", *(f"/leistungen/{name}" for name in NAMES)}


def test_a_page_that_differs_in_a_token_only_has_not_changed(site: Website, read: Reader) -> None:
    def with_token(token: str) -> Answer:
        return html(
            "Antrag",
            f'<p>Stellen Sie einen Antrag.</p><form><input type="hidden" value="{token}"></form>',
            head=f'<script nonce="{token}">x="{token}"</script>',
        )

    site.pages = {"/": with_token("a1")}
    read().confirm()
    site.pages = {"/": with_token("b2")}
    assert read().unchanged


def test_the_sitemaps_dates_are_believed_once_they_proved_right(site: Website, read: Reader) -> None:
    def sitemap(day: str) -> Answer:
        entries = "".join(
            f"<url><loc>{site.url}/leistungen/{name}</loc><lastmod>{day}</lastmod></url>" for name in NAMES
        )
        return Answer(f"<urlset>{entries}</urlset>", headers={"Content-Type": "application/xml"})

    site.pages["/sitemap.xml"] = sitemap("2026-05-04")
    read()
    for name in NAMES:
        site.pages[f"/leistungen/{name}"] = tagged(
            html(name.title(), f"<p>Neues über {name}.</p>"), f"{name}-2"
        )
    site.pages["/sitemap.xml"] = sitemap("2026-05-06")
    read()
    read()
    assert {target for target in site.targets() if target.startswith("/leistungen/")} == set()
    site.pages["/leistungen/pass"] = tagged(html("Pass", "<p>Still geändert.</p>"), "pass-3")
    assert any("Still geändert" in one.text() for one in read(verify_days=0).documents)
    read()
    assert len([target for target in site.targets() if target.startswith("/leistungen/")]) == len(NAMES), (
        "and not any more once they were wrong"
    )


def test_a_page_that_wants_to_be_hidden_now_leaves_even_with_a_304(site: Website, read: Reader) -> None:
    read()
    site.pages["/leistungen/pass"].headers["X-Robots-Tag"] = "stadtlotse: noindex"
    again = read()
    assert "Pass" not in titles(again)
    assert [one.url for one in again.events if one.outcome is Outcome.NOINDEX] == [
        f"{site.url}/leistungen/pass"
    ]
    del site.pages["/leistungen/pass"].headers["X-Robots-Tag"]
    assert "Pass" in titles(read(verify_days=0))


def test_a_page_that_robots_txt_forbids_now_leaves(site: Website, read: Reader) -> None:
    read()
    site.pages["/robots.txt"] = Answer("User-agent: Stadtlotse\nDisallow: /leistungen/pass\n")
    assert "Pass" not in titles(read())


def test_a_page_is_read_once_for_the_same_bytes(
    site: Website, read: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    read()
    monkeypatch.setattr("ingest.website.documents.read_page_with_metadata", _not_again)
    del site.pages["/leistungen/hund"]
    assert "Pass" in titles(read())


def _not_again(*_: object, **__: object) -> None:
    raise AssertionError("read again")


def test_a_crawl_that_was_killed_is_gone_on_with(site: Website, read: Reader) -> None:
    def dies_at_the_third(target: str) -> Answer | None:
        if target == "/leistungen/wohngeld":
            _kill_crawler()
        return None

    wohngeld = site.pages.pop("/leistungen/wohngeld")
    site.fallback = dies_at_the_third
    with pytest.raises(SourceFailed, match="Der nächste Lauf setzt es fort"):
        read(delay=0.6)
    site.fallback = lambda _: None
    site.pages["/leistungen/wohngeld"] = wohngeld
    reading = read()
    assert titles(reading) == {"Start", *(name.title() for name in NAMES)}
    assert "/" not in site.targets(), "what the killed crawl had fetched is not asked for again"


def _kill_crawler() -> None:
    (child,) = _children(os.getpid())
    os.kill(child, signal.SIGKILL)


def _children(parent: int) -> list[int]:
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                status, command = (path / "stat").read_text(), (path / "cmdline").read_text()
            except OSError:
                continue
            if int(status.rpartition(")")[2].split()[1]) == parent and "ingest.website" in command:
                found.append(int(path.name))
    return found


def test_a_broken_state_file_costs_a_fresh_crawl_and_nothing_else(read: Reader) -> None:
    before = titles(read())
    (read.folder / FILE).write_bytes(b"SQLite format 3\0 kaputt" * 400)
    for name in (f"{FILE}-wal", f"{FILE}-shm"):
        (read.folder / name).unlink(missing_ok=True)
    assert titles(read()) == before


def test_a_state_that_cannot_be_written_is_said_in_one_sentence(read: Reader) -> None:
    read()
    blocker = sqlite3.connect(read.folder / FILE, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    timer = threading.Timer(60, blocker.close)
    timer.start()
    try:
        with pytest.raises(SourceFailed, match="Bitte prüfen Sie Speicherplatz und Rechte"):
            read()
    finally:
        timer.cancel()
        blocker.close()
