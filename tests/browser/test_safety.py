"""Nothing that comes over the wire or out of the host page gets through."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answering import answer
from tests.browser.conftest import NewPage
from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn
from widget.theme import accents

# A dialog or an uncaught error anywhere fails the test: see `new_page`.


def test_markup_in_any_part_of_an_answer_is_shown_as_text(page: Page, site: StandIn) -> None:
    site.answer_name = "hostile"
    chat = open_chat(page, site)
    ask(chat, "<img src=x onerror=alert(0)>")
    expect(chat.locator(".question").first).to_contain_text("<img src=x onerror=alert(0)>")
    expect(chat.locator(".turn").locator("script, img, b, i, u, h1, [onload], [onerror]")).to_have_count(0)
    expect(chat.locator(".sources")).to_contain_text("<img src=x onerror=alert(7)>")


def test_only_web_mail_and_telephone_addresses_become_links(page: Page, site: StandIn) -> None:
    site.answer_name = "hostile"
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    addresses = chat.locator("a").evaluate_all("links => links.map((link) => link.protocol)")
    assert set(addresses) <= {"http:", "https:", "mailto:", "tel:"}
    for number in (1, 2, 3):
        source = chat.locator(f"[data-source='{number}']")
        expect(source.locator("a")).to_have_count(0)
    expect(chat.locator("[data-source='4'] a")).to_have_count(1)


def test_a_citation_of_an_unlinked_source_still_leads_to_it(page: Page, site: StandIn) -> None:
    site.answer_name = "hostile"
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.locator(".block .cite").first.click()
    expect(chat.locator("[data-source='1'] [tabindex]")).to_be_focused()


@pytest.mark.parametrize("width", [320, 1280])
def test_long_words_and_links_stay_in_their_box(new_page: NewPage, site: StandIn, width: int) -> None:
    site.answer_name = "hostile"
    page = new_page(viewport={"width": width, "height": 700})
    chat = open_chat(page, site)
    ask(chat, "x" * 500)
    widths = chat.locator(".conversation").evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert widths[0] <= widths[1]


def test_the_element_uses_no_style_attribute_cookie_or_storage(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Schriftgröße").select_option("xx-large")
    assert chat.evaluate("node => node.shadowRoot.querySelectorAll('[style], style').length") == 0
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_only_the_city_s_server_is_spoken_to_and_it_learns_no_referrer(page: Page, site: StandIn) -> None:
    seen: list[tuple[str, str | None]] = []
    page.on("request", lambda request: seen.append((request.url, request.header_value("referer"))))
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    api = [(url, referrer) for url, referrer in seen if "/api/" in url]
    assert [url for url, _ in seen if f":{site.port}/" not in url] == []
    assert len(api) >= 2
    assert [referrer for _, referrer in api if referrer] == []


def test_hostile_styles_of_the_host_page_do_not_reach_the_chat(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    box = chat.get_by_role("dialog").bounding_box()
    assert box is not None
    assert box["width"] > 400
    assert box["height"] > 500
    style = chat.locator(".sentence").first.evaluate(
        "node => { const s = getComputedStyle(node);"
        " return [s.color, s.fontSize, s.textTransform, s.letterSpacing, s.visibility, s.float] }"
    )
    assert style == ["rgb(23, 26, 33)", "16px", "none", "normal", "visible", "none"]


def test_the_chat_does_not_move_or_style_the_host_page(page: Page, site: StandIn) -> None:
    page.route("**/embed.js", lambda route: route.abort())
    page.goto(site.host_page)
    before = page.locator("main").bounding_box()
    page.unroute("**/embed.js")
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    assert page.locator("main").bounding_box() == before


@pytest.mark.parametrize("accent", ["#ffff00", "#00459a", "#7a1f5c", "#ffffff", "#808080", "#000000"])
def test_element_and_pages_correct_a_city_s_colour_alike(
    new_page: NewPage, site: StandIn, accent: str
) -> None:
    site.city = {**site.city, "accent": accent}
    for scheme, expected in (("light", accents(accent).light), ("dark", accents(accent).dark)):
        page = new_page(color_scheme=scheme)
        page.goto(f"{site.url}/chat")
        expect(page.locator("stadt-lotse .suggestions")).to_be_visible()
        read = "node => getComputedStyle(node).getPropertyValue('--lotse-accent').trim()"
        assert page.locator("stadt-lotse .header").evaluate(read) == expected
        assert page.locator("body").evaluate(read) == expected


@pytest.mark.parametrize(
    "address",
    [
        " javascript:alert(1)",
        "\tjava\tscript:alert(1)",
        "java\r\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "javascript&colon;alert(1)",
        "//anderswo.example/",
        "/chat",
        "blob:https://www.musterstadt.example/1",
        "file:///etc/passwd",
        "view-source:https://www.musterstadt.example/",
    ],
)
def test_no_trick_makes_an_unsafe_address_a_link(page: Page, site: StandIn, address: str) -> None:
    told = answer("answered")
    told["sources"] = [{**source, "url": address} for source in told["sources"]]
    headers = {"Access-Control-Allow-Origin": "*"}
    page.route("**/cities/musterstadt/chat", lambda route: route.fulfill(json=told, headers=headers))
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator("[data-source='1']")).to_be_attached()
    expect(chat.locator("[data-source] a")).to_have_count(0)
