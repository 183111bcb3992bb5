"""The screen that everybody begins with."""

from dataclasses import replace

from playwright.sync_api import expect

from tests.browser.conftest import NewPage
from tests.browser.stand_in import StandIn
from tests.browser.terminal.conftest import Terminal, ask, wait_seconds


def test_it_says_at_once_that_a_computer_answers_and_how_to_reach_a_person(terminal: Terminal) -> None:
    page = terminal()
    expect(page.get_by_text("Hier antwortet ein Computer.")).to_be_visible()
    expect(page.get_by_text("01234 56-0", exact=True)).to_be_visible()
    expect(page.get_by_text("Dieses Terminal behält nichts.")).to_be_visible()


def test_a_question_is_asked_with_one_tap(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    ask(page)
    assert site.requests[-1]["question"] == "Was kostet ein neuer Personalausweis?"
    expect(page.get_by_text("46,00 Euro").first).to_be_visible()


def test_one_s_own_question_is_written_into_the_field(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    page.get_by_role("button", name="Eigene Frage schreiben").tap()
    expect(page.get_by_role("textbox")).to_be_focused()
    page.keyboard.type("Wo ist das Fundbüro?")
    page.get_by_role("button", name="Senden").tap()
    expect(page.locator(".tools")).to_be_visible()
    assert site.requests[-1]["question"] == "Wo ist das Fundbüro?"


def test_a_chosen_language_holds_for_the_screen_and_for_the_answer(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    page.get_by_role("button", name="English").tap()
    expect(page.get_by_role("heading", name="Welcome!")).to_be_visible()
    expect(page.get_by_role("button", name="English")).to_be_focused()
    expect(page.get_by_role("button", name="English")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    ask(page)
    assert site.requests[-1]["language"] == "en"
    expect(page.get_by_role("button", name="Done")).to_be_visible()


def test_a_language_chosen_in_the_conversation_holds_for_the_bar_too(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    page.get_by_role("button", name="Einstellungen").tap()
    page.get_by_label("Sprache der Antwort").select_option("en")
    expect(page.get_by_role("button", name="Done")).to_be_visible()


def test_the_city_can_leave_out_languages_and_greet_in_its_own_words(
    terminal: Terminal, site: StandIn
) -> None:
    site.terminal = replace(site.terminal, languages=("de",), welcome="Moin im Bürgerhaus!")
    page = terminal()
    expect(page.get_by_role("heading", name="Moin im Bürgerhaus!")).to_be_visible()
    expect(page.get_by_role("button", name="English")).to_have_count(0)


def test_a_server_that_is_away_is_awaited_without_anybody_s_help(terminal: Terminal, site: StandIn) -> None:
    site.city_away = True
    page = terminal()
    expect(page.get_by_text("Der Dienst ist gerade nicht erreichbar.").first).to_be_visible()
    expect(page.get_by_role("button", name="Eigene Frage schreiben")).to_have_count(0)
    wait_seconds(page, 6)
    expect(page.get_by_text("Der Dienst ist gerade nicht erreichbar.").first).to_be_visible()
    site.city_away = False
    wait_seconds(page, 6)
    expect(page.get_by_role("button", name="Eigene Frage schreiben")).to_be_visible()
    expect(page.locator(".problem")).to_have_count(0)


def test_a_server_that_goes_away_while_nobody_is_there_is_noticed(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    site.city_away = True
    wait_seconds(page, 61)
    expect(page.locator(".problem")).to_be_visible()


def test_large_text_is_the_beginning_and_can_be_made_larger(terminal: Terminal) -> None:
    page = terminal()
    size = "node => Number.parseFloat(getComputedStyle(node).fontSize)"
    hint = page.locator(".hint")
    assert hint.evaluate(size) == 24
    for _ in range(3):  # once more than there are steps
        page.get_by_role("button", name="Größere Schrift").tap(force=True)
    assert page.locator(".hint").evaluate(size) == 40
    expect(page.get_by_role("button", name="Größere Schrift")).to_have_attribute("aria-disabled", "true")


def test_high_contrast_is_always_one_tap_away(terminal: Terminal) -> None:
    page = terminal()
    contrast = page.get_by_role("button", name="Hoher Kontrast")
    contrast.tap()
    expect(contrast).to_have_attribute("aria-pressed", "true")
    ask(page)
    expect(page.locator(".lotse.page")).to_have_attribute("data-contrast", "high")
    contrast.tap()
    expect(page.locator(".lotse.page")).to_have_attribute("data-contrast", "normal")


def test_without_javascript_the_page_says_where_to_ask(new_page: NewPage, site: StandIn) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site.url}/terminal")
    expect(page.get_by_text("Dieses Terminal braucht JavaScript.")).to_be_visible()
    expect(page.get_by_text("01234 56-0")).to_be_visible()
    page.get_by_role("link", name="Frage stellen").click()
    assert page.url == f"{site.url}/chat?city=musterstadt"
