"""The crawler keeps to what a host asks: its pace, its pauses, its robots.txt, its links not to follow."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.city import City
from corpus.sources import WebsiteSource
from ingest.website.crawl import crawl
from ingest.website.job import Limits
from ingest.website.spool import Spool
from ingest.website.state.records import Outcome
from tests.integration.ingest.website import Answer, Website, html


@pytest.fixture
def run(tmp_path: Path, city_at: Callable[..., City]) -> Callable[..., Spool]:
    """Crawl a website of the tests' own."""

    def crawled(site: Website, limits: Limits | None = None, **how: object) -> Spool:
        (source,) = city_at(site.url + "/", **how).sources
        assert isinstance(source, WebsiteSource)
        return crawl(source, tmp_path, site.url, limits=limits or Limits(backoff=0.01))

    return crawled


def times(site: Website) -> list[float]:
    return [one.at for one in site.asked]


def paths(spool: Spool, site: Website) -> set[str]:
    return {one.url.removeprefix(site.url) for one in spool.pages()}


def test_a_crawl_delay_is_kept_to_the_full(run: Callable[..., Spool]) -> None:
    pages = {"/": html("Start", links=("/a", "/b", "/c")), **{f"/{name}": html(name) for name in "abc"}}
    pages["/robots.txt"] = Answer("User-agent: *\nCrawl-delay: 0.5\n")
    with Website(pages) as site:
        run(site, sitemap=False)
        assert all(later - earlier > 0.45 for earlier, later in pairwise(times(site)[1:]))
        assert len(site.asked) == 5


def test_a_delay_for_another_crawler_is_not_ours(run: Callable[..., Spool]) -> None:
    pages = {"/": html("Start", links=("/a",)), "/a": html("A")}
    pages["/robots.txt"] = Answer("User-agent: langsam\nCrawl-delay: 30\n")
    with Website(pages) as site:
        run(site, sitemap=False)
        assert times(site)[-1] - times(site)[0] < 10


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_gets_the_pause_that_it_asks_for(run: Callable[..., Spool], status: int) -> None:
    busy = [Answer("", status, {"Retry-After": "1"})]
    with Website(
        {"/": html("Start")}, lambda target: busy.pop() if target == "/a" and busy else html("A")
    ) as site:
        site.pages["/robots.txt"] = Answer("")
        site.pages["/"] = html("Start", links=("/a",))
        spool = run(site, sitemap=False)
        first, second = (one.at for one in site.asked if one.target == "/a")
        assert second - first >= 0.95
        assert paths(spool, site) == {"/", "/a"}


def test_a_server_that_asks_for_too_much_patience_is_left_alone(run: Callable[..., Spool]) -> None:
    names = tuple(f"/seite-{number}" for number in range(30))
    pages = {"/": html("Start", links=names), "/robots.txt": Answer("")}
    pages |= {name: Answer("", 503, {"Retry-After": "86400"}) for name in names}
    with Website(pages) as site:
        spool = run(site, sitemap=False, delay=0.01)
        assert len([target for target in site.targets() if target in names]) <= 2
        failed = [event for event in spool.events() if event.outcome is Outcome.TEMPORARY]
        assert {event.url.removeprefix(site.url) for event in failed} == set(names)


def test_a_server_that_fails_again_and_again_is_left_alone(run: Callable[..., Spool]) -> None:
    names = tuple(f"/seite-{number}" for number in range(40))
    pages = {"/": html("Start", links=names), **{name: Answer("", 500) for name in names}}
    with Website(pages) as site:
        run(site, Limits(backoff=0.01, retries=0, most_failures=10), sitemap=False)
        # Ten failures, those under way beside the tenth, and those sent while it is being counted.
        assert len([target for target in site.targets() if target in names]) <= 20


def test_robots_txt_is_asked_for_once(run: Callable[..., Spool]) -> None:
    with Website({"/": html("Start", links=("/a", "/b")), "/a": html("A"), "/b": html("B")}) as site:
        run(site, sitemap=False)
        assert site.targets().count("/robots.txt") == 1


def test_the_rules_for_us_go_before_those_for_all(run: Callable[..., Spool]) -> None:
    pages = {"/": html("Start", links=("/a", "/b")), "/a": html("A"), "/b": html("B")}
    pages["/robots.txt"] = Answer(
        "User-agent: *\nDisallow: /\n\nUser-agent: stadtlotse\nDisallow: /a\nAllow: /\n"
    )
    with Website(pages) as site:
        assert paths(run(site, sitemap=False), site) == {"/", "/b"}


def test_what_a_page_forbids_is_not_done(run: Callable[..., Spool]) -> None:
    pages = {
        "/": Answer(
            '<html><body><h1>Start</h1><a href="/nein" rel="external nofollow">x</a>'
            '<a href="/keine-verweise">x</a><a href="/abgelaufen">x</a><a href="/andere">x</a></body></html>',
            headers={"Content-Type": "text/html"},
        ),
        "/nein": html("Nein"),
        "/keine-verweise": html("K", head='<meta name="robots" content="nofollow">', links=("/dahinter",)),
        "/dahinter": html("Dahinter"),
        "/abgelaufen": html("Abgelaufen"),
        "/andere": html("Andere"),
    }
    pages["/abgelaufen"].headers["X-Robots-Tag"] = "unavailable_after: 1 Jan 2020 00:00:00 GMT"
    pages["/andere"].headers["X-Robots-Tag"] = "googlebot: noindex, nofollow"
    with Website(pages) as site:
        spool = run(site, sitemap=False)
        assert paths(spool, site) == {"/", "/keine-verweise", "/andere"}
        assert not {"/nein", "/dahinter"} & set(site.targets())
