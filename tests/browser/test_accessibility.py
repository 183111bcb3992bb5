"""Nobody is shut out: axe-core in every state, keyboard alone, small screens, large text."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import AxeCheck, NewPage
from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn

THEMES: list[dict[str, Any]] = [
    {},
    {"color_scheme": "dark"},
    {"contrast": "more"},
    {"color_scheme": "dark", "contrast": "more"},
    {"forced_colors": "active"},
    {"viewport": {"width": 320, "height": 640}, "has_touch": True},
]
SMALLEST_TARGET = 24


def active(page: Page) -> Locator:
    """The element within the shadow tree that has the focus."""
    return page.locator("stadt-lotse :focus")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: "-".join(theme) or "plain")
def test_axe_finds_nothing_from_closed_to_answered(
    new_page: NewPage, site: StandIn, axe: AxeCheck, theme: dict[str, Any]
) -> None:
    page = new_page(**theme)
    page.goto(site.host_page)
    expect(page.get_by_role("button", name="Frage stellen")).to_be_visible()
    axe(page)
    chat = open_chat(page, site)
    axe(page)
    chat.get_by_role("button", name="Einstellungen").click()
    axe(page)
    site.held = True
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    axe(page)
    site.release()
    expect(chat.locator(".tools")).to_be_visible()
    axe(page)


@pytest.mark.parametrize("theme", THEMES[:2], ids=["light", "dark"])
@pytest.mark.parametrize("name", ["clarify", "not_found", "worded", "hostile"])
def test_axe_finds_nothing_in_any_kind_of_answer(
    new_page: NewPage, site: StandIn, axe: AxeCheck, name: str, theme: dict[str, Any]
) -> None:
    site.answer_name = name
    page = new_page(**theme)
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    axe(page)


def test_axe_finds_nothing_when_something_went_wrong(page: Page, site: StandIn, axe: AxeCheck) -> None:
    site.down = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".turn .problem")).to_be_visible()
    chat.get_by_role("textbox").fill("x" * 600)
    expect(chat.locator(".field-problem")).not_to_be_empty()
    axe(page)


@pytest.mark.parametrize("theme", THEMES[:2], ids=["light", "dark"])
def test_axe_finds_nothing_on_the_full_page(
    new_page: NewPage, site: StandIn, axe: AxeCheck, theme: dict[str, Any]
) -> None:
    page = new_page(**theme)
    page.goto(f"{site.url}/chat")
    chat = page.locator("stadt-lotse")
    expect(chat.locator(".suggestions")).to_be_visible()
    axe(page)
    ask(chat, QUESTION)
    axe(page)


def test_the_chat_is_used_with_the_keyboard_alone(page: Page, site: StandIn) -> None:
    page.goto(site.host_page)
    launcher = page.get_by_role("button", name="Frage stellen")
    expect(launcher).to_be_visible()
    page.keyboard.press("Tab")  # the host page's link
    page.keyboard.press("Tab")
    expect(launcher).to_be_focused()
    expect(launcher).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Stadtlotse")
    expect(dialog).to_have_accessible_description("Hier antwortet ein Computer. " + MACHINE)
    expect(page.get_by_role("textbox", name="Ihre Frage")).to_be_focused()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator("stadt-lotse .tools")).to_be_visible()
    expect(page.get_by_role("textbox")).to_be_focused()

    page.keyboard.press("Shift+Tab")
    expect(active(page)).to_have_text("Antwort kopieren")
    page.locator("stadt-lotse h2").focus()
    page.keyboard.press("Tab")
    expect(active(page)).to_have_text("Zur letzten Antwort")
    page.keyboard.press("Enter")
    expect(active(page)).to_have_text(f"Ihre Frage: {QUESTION}")
    page.keyboard.press("Tab")
    expect(active(page)).to_have_accessible_name("Quelle 1: Personalausweis beantragen")
    page.keyboard.press("Enter")
    expect(active(page)).to_have_accessible_name("Personalausweis beantragen: Gebühren (öffnet in neuem Tab)")

    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(launcher).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("stadt-lotse .turn")).to_have_count(1)


MACHINE = (
    "Er sucht in den Veröffentlichungen der Stadt und nennt zu jeder Antwort die Quelle. "
    "Verbindlich ist, was das Amt Ihnen sagt."
)


def test_on_a_wide_screen_the_page_behind_stays_within_reach(page: Page, site: StandIn) -> None:
    open_chat(page, site)
    page.get_by_role("link", name="Ein Verweis").focus()
    expect(page.get_by_role("link", name="Ein Verweis")).to_be_focused()
    expect(page.get_by_role("dialog")).to_be_visible()


def test_on_a_small_screen_the_focus_can_not_get_behind_the_chat(new_page: NewPage, site: StandIn) -> None:
    page = new_page(viewport={"width": 320, "height": 640})
    open_chat(page, site)
    for _ in range(20):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.localName") in {"stadt-lotse", "body"}
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Frage stellen")).to_be_focused()


def test_a_change_of_the_window_keeps_the_chat_open_and_the_focus_where_it_is(
    page: Page, site: StandIn
) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("textbox").fill("angefangen")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.get_by_role("dialog")).to_be_visible()
        expect(chat.get_by_role("textbox")).to_be_focused()
    expect(chat.get_by_role("textbox")).to_have_value("angefangen")


def test_escape_in_the_chat_does_not_reach_the_host_page(page: Page, site: StandIn) -> None:
    open_chat(page, site)
    page.evaluate("document.addEventListener('keydown', ({ key }) => { window.heard = key })")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("window.heard") is None


@pytest.mark.parametrize("mode", ["element", "page"])
def test_every_control_is_large_enough_to_hit(page: Page, site: StandIn, mode: str) -> None:
    if mode == "element":
        chat = open_chat(page, site)
    else:
        page.goto(f"{site.url}/chat")
        chat = page.locator("stadt-lotse")
    chat.get_by_role("button", name="Einstellungen").click()
    ask(chat, QUESTION)
    sizes = chat.locator("button:visible:not(.skip), select, textarea, summary, a.button").evaluate_all(
        "nodes => nodes.map((node) => [node.textContent, node.offsetWidth, node.offsetHeight])"
    )
    assert len(sizes) > 20
    assert [size for size in sizes if min(size[1:]) < SMALLEST_TARGET] == []


@pytest.mark.parametrize("size", ["medium", "xx-large"])
@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 900)])
def test_nothing_needs_scrolling_in_two_directions(
    new_page: NewPage, site: StandIn, width: int, height: int, size: str
) -> None:
    page = new_page(viewport={"width": width, "height": height})
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Schriftgröße").select_option(size)
    ask(chat, QUESTION)
    for selector in (".panel", ".panel > .lotse", ".conversation", ".composer"):
        overflow = chat.locator(selector).evaluate("node => node.scrollWidth - node.clientWidth")
        assert overflow <= 0, selector


def test_the_text_can_be_twice_as_large(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    read = "node => Number.parseFloat(getComputedStyle(node).fontSize)"
    before = chat.locator(".greeting").evaluate(read)
    chat.get_by_label("Schriftgröße").select_option("xx-large")
    assert chat.locator(".greeting").evaluate(read) == pytest.approx(2 * before)


def test_the_focus_is_visible_on_every_control(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.get_by_role("textbox").focus()
    page.keyboard.press("Shift+Tab")
    rings = []
    for _ in range(12):
        rings.append(active(page).evaluate("node => getComputedStyle(node).outline"))
        page.keyboard.press("Shift+Tab")
    assert [ring for ring in rings if "3px" not in ring] == []


def test_motion_rests_where_it_is_not_wanted(new_page: NewPage, site: StandIn) -> None:
    site.held = True
    page = new_page(reduced_motion="reduce")
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    running = page.evaluate("document.getAnimations().length")
    name = chat.locator(".progress").evaluate("node => getComputedStyle(node, '::before').animationName")
    assert (running, name) == (0, "none")


def test_parts_in_another_language_are_marked(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Sprache der Antwort").select_option("en")
    ask(chat, "What does it cost?")
    expect(chat.locator(".lotse")).to_have_attribute("lang", "en")
    expect(chat.locator(".turn")).to_have_attribute("lang", "de")
    expect(chat.locator(".sentence").first).to_have_attribute("lang", "de")


def test_the_structure_reads_like_this(page: Page, site: StandIn) -> None:
    site.answer_name = "clarify"
    chat = open_chat(page, site)
    ask(chat, "Parkausweis")
    expect(chat.get_by_role("article")).to_match_aria_snapshot(
        """
        - 'article "Ihre Frage: Parkausweis"':
          - 'heading "Ihre Frage: Parkausweis" [level=3]'
          - paragraph: Es gibt dazu mehrere Leistungen.
          - group "Was meinen Sie?":
            - heading "Was meinen Sie?" [level=4]
            - list:
              - listitem:
                - button "Anwohnerparkausweis"
              - listitem:
                - button "Parkausweis für Menschen mit Behinderung"
          - group "Kontakt":
            - heading "Kontakt" [level=4]
            - paragraph: Bürgertelefon
            - paragraph: Jetzt geöffnet
        """
    )
