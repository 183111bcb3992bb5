"""What a person can do with the conversation: bring questions back, jump, print, save, delete, begin anew."""

from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn

SECOND = "Und wie lange dauert das?"
PRINTED = """
window.print = function () {
  const page = this.document;
  top.printed = {
    text: page.body.innerText,
    sheets: page.adoptedStyleSheets.length,
    language: page.documentElement.lang,
    buttons: page.querySelectorAll('button').length,
    font: getComputedStyle(page.body).fontFamily,
  };
  this.dispatchEvent(new Event('afterprint'));
};
"""


def open_menu(chat: Locator) -> Locator:
    chat.get_by_role("button", name="Gespräch", exact=True).click()
    return chat.locator(".menu")


def saved(page: Page, chat: Locator, button: str) -> Download:
    with page.expect_download() as download:
        open_menu(chat).get_by_role("button", name=button).click()
    return download.value


def test_the_arrow_keys_bring_earlier_questions_back_into_an_empty_field(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    ask(chat, SECOND)
    field = chat.get_by_role("textbox")
    for key, text in [
        ("ArrowUp", SECOND),
        ("ArrowUp", QUESTION),
        ("ArrowUp", QUESTION),
        ("ArrowDown", SECOND),
        ("ArrowDown", ""),
    ]:
        field.press(key)
        expect(field).to_have_value(text)
    field.fill("Etwas Eigenes")
    field.press("ArrowUp")
    expect(field).to_have_value("Etwas Eigenes")


def test_the_last_question_can_be_changed_or_asked_again(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    chat.get_by_role("button", name="Frage ändern").click()
    expect(chat.get_by_role("textbox")).to_be_focused()
    expect(chat.get_by_role("textbox")).to_have_value(QUESTION)
    chat.get_by_role("textbox").fill("")
    chat.get_by_role("button", name="Noch einmal fragen").click()
    expect(chat.locator(".tools")).to_have_count(2)
    assert [asked["question"] for asked in site.requests] == [QUESTION, QUESTION]
    expect(chat.get_by_role("button", name="Noch einmal fragen")).to_have_count(1)


def test_one_can_jump_from_question_to_question(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    expect(chat.locator(".jumps")).to_be_hidden()
    for question in (QUESTION, SECOND, "Und wo?"):
        ask(chat, question)
    headings = chat.locator("h3.question")
    back = chat.get_by_role("button", name="Vorige Frage")
    for heading in (1, 0, 0):
        back.click()
        expect(headings.nth(heading)).to_be_focused()
        expect(headings.nth(heading)).to_be_in_viewport()
    chat.get_by_role("button", name="Nächste Frage").click()
    expect(headings.nth(1)).to_be_focused()


def test_only_the_conversation_is_printed_and_nothing_stays_behind(page: Page, site: StandIn) -> None:
    page.add_init_script(PRINTED)
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    ask(chat, SECOND)
    open_menu(chat).get_by_role("button", name="Gespräch drucken").click()
    page.wait_for_function("window.printed")
    printed = page.evaluate("window.printed")
    assert QUESTION in printed["text"]
    assert SECOND in printed["text"]
    assert "46,00 Euro\xa0[1]" in printed["text"]
    assert "Rathaus Musterstadt" not in printed["text"]
    assert "Senden" not in printed["text"]
    assert printed["buttons"] == 0
    assert printed["sheets"] == 1
    assert "system-ui" in printed["font"]
    assert printed["language"] == "de"
    expect(chat.locator("iframe")).to_have_count(0)


def test_a_single_answer_can_be_printed(page: Page, site: StandIn) -> None:
    page.add_init_script(PRINTED)
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    ask(chat, SECOND)
    chat.get_by_role("button", name="Drucken").last.click()
    page.wait_for_function("window.printed")
    text = page.evaluate("window.printed.text")
    assert SECOND in text
    assert QUESTION not in text


def test_the_conversation_is_saved_as_text(page: Page, site: StandIn, tmp_path: Path) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    download = saved(page, chat, "Als Text speichern")
    assert download.suggested_filename.startswith("musterstadt-20")
    assert download.suggested_filename.endswith(".txt")
    download.save_as(tmp_path / "text")
    text = (tmp_path / "text").read_text(encoding="utf-8-sig")
    assert text.startswith("Stadtlotse: Gespräch vom ")
    assert f"Ihre Frage: {QUESTION}" in text
    assert "Ab 24 Jahren: 46,00 Euro" in text
    assert "[1] Personalausweis beantragen: https://www.musterstadt.example/" in text


def test_the_saved_web_page_stands_alone_and_runs_nothing(page: Page, site: StandIn, tmp_path: Path) -> None:
    site.answer_name = "hostile"
    chat = open_chat(page, site)
    ask(chat, "<script>alert(1)</script><img src=x onerror=alert(2)>")
    file = tmp_path / "gespraech.html"
    saved(page, chat, "Als Webseite speichern").save_as(file)
    alone = page.context.new_page()
    requested: list[str] = []
    alone.on("request", lambda request: requested.append(request.url))
    alone.on("dialog", lambda dialog: requested.append(dialog.message))
    alone.goto(file.as_uri())
    expect(alone.get_by_role("heading", level=1)).to_contain_text("Stadtlotse: Gespräch vom ")
    expect(alone.get_by_role("heading", level=3)).to_contain_text("<script>alert(1)</script>")
    expect(alone.locator("html")).to_have_attribute("lang", "de")
    expect(alone.locator("button, script, img, iframe")).to_have_count(0)
    assert requested == [file.as_uri()]


def test_the_conversation_is_deleted_only_when_it_is_meant(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    expect(chat.get_by_role("button", name="Gespräch", exact=True)).to_be_hidden()
    ask(chat, QUESTION)
    menu = open_menu(chat)
    menu.get_by_role("button", name="Gespräch löschen").click()
    keep = menu.get_by_role("button", name="Nein, behalten")
    expect(keep).to_be_focused()
    expect(keep).to_have_accessible_description(
        "Möchten Sie das Gespräch wirklich löschen? "
        "Alle Fragen und Antworten verschwinden von diesem Bildschirm."
    )
    page.keyboard.press("Escape")
    expect(menu.get_by_role("button", name="Gespräch löschen")).to_be_focused()
    expect(chat.locator(".turn")).to_have_count(1)
    page.keyboard.press("Enter")
    menu.get_by_role("button", name="Ja, löschen").click()
    expect(chat.locator(".turn")).to_have_count(0)
    expect(menu).to_be_hidden()
    expect(chat.get_by_role("textbox", name="Ihre Frage")).to_be_focused()
    expect(chat.get_by_role("status")).to_have_text("Das Gespräch ist gelöscht.")
    ask(chat, QUESTION)
    assert "context" not in site.requests[-1]


def test_deleting_ends_a_running_answer(page: Page, site: StandIn) -> None:
    site.held = True
    chat = open_chat(page, site)
    ask(chat, QUESTION, wait=False)
    expect(chat.locator(".sentence")).to_have_count(1)
    menu = open_menu(chat)
    menu.get_by_role("button", name="Gespräch löschen").click()
    with page.expect_request(lambda request: request.method == "DELETE"):
        menu.get_by_role("button", name="Ja, löschen").click()
    expect(chat.locator(".turn")).to_have_count(0)
    expect(chat.get_by_role("textbox")).to_have_value("")
    site.held = False
    ask(chat, SECOND)
    expect(chat.locator(".turn")).to_have_count(1)


def test_a_new_topic_is_asked_without_context(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    open_menu(chat).get_by_role("button", name="Neues Thema").click()
    expect(chat.get_by_role("textbox")).to_be_focused()
    expect(chat.locator(".topic")).to_be_visible()
    ask(chat, SECOND)
    assert ["context" in asked for asked in site.requests] == [False, False]


def test_looks_are_chosen_and_applied_at_once(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    ground = "node => getComputedStyle(node).backgroundColor"
    node = chat.locator(".lotse")
    light = node.evaluate(ground)
    chat.get_by_label("Farben").select_option("dark")
    dark = node.evaluate(ground)
    assert light != dark
    chat.get_by_label("Kontrast").select_option("high")
    assert node.evaluate(ground) != dark
    chat.get_by_label("Schriftgröße").select_option("xx-large")
    assert node.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") > 24
    chat.get_by_label("Bewegung").select_option("less")
    expect(node).to_have_attribute("data-motion", "less")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_an_input_method_that_is_composing_keeps_its_enter(page: Page, site: StandIn) -> None:
    chat = open_chat(page, site)
    field = chat.get_by_role("textbox")
    field.fill("にほん")
    for init in ("{isComposing: true}", "{keyCode: 229}"):
        event = f"new KeyboardEvent('keydown', {{key: 'Enter', bubbles: true, ...{init}}})"
        field.evaluate(f"node => node.dispatchEvent({event})")
    assert site.requests == []
    expect(field).to_have_value("にほん")
    field.press("Shift+Enter")
    expect(field).to_have_value("にほん\n")
