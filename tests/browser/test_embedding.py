"""The examples of docs/embedding.md, loaded as they stand there, under the policies beside them."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import QUESTION, ask
from tests.browser.stand_in import StandIn
from widget.assets import embed_hash

PAGE = (Path(__file__).parents[2] / "docs" / "embedding.md").read_text(encoding="utf-8")
SCRIPT, FLOWING, NONCED, FRAME, LINK, QUESTION_LINK = re.findall(
    r"^```html\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL
)
BY_ADDRESS, BY_HASH, BY_NONCE, FRAMING = re.findall(r"^Content-Security-Policy: (.*)$", PAGE, re.MULTILINE)


def here(text: str, site: StandIn) -> str:
    """The example with the stand-in for Neustadt's server and the hash of the script that there is."""
    server = text.replace("https://lotse.neustadt.example", site.url).replace("sha384-…", embed_hash())
    return server.replace("neustadt", "musterstadt")


def show(page: Page, site: StandIn, html: str, policy: str | None = None) -> None:
    """Opens a page of the city with these lines; breaches of its policy fail the test: see `new_page`."""
    main = "<main><h1>Stadt</h1></main>"
    site.example = f"<!DOCTYPE html><html lang='de'><title>Stadt</title>{main}{here(html, site)}"
    site.example_policy = here(policy, site) if policy else None
    page.goto(site.example_page)


def expect_answer(chat: Locator) -> None:
    ask(chat, QUESTION)
    expect(chat.locator(".facts")).to_contain_text("46,00 Euro")


@pytest.mark.parametrize(
    ("html", "policy"),
    [(SCRIPT, None), (SCRIPT, BY_ADDRESS), (SCRIPT, BY_HASH), (NONCED, BY_NONCE)],
    ids=["no policy", "address", "hash", "nonce"],
)
def test_the_script_answers_under_each_policy(
    page: Page, site: StandIn, html: str, policy: str | None
) -> None:
    show(page, site, html, policy)
    page.get_by_role("button", name="Frage stellen").click()
    expect_answer(page.locator("stadt-lotse"))


def test_in_the_flow_of_the_page_it_answers_without_a_button(page: Page, site: StandIn) -> None:
    show(page, site, FLOWING, BY_ADDRESS)
    expect(page.get_by_role("button", name="Frage stellen")).to_have_count(0)
    expect_answer(page.locator("stadt-lotse"))


def test_the_frame_answers_under_its_policy(page: Page, site: StandIn) -> None:
    show(page, site, FRAME, FRAMING)
    frame = page.frame_locator("iframe")
    expect_answer(frame.locator("stadt-lotse"))


def test_the_link_leads_to_the_chat(page: Page, site: StandIn) -> None:
    show(page, site, LINK, "default-src 'none'")
    page.get_by_role("link", name="Fragen an die Stadt Neustadt").click()
    expect(page.locator("stadt-lotse").get_by_role("textbox")).to_be_visible()


def test_a_link_with_a_question_is_answered_and_the_question_is_in_no_address(
    page: Page, site: StandIn
) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url.partition("#")[0]))
    show(page, site, QUESTION_LINK)
    page.get_by_role("link").click()
    expect(page.locator("stadt-lotse .facts")).to_be_visible()
    assert [request["question"] for request in site.requests] == ["Was kostet ein Reisepass?"]
    assert [address for address in addresses if "Reisepass" in address] == []


def test_a_wrong_hash_leaves_the_link(page: Page, site: StandIn) -> None:
    wrong = SCRIPT.replace("sha384-…", f"sha384-{'A' * 64}")
    show(page, site, wrong)
    link = page.get_by_role("link", name="Fragen an die Stadt Neustadt")
    expect(link).to_be_visible()
    assert page.evaluate("customElements.get('stadt-lotse') === undefined")
    link.click()
    expect(page).to_have_url(re.compile(r"/chat\?city=musterstadt"))
