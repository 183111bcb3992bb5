"""What the tests do again and again in the element."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.stand_in import StandIn

QUESTION = "Was kostet ein neuer Personalausweis?"

RECORD = """() => {
  const region = document.querySelector('stadt-lotse').shadowRoot.querySelector('[role=status]');
  window.said = [];
  new MutationObserver(() => region.textContent && window.said.push(region.textContent))
    .observe(region, { childList: true, characterData: true, subtree: true });
}"""


def open_chat(page: Page, site: StandIn) -> Locator:
    """Goes to the hostile host page and opens the chat there; returns the element."""
    page.goto(site.host_page)
    page.get_by_role("button", name="Frage stellen").click()
    chat = page.locator("stadt-lotse")
    expect(chat.locator(".intro .suggestions, .intro .problem").first).to_be_attached()
    return chat


def ask(chat: Locator, question: str, *, wait: bool = True) -> None:
    """Types a question and sends it; waits for the finished answer unless told otherwise."""
    finished = chat.locator(".tools").count()
    chat.get_by_role("textbox").fill(question)
    chat.get_by_role("textbox").press("Enter")
    if wait:
        expect(chat.locator(".tools")).to_have_count(finished + 1)


def record_statuses(page: Page) -> Callable[[], list[str]]:
    """Collects what the live region says from now on."""
    page.evaluate(RECORD)

    def said() -> list[str]:
        heard: list[str] = page.evaluate("window.said")
        return heard

    return said
