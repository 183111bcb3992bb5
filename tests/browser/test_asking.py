"""Asking a question in the embedded element."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat, record_statuses
from tests.browser.stand_in import StandIn


def test_the_chat_says_at_once_who_answers_and_how_to_reach_a_person(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    expect(chat.get_by_text("Hier antwortet ein Computer.")).to_be_visible()
    expect(chat.get_by_role("link", name="01234 56-0")).to_have_attribute("href", "tel:01234560")
    privacy = chat.get_by_role("link", name="Was mit Ihrer Frage geschieht")
    expect(privacy).to_have_attribute("href", f"{site.url}/datenschutz?city=musterstadt&lang=de")


def test_nothing_is_asked_of_the_server_before_the_chat_is_opened(page: Page, site: StandIn) -> None:
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    page.goto(site.host_page)
    expect(page.get_by_role("button", name="Frage stellen")).to_be_visible()
    assert [address for address in addresses if "/api/" in address] == []


def test_facts_come_first_and_sentences_as_they_are_written(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.get_by_role("heading", name="Auf einen Blick")).to_be_visible()
    expect(chat.locator(".sentence")).to_have_count(1)
    expect(chat.locator(".progress")).to_have_text("Die Antwort wird noch ergänzt …")
    expect(chat.locator(".tools")).to_have_count(0)
    site.release()
    expect(chat.locator(".sentence")).to_have_count(5)
    expect(chat.locator(".progress")).to_have_count(0)


def test_what_is_shown_stays_when_the_answer_is_finished(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    first, facts = chat.locator(".sentence").first, chat.locator(".facts")
    for shown in (first, facts):
        shown.evaluate("node => { node.marked = true }")
    site.release()
    expect(chat.locator(".tools")).to_be_visible()
    assert first.evaluate("node => node.marked") is True
    assert facts.evaluate("node => node.marked") is True


def test_a_stream_in_small_pieces_gives_the_same_answer(page: Page, site: StandIn) -> None:
    site.chopped = True
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".block").first).to_contain_text("wenn Sie mindestens 24 Jahre alt sind.")
    expect(chat.locator(".sentence")).to_have_count(5)
    assert len(site.requests) == 1


def test_facts_show_values_under_their_labels_with_their_sources(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    groups = chat.locator(".facts dl > div")
    expect(groups.nth(0)).to_contain_text("Ab 24 Jahren")
    expect(groups.nth(0).locator("dd")).to_contain_text("46,00 Euro")
    expect(groups.nth(3).locator("dt")).to_have_text("Unterlagen")
    expect(groups.nth(3).locator("dd")).to_have_count(2)
    expect(chat.locator(".facts a[href='tel:+49123456100']")).to_be_visible()


def test_a_citation_leads_to_its_source_which_opens_beside_the_page(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.locator(".block").first.get_by_role(
        "button", name="Quelle 1: Personalausweis beantragen"
    ).first.click()
    source = chat.locator("[data-source='1'] a")
    expect(source).to_be_focused()
    expect(source).to_have_attribute(
        "href", "https://www.musterstadt.example/leistungen/personalausweis#gebuehren"
    )
    expect(source).to_have_attribute("target", "_blank")
    expect(source).to_have_accessible_name("Personalausweis beantragen: Gebühren (öffnet in neuem Tab)")
    expect(chat.locator("[data-source='1'] .meta")).to_have_text("Stand: 12.05.2026")
    expect(chat.locator("[data-source='4'] .meta")).to_have_text("Seite 3")


def test_the_contact_card_can_be_called_and_says_whether_it_is_open(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    office, hotline = chat.locator(".contact .card").all()
    expect(office).to_contain_text("Marktplatz 1, 12345 Musterstadt")
    expect(office).to_contain_text("Jetzt geschlossen")
    expect(office.get_by_role("link", name="+49 (0)1234 56-100")).to_have_attribute(
        "href", "tel:+49123456100"
    )
    expect(hotline).to_contain_text("Jetzt geöffnet")


def test_a_follow_up_question_carries_the_token_and_no_earlier_text(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    ask(chat, "Und wie lange dauert das?")
    keys = [request.pop("id") for request in site.requests]
    assert len(set(keys)) == 2
    assert all(re.fullmatch("[0-9a-f]{32}", key) for key in keys)
    assert site.requests == [
        {"question": QUESTION, "style": "standard", "language": "de"},
        {
            "question": "Und wie lange dauert das?",
            "style": "standard",
            "language": "de",
            "context": "token-1",
        },
    ]
    assert site.paths == ["/api/v1/cities/musterstadt/chat"] * 2


def test_choices_and_suggestions_ask_with_one_press(page: Page, site: StandIn) -> None:
    site.answer_name = "clarify"
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Was kostet ein neuer Personalausweis?").click()
    expect(chat.locator(".tools")).to_have_count(1)
    site.answer_name = "answered"
    chat.get_by_role("button", name="Anwohnerparkausweis").click()
    chat.get_by_role("button", name="Welche Unterlagen brauche ich für einen Reisepass?").click()
    expect(chat.locator(".turn")).to_have_count(3)
    expect(chat.locator(".tools")).to_have_count(3)
    assert [request["question"] for request in site.requests] == [
        "Was kostet ein neuer Personalausweis?",
        "Wie bekomme ich einen Anwohnerparkausweis?",
        "Welche Unterlagen brauche ich für einen Reisepass?",
    ]
    expect(chat.get_by_role("textbox")).to_be_focused()


def test_a_sentence_of_a_model_is_marked_and_has_the_original_beside_it(page: Page, site: StandIn) -> None:
    site.answer_name = "worded"
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    expect(chat.locator(".sentence.by-model")).to_have_count(2)
    expect(chat.locator(".sentence:not(.by-model) .badge")).to_have_count(0)
    expect(chat.locator(".words .meta")).to_have_text(
        "KI: von einem Sprachmodell formuliert und mit der Quelle abgeglichen."
    )
    chat.get_by_text("Wortlaut der Quelle").click()
    expect(chat.locator(".original li").first).to_contain_text("ab 24 Jahren 46,00 Euro")


def test_a_running_answer_can_be_stopped_and_asked_again(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    chat.get_by_role("button", name="Anhalten").click()
    expect(chat.locator(".problem")).to_contain_text("Sie haben die Antwort angehalten.")
    expect(chat.get_by_role("textbox")).to_be_focused()
    site.held = False
    chat.get_by_role("button", name="Noch einmal versuchen").click()
    expect(chat.locator(".sentence")).to_have_count(5)
    expect(chat.locator(".problem")).to_have_count(0)
    expect(chat.locator(".turn")).to_have_count(1)


def test_a_second_question_waits_in_the_field_while_the_first_is_answered(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    ask(chat, "Noch etwas", wait=False)
    expect(chat.locator(".field-problem")).to_contain_text("wird noch beantwortet")
    expect(chat.get_by_role("textbox")).to_have_value("Noch etwas")
    site.release()
    expect(chat.locator(".tools")).to_be_visible()
    expect(chat.get_by_role("textbox")).to_have_value("Noch etwas")
    assert len(site.requests) == 1


def test_the_place_in_the_queue_is_shown(page: Page, site: StandIn) -> None:
    site.queue_place, site.held, site.held_at, site.answer_name = 3, True, "accepted", "answered"
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.get_by_role("status")).to_contain_text("Fragen, die vor Ihrer an der Reihe sind: 3.")
    site.release()
    expect(chat.locator(".tools")).to_be_visible()
    expect(chat.get_by_role("status")).to_contain_text("Antwort:")


def test_the_finished_answer_is_announced_once_and_not_word_by_word(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    statuses = record_statuses(page)
    ask(chat, QUESTION)
    expect(chat.get_by_role("status")).to_contain_text("Ein Personalausweis kostet 46,00 Euro")
    with_answer = [status for status in statuses() if "46,00 Euro" in status]
    assert len(with_answer) == 1
    expect(chat.locator("[aria-live], [role=status], [role=alert], [role=log]")).to_have_count(1)


def test_an_answer_can_be_copied_with_its_sources(page: Page, site: StandIn) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.get_by_role("button", name="Antwort kopieren").click()
    expect(chat.get_by_role("button", name="Kopiert")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"Ihre Frage: {QUESTION}\n\n")
    assert "Ab 24 Jahren: 46,00 Euro" in copied
    assert "[1] Personalausweis beantragen: https://www.musterstadt.example/" in copied


def test_style_and_language_are_sent_and_the_language_changes_the_chat(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("textbox").fill("half a question")
    chat.get_by_role("button", name="Einstellungen").click()
    chat.get_by_label("Art der Antwort").select_option("einfach")
    chat.get_by_label("Sprache der Antwort").select_option("en")
    expect(chat.get_by_label("Language of the answer")).to_be_focused()
    expect(chat.get_by_role("textbox", name="Your question")).to_have_value("half a question")
    ask(chat, "What does it cost?")
    assert (site.requests[0]["style"], site.requests[0]["language"]) == ("einfach", "en")


def test_a_language_that_the_city_does_not_answer_in_is_not_sent(page: Page, site: StandIn) -> None:
    site.city = {**site.city, "languages": ["en"]}
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    assert "language" not in site.requests[0]


def test_two_elements_on_a_page_do_not_disturb_each_other(page: Page, site: StandIn) -> None:
    page.goto(f"{site.host_page}?name=two")
    page.get_by_role("button", name="Frage stellen").click()
    page.get_by_role("button", name="Ask a question").click()
    german, english = page.locator("stadt-lotse").all()
    german.get_by_role("textbox", name="Ihre Frage").fill(QUESTION)
    german.get_by_role("button", name="Senden").click()
    expect(german.locator(".tools")).to_be_visible()
    expect(english.locator(".turn")).to_have_count(0)
    english.get_by_role("button", name="Close").click()
    expect(german.get_by_role("dialog")).to_be_visible()


def test_the_full_page_takes_a_question_from_behind_the_hash(page: Page, site: StandIn) -> None:
    page.goto(f"{site.url}/chat#frage=Was%20kostet%20der%20Ausweis%3F")
    expect(page.locator("stadt-lotse .tools")).to_be_visible()
    assert site.requests[0]["question"] == "Was kostet der Ausweis?"
    expect(page.locator("#ohne-skript")).to_be_hidden()


def test_reading_is_not_disturbed_after_scrolling(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    conversation = chat.locator(".conversation")
    conversation.hover()
    page.mouse.wheel(0, -2000)
    page.wait_for_function(
        "document.querySelector('stadt-lotse').shadowRoot.querySelector('.conversation').scrollTop === 0"
    )
    site.release()
    expect(chat.locator(".tools")).to_be_attached()
    assert conversation.evaluate("node => node.scrollTop") == 0
