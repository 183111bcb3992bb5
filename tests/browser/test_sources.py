"""Where an answer comes from: sources, notices of the office, and sentences that a language model wrote."""

from playwright.sync_api import Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn


def test_a_source_names_section_office_day_and_language_and_says_that_it_opens_in_a_new_tab(
    page: Page, site: StandIn
) -> None:
    site.answer_name = "notice"
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    first, second, third = (chat.locator(f"[data-source='{number}']") for number in (1, 2, 3))
    link = first.get_by_role("link", name="Personalausweis beantragen: Gebühren (öffnet in neuem Tab)")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(first.locator(".meta")).to_have_text("Bürgerbüro · Stand: 12.05.2026")
    expect(second.locator(".meta")).to_have_text("Stand: 16.11.2026")
    expect(third.locator(".meta")).to_have_text("English")
    expect(third.locator("a")).to_have_attribute("lang", "en")


def test_a_notice_stands_before_the_hours_which_it_overrides_and_leads_to_its_source(
    page: Page, site: StandIn
) -> None:
    site.answer_name = "notice"
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    card = chat.locator(".contact .card").first
    notice = card.locator(".name + .notice")
    expect(notice).to_contain_text("Vom 23. bis 27. November wegen Umzug geschlossen.")
    expect(card).to_contain_text("nur mit Termin")
    expect(card.locator("dt", has_text="Übliche Öffnungszeiten")).to_be_visible()
    notice.get_by_role("button", name="Quelle 2: Bürgerbüro zieht um").click()
    expect(chat.locator("[data-source='2'] a")).to_be_focused()


def test_the_machine_and_the_models_sentences_are_named_in_both_styles(page: Page, site: StandIn) -> None:
    site.answer_name = "worded"
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    marks = {"standard": "Von einem Sprachmodell formuliert:", "einfach": "Das hat ein Computer geschrieben:"}
    for style, mark in marks.items():
        chat.locator("select[name='style']").select_option(style)
        machine = chat.locator(".about strong")
        expect(machine).to_contain_text("Computer")
        ask(chat, QUESTION)
        turn = chat.locator(".turn").last
        expect(turn.locator(".by-model")).to_have_count(2)
        expect(turn.locator(".sentence:not(.by-model)")).to_have_count(1)
        for sentence in turn.locator(".by-model").all():
            expect(sentence.locator(".badge")).to_have_text("KI")
            expect(sentence.locator(".hidden")).to_have_text(mark)
        expect(turn.locator(".original q").first).to_contain_text("Die Gebühr für den Personalausweis")
