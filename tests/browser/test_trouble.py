"""Bad conditions: nothing that was typed is lost, and every message says what to do."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat, record_statuses
from tests.browser.stand_in import StandIn

PREFIX = "urn:stadtlotse:problem:"


def problem_of(chat: Locator) -> Locator:
    return chat.locator(".turn .problem")


def test_when_the_plain_answer_fails_too_what_came_stays_and_the_question_returns(
    page: Page, site: StandIn
) -> None:
    site.cut_after, site.json_fails = 3, True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(problem_of(chat)).to_contain_text("Die Verbindung ist abgebrochen")
    expect(chat.locator(".sentence")).to_have_count(1)
    expect(chat.locator(".facts")).to_be_visible()
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
    site.reset()
    chat.get_by_role("button", name="Noch einmal versuchen").click()
    expect(chat.locator(".sentence")).to_have_count(5)
    expect(chat.get_by_role("textbox")).to_have_value("")
    expect(chat.locator(".turn")).to_have_count(1)


def test_a_proxy_that_turns_the_stream_into_plain_json_does_no_harm(page: Page, site: StandIn) -> None:
    site.stream_as_json = True
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".sentence")).to_have_count(5)
    assert len(site.requests) == 1


def test_too_many_questions_say_when_to_try_again(page: Page, site: StandIn) -> None:
    site.refusals = [(429, {"title": "Zu viele Fragen", "status": 429}, {"Retry-After": "12"})]
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    # Retry-After of another origin is only readable where the server exposes it.
    expect(problem_of(chat)).to_contain_text("Gerade fragen sehr viele Menschen.")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
    expect(chat.get_by_role("status")).to_contain_text("Gerade fragen sehr viele Menschen.")


def test_on_the_own_page_the_seconds_to_wait_are_named(page: Page, site: StandIn) -> None:
    site.refusals = [(503, {}, {"Retry-After": "12"})]
    page.goto(f"{site.url}/chat")
    chat = page.locator("stadt-lotse")
    ask(chat, QUESTION, wait=False)
    expect(problem_of(chat)).to_contain_text("in 12 Sekunden")


def test_a_server_that_is_down_is_said_to_be(page: Page, site: StandIn) -> None:
    site.down = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(problem_of(chat)).to_contain_text("Der Dienst ist gerade gestört.")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)


def test_without_a_connection_the_question_waits_and_goes_on_by_itself(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    said = record_statuses(page)
    page.context.set_offline(True)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".progress")).to_contain_text("Keine Verbindung zum Internet.")
    expect(chat.get_by_role("status")).to_contain_text("Keine Verbindung zum Internet.")
    page.context.set_offline(False)
    expect(chat.locator(".tools")).to_be_visible()
    expect(problem_of(chat)).to_have_count(0)
    assert len([text for text in said() if text.startswith("Keine Verbindung")]) == 1


def test_what_was_typed_meanwhile_is_not_overwritten_by_the_failed_question(
    page: Page, site: StandIn
) -> None:
    site.held, site.cut_after, site.json_fails = True, 3, True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    chat.get_by_role("textbox").fill("Etwas Neues")
    site.release()
    expect(problem_of(chat)).to_be_visible()
    expect(chat.get_by_role("textbox")).to_have_value("Etwas Neues")


def test_the_servers_own_sentence_about_the_question_is_shown(page: Page, site: StandIn) -> None:
    detail = "Die Frage enthält Steuerzeichen. Bitte geben Sie sie neu ein."
    problem = {"type": f"{PREFIX}control_characters", "status": 422, "detail": detail}
    site.refusals = [(422, problem, {})]
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(problem_of(chat)).to_contain_text(detail)


@pytest.mark.parametrize("code", ["expired_context", "forged_context"])
def test_a_lost_thread_costs_a_remark_and_not_the_question(page: Page, site: StandIn, code: str) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    site.refusals = [
        (422, {"type": PREFIX + code, "status": 422, "detail": "Das Merkzeichen gilt nicht."}, {})
    ]
    ask(chat, "Und wie lange dauert das?")
    expect(chat.locator(".turn").last.locator(".notices")).to_contain_text(
        "Die letzte Frage ist zu lange her."
    )
    assert ["context" in request for request in site.requests] == [False, True, False]


def test_an_empty_question_is_asked_for(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("textbox").fill("   ")
    chat.get_by_role("button", name="Senden").click()
    field = chat.get_by_role("textbox")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Bitte schreiben Sie zuerst Ihre Frage in das Feld.")
    expect(field).to_be_focused()
    assert site.requests == []


def test_a_paste_of_2000_characters_is_kept_counted_and_not_sent(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    pasted = "Wie ist das? " * 154
    ask(chat, pasted, wait=False)
    field = chat.get_by_role("textbox")
    expect(field).to_have_value(pasted)
    expect(chat.locator(".field-problem")).to_contain_text("2001 von höchstens 500 Zeichen")
    expect(chat.locator(".count")).to_have_text("2001 von 500 Zeichen, 1501 zu viel")
    assert site.requests == []
    field.fill("x" * 500)
    expect(chat.locator(".field-problem")).to_be_empty()
    field.press("Enter")
    expect(chat.locator(".tools")).to_be_visible()


def test_characters_are_counted_as_people_and_the_server_count_them(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, "🏛" * 500)
    assert site.requests[0]["question"] == "🏛" * 500


def test_an_unknown_city_is_named_as_the_fault(page: Page, site: StandIn) -> None:
    page.goto(f"{site.host_page}?name=unknown")
    page.get_by_role("button", name="Frage stellen").click()
    expect(page.locator("stadt-lotse .intro .problem")).to_contain_text("Diese Stadt gibt es hier nicht.")


def test_a_city_that_can_not_be_described_can_still_be_asked(page: Page, site: StandIn) -> None:
    page.route("**/api/v1/cities/musterstadt", lambda route: route.abort())
    chat = open_chat(page, site)
    expect(chat.locator(".intro .problem")).to_be_visible()
    ask(chat, QUESTION)
    page.unroute("**/api/v1/cities/musterstadt")
    chat.locator(".intro .problem").get_by_role("button").click()
    expect(chat.get_by_role("link", name="01234 56-0").first).to_be_attached()


def test_fifty_answers_in_one_conversation(page: Page, site: StandIn) -> None:
    site.answer_name = "not_found"
    chat = open_chat(page, site)
    for number in range(50):
        ask(chat, f"Frage {number}")
    expect(chat.locator(".turn")).to_have_count(50)
    ids = chat.evaluate("node => [...node.shadowRoot.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
