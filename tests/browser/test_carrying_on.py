"""A lost connection: the answer goes on where it was cut, nothing is lost, doubled or replaced."""

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conversation import QUESTION, ask, open_chat, record_statuses
from tests.browser.stand_in import StandIn

EVENTS = 9
STREAM = "text/event-stream"


@pytest.mark.parametrize("after", [1, 2, 3, 5])
def test_a_stream_that_is_cut_goes_on_after_its_last_event(page: Page, site: StandIn, after: int) -> None:
    site.cut_after = after
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".sentence")).to_have_count(5)
    expect(chat.locator(".turn .problem")).to_have_count(0)
    assert len(site.requests) == 1
    assert site.fetched == [(STREAM, after - 1)]


def test_a_stream_that_is_cut_again_and_again_goes_on_as_long_as_something_comes(
    page: Page, site: StandIn
) -> None:
    site.cut_after, site.cut_again_after = 1, 1
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".sentence")).to_have_count(5)
    assert [last for _, last in site.fetched] == list(range(EVENTS - 1))


def test_what_was_shown_before_the_cut_stays(page: Page, site: StandIn) -> None:
    site.held, site.cut_after = True, 3
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    for shown in (chat.locator(".sentence"), chat.locator(".facts")):
        shown.evaluate("node => { node.marked = true }")
    site.held = False
    site.release()
    expect(chat.locator(".tools")).to_be_visible()
    assert chat.locator(".sentence").first.evaluate("node => node.marked") is True
    assert chat.locator(".facts").evaluate("node => node.marked") is True


def test_a_server_that_has_forgotten_the_answer_gives_it_as_a_whole(page: Page, site: StandIn) -> None:
    site.cut_after, site.forgets = 3, True
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".sentence")).to_have_count(5)
    first, again = site.requests
    assert first == again


def test_where_streams_do_not_get_through_the_plain_answer_does(page: Page, site: StandIn) -> None:
    site.cut_after = 0
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".sentence")).to_have_count(5)
    first, again = site.requests
    assert first == again


def test_a_stream_that_a_proxy_holds_back_is_overtaken_by_asking_again_and_again(
    page: Page, site: StandIn
) -> None:
    site.held_back = True
    page.clock.install()
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".progress")).to_be_visible()
    page.clock.run_for(5000)
    expect(chat.locator(".sentence")).to_have_count(1)
    expect(chat.locator(".facts")).to_be_visible()
    chat.locator(".sentence").evaluate("node => { node.marked = true }")
    site.release()
    expect(chat.locator(".tools")).to_be_visible()
    expect(chat.locator(".sentence")).to_have_count(5)
    assert chat.locator(".sentence").first.evaluate("node => node.marked") is True
    assert len(site.requests) == 1


def test_a_break_is_said_once_and_the_end_of_all_tries_too(page: Page, site: StandIn) -> None:
    site.cut_after, site.json_fails = 3, True
    page.clock.install()
    chat = open_chat(page, site)
    said = record_statuses(page)
    under_way: set[Request] = set()
    page.on("request", lambda request: under_way.add(request))
    page.on("requestfinished", lambda request: under_way.discard(request))
    page.on("requestfailed", lambda request: under_way.discard(request))
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".progress, .turn .problem")).to_contain_text("Verbindung")
    for _ in range(32):
        page.clock.run_for(500)
        # The network's time is real: each try has to come to its end before the clock goes on.
        while under_way:
            page.wait_for_timeout(5)
    expect(chat.locator(".turn .problem")).to_contain_text("Die Verbindung ist abgebrochen")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
    expect(chat.get_by_role("status")).to_contain_text("Die Verbindung ist abgebrochen")
    assert len([text for text in said() if "Die Verbindung ist unterbrochen" in text]) == 1


def test_an_answer_goes_on_when_the_connection_is_back(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    page.context.set_offline(True)
    expect(chat.locator(".progress")).to_contain_text("Keine Verbindung zum Internet.")
    site.held = False
    page.context.set_offline(False)
    expect(chat.locator(".tools")).to_be_visible()
    expect(chat.locator(".sentence")).to_have_count(5)
    assert site.fetched == [(STREAM, 2)]


def test_stopping_tells_the_server_too(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    with page.expect_request(lambda request: request.method == "DELETE") as stopped:
        chat.get_by_role("button", name="Anhalten").click()
    assert stopped.value.url.endswith(f"/api/v1/answers/{site.requests[0]['id']}")
    expect(chat.locator(".problem")).to_contain_text("Sie haben die Antwort angehalten.")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)


def test_at_a_busy_time_the_seconds_are_counted_and_the_question_is_asked_again_by_itself(
    page: Page, site: StandIn
) -> None:
    site.refusals = [(503, {}, {"Retry-After": "12"})] * 2
    page.clock.install()
    page.goto(f"{site.url}/chat")
    chat = page.locator("stadt-lotse")
    expect(chat.locator("h2")).to_be_visible()
    said = record_statuses(page)
    ask(chat, QUESTION, wait=False)
    problem = chat.locator(".turn .problem")
    expect(problem).to_contain_text("in 12 Sekunden von selbst")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
    chat.locator("h2").focus()
    page.clock.run_for(3000)
    expect(problem).to_contain_text("in 9 Sekunden")
    page.clock.run_for(9000)
    expect(problem).to_contain_text("Bitte versuchen Sie es in 12 Sekunden noch einmal.")
    assert len(site.requests) == 2
    expect(chat.locator("h2")).to_be_focused()
    page.clock.run_for(30_000)
    assert len(site.requests) == 2
    assert len([text for text in said() if "von selbst" in text]) == 1
    problem.get_by_role("button").click()
    expect(chat.locator(".sentence")).to_have_count(5)
    expect(chat.get_by_role("textbox")).to_have_value("")


def test_the_place_in_the_queue_and_the_waiting_time_are_shown_and_said(page: Page, site: StandIn) -> None:
    site.queue_place, site.wait_seconds, site.held, site.held_at = 3, 40, True, "accepted"
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expected = "Fragen, die vor Ihrer an der Reihe sind: 3. Wartezeit in Sekunden: etwa 40."
    expect(chat.locator(".progress")).to_have_text(expected)
    expect(chat.get_by_role("status")).to_have_text(expected)
