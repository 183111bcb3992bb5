"""Who comes next finds nothing of who was there before."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stand_in import StandIn
from tests.browser.terminal.conftest import Terminal, ask, wait_seconds

WARNING = "Sind Sie noch da?"
STORED = """async () => [
  localStorage.length, sessionStorage.length, document.cookie, history.state, location.hash,
  (await indexedDB.databases()).length, (await caches.keys()).length,
]"""


def expect_first_screen(page: Page) -> None:
    """Nothing but the first screen, as everybody finds it."""
    expect(page.locator(".start")).to_be_visible()
    expect(page.locator(".turn, textarea")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Fertig", exact=True)).to_have_count(0)
    expect(page.locator("lotse-terminal > .terminal")).to_have_attribute("data-size", "large")


def test_after_a_minute_without_a_touch_it_asks_whether_somebody_is_there(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    wait_seconds(page, 58)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    wait_seconds(page, 3)
    dialog = page.get_by_role("alertdialog", name=WARNING)
    expect(dialog).to_be_visible()
    expect(dialog).to_have_accessible_description(
        "Sonst löscht das Terminal Ihr Gespräch nach 20 Sekunden und beginnt von vorn. Für mehr Zeit tippen "
        "Sie auf den Bildschirm oder drücken Sie eine Taste."
    )
    expect(page.get_by_role("button", name="Ich brauche mehr Zeit")).to_be_focused()
    before = seconds_left(page)
    wait_seconds(page, 5)
    assert before - seconds_left(page) == pytest.approx(5, abs=1)


def seconds_left(page: Page) -> int:
    """What the countdown shows."""
    text = page.get_by_role("timer").text_content() or ""
    return int(text.removeprefix("Verbleibende Sekunden: "))


def test_after_the_countdown_everything_is_gone(terminal: Terminal) -> None:
    page = terminal()
    page.get_by_role("button", name="Größere Schrift").tap()
    ask(page)
    page.get_by_role("textbox").fill("Mein Name ist Erika")
    wait_seconds(page, 85)
    expect_first_screen(page)
    expect(page.locator(".note")).to_have_text("Ihr Gespräch ist gelöscht.")
    html = page.evaluate("document.querySelector('lotse-terminal').shadowRoot.innerHTML")
    assert "Erika" not in html
    assert "46,00 Euro" not in html
    assert page.evaluate(STORED) == [0, 0, "", None, "", 0, 0]


def test_an_answer_under_way_is_given_up(terminal: Terminal, site: StandIn) -> None:
    site.held = True
    page = terminal()
    page.get_by_role("button", name="Was kostet ein neuer Personalausweis?").tap()
    expect(page.locator(".sentence")).to_have_count(1)
    with page.expect_request(lambda request: request.method == "DELETE") as given_up:
        page.get_by_role("button", name="Fertig", exact=True).tap()
    assert given_up.value.url.endswith(site.requests[-1]["id"])
    expect_first_screen(page)


def test_done_forgets_at_once_and_the_next_question_is_not_understood_from_the_last(
    terminal: Terminal, site: StandIn
) -> None:
    page = terminal()
    ask(page)
    page.get_by_role("button", name="Fertig", exact=True).tap()
    expect_first_screen(page)
    expect(page.get_by_role("heading", name="Willkommen!")).to_be_focused()
    ask(page)
    assert "context" not in site.requests[-1]


def test_any_touch_and_any_key_give_more_time(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    page.get_by_role("textbox").focus()
    signs: list[Callable[[], None]] = [
        lambda: page.get_by_role("button", name="Ich brauche mehr Zeit").tap(),
        lambda: page.touchscreen.tap(20, 1000),
        lambda: page.keyboard.press("x"),
        lambda: page.keyboard.press("Escape"),
    ]
    for sign in signs:
        wait_seconds(page, 75)
        expect(page.get_by_role("alertdialog")).to_be_visible()
        sign()
        expect(page.get_by_role("alertdialog")).to_have_count(0)
        expect(page.get_by_role("textbox")).to_be_focused()
    wait_seconds(page, 55)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(page.locator(".turn")).to_have_count(1)


def test_more_time_is_given_more_than_ten_times(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    for _ in range(11):
        wait_seconds(page, 65)
        page.get_by_role("button", name="Ich brauche mehr Zeit").tap()
        expect(page.get_by_role("alertdialog")).to_have_count(0)
    expect(page.locator(".turn")).to_have_count(1)


def test_with_the_tab_key_both_buttons_of_the_countdown_are_reached(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    wait_seconds(page, 75)
    page.keyboard.press("Tab")
    end = page.get_by_role("button", name="Fertig, alles löschen")
    expect(end).to_be_focused()
    wait_seconds(page, 15)  # the key has begun the countdown anew
    expect(end).to_be_visible()
    page.keyboard.press("Enter")
    expect_first_screen(page)


def test_reading_with_touches_in_between_is_never_interrupted(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    for _ in range(4):
        wait_seconds(page, 50)
        page.locator(".conversation").tap(position={"x": 500, "y": 300})
    expect(page.get_by_role("alertdialog")).to_have_count(0)


def test_waiting_for_an_answer_does_not_count_as_absence(terminal: Terminal, site: StandIn) -> None:
    site.terminal = replace(site.terminal, idle_seconds=20)
    site.held = True
    page = terminal()
    page.get_by_role("button", name="Was kostet ein neuer Personalausweis?").tap()
    expect(page.locator(".sentence")).to_have_count(1)
    wait_seconds(page, 25)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    site.release()
    expect(page.locator(".tools")).to_be_visible()
    wait_seconds(page, 22)
    expect(page.get_by_role("alertdialog")).to_be_visible()


def test_a_chosen_language_is_forgotten_too(terminal: Terminal) -> None:
    page = terminal()
    page.get_by_role("button", name="English").tap()
    expect(page.get_by_role("heading", name="Welcome!")).to_be_visible()
    wait_seconds(page, 65)
    expect(page.get_by_role("alertdialog", name="Are you still there?")).to_be_visible()
    wait_seconds(page, 25)
    expect_first_screen(page)
    expect(page.get_by_role("heading", name="Willkommen!")).to_be_visible()


def test_nothing_runs_down_while_nobody_is_there(terminal: Terminal) -> None:
    page = terminal()
    wait_seconds(page, 200)
    expect(page.get_by_role("alertdialog")).to_have_count(0)


def test_the_times_are_those_of_the_city(terminal: Terminal, site: StandIn) -> None:
    site.terminal = replace(site.terminal, idle_seconds=120, countdown_seconds=40)
    page = terminal()
    ask(page)
    wait_seconds(page, 115)
    expect(page.get_by_role("alertdialog")).to_have_count(0)
    wait_seconds(page, 15)
    assert 25 <= seconds_left(page) <= 36
    wait_seconds(page, 20)
    expect(page.get_by_role("alertdialog")).to_be_visible()


def test_a_page_that_the_browser_kept_shows_nothing_of_before(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect_first_screen(page)
