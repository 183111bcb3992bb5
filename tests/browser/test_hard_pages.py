"""Host pages that make life hard: their styles, scripts and markup, and what they do to the element."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import NewPage
from tests.browser.conversation import QUESTION, ask
from tests.browser.stand_in import StandIn
from widget.assets import embed_hash, embed_script

PAGE = """<!DOCTYPE html>
<html lang="de"><head><title>Stadt</title>{head}</head>
<body><main><h1>Stadt</h1><p>Ein Absatz.</p></main>
<script src="{server}/embed.js" integrity="{hash}" crossorigin="anonymous" defer></script>
<stadt-lotse city="musterstadt" lang="de"><a href="{server}/chat">Fragen an die Stadt</a></stadt-lotse>
</body></html>"""
BOUNDS = """node => {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""
SHIFTED = """window.shifted = [];
new PerformanceObserver((list) => {
  const nodes = list.getEntries().flatMap(({ sources }) => sources.map(({ node }) => node));
  window.shifted.push(...nodes.filter((node) => document.querySelector('main').contains(node)).map(String));
}).observe({ type: 'layout-shift', buffered: true });"""
# Enumerable, as old libraries leave them; the frozen ones as pages do that fear changed prototypes.
EXTENDED = """Object.prototype.mehr = 1; Array.prototype.mehr = function () {};
Array.prototype.toJSON = function () { return 'kaputt'; }; String.prototype.mehr = 'x';"""
FROZEN = """for (const one of [Object, Array, String, Map, Promise, EventTarget, Node, Element, HTMLElement])
  Object.freeze(one.prototype);"""


def show(page: Page, site: StandIn, head: str = "", html: str = PAGE) -> None:
    site.example = html.format(head=head, server=site.url, hash=embed_hash())
    page.goto(site.example_page)


def open_and_ask(page: Page) -> None:
    page.get_by_role("button", name="Frage stellen").click()
    chat = page.locator("stadt-lotse")
    ask(chat, QUESTION)
    expect(chat.locator(".facts")).to_contain_text("46,00 Euro")


@pytest.mark.parametrize(
    "css",
    [
        "* { all: unset !important }",
        "body * { display: none !important }",
        "button, dialog, textarea { display: none !important; pointer-events: none !important }",
        "html { font-size: 4px } * { letter-spacing: 1em; line-height: 4 !important; font: 40px fantasy }",
        "main { position: fixed; inset: 0; z-index: 2147482999 }",
        "body { overflow: hidden; height: 10px } * { contain: none !important; float: right }",
    ],
)
def test_no_style_sheet_of_the_page_breaks_the_chat(page: Page, site: StandIn, css: str) -> None:
    show(page, site, f"<style>{css}</style>")
    open_and_ask(page)
    chat = page.locator("stadt-lotse")
    assert chat.get_by_role("dialog").evaluate(BOUNDS)
    style = chat.locator(".sentence").first.evaluate(
        "node => { const s = getComputedStyle(node);"
        " return [s.color, s.fontSize, s.letterSpacing, s.float, s.lineHeight] }"
    )
    assert style == ["rgb(23, 26, 33)", "16px", "normal", "none", "26.4px"]


@pytest.mark.parametrize("zoom", [2, 4])
def test_a_page_that_is_enlarged_by_its_style_sheet_keeps_the_chat_in_the_window(
    page: Page, site: StandIn, zoom: int
) -> None:
    show(page, site, f"<style>html {{ zoom: {zoom} }}</style>")
    open_and_ask(page)
    widths = page.locator("stadt-lotse .conversation").evaluate(
        "node => [node.scrollWidth, node.clientWidth]"
    )
    assert widths[0] <= widths[1]


@pytest.mark.parametrize("script", [EXTENDED, FROZEN], ids=["extended", "frozen"])
def test_changed_prototypes_do_no_harm(page: Page, site: StandIn, script: str) -> None:
    show(page, site, f"<script>{script}</script>")
    open_and_ask(page)
    assert site.requests[0]["question"] == QUESTION


def test_another_base_address_of_the_page_does_no_harm(page: Page, site: StandIn) -> None:
    show(page, site, '<base href="https://anderswo.example/tief/">')
    open_and_ask(page)
    expect(
        page.locator("stadt-lotse").get_by_role("link", name="Was mit Ihrer Frage geschieht")
    ).to_have_attribute("href", f"{site.url}/datenschutz?city=musterstadt&lang=de")


def test_a_page_without_a_document_type_does_no_harm(page: Page, site: StandIn) -> None:
    show(page, site, html=PAGE.removeprefix("<!DOCTYPE html>\n"))
    assert page.evaluate("document.compatMode") == "BackCompat"
    open_and_ask(page)
    assert page.locator("stadt-lotse").get_by_role("dialog").evaluate(BOUNDS)


def test_two_versions_of_the_script_get_along(page: Page, site: StandIn) -> None:
    show(page, site, f'<script src="{site.url}/embed.js?v=andere" defer></script>')
    open_and_ask(page)
    expect(page.locator("stadt-lotse .launcher")).to_have_count(1)


def test_an_element_that_is_moved_keeps_its_conversation(page: Page, site: StandIn) -> None:
    show(page, site)
    open_and_ask(page)
    page.evaluate("document.querySelector('main').prepend(document.querySelector('stadt-lotse'))")
    chat = page.locator("stadt-lotse")
    expect(chat.locator(".facts")).to_contain_text("46,00 Euro")
    ask(chat, "Und für Kinder?")
    assert "context" in site.requests[1]


def test_an_element_that_is_taken_away_stops_and_can_come_back(page: Page, site: StandIn) -> None:
    site.held = True
    show(page, site)
    page.get_by_role("button", name="Frage stellen").click()
    chat = page.locator("stadt-lotse")
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    with page.expect_request(lambda request: request.method == "DELETE"):
        page.evaluate("window.kept = document.querySelector('stadt-lotse'); window.kept.remove()")
    site.release()
    page.evaluate("document.body.append(window.kept)")
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
    site.held = False
    ask(chat, QUESTION)


def test_the_host_page_does_not_shift(page: Page, site: StandIn) -> None:
    show(page, site, f"<script>{SHIFTED}</script>")
    open_and_ask(page)
    assert page.evaluate("window.shifted") == []


def test_a_script_that_arrives_by_half_is_not_run_and_leaves_the_link(page: Page, site: StandIn) -> None:
    half = embed_script()[: len(embed_script()) // 2]
    headers = {"Access-Control-Allow-Origin": "*", "Content-Type": "text/javascript"}
    page.route("**/embed.js", lambda route: route.fulfill(body=half, headers=headers))
    show(page, site)
    expect(page.get_by_role("link", name="Fragen an die Stadt")).to_be_visible()
    assert page.evaluate("customElements.get('stadt-lotse') === undefined")


def test_half_a_script_without_a_hash_leaves_the_link_too(browser: Browser, site: StandIn) -> None:
    half = embed_script()[: len(embed_script()) // 2]
    page = browser.new_page()
    page.route("**/embed.js", lambda route: route.fulfill(body=half, content_type="text/javascript"))
    show(page, site, html=PAGE.replace('integrity="{hash}" crossorigin="anonymous" ', ""))
    expect(page.get_by_role("link", name="Fragen an die Stadt")).to_be_visible()
    page.close()


def test_the_full_page_without_its_script_answers_by_its_form(page: Page, site: StandIn) -> None:
    page.route("**/embed.js*", lambda route: route.abort())
    page.goto(f"{site.url}/chat")
    page.get_by_role("textbox").fill(QUESTION)
    page.get_by_role("button", name="Senden").click()
    expect(page.locator(".facts")).to_contain_text("46,00 Euro")


def test_what_was_typed_before_the_script_came_is_in_the_chat_s_field(page: Page, site: StandIn) -> None:
    waiting: list[Route] = []
    page.route("**/embed.js*", lambda route: waiting.append(route))
    page.goto(f"{site.url}/chat", wait_until="commit")
    page.get_by_role("textbox").fill(QUESTION)
    waiting[0].continue_()
    expect(page.locator("stadt-lotse").get_by_role("textbox")).to_have_value(QUESTION)
    expect(page.get_by_role("textbox")).to_have_count(1)


def test_it_works_in_a_sandbox_that_has_no_origin_and_no_storage(page: Page, site: StandIn) -> None:
    sandbox = 'sandbox="allow-scripts allow-forms" width="600" height="800"'
    frame = f'<iframe src="{site.host_page}" {sandbox}></iframe>'
    show(page, site, html=f"<!DOCTYPE html><title>Rahmen</title>{frame}")
    inner = page.frame_locator("iframe")
    inner.get_by_role("button", name="Frage stellen").click()
    ask(inner.locator("stadt-lotse"), QUESTION)
    stored = "() => { try { return localStorage.length } catch (error) { return error.name } }"
    assert inner.locator("html").evaluate(stored) == "SecurityError"


@pytest.mark.parametrize("days", [-1, 1])
def test_a_clock_that_is_a_day_off_changes_nothing(page: Page, site: StandIn, days: int) -> None:
    page.add_init_script(f"const now = Date.now; Date.now = () => now() + {days * 86_400_000};")
    show(page, site)
    open_and_ask(page)
    chat = page.locator("stadt-lotse")
    ask(chat, "Und für Kinder?")
    assert "context" in site.requests[1]
    expect(chat.locator(".turn .problem")).to_have_count(0)
    expect(chat.locator(".turn").last).not_to_contain_text("zu lange her")


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_sticks_out_with_hostile_answers_and_styles_together(
    new_page: NewPage, site: StandIn, width: int
) -> None:
    site.answer_name = "hostile"
    page = new_page(viewport={"width": width, "height": 700})
    show(page, site, "<style>* { white-space: nowrap !important; min-width: 3000px !important }</style>")
    page.get_by_role("button", name="Frage stellen").click()
    chat = page.locator("stadt-lotse")
    ask(chat, "<b>" + "x" * 490)
    widths = chat.locator(".conversation").evaluate("node => [node.scrollWidth, node.clientWidth]")
    assert widths[0] <= widths[1]
