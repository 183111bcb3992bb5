"""The start page that the server of the chat shows."""

from bs4 import BeautifulSoup
from markupsafe import Markup

from corpus.musterstadt.start_page import assets_folder, render_start_page

WIDGET = Markup('<script src="/embed.js" defer></script><stadt-lotse city="musterstadt"></stadt-lotse>')


def test_it_holds_the_chats_snippet_at_the_end_of_its_body() -> None:
    page = BeautifulSoup(render_start_page(WIDGET, "http://127.0.0.1:8090"), "lxml")

    assert page.body
    assert page.body.find_all(recursive=False)[-1].name == "stadt-lotse"


def test_its_links_lead_to_the_website_and_its_looks_to_the_server() -> None:
    page = BeautifulSoup(render_start_page(WIDGET, "http://127.0.0.1:8090/", "/bilder/"), "lxml")

    links = [str(link["href"]) for link in page.select("a[href], form[action]") if link.get("href")]
    assert not [link for link in links if link.startswith("/")]
    assert "http://127.0.0.1:8090/dienstleistungen/personalausweis.html" in links
    looks = [
        str(element.get("src") or element.get("href"))
        for element in page.select("img, link[rel=stylesheet], link[rel=icon]")
    ]
    assert all(look.startswith("/bilder/") for look in looks)
    assert all((assets_folder() / look.rsplit("/", 1)[1]).is_file() for look in looks)


def test_a_strict_content_security_policy_holds() -> None:
    page = BeautifulSoup(render_start_page(WIDGET, "http://127.0.0.1:8090"), "lxml")

    assert not page.select("[style], style")
    assert all(script.get("src") for script in page.select("script"))
    assert not [name for element in page.find_all(True) for name in element.attrs if name.startswith("on")]


def test_no_cookie_banner_stands_before_the_chat() -> None:
    assert "cookie-banner" not in render_start_page(WIDGET, "http://127.0.0.1:8090")
