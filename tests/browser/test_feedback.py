"""Saying whether an answer helped, in the element."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import AxeCheck, NewPage
from tests.browser.conversation import QUESTION, ask, open_chat, record_statuses
from tests.browser.stand_in import StandIn

THANKS = "Danke! Ihre Rückmeldung ist bei der Stadt angekommen."
SHARE = "Meine Frage darf die Redaktion der Stadt sehen. Persönliche Angaben werden vorher entfernt."


def answered(page: Page, site: StandIn) -> Locator:
    """An open chat with one answer; returns what asks whether it helped."""
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    return chat.get_by_role("group", name="Hat diese Antwort geholfen?")


def test_yes_is_sent_at_once_without_the_question_and_thanked_for(page: Page, site: StandIn) -> None:
    feedback = answered(page, site)
    said = record_statuses(page)
    feedback.get_by_role("button", name="Ja").click()
    expect(feedback.get_by_text(THANKS)).to_be_visible()
    expect(feedback.get_by_role("button", name="Ja", pressed=True)).to_be_visible()
    page.wait_for_function("thanks => window.said.includes(thanks)", arg=THANKS)
    assert said().count(THANKS) == 1
    [sent] = site.feedback
    assert sent["rating"] == "helpful"
    assert sent["answer"] == "7f3a"
    assert sent["context"] == "token-1"
    assert sent["question"] == ""


def test_no_asks_why_and_sends_what_was_chosen_by_keyboard_alone(page: Page, site: StandIn) -> None:
    feedback = answered(page, site)
    no = feedback.get_by_role("button", name="Nein")
    expect(no).to_have_attribute("aria-expanded", "false")
    no.focus()
    for key in ("Enter", "Tab", "ArrowDown", "ArrowDown", "Tab"):
        page.keyboard.press(key)
    expect(feedback.get_by_label("Die Angaben sind veraltet.")).to_be_checked()
    page.keyboard.type("Seit Mai kostet es mehr.")
    for key in ("Tab", "Space", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(feedback.get_by_text(THANKS)).to_be_visible()
    expect(no).to_be_focused()
    expect(no).to_have_attribute("aria-pressed", "true")
    expect(feedback.locator("form")).to_be_hidden()
    [sent] = site.feedback
    assert (sent["rating"], sent["reason"]) == ("not_helpful", "outdated")
    assert (sent["comment"], sent["question"]) == ("Seit Mai kostet es mehr.", QUESTION)


def test_nothing_is_sent_before_a_person_sends_it_and_the_question_only_if_allowed(
    page: Page, site: StandIn
) -> None:
    feedback = answered(page, site)
    feedback.get_by_role("button", name="Nein").click()
    expect(feedback.get_by_label(SHARE)).not_to_be_checked()
    assert site.feedback == []
    feedback.get_by_role("button", name="Rückmeldung senden").click()
    expect(feedback.get_by_text(THANKS)).to_be_visible()
    [sent] = site.feedback
    assert sent["question"] == ""
    assert "reason" not in sent


def test_what_was_said_can_be_changed(page: Page, site: StandIn) -> None:
    feedback = answered(page, site)
    feedback.get_by_role("button", name="Ja").click()
    expect(feedback.get_by_role("button", name="Ja", pressed=True)).to_be_visible()
    feedback.get_by_role("button", name="Nein").click()
    feedback.get_by_label("Etwas fehlt.").check()
    feedback.get_by_role("button", name="Rückmeldung senden").click()
    expect(feedback.get_by_role("button", name="Nein", pressed=True)).to_be_visible()
    expect(feedback.get_by_role("button", name="Ja", pressed=False)).to_be_visible()
    assert [sent["rating"] for sent in site.feedback] == ["helpful", "not_helpful"]


def test_feedback_that_does_not_get_through_is_said_and_kept(page: Page, site: StandIn) -> None:
    feedback = answered(page, site)
    feedback.get_by_role("button", name="Nein").click()
    feedback.get_by_role("textbox").fill("Die Gebühr fehlt.")
    site.feedback_refusal = (500, {"status": 500})
    feedback.get_by_role("button", name="Rückmeldung senden").click()
    expect(feedback.get_by_text("Ihre Rückmeldung ist nicht angekommen.")).to_be_visible()
    expect(feedback.get_by_role("textbox")).to_have_value("Die Gebühr fehlt.")
    site.feedback_refusal = None
    feedback.get_by_role("button", name="Rückmeldung senden").click()
    expect(feedback.get_by_text(THANKS)).to_be_visible()


def test_a_long_comment_is_not_cut_but_refused_at_its_field(page: Page, site: StandIn) -> None:
    feedback = answered(page, site)
    feedback.get_by_role("button", name="Nein").click()
    comment = feedback.get_by_role("textbox")
    comment.fill("x" * 1001)
    feedback.get_by_role("button", name="Rückmeldung senden").click()
    expect(comment).to_be_focused()
    expect(comment).to_have_attribute("aria-invalid", "true")
    expect(comment).to_have_accessible_description(
        "Ihr Text ist zu lang: 1001 von höchstens 1000 Zeichen. Bitte kürzen Sie ihn. "
        "Höchstens 1000 Zeichen. Bitte keine persönlichen Daten."
    )
    assert site.feedback == []


@pytest.mark.parametrize("name", ["clarify", "crisis"])
def test_questions_back_and_help_in_need_are_not_there_to_be_rated(
    page: Page, site: StandIn, name: str
) -> None:
    site.answer_name = name
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".feedback")).to_have_count(0)


@pytest.mark.parametrize("theme", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}], ids=str)
def test_axe_finds_nothing_in_the_form_and_the_thanks(
    new_page: NewPage, site: StandIn, axe: AxeCheck, theme: dict[str, str]
) -> None:
    page = new_page(viewport={"width": 320, "height": 640}, **theme)
    feedback = answered(page, site)
    feedback.get_by_role("button", name="Nein").click()
    axe(page)
    feedback.get_by_role("button", name="Ja").click()
    expect(feedback.get_by_text(THANKS)).to_be_visible()
    axe(page)
