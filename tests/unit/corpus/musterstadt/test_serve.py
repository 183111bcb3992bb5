"""What the website answers over HTTP."""

import gzip
import socket
import subprocess
import sys
import zlib

import httpx
import pytest

from corpus.musterstadt import serve
from corpus.musterstadt.serve import SampleSite, SiteError, served, serves_sample


def test_addresses_follow_where_it_is_served(site: SampleSite, client: httpx.Client) -> None:
    page = client.get("/dienstleistungen/personalausweis.html").text

    assert f'<link rel="canonical" href="{site.url}/dienstleistungen/personalausweis.html">' in page
    assert f"Sitemap: {site.url}/sitemap.xml" in client.get("/robots.txt").text
    assert f"<loc>{site.url}/" in client.get("/sitemap.xml").text
    assert [str(url) for url in site.city().sources[0].model_dump()["start"]] == [f"{site.url}/"]


def test_the_xzufi_delivery_lies_beside_its_index_and_names_this_sites_pages(
    site: SampleSite, client: httpx.Client
) -> None:
    (name,) = client.get("/xzufi/index.txt").text.split()
    delivery = client.get(f"/xzufi/{name}")

    assert delivery.headers["content-type"] == "application/xml"
    assert f"<xzufi:uri>{site.url}/dienstleistungen/personalausweis.html</xzufi:uri>" in delivery.text


def test_a_redirect_and_a_chain_of_two_lead_to_the_service(site: SampleSite, client: httpx.Client) -> None:
    once = client.get("/personalausweis", follow_redirects=True)
    twice = client.get("/perso", follow_redirects=True)

    assert [response.status_code for response in once.history] == [301]
    assert [response.status_code for response in twice.history] == [302, 301]
    assert once.url == twice.url == f"{site.url}/dienstleistungen/personalausweis.html"


def test_a_page_that_is_not_there_is_a_404_with_ways_on(client: httpx.Client) -> None:
    response = client.get("/aktuelles/archiv-2019.html")

    assert response.status_code == 404
    assert "Inhaltsverzeichnis" in response.text


def test_sessions_in_the_address_change_nothing(client: httpx.Client) -> None:
    plain = client.get("/kontakt.html")

    assert client.get("/kontakt.html;jsessionid=0A1B.node2").content == plain.content
    assert client.get("/kontakt.html?sid=0a1b").content == plain.content


def test_two_pages_link_to_the_same_page_with_different_sessions(client: httpx.Client) -> None:
    def link(path: str) -> str:
        page = client.get(path).text
        start = page.index("/kontakt.html;jsessionid=")
        return page[start : page.index('"', start)]

    assert link("/") != link("/impressum.html")


def test_the_print_view_has_the_text_without_the_navigation(client: httpx.Client) -> None:
    printed = client.get("/dienstleistungen/personalausweis.html?print=1").text

    assert "46,00 Euro" in printed
    assert "hauptnavigation" not in printed


def test_the_calendar_never_ends(client: httpx.Client) -> None:
    path = "/veranstaltungen/kalender/2030/11.html"
    for _ in range(15):
        page = client.get(path)
        assert page.status_code == 200
        links = page.text.split('class="calendar-links"')[1].split("</p>")[0].split('href="')
        path = links[2].split('"')[0]

    assert path == "/veranstaltungen/kalender/2032/02.html"
    assert client.get("/veranstaltungen/kalender/2030/13.html").status_code == 404


@pytest.mark.parametrize(
    ("path", "declared", "actual"),
    [("/stadt/geschichte.html", "iso-8859-1", "utf-8"), ("/stadt/anreise.html", "utf-8", "cp1252")],
)
def test_two_pages_lie_about_their_charset(
    client: httpx.Client, path: str, declared: str, actual: str
) -> None:
    response = client.get(path)

    assert response.headers["content-type"] == f"text/html; charset={declared}"
    assert f'<meta charset="{declared}">'.encode() in response.content
    assert "für" in response.content.decode(actual) or "über" in response.content.decode(actual).lower()
    assert "ü" not in response.content.decode(declared, "replace").split("<h1>")[1].split("</h1>")[0]
    assert response.content.decode(declared, "replace") != response.content.decode(actual)


def test_an_unchanged_page_is_a_304(client: httpx.Client) -> None:
    first = client.get("/impressum.html")

    by_tag = client.get("/impressum.html", headers={"If-None-Match": first.headers["etag"]})
    by_date = client.get("/impressum.html", headers={"If-Modified-Since": first.headers["last-modified"]})
    other = client.get("/impressum.html", headers={"If-None-Match": '"another"'})
    nonsense = client.get("/impressum.html", headers={"If-Modified-Since": "gestern"})

    assert (by_tag.status_code, by_date.status_code) == (304, 304)
    assert by_tag.content == b""
    assert (other.status_code, nonsense.status_code) == (200, 200)


def test_text_is_packed_for_those_who_can_unpack_it(site: SampleSite, client: httpx.Client) -> None:
    with client.stream("GET", "/", headers={"Accept-Encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())
    plain = client.get("/", headers={"Accept-Encoding": "identity"})

    assert response.headers["content-encoding"] == "gzip"
    assert gzip.decompress(raw) == plain.content
    with pytest.raises(zlib.error):
        zlib.decompress(plain.content)


def test_head_tells_the_length_and_sends_nothing(client: httpx.Client) -> None:
    identity = {"Accept-Encoding": "identity"}

    head, body = client.head("/", headers=identity), client.get("/", headers=identity)

    assert head.content == b""
    assert head.headers["content-length"] == str(len(body.content))


def test_nothing_outside_the_website_is_served(client: httpx.Client) -> None:
    assert client.get("/%2e%2e/city.toml").status_code == 404
    assert client.get("/assets/..%2f..%2fcity.toml").status_code == 404


def test_the_search_finds_pages_and_escapes_words(client: httpx.Client) -> None:
    page = client.get("/suche", params={"q": "hund steuer"}).text
    hostile = client.get("/suche", params={"q": "<script>alert(1)</script>"}).text

    assert "/dienstleistungen/hundesteuer.html" in page
    assert "<script>alert" not in hostile


def test_a_running_site_is_used_and_not_started_twice(site: SampleSite) -> None:
    port = int(site.url.rsplit(":", 1)[1])

    assert serves_sample(port)
    with served(port) as url:
        assert url == site.url
    assert serves_sample(port)


def test_a_port_that_something_else_has_is_said() -> None:
    with socket.socket() as taken:
        taken.bind((serve.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(SiteError, match=f"Der Port {port} ist von einem anderen Programm belegt"):
            SampleSite(port).start()


def test_a_stopped_site_frees_port_and_folder() -> None:
    with SampleSite() as short:
        port = int(short.url.rsplit(":", 1)[1])

    assert not serves_sample(port)
    with SampleSite(port) as again:
        assert again.url == short.url


def test_the_process_ends_with_whoever_started_it() -> None:
    command = [sys.executable, "-m", "corpus.musterstadt.serve", "--port", "0", "--end-with-parent"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert "Musterstadt: http://" in process.stdout.readline()
        assert process.poll() is None
        process.stdin.close()
        assert process.wait(timeout=20) == 0
