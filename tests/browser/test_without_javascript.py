"""The same chat as plain HTML: with JavaScript off, and with a script that does not arrive."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import AxeCheck, NewPage
from tests.browser.conversation import QUESTION
from tests.browser.stand_in import StandIn

WIDTHS = [320, 768, 1280]


@pytest.fixture
def plain(new_page: NewPage) -> Page:
    """A page with JavaScript off."""
    return new_page(java_script_enabled=False)


def ask(page: Page, question: str) -> None:
    page.get_by_role("textbox", name="Ihre Frage").fill(question)
    page.get_by_role("button", name="Senden").click()


def test_a_question_is_answered(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    expect(plain.get_by_text("Hier antwortet ein Computer.")).to_be_visible()
    ask(plain, QUESTION)
    expect(plain.get_by_role("heading", name=QUESTION)).to_be_visible()
    expect(plain.locator(".facts")).to_contain_text("46,00 Euro")
    expect(plain.locator(".sentence").first).to_contain_text("Ein Personalausweis kostet 46,00 Euro")
    assert plain.url == f"{site.url}/chat"


def test_a_citation_jumps_to_its_source(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    ask(plain, QUESTION)
    plain.locator(".block .cite").first.click()
    expect(plain.locator("#quelle-1")).to_be_in_viewport()
    assert plain.url.endswith("#quelle-1")


def test_a_follow_up_keeps_token_style_and_language(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    plain.get_by_label("Art der Antwort").select_option("einfach")
    ask(plain, QUESTION)
    ask(plain, "Und wie lange dauert das?")
    assert site.requests == [
        {"question": QUESTION, "language": "de", "style": "einfach", "context": None},
        {
            "question": "Und wie lange dauert das?",
            "language": "de",
            "style": "einfach",
            "context": "token-1",
        },
    ]


def test_choices_are_buttons(plain: Page, site: StandIn) -> None:
    site.answer_name = "clarify"
    plain.goto(f"{site.url}/chat")
    ask(plain, "Parkausweis")
    plain.get_by_role("button", name="Anwohnerparkausweis").click()
    assert site.requests[1]["question"] == "Wie bekomme ich einen Anwohnerparkausweis?"


def test_an_empty_question_is_asked_for(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    ask(plain, "  ")
    expect(plain.get_by_role("alert")).to_contain_text("Bitte schreiben Sie zuerst Ihre Frage in das Feld.")


def test_markup_in_an_answer_is_shown_as_text(page: Page, site: StandIn) -> None:
    site.answer_name = "hostile"
    page.route("**/embed.js*", lambda route: route.abort())
    page.goto(f"{site.url}/chat")
    ask(page, "<script>alert(0)</script>")
    expect(page.locator(".question")).to_contain_text("<script>alert(0)</script>")
    expect(page.locator("main").locator("script, img, b, i, u")).to_have_count(0)


def test_when_the_script_does_not_arrive_the_form_is_there(page: Page, site: StandIn) -> None:
    page.route("**/embed.js*", lambda route: route.abort())
    page.goto(f"{site.url}/chat")
    ask(page, QUESTION)
    expect(page.locator(".facts")).to_contain_text("46,00 Euro")


def test_a_changed_script_is_not_run(page: Page, site: StandIn) -> None:
    page.route("**/embed.js*", lambda route: route.fulfill(body="alert(1)", content_type="text/javascript"))
    page.goto(f"{site.url}/chat")
    expect(page.get_by_role("textbox", name="Ihre Frage")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", ["answered", "worded", "hostile"])
def test_nothing_sticks_out_at_any_width(new_page: NewPage, site: StandIn, width: int, name: str) -> None:
    site.answer_name = name
    page = new_page(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page.goto(f"{site.url}/chat")
    ask(page, QUESTION)
    html = page.locator("html")
    assert html.evaluate("node => node.scrollWidth") <= width


@pytest.mark.parametrize(
    "theme", [{}, {"color_scheme": "dark"}, {"contrast": "more"}, {"forced_colors": "active"}]
)
@pytest.mark.parametrize("name", ["answered", "worded", "clarify", "not_found"])
def test_axe_finds_nothing_on_an_answered_page(
    new_page: NewPage, site: StandIn, axe: AxeCheck, name: str, theme: dict[str, Any]
) -> None:
    # axe-core itself is JavaScript: the page's own script is kept away instead.
    site.answer_name = name
    page = new_page(**theme)
    page.route("**/embed.js*", lambda route: route.abort())
    page.goto(f"{site.url}/chat")
    axe(page)
    ask(page, QUESTION)
    expect(page.locator(".turn")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("path", ["/", "/datenschutz", "/fehler"])
def test_axe_finds_nothing_on_the_other_pages(page: Page, site: StandIn, axe: AxeCheck, path: str) -> None:
    page.goto(site.url + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    axe(page)


def test_the_keyboard_reaches_the_content_first(plain: Page, site: StandIn) -> None:
    plain.goto(f"{site.url}/chat")
    plain.keyboard.press("Tab")
    expect(plain.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
    plain.keyboard.press("Enter")
    expect(plain.locator("main")).to_be_focused()
