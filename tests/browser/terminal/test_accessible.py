"""Standing, sitting, without touching, without seeing: everybody can use the terminal."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import AxeCheck
from tests.browser.stand_in import StandIn
from tests.browser.terminal.conftest import LANDSCAPE, PORTRAIT, Terminal, ask, wait_seconds

LOOKS: list[dict[str, Any]] = [
    {"viewport": PORTRAIT},
    {"viewport": LANDSCAPE, "color_scheme": "dark", "contrast": "more"},
]
FINGER = 60
CITE = 44
SIZES = """nodes => nodes.map((node) => {
  const box = node.getBoundingClientRect();
  return [node.textContent, Math.round(Math.min(box.width, box.height))];
})"""


def active(page: Page) -> Locator:
    """What has the focus."""
    return page.locator("lotse-terminal :focus")


@pytest.mark.parametrize("look", LOOKS, ids=["portrait", "dark landscape"])
def test_axe_finds_nothing_from_the_first_screen_to_the_countdown(
    terminal: Terminal, axe: AxeCheck, look: dict[str, Any]
) -> None:
    page = terminal(**look)
    axe(page)
    ask(page)
    axe(page)
    page.get_by_role("button", name="Einstellungen").tap()
    axe(page)
    wait_seconds(page, 65)
    expect(page.get_by_role("alertdialog")).to_be_visible()
    axe(page)
    wait_seconds(page, 25)
    expect(page.locator(".note")).to_be_visible()
    axe(page)


def test_axe_finds_nothing_while_the_server_is_away(terminal: Terminal, site: StandIn, axe: AxeCheck) -> None:
    site.city_away = True
    page = terminal()
    expect(page.locator(".problem")).to_be_visible()
    axe(page)


@pytest.mark.parametrize(("viewport", "steps"), [(PORTRAIT, -1), (PORTRAIT, 2), (LANDSCAPE, 0)])
def test_everything_to_tap_is_as_large_as_a_finger_needs_and_nothing_leaves_the_screen(
    terminal: Terminal, viewport: dict[str, int], steps: int
) -> None:
    page = terminal(viewport=viewport)
    for _ in range(abs(steps)):
        page.get_by_role("button", name="Größere Schrift" if steps > 0 else "Kleinere Schrift").tap()
    expect_large_targets(page)
    ask(page)
    page.get_by_role("button", name="Einstellungen").tap()
    expect_large_targets(page)
    marks = page.locator(".cite").evaluate_all(SIZES)
    assert [mark for mark in marks if mark[1] < CITE] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    wait_seconds(page, 65)
    expect_large_targets(page)


def expect_large_targets(page: Page) -> None:
    """No visible control is smaller than a finger needs, and none stands outside of the screen."""
    controls = page.locator(
        "lotse-terminal :is(button:not(.cite, .skip), select, textarea, summary) >> visible=true"
    )
    sizes = controls.evaluate_all(SIZES)
    assert len(sizes) > 4
    assert [size for size in sizes if size[1] < FINGER] == []
    width = page.viewport_size["width"] if page.viewport_size else 0
    right = controls.evaluate_all(
        "nodes => Math.max(...nodes.map((node) => node.getBoundingClientRect().right))"
    )
    assert right <= width


def test_it_is_used_with_the_keyboard_alone(terminal: Terminal) -> None:
    page = terminal(has_touch=False)
    for name in ("Hoher Kontrast", "Kleinere Schrift", "Größere Schrift", "Deutsch", "English"):
        page.keyboard.press("Tab")
        expect(active(page)).to_have_text(name)
    page.keyboard.press("Tab")
    expect(active(page)).to_have_text("Was kostet ein neuer Personalausweis?")
    page.keyboard.press("Enter")
    expect(page.locator(".tools")).to_be_visible()
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Und für Kinder?")
    page.keyboard.press("Enter")
    expect(page.locator(".tools")).to_have_count(2)
    end = page.get_by_role("button", name="Fertig", exact=True)
    for _ in range(200):
        page.keyboard.press("Shift+Tab")
        if end.evaluate("node => node.matches(':focus')"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Willkommen!")).to_be_focused()


def test_the_countdown_is_announced_but_not_every_second(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    wait_seconds(page, 61)
    status = page.get_by_role("alertdialog").get_by_role("status")
    told = page.get_by_role("alertdialog").locator("[role=status]")
    heard = set()
    for _ in range(40):
        wait_seconds(page, 0.5)
        if told.count() and page.get_by_role("alertdialog").count():
            heard.add(told.text_content())
    expect(status).to_have_count(0)
    assert heard == {"", "Verbleibende Sekunden: 10", "Verbleibende Sekunden: 5"}


def test_arabic_is_written_from_the_right(terminal: Terminal, site: StandIn) -> None:
    site.city["languages"] = ["de", "ar"]
    page = terminal()
    page.get_by_role("button", name="العربية").tap()
    node = page.locator("lotse-terminal > .terminal")
    expect(node).to_have_attribute("dir", "rtl")
    bar = page.locator(".bar h1").bounding_box()
    assert bar
    assert bar["x"] + bar["width"] == pytest.approx(PORTRAIT["width"], abs=60)
    question = page.get_by_role("button", name="Was kostet ein neuer Personalausweis?")
    assert question.evaluate("node => [node.lang, getComputedStyle(node).direction]") == ["de", "ltr"]


def test_the_first_screen_reads_like_this(terminal: Terminal) -> None:
    page = terminal()
    expect(page.locator("lotse-terminal")).to_match_aria_snapshot(
        """
        - banner:
          - heading "Musterstadt" [level=1]
          - button "Hoher Kontrast"
          - button "Kleinere Schrift"
          - button "Größere Schrift"
        - main:
          - heading "Willkommen! Was möchten Sie wissen?" [level=2]
          - group "Sprache wählen":
            - button "Deutsch" [pressed]
            - button "English"
          - paragraph:
            - strong: Hier antwortet ein Computer.
            - text: /Verbindlich ist, was das Amt Ihnen sagt/
          - paragraph: Tippen Sie auf eine Frage oder schreiben Sie Ihre eigene.
          - group "Häufige Fragen":
            - heading "Häufige Fragen" [level=3]
            - list:
              - listitem:
                - button "Was kostet ein neuer Personalausweis?"
              - listitem:
                - button "Wann hat das Bürgerbüro geöffnet?"
          - button "Eigene Frage schreiben"
          - paragraph: /keine Namen/
          - paragraph: /Lieber mit einem Menschen sprechen/
          - status
        """
    )
