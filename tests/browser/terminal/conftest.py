"""A terminal with a clock that tests can turn on."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage
from tests.browser.stand_in import StandIn

PORTRAIT = {"width": 1080, "height": 1920}
LANDSCAPE = {"width": 1920, "height": 1080}

Terminal = Callable[..., Page]


@pytest.fixture
def terminal(new_page: NewPage, site: StandIn) -> Terminal:
    """Opens the terminal, a touch screen standing upright, and waits for its first screen."""

    def open_terminal(**options: Any) -> Page:
        page = new_page(**{"viewport": PORTRAIT, "has_touch": True} | options)
        page.clock.install()
        page.goto(f"{site.url}/terminal")
        expect(page.locator(".start .suggestions, .start .problem").first).to_be_visible()
        return page

    return open_terminal


def ask(page: Page, question: str = "Was kostet ein neuer Personalausweis?") -> None:
    """Taps one of the questions on the first screen and waits for the whole answer."""
    page.get_by_role("button", name=question).tap()
    expect(page.locator(".tools")).to_be_visible()


def wait_seconds(page: Page, seconds: float) -> None:
    """Turns the page's clock on; all that is due in the meantime happens."""
    page.clock.run_for(round(seconds * 1000))
