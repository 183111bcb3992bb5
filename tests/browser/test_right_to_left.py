"""Arabic runs from right to left; the German names and numbers in it don't."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn

_NUMBER = r"^\d[\d -]{6,}$"

# Of every text that is like this: does its first sign stand left of its last?
_IN_ORDER = """(root, pattern) => {
  const walker = document.createTreeWalker(root.shadowRoot ?? root, NodeFilter.SHOW_TEXT);
  const found = {};
  const left = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect().left;
  };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!new RegExp(pattern).test(node.data)) continue;
    if (!node.parentElement.checkVisibility()) continue;
    found[node.data] = left(node, 0) < left(node, node.length - 1);
  }
  return found;
}"""


def speak_arabic(page: Page, site: StandIn) -> Locator:
    """The chat, open and in Arabic."""
    site.city = {**site.city, "languages": ["de", "ar"]}
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Sprache der Antwort").select_option("ar")
    expect(chat.get_by_text("مرحبًا")).to_be_visible()
    return chat


def test_telephone_numbers_keep_their_order_in_arabic(page: Page, site: StandIn) -> None:
    chat = speak_arabic(page, site)
    assert chat.evaluate(_IN_ORDER, _NUMBER) == {"01234 56-0": True}
    site.answer_name = "arabic"
    ask(chat, QUESTION)
    numbers = chat.locator(".turn").evaluate(_IN_ORDER, _NUMBER)
    assert numbers
    assert all(numbers.values()), numbers


def test_a_german_question_keeps_its_question_mark_at_its_end(page: Page, site: StandIn) -> None:
    chat = speak_arabic(page, site)
    site.answer_name = "arabic"
    ask(chat, "Und der Pass?")
    assert chat.locator(".turn .question").evaluate(_IN_ORDER, "Pass") == {"Und der Pass?": True}


def test_the_chat_itself_is_laid_out_from_the_right(page: Page, site: StandIn) -> None:
    chat = speak_arabic(page, site)
    site.answer_name = "arabic"
    ask(chat, QUESTION)
    label = chat.locator(".contact dt").first.bounding_box()
    value = chat.locator(".contact dd").first.bounding_box()
    assert label
    assert value
    assert label["x"] + label["width"] >= value["x"] + value["width"]
    expect(chat.locator(".turn").first).to_have_attribute("lang", re.compile("^ar"))
