"""Nothing leads away from the terminal."""

from playwright.sync_api import Page, expect

from tests.browser.answering import answer
from tests.browser.stand_in import StandIn
from tests.browser.terminal.conftest import Terminal, ask
from tests.browser.terminal.qr_reader import read

AWAY = "https://www.anderswo.example/"
ANCHORS = """() => {
  const root = document.querySelector('lotse-terminal').shadowRoot;
  return root.querySelectorAll('a, area, iframe').length;
}"""
CODES = """nodes => nodes.map(
  (node) => [node.querySelector('path').getAttribute('d'), node.viewBox.baseVal.width],
)"""
DISPATCH = """(node, kind) =>
  node.dispatchEvent(new Event(kind, { bubbles: true, composed: true, cancelable: true }))"""
ADD_LINKS = """(away) => {
  const link = (target) => {
    const node = document.createElement('a');
    Object.assign(node, { href: away, target, textContent: `Verweis ${target}` });
    return node;
  };
  document.querySelector('lotse-terminal').shadowRoot.querySelector('main')
    .prepend(link('_self'), ' ', link('_blank'), ' ', link('_top'));
}"""
LEADING_OUT = (
    "F1 F5 F11 F12 ContextMenu BrowserHome ctrl+n ctrl+t ctrl+l ctrl+p ctrl+s ctrl+c ctrl+o ctrl+j "
    "ctrl+shift+I ctrl++ alt+ArrowLeft alt+F4 alt+d meta+r"
)
FOR_WRITING = "a ß Tab Enter Escape Backspace ctrl+a ctrl+z ctrl+ArrowLeft shift+A"
PRESS = """([key, held]) => dispatchEvent(new KeyboardEvent('keydown', {
  key, cancelable: true, bubbles: true, ...Object.fromEntries(held.map((name) => [`${name}Key`, true])),
}))"""


def expect_to_stay(page: Page, site: StandIn) -> None:
    """The page is where it was, and the only one."""
    page.evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    assert page.url == f"{site.url}/terminal"
    assert len(page.context.pages) == 1
    expect(page.locator("lotse-terminal")).to_have_count(1)


def test_no_answer_contains_a_link(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    for name in ("answered", "clarify", "not_found", "worded", "hostile"):
        site.answer_name = name
        ask(page)
        page.get_by_role("button", name="Einstellungen").tap()
        assert page.evaluate(ANCHORS) == 0, name
        page.get_by_role("button", name="Fertig", exact=True).tap()


def test_every_source_form_and_page_can_be_taken_along_as_a_code_that_holds_its_address(
    terminal: Terminal,
) -> None:
    page = terminal()
    ask(page)
    codes = page.locator(".turn .qr").evaluate_all(CODES)
    expected = {url for url in _addresses(answer("answered")) if url.startswith("http")}
    assert {read(path, int(side)) for path, side in codes} == expected
    assert len(expected) > 5


def _addresses(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {item for key, item in value.items() if key == "url" and item}
        return own.union(*(_addresses(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(_addresses(item) for item in value))
    return set()


def test_a_code_has_a_name_and_its_address_beside_it_and_a_telephone_number_is_text(
    terminal: Terminal,
) -> None:
    page = terminal()
    ask(page)
    source = page.locator("[data-source='1']")
    expect(source.get_by_role("img")).to_have_accessible_name(
        "QR-Code mit der Adresse von „Personalausweis beantragen: Gebühren“"
    )
    expect(source.locator(".address")).to_have_text(
        "musterstadt.example/leistungen/personalausweis#gebuehren"
    )


def test_a_code_is_black_on_white_in_dark_and_in_forced_colours(terminal: Terminal) -> None:
    page = terminal(color_scheme="dark", forced_colors="active")
    ask(page)
    code = page.locator(".turn .qr").first
    colours = code.evaluate("node => [...node.children].map((part) => getComputedStyle(part).fill)")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_even_a_link_that_got_in_leads_nowhere(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    page.evaluate(ADD_LINKS, AWAY)
    for target in ("_self", "_blank", "_top"):
        link = page.get_by_role("link", name=f"Verweis {target}")
        link.tap()
        link.click(button="middle")
        link.click(modifiers=["Control"])
        link.focus()
        page.keyboard.press("Enter")
        expect_to_stay(page, site)


def test_no_script_can_leave_or_open_a_window(terminal: Terminal, site: StandIn) -> None:
    page = terminal()
    assert page.evaluate("(away) => window.open(away)", AWAY) is None
    page.evaluate("(away) => { location.href = away }", AWAY)
    expect_to_stay(page, site)


def test_dropped_and_copied_things_stay_out(terminal: Terminal) -> None:
    page = terminal()
    ask(page)
    for kind in ("contextmenu", "dragstart", "dragover", "drop", "copy", "cut"):
        went_on = page.locator(".turn").evaluate(DISPATCH, kind)
        assert not went_on, kind


def test_keys_that_lead_out_do_nothing_and_those_for_writing_work(terminal: Terminal) -> None:
    page = terminal()
    working = [keys for keys in LEADING_OUT.split() if page.evaluate(PRESS, _press(keys))]
    assert working == []
    held_back = [keys for keys in FOR_WRITING.split() if not page.evaluate(PRESS, _press(keys))]
    assert held_back == []


def _press(keys: str) -> list[object]:
    if keys.endswith("++"):
        return ["+", ["ctrl"]]
    *held, key = keys.split("+")
    return [key, held]
