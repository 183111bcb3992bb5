"""What a screen reader is told while an answer comes: how it stands, and the whole answer once."""

from playwright.sync_api import Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat, record_statuses
from tests.browser.stand_in import StandIn

# Not `wait_for_function`, which evaluates strings: the host page's policy forbids that.
UNTIL = """(times) => new Promise((resolve) => {
  const look = () => (window.said.length >= times ? resolve() : setTimeout(look, 10));
  look();
})"""


def wait_until_said(page: Page, times: int) -> None:
    """Waits until something was announced so often since `record_statuses`."""
    page.evaluate(UNTIL, times)


def test_status_and_finished_answer_are_announced_once_each(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    said = record_statuses(page)
    ask(chat, QUESTION)
    expect(chat.get_by_role("status")).to_contain_text("Antwort:")
    assert [text for text in said() if text.startswith("Antwort:")] == said()[-1:]
    assert [text for text in said() if "24 Jahre" in text] == said()[-1:]
    assert len(said()) <= 2


def test_sentences_that_arrive_one_by_one_are_not_read_one_by_one(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    said = record_statuses(page)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    wait_until_said(page, 1)
    assert said() == ["Ihre Frage wird beantwortet …"]
    site.release()
    expect(chat.get_by_role("status")).to_contain_text("Antwort:")
    assert len(said()) == 2


def test_a_place_in_the_queue_is_announced(page: Page, site: StandIn) -> None:
    site.queue_place, site.wait_seconds = 2, 30
    site.held, site.held_at = True, "accepted"
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.get_by_role("status")).to_contain_text("30")


def test_the_same_words_are_announced_again_when_they_hold_again(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    said = record_statuses(page)
    for times in (1, 2):
        chat.get_by_role("button", name="Senden").click()
        wait_until_said(page, times)
    assert said() == ["Bitte schreiben Sie zuerst Ihre Frage in das Feld."] * 2
