"""Which language is spoken is marked, down to the single sentence; Arabic runs from right to left."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.stand_in import StandIn
from tests.browser.states import reach


def test_german_sentences_in_a_foreign_frame_are_marked_as_german(page: Page, site: StandIn) -> None:
    reach("language-tr", page, site)
    chat = page.locator("stadt-lotse")
    expect(chat.locator(".lotse")).to_have_attribute("lang", "tr")
    expect(chat.locator(".sentence").first).to_have_attribute("lang", "de")
    expect(chat.locator(".turn")).to_have_attribute("lang", "de")


def test_in_an_arabic_answer_the_city_s_own_sentence_is_german_from_left_to_right(
    page: Page, site: StandIn
) -> None:
    reach("language-ar", page, site)
    chat = page.locator("stadt-lotse")
    expect(chat.locator(".lotse")).to_have_attribute("dir", "rtl")
    expect(chat.locator(".turn")).to_have_attribute("lang", "ar")
    expect(chat.locator(".sentence[lang=ar]")).to_have_count(1)
    german = chat.locator(".sentence[lang=de]").first
    expect(german).to_have_attribute("lang", "de")
    assert german.evaluate("node => getComputedStyle(node).direction") == "ltr"


@pytest.mark.parametrize("state", ["page-ar", "plain-ar", "terminal-ar"])
def test_pages_say_their_language_and_direction(page: Page, site: StandIn, state: str) -> None:
    reach(state, page, site)
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    html = page.locator("lotse-terminal .terminal") if state == "terminal-ar" else page.locator("html")
    expect(html).to_have_attribute("dir", "rtl")


def test_every_language_in_the_list_is_written_in_itself(page: Page, site: StandIn) -> None:
    reach("settings", page, site)
    options = page.locator("stadt-lotse select[name=language] option").evaluate_all(
        "nodes => nodes.map(({ value, lang, textContent }) => [value, lang, textContent])"
    )
    assert [value for value, _, _ in options] == [lang for _, lang, _ in options]
    assert ["ar", "ar", "العربية"] in options
