"""The chat in an iframe of a city's page, with the values of `sandbox` that `lotse embed` prints."""

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.conversation import QUESTION
from tests.browser.stand_in import StandIn

# Chromium forbids a frame of another origin to store anything.
STORE = "() => { try { localStorage.length; return 'allowed'; } catch (error) { return error.name; } }"


def framed(page: Page, site: StandIn) -> FrameLocator:
    """The chat in a page of the city's own origin."""
    page.goto(f"{site.host_page}?name=framed")
    return page.frame_locator("iframe")


def ask(chat: FrameLocator) -> None:
    chat.get_by_role("textbox").fill(QUESTION)
    chat.get_by_role("button", name="Senden").click()
    expect(chat.locator(".facts")).to_contain_text("46,00 Euro")


def test_the_whole_chat_answers_in_the_frame(page: Page, site: StandIn) -> None:
    chat = framed(page, site)
    expect(chat.locator("stadt-lotse .intro")).to_contain_text("Hier antwortet ein Computer.")
    ask(chat)
    assert site.requests[0]["question"] == QUESTION


def test_sources_open_beside_the_citys_page(page: Page, site: StandIn) -> None:
    chat = framed(page, site)
    ask(chat)
    page.context.route("https://www.musterstadt.example/**", lambda route: route.fulfill(body="Quelle"))
    with page.context.expect_page() as opened:
        chat.locator(".sources a").first.click()
    expect(opened.value.locator("body")).to_have_text("Quelle")
    assert page.url.endswith("?name=framed")


def test_it_works_where_storage_is_forbidden_and_sets_no_cookie(page: Page, site: StandIn) -> None:
    chat = framed(page, site)
    ask(chat)
    assert chat.locator("html").evaluate(STORE) == "SecurityError"
    assert page.context.cookies() == []


def test_without_scripts_the_forms_answer_in_the_frame(new_page: NewPage, site: StandIn) -> None:
    chat = framed(new_page(java_script_enabled=False), site)
    ask(chat)
    chat.locator(".rating summary").click()
    chat.get_by_label("Ja").check()
    chat.get_by_role("button", name="Rückmeldung senden").click()
    expect(chat.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Rückmeldung")
    assert site.rated[0]["rating"] == "helpful"


def test_another_website_may_not_frame_the_chat(browser: Browser, site: StandIn) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(f"http://fremd.localhost:{site.port}/host?name=framed")
    expect(page.frame_locator("iframe").get_by_role("textbox")).to_have_count(0)
    page.close()
    assert [text for text in told if "frame-ancestors" in text]


@pytest.mark.parametrize("width", [320, 768])
def test_nothing_sticks_out_of_a_narrow_frame(page: Page, site: StandIn, width: int) -> None:
    chat = framed(page, site)
    page.locator("iframe").evaluate("(frame, width) => { frame.width = width; }", width)
    ask(chat)
    assert chat.locator("html").evaluate("node => node.scrollWidth <= innerWidth")
