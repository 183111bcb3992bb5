"""States of the public terminal."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import QUESTION, ask
from tests.browser.stand_in import StandIn
from tests.browser.states.element import LANGUAGES
from widget.pages.terminal import TerminalView

_IDLE_SECONDS = 60


def start(page: Page, site: StandIn) -> None:
    """The screen that everybody begins with."""
    _go(page, site)


def away(page: Page, site: StandIn) -> None:
    """The server can't be reached."""
    site.city_away = True
    page.goto(f"{site.url}/terminal")
    expect(page.locator("lotse-terminal .problem")).to_be_visible()


def arabic(page: Page, site: StandIn) -> None:
    """The first screen from right to left."""
    terminal = _go(page, site)
    terminal.locator(".languages").get_by_role("button", name="العربية").click()
    expect(terminal.locator(".terminal")).to_have_attribute("dir", "rtl")


def answered(page: Page, site: StandIn) -> None:
    """A finished answer; its links are QR codes."""
    terminal = _go(page, site)
    terminal.locator(".write").click()
    ask(terminal, QUESTION)


def countdown(page: Page, site: StandIn) -> None:
    """Nobody seems to be there any more."""
    page.clock.install()
    answered(page, site)
    page.clock.fast_forward((_IDLE_SECONDS + 3) * 1000)
    expect(page.get_by_role("alertdialog")).to_be_visible()


def _go(page: Page, site: StandIn) -> Locator:
    site.terminal = TerminalView(idle_seconds=_IDLE_SECONDS, printing=True, languages=LANGUAGES)
    page.goto(f"{site.url}/terminal")
    terminal = page.locator("lotse-terminal")
    expect(terminal.locator(".suggestions")).to_be_visible()
    return terminal
