"""One visit for each state: all that is measured there is measured on the same page."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.accessibility.measuring import Measuring
from tests.browser.chromium import CONTEXT
from tests.browser.conftest import watch
from tests.browser.stand_in import StandIn
from tests.browser.states import STATES, THEMES, State

WINDOW = ViewportSize(width=1280, height=900)


@dataclass(frozen=True)
class Visit:
    """A page that stands in a state; tests leave it as they found it."""

    state: State
    page: Page
    measuring: Measuring

    def themes(self) -> Iterator[str]:
        """Puts the page into the themes that count for the state, one after another, and back."""
        for name in list(THEMES) if self.state.main else list(THEMES)[:1]:
            self.page.emulate_media(**THEMES[name])
            yield name
        self.page.emulate_media(**THEMES["hell"])


@pytest.fixture(scope="module", params=STATES, ids=lambda state: state.name)
def visit(request: pytest.FixtureRequest, browser: Browser, stand_in: StandIn) -> Iterator[Visit]:
    """Every state once; tests that ask for it are run state by state."""
    errors: list[str] = []
    stand_in.reset()
    context = browser.new_context(**CONTEXT, viewport=WINDOW)
    page = context.new_page()
    watch(page, errors)
    expect.set_options(timeout=10_000)
    request.param.way(page, stand_in)
    yield Visit(request.param, page, Measuring(page))
    context.close()
    stand_in.release()
    assert errors == []
