"""States of the server's own pages: with the element, in a frame, and as plain forms."""

from playwright.sync_api import Page, expect

from tests.browser.conversation import QUESTION, ask
from tests.browser.stand_in import StandIn
from tests.browser.states.element import LANGUAGES, Reach


def full(path: str = "/chat", question: str = "") -> Reach:
    """The element on a page of its own, or in a frame; asked something where a question is given."""

    def reach(page: Page, site: StandIn) -> None:
        site.city = {**site.city, "languages": list(LANGUAGES)}
        page.goto(site.url + path)
        chat = page.locator("stadt-lotse")
        expect(chat.locator(".suggestions").first).to_be_visible()
        if question:
            ask(chat, question)

    return reach


def plain(answer: str = "", path: str = "/chat", question: str = QUESTION) -> Reach:
    """The same page as forms; with the scripted answer of that name.

    Its script is kept away instead of switching JavaScript off, because axe-core is JavaScript itself.
    """

    def reach(page: Page, site: StandIn) -> None:
        site.city = {**site.city, "languages": list(LANGUAGES)}
        _without_script(page, site, path)
        if answer:
            site.answer_name = answer
            page.locator("#question").fill(question)
            page.locator(".ask .send button").click()
            expect(page.locator(".turn")).to_be_visible()

    return reach


def plain_problem(page: Page, site: StandIn) -> None:
    """Nothing stood in the field."""
    _without_script(page, site, "/chat")
    page.locator(".ask .send button").click()
    expect(page.get_by_role("alert")).to_be_visible()


def plain_choices(page: Page, site: StandIn) -> None:
    """The choices of the display are open."""
    _without_script(page, site, "/chat")
    page.locator(".display summary").click()
    expect(page.get_by_label("Kontrast")).to_be_visible()


def plain_feedback(page: Page, site: StandIn) -> None:
    """The form that says what was wrong."""
    plain("answered")(page, site)
    page.locator("details:has(.rate) > summary").click()
    expect(page.get_by_role("radio", name="Etwas fehlt.")).to_be_visible()


def plain_unrated(page: Page, site: StandIn) -> None:
    """The form came back, as it doesn't say whether the answer helped."""
    plain_feedback(page, site)
    page.get_by_role("button", name="Rückmeldung senden").click()
    expect(page.get_by_role("alert")).to_be_visible()


def plain_thanks(page: Page, site: StandIn) -> None:
    """The feedback has arrived."""
    plain_feedback(page, site)
    page.get_by_role("radio", name="Ja").check()
    page.get_by_role("button", name="Rückmeldung senden").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Danke")


def beside(path: str) -> Reach:
    """A page without the chat."""

    def reach(page: Page, site: StandIn) -> None:
        site.city = {**site.city, "languages": list(LANGUAGES)}
        page.goto(site.url + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    return reach


def _without_script(page: Page, site: StandIn, path: str) -> None:
    page.route("**/embed.js*", lambda route: route.abort())
    page.goto(site.url + path)
    expect(page.locator("#question")).to_be_visible()
