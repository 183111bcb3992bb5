"""An answer on paper, where the city has connected a printer."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from tests.browser.stand_in import StandIn
from tests.browser.terminal.conftest import Terminal, ask

# What the page looks like at the moment of printing: rules for paper don't hold on the screen.
PRINTING = """() => {
  window.printed = [];
  window.print = () => {
    const { shadowRoot } = document.querySelector('lotse-terminal');
    window.printed.push(shadowRoot.querySelector('[data-print]').textContent);
  };
}"""


def print_answer(page: Page) -> None:
    """Taps the button for it."""
    page.get_by_role("button", name="Antwort drucken").tap()


def test_the_button_waits_for_an_answer(terminal: Terminal, site: StandIn) -> None:
    site.held = True
    page = terminal()
    page.get_by_role("button", name="Was kostet ein neuer Personalausweis?").tap()
    expect(page.locator(".sentence")).to_have_count(1)
    expect(page.get_by_role("button", name="Antwort drucken")).to_have_count(0)
    site.release()
    expect(page.get_by_role("button", name="Antwort drucken")).to_be_visible()


def test_without_a_printer_there_is_no_button(terminal: Terminal, site: StandIn) -> None:
    site.terminal = replace(site.terminal, printing=False)
    page = terminal()
    ask(page)
    expect(page.get_by_role("button", name="Antwort drucken")).to_have_count(0)


def test_paper_holds_the_last_answer_and_how_to_reach_a_person_and_nothing_of_it_stays(
    terminal: Terminal,
) -> None:
    page = terminal()
    page.evaluate(PRINTING)
    ask(page)
    page.get_by_role("textbox").fill("Und für Kinder?")
    page.get_by_role("button", name="Senden").tap()
    expect(page.locator(".tools")).to_have_count(2)
    print_answer(page)
    expect(page.get_by_role("status")).to_have_text("Die Antwort wird gedruckt.")
    [text] = page.evaluate("window.printed")
    assert "Und für Kinder?" in text
    assert "46,00 Euro" in text
    assert "Stadtlotse · " in text
    assert "Bürgertelefon · 01234 56-0 · Mo–Fr 8–18 Uhr" in text
    expect(page.locator("[data-print], .paper")).to_have_count(0)


def test_only_the_answer_is_on_paper_with_its_codes_and_black_on_white(terminal: Terminal) -> None:
    page = terminal(color_scheme="dark")
    ask(page)
    page.get_by_role("textbox").fill("Und für Kinder?")
    page.get_by_role("button", name="Senden").tap()
    expect(page.locator(".tools")).to_have_count(2)
    page.locator(".turn").last.evaluate("node => node.toggleAttribute('data-print', true)")
    page.emulate_media(media="print", color_scheme="dark")
    for hidden in (".bar", ".composer", ".header", ".tools", ".suggestions"):
        expect(page.locator(f"{hidden} >> visible=true")).to_have_count(0)
    expect(page.locator(".turn >> visible=true")).to_have_count(1)
    expect(page.locator(".turn").last.locator(".qr").first).to_be_visible()
    colours = (
        page.locator(".turn").last.locator(".text").first.evaluate("node => getComputedStyle(node).color")
    )
    assert colours == "rgb(0, 0, 0)"


def test_the_answer_fits_on_a_receipt(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    page.locator(".turn").evaluate("node => node.toggleAttribute('data-print', true)")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 272, "height": 1000})  # 72 mm, what a receipt of 80 mm has to print on
    assert page.locator(".turn").evaluate("node => node.getBoundingClientRect().right") <= 272
    assert page.evaluate("document.documentElement.scrollWidth") <= 272


def test_who_has_printed_enough_is_told_so_and_the_next_person_may_again(
    terminal: Terminal, site: StandIn
) -> None:
    site.terminal = replace(site.terminal, allowed_prints=1)
    page = terminal()
    page.evaluate(PRINTING)
    ask(page)
    print_answer(page)
    enough = page.get_by_role("button", name="Mehr Ausdrucke gibt es hier nicht (höchstens 1).")
    expect(enough).to_have_attribute("aria-disabled", "true")
    enough.tap(force=True)
    assert page.evaluate("window.printed.length") == 1
    page.get_by_role("button", name="Fertig", exact=True).tap()
    ask(page)
    print_answer(page)
    assert page.evaluate("window.printed.length") == 2
