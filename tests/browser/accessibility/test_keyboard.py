"""Everything can be done with the keyboard, in an order that makes sense, and one sees where one is."""

import io
import re

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import NewPage
from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn
from tests.browser.states import reach

MACHINE = (
    "Er sucht in den Veröffentlichungen der Stadt und nennt zu jeder Antwort die Quelle. "
    "Verbindlich ist, was das Amt Ihnen sagt."
)
# Pixels around a control that its focus ring may take, and how many of them must change: WCAG 2.2, 2.4.13
# asks for a ring of two pixels around it.
_ROOM = 8
_NAME = """() => {
  let node = document.activeElement;
  while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
  if (!node || node === document.body) return null;
  const label = node.labels?.[0]?.textContent ?? node.ariaLabel ?? node.textContent;
  return label.trim().replace(/\\s+/g, ' ');
}"""


def active(page: Page) -> Locator:
    """The element within the shadow tree that has the focus."""
    return page.locator("stadt-lotse :focus")


def walk(page: Page, key: str = "Tab", steps: int = 80) -> list[str]:
    """The names of what gets the focus, until it comes back to where it began or leaves the page."""
    names: list[str] = []
    for _ in range(steps):
        page.keyboard.press(key)
        name = page.evaluate(_NAME)
        if name is None or (names and name == names[0] and len(names) > 3):
            break
        names.append(name)
    return names


def test_a_question_is_asked_and_its_source_reached_with_the_keyboard_alone(
    page: Page, site: StandIn
) -> None:
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


def test_the_order_follows_what_is_seen_and_ends_behind_the_chat(page: Page, site: StandIn) -> None:
    reach("answered", page, site)
    page.locator("stadt-lotse h2").focus()
    names = walk(page)
    landmarks = [
        "Zur letzten Antwort",
        "Gespräch",
        "Einstellungen",
        "Schließen",
        "Was mit Ihrer Frage geschieht (öffnet in neuem Tab)",
        "Wann hat das Bürgerbüro geöffnet?",
        "Termin im Bürgerbüro buchen (öffnet in neuem Tab)",
        "Antwort kopieren",
        "Ja",
        "Nein",
        "Weitere Frage",
        "Senden",
    ]
    positions = [names.index(name) for name in landmarks]
    assert positions == sorted(positions)


def test_the_way_back_is_the_way_there(page: Page, site: StandIn) -> None:
    reach("answered", page, site)
    page.locator("stadt-lotse h2").focus()
    there = walk(page)
    end = there.index("Senden")
    page.get_by_role("button", name="Senden").focus()
    back = [page.evaluate(_NAME)]
    for _ in range(end):
        page.keyboard.press("Shift+Tab")
        back.append(page.evaluate(_NAME))
    assert back == there[end::-1]


@pytest.mark.parametrize("forced", ["none", "active"])
def test_whatever_has_the_focus_is_seen_to_have_it(page: Page, site: StandIn, forced: str) -> None:
    reach("feedback", page, site)
    page.emulate_media(forced_colors=forced)  # type: ignore[arg-type]  # a literal, by parametrisation
    page.locator("stadt-lotse h2").focus()
    faint: list[str] = []
    seen = 0
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate(_NAME)
        if name is None or active(page).count() == 0:
            break
        seen += 1
        if not _ring(page):
            faint.append(name)
    assert seen > 20
    assert faint == []


def _ring(page: Page) -> bool:
    """Whether blurring what has the focus changes as many pixels as a ring of 2 pixels around it has."""
    focused = active(page)
    focused.scroll_into_view_if_needed()
    box = focused.bounding_box()
    size = page.viewport_size
    if box is None or size is None:
        return False
    left, top = max(0, box["x"] - _ROOM), max(0, box["y"] - _ROOM)
    right = min(size["width"], box["x"] + box["width"] + _ROOM)
    bottom = min(size["height"], box["y"] + box["height"] + _ROOM)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    handle = focused.element_handle()
    with_focus = page.screenshot(clip=clip)  # type: ignore[arg-type]  # floats, as the browser gives them
    handle.evaluate("node => node.blur()")
    without = page.screenshot(clip=clip)  # type: ignore[arg-type]
    # Back by keyboard means, so that the ring shows again: focus() after a key press is :focus-visible.
    handle.evaluate("node => node.focus()")
    changed = ImageChops.difference(_grey(with_focus), _grey(without)).point(lambda value: 255 * (value > 60))
    count = changed.histogram()[255]
    return count >= 2 * (box["width"] + box["height"])


def _grey(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("L")


def test_a_click_on_settings_and_every_choice_there_works_with_keys(page: Page, site: StandIn) -> None:
    site.city = {**site.city, "languages": ["de", "en", "ar"]}
    chat = open_chat(page, site)
    button = chat.get_by_role("button", name="Einstellungen")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(chat.locator("select[name=language]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(chat.locator(".lotse")).to_have_attribute("lang", "en")
    # All of the frame is built anew; the focus stays on the same control.
    expect(chat.locator("select[name=language]")).to_be_focused()
    page.keyboard.press("Tab")
    expect(chat.locator("select[name=style]")).to_be_focused()


def test_deleting_is_asked_back_and_the_focus_is_never_lost(page: Page, site: StandIn) -> None:
    reach("deleting", page, site)
    chat = page.locator("stadt-lotse")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(chat.get_by_role("button", name="Gespräch löschen")).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat.get_by_role("button", name="Nein, behalten")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(chat.locator(".turn")).to_have_count(0)
    expect(chat.get_by_role("textbox")).to_be_focused()


def test_stopping_and_asking_again_keep_the_focus(page: Page, site: StandIn) -> None:
    reach("waiting", page, site)
    chat = page.locator("stadt-lotse")
    page.keyboard.press("Tab")
    expect(active(page)).to_have_text("Anhalten")
    page.keyboard.press("Enter")
    expect(chat.get_by_role("textbox")).to_be_focused()
    retry = chat.get_by_role("button", name="Noch einmal versuchen")
    retry.focus()
    site.release()
    page.keyboard.press("Enter")
    expect(chat.locator(".tools")).to_be_visible()
    expect(chat.get_by_role("textbox")).to_be_focused()


def test_feedback_is_given_with_keys_and_the_focus_stays_at_it(page: Page, site: StandIn) -> None:
    reach("answered", page, site)
    chat = page.locator("stadt-lotse")
    no = chat.locator(".feedback").get_by_role("button", name="Nein")
    no.focus()
    page.keyboard.press("Enter")
    expect(no).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(chat.get_by_role("radio").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(chat.get_by_role("radio", name="Etwas fehlt.")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("Die Parkplätze.")
    page.keyboard.press("Tab")
    expect(chat.get_by_role("checkbox")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(no).to_be_focused()
    expect(chat.get_by_role("status")).to_contain_text("Danke!")


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


def test_copying_and_jumping_need_no_mouse(page: Page, site: StandIn) -> None:
    reach("follow-up", page, site)
    chat = page.locator("stadt-lotse")
    chat.get_by_role("button", name="Antwort kopieren").last.focus()
    page.keyboard.press("Enter")
    expect(active(page)).to_have_text(re.compile("Kopier"))
    expect(active(page)).not_to_have_text("Antwort kopieren")
    chat.get_by_role("button", name="Vorige Frage").focus()
    page.keyboard.press("Enter")
    expect(chat.locator(".question").first).to_be_focused()
    ask(chat, "Noch eine")
    expect(chat.get_by_role("textbox")).to_be_focused()
