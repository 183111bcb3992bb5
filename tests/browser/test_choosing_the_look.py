"""Language, size, contrast and scheme: as links and forms without JavaScript, and with the element."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.conversation import QUESTION, open_chat
from tests.browser.stand_in import StandIn

DARK = "rgb(20, 24, 31)"
LIGHT = "rgb(255, 255, 255)"
GROUND = "node => getComputedStyle(node).backgroundColor"


@pytest.fixture
def plain(new_page: NewPage) -> Page:
    """A page with JavaScript off, on a device that prefers dark."""
    return new_page(java_script_enabled=False, color_scheme="dark")


def ask(page: Page) -> None:
    page.get_by_role("textbox", name="Ihre Frage").fill(QUESTION)
    page.get_by_role("button", name="Senden").click()


def ground(page: Page) -> str:
    return str(page.locator("html").evaluate(GROUND))


def test_without_a_choice_the_device_decides(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    assert ground(plain) == DARK


def test_what_is_chosen_holds_against_the_device_and_for_the_answer(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    ask(plain)
    plain.get_by_text("Darstellung ändern").click()
    plain.get_by_label("Farben").select_option("Hell")
    plain.get_by_label("Schriftgröße").select_option("Sehr groß")
    plain.get_by_role("button", name="Einstellungen übernehmen").click()
    expect(plain.locator(".facts")).to_contain_text("46,00 Euro")
    assert ground(plain) == LIGHT
    assert plain.locator("html").evaluate("node => getComputedStyle(node).fontSize") == "32px"
    ask(plain)
    expect(plain.locator(".facts")).to_contain_text("46,00 Euro")
    assert ground(plain) == LIGHT


def test_the_language_of_the_page_is_chosen_by_a_link(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat?contrast=high")
    plain.get_by_role("link", name="English").click()
    expect(plain.locator("html")).to_have_attribute("lang", "en")
    expect(plain.locator("html")).to_have_attribute("data-contrast", "high")


def test_the_page_around_the_element_follows_its_settings(page: Page, site: StandIn) -> None:
    page.goto(f"{site.url}/chat")
    chat = page.locator("stadt-lotse")
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Farben").select_option("dark")
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert ground(page) == DARK
    assert chat.locator(".lotse").evaluate(GROUND) == DARK


def test_the_element_starts_with_what_the_address_says(page: Page, site: StandIn) -> None:
    page.goto(f"{site.url}/chat?scheme=dark&size=large")
    lotse = page.locator("stadt-lotse .lotse")
    expect(lotse).to_have_attribute("data-size", "large")
    assert lotse.evaluate(GROUND) == DARK


@pytest.mark.parametrize(("device", "chosen", "shown"), [("dark", "light", LIGHT), ("light", "dark", DARK)])
def test_on_a_city_s_page_only_the_chat_changes(
    new_page: NewPage, site: StandIn, device: str, chosen: str, shown: str
) -> None:
    page = new_page(color_scheme=device)
    chat = open_chat(page, site)
    before = ground(page)
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Farben").select_option(chosen)
    assert chat.locator(".lotse").evaluate(GROUND) == shown
    assert ground(page) == before
    expect(page.locator("html")).not_to_have_attribute("data-scheme", chosen)


def test_the_settings_lead_to_the_accessibility_statement(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    with page.context.expect_page() as opened:
        chat.get_by_role("link", name="Erklärung zur Barrierefreiheit").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Erklärung zur Barrierefreiheit")


def test_only_question_answer_and_sources_are_printed_in_dark_on_white(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat?scheme=dark")
    ask(plain)
    plain.emulate_media(media="print")
    expect(plain.locator(".turn .facts")).to_be_visible()
    expect(plain.locator(".sources")).to_be_visible()
    for hidden in ("header.site", "footer.site", "form.ask", "details.rating", ".suggestions"):
        expect(plain.locator(hidden)).to_be_hidden()
    assert ground(plain) == LIGHT
    assert plain.locator(".lotse").evaluate("node => getComputedStyle(node).color") == "rgb(23, 26, 33)"
