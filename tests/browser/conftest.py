"""A real Chromium for tests: `browser`, `page` and `axe` serve the stand-in server and the real one."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect

from tests.browser.axe import objections, run_axe
from tests.browser.chromium import CONTEXT, ChromiumMissing, chromium
from tests.browser.stand_in import StandIn

AxeCheck = Callable[[Page], None]
NewPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder needs the browser."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, headless.

    One a module, not one a session: while Playwright's synchronous driver runs, no asyncio test can.
    """
    try:
        with chromium() as started:
            yield started
    except ChromiumMissing as missing:
        pytest.skip(str(missing))


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages with their own context options; an uncaught error in one of them fails the test."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def build(**options: Any) -> Page:
        context = browser.new_context(**CONTEXT | options)
        contexts.append(context)
        page = context.new_page()
        watch(page, errors)
        return page

    expect.set_options(timeout=10_000)
    yield build
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """One page of 1280 × 900 px."""
    return new_page(viewport={"width": 1280, "height": 900})


@pytest.fixture
def axe() -> AxeCheck:
    """Asserts that axe-core finds nothing to object to; shadow trees are included."""

    def check(page: Page) -> None:
        assert list(objections(run_axe(page))) == []

    return check


@pytest.fixture(scope="module")
def stand_in() -> Iterator[StandIn]:
    """The server with scripted answers, running for the tests of one module."""
    with StandIn() as server:
        yield server


@pytest.fixture
def site(stand_in: StandIn) -> Iterator[StandIn]:
    """The stand-in, fresh for one test."""
    stand_in.reset()
    yield stand_in
    stand_in.release()


def watch(page: Page, errors: list[str]) -> None:
    """Collects what must not happen on a page: uncaught errors, foreign scripts, breaches of the policy."""
    page.set_default_timeout(10_000)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: _note_script(dialog, errors))
    page.on("console", lambda message: _note_policy(message.text, errors))


def _note_script(dialog: Dialog, errors: list[str]) -> None:
    errors.append(f"a script ran: {dialog.message}")
    dialog.dismiss()


def _note_policy(text: str, errors: list[str]) -> None:
    if "Content Security Policy" in text or "Content-Security-Policy" in text:
        errors.append(text)
