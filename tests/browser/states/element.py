"""States of the element on the hostile host page."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn

LANGUAGES = ("de", "en", "tr", "uk", "ru", "ar", "pl")

Reach = Callable[[Page, StandIn], None]


def closed(page: Page, site: StandIn) -> None:
    """Only the button in the corner."""
    page.goto(site.host_page)
    expect(page.get_by_role("button", name="Frage stellen")).to_be_visible()


def opened(page: Page, site: StandIn) -> None:
    """Open and empty."""
    open_chat(page, site)


def city_away(page: Page, site: StandIn) -> None:
    """Open, but nothing could be learned of the city."""
    site.city_away = True
    expect(open_chat(page, site).locator(".intro .problem")).to_be_visible()


def settings(page: Page, site: StandIn) -> None:
    """The settings are open."""
    site.city = {**site.city, "languages": list(LANGUAGES)}
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    expect(chat.get_by_label("Schriftgröße")).to_be_visible()


def waiting(page: Page, site: StandIn) -> None:
    """The question is accepted, nothing has come yet."""
    _held(page, site, "accepted")


def queueing(page: Page, site: StandIn) -> None:
    """Others come first."""
    site.queue_place, site.wait_seconds = 3, 40
    chat = _held(page, site, "accepted")
    expect(chat.locator(".progress")).to_contain_text("40")


def streaming(page: Page, site: StandIn) -> None:
    """Facts and a first sentence are there."""
    chat = _held(page, site, "sentence")
    expect(chat.locator(".sentence")).to_have_count(1)


def answered_as(name: str, question: str = QUESTION) -> Reach:
    """Finished, with the scripted answer of that name."""

    def reach(page: Page, site: StandIn) -> None:
        site.answer_name = name
        ask(open_chat(page, site), question)

    return reach


def followed_up(page: Page, site: StandIn) -> None:
    """Two questions, so that one can jump between them."""
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    site.answer_name = "clarify"
    ask(chat, "Und der Parkausweis?")


def failed(page: Page, site: StandIn) -> None:
    """The service is disturbed, and what stands in the field is too long."""
    site.down = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".turn .problem")).to_be_visible()
    chat.get_by_role("textbox").fill("Wie ist das? " * 50)
    expect(chat.locator(".field-problem").first).not_to_be_empty()


def busy(page: Page, site: StandIn) -> None:
    """Too many ask at once."""
    site.refusals = [(503, {"status": 503}, {"Retry-After": "90"})]
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".turn .problem")).to_be_visible()


def offline(page: Page, site: StandIn) -> None:
    """There is no connection."""
    chat = open_chat(page, site)
    page.context.set_offline(True)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".progress")).to_contain_text("Keine Verbindung zum Internet.")


def stopped(page: Page, site: StandIn) -> None:
    """The person has stopped the answer."""
    chat = _held(page, site, "sentence")
    expect(chat.locator(".sentence")).to_have_count(1)
    chat.get_by_role("button", name="Anhalten").click()
    expect(chat.locator(".turn .problem")).to_be_visible()


def menu(page: Page, site: StandIn) -> None:
    """What can be done with the whole conversation."""
    _menu(page, site)


def deleting(page: Page, site: StandIn) -> None:
    """Asks whether the conversation shall really be deleted."""
    chat = _menu(page, site)
    chat.get_by_role("button", name="Gespräch löschen").click()
    expect(chat.get_by_role("button", name="Nein, behalten")).to_be_focused()


def feedback(page: Page, site: StandIn) -> None:
    """The answer did not help: why?"""
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.locator(".feedback").get_by_role("button", name="Nein").click()
    expect(chat.get_by_role("radio", name="Etwas fehlt.")).to_be_visible()


def simple(page: Page, site: StandIn) -> None:
    """Everything in simple German, worded by a model."""
    site.answer_name = "worded"
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    chat.locator("select[name=style]").select_option("einfach")
    chat.get_by_role("button", name="Einstellungen").click()
    ask(chat, QUESTION)


def speaking(language: str, name: str = "answered") -> Reach:
    """The frame in a language, with an answer below open settings."""

    def reach(page: Page, site: StandIn) -> None:
        site.answer_name = name
        site.city = {**site.city, "languages": list(LANGUAGES)}
        chat = open_chat(page, site)
        chat.get_by_role("button", name="Einstellungen").click()
        chat.locator("select[name=language]").select_option(language)
        expect(chat.locator(".lotse")).to_have_attribute("lang", language)
        ask(chat, QUESTION)

    return reach


def _held(page: Page, site: StandIn, event: str) -> Locator:
    site.held, site.held_at = True, event
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".progress")).to_be_visible()
    return chat


def _menu(page: Page, site: StandIn) -> Locator:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.locator(".header").get_by_role("button", name="Gespräch", exact=True).click()
    expect(chat.get_by_role("button", name="Gespräch löschen")).to_be_visible()
    return chat
