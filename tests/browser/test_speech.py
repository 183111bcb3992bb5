"""Reading answers aloud and dictating questions: on the device, or not at all."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import AxeCheck
from tests.browser.conversation import QUESTION, ask, open_chat
from tests.browser.stand_in import StandIn

VOICES = """voices => {
  window.spoken = [];
  window.waiting = null;
  const speech = {
    getVoices: () => voices,
    speak(utterance) {
      window.spoken.push([utterance.text, utterance.voice.name]);
      window.waiting = utterance;
    },
    cancel() { const one = window.waiting; window.waiting = null; one?.onerror?.({ error: 'canceled' }); },
    addEventListener(kind, listener) { window.voicesChanged = listener; },
  };
  Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.endOne = () => { const one = window.waiting; window.waiting = null; one.onend(); };
}"""
GERMAN = {"name": "Gerät", "lang": "de-DE", "localService": True, "default": False}
ENGLISH = {"name": "Device", "lang": "en_GB", "localService": True, "default": False}
DISTANT = {"name": "Fern", "lang": "de-DE", "localService": False, "default": True}

RECOGNITION = """states => {
  window.recognisers = [];
  window.asked = [];
  window.SpeechRecognition = class {
    static async available(what) { window.asked.push(what); return states.shift() ?? 'unavailable'; }
    constructor() { window.recognisers.push(this); this.state = 'new'; }
    start() { this.state = 'started'; }
    stop() { this.state = 'stopped'; this.onend(); }
    abort() { this.state = 'aborted'; }
    hear(text) { this.onresult({ results: [[{ transcript: text }]] }); }
  };
}"""


def with_voices(page: Page, *voices: dict[str, object]) -> None:
    """The device has these voices; the tests say when one has ended a sentence (`endOne`)."""
    page.add_init_script(f"({VOICES})({list(voices)!r})".replace("True", "true").replace("False", "false"))


def with_recognition(page: Page, *states: str) -> None:
    """What the browser says, each time that it is asked whether it can recognise speech on the device."""
    page.add_init_script(f"({RECOGNITION})({list(states)!r})")


def spoken(page: Page) -> list[str]:
    """What has been read so far, with `endOne` called after each piece."""
    while page.evaluate("window.waiting !== null"):
        page.evaluate("endOne()")
    return [text for text, _ in page.evaluate("window.spoken")]


def answered(page: Page, site: StandIn, name: str = "answered") -> Locator:
    site.answer_name = name
    chat = open_chat(page, site)
    ask(chat, QUESTION)
    return chat


def test_an_answer_is_read_in_order_facts_as_sentences_and_the_contact_last(
    page: Page, site: StandIn
) -> None:
    with_voices(page, DISTANT, GERMAN)
    chat = answered(page, site)
    chat.get_by_role("button", name="Vorlesen").click()
    heard = spoken(page)
    fee = heard.index("Ab 24 Jahren: 46,00 Euro")
    duration = heard.index("Dauer: 2 bis 3 Wochen")
    text = heard.index("Für jüngere Personen beträgt die Gebühr 27,60 Euro.")
    heading = heard.index("Das brauchen Sie")
    assert fee < duration < text < heading < heard.index("Kontakt")
    assert any(piece.startswith("Bürgerbüro, Marktplatz 1") for piece in heard)
    expect(chat.get_by_role("button", name="Vorlesen", exact=True)).to_be_visible()


def test_only_a_voice_of_the_device_reads(page: Page, site: StandIn) -> None:
    with_voices(page, DISTANT, GERMAN)
    chat = answered(page, site)
    chat.get_by_role("button", name="Vorlesen").click()
    spoken(page)
    assert {voice for _, voice in page.evaluate("window.spoken")} == {"Gerät"}


def test_without_a_voice_of_the_device_it_is_not_offered_and_the_settings_say_why(
    page: Page, site: StandIn
) -> None:
    with_voices(page, DISTANT, ENGLISH)
    chat = answered(page, site)
    expect(chat.get_by_role("button", name="Antwort kopieren")).to_be_visible()
    expect(chat.get_by_role("button", name="Vorlesen")).to_have_count(0)
    chat.get_by_role("button", name="Einstellungen").click()
    expect(chat.get_by_text("Ihr Gerät hat keine eigene Stimme für diese Sprache.")).to_be_visible()


def test_voices_that_come_late_are_used(page: Page, site: StandIn) -> None:
    page.add_init_script(f"window.late = []; ({VOICES})(window.late)")
    chat = answered(page, site)
    expect(chat.get_by_role("button", name="Vorlesen")).to_have_count(0)
    page.evaluate("voice => { window.late.push(voice); window.voicesChanged(); }", GERMAN)
    expect(chat.get_by_role("button", name="Vorlesen")).to_be_visible()


def test_reading_can_be_paused_resumed_at_the_same_sentence_and_ended(page: Page, site: StandIn) -> None:
    with_voices(page, GERMAN)
    chat = answered(page, site)
    chat.get_by_role("button", name="Vorlesen").click()
    page.evaluate("endOne()")
    chat.get_by_role("button", name="Vorlesen anhalten").click()
    assert page.evaluate("window.waiting") is None
    chat.get_by_role("button", name="Weiter vorlesen").click()
    pieces = page.evaluate("window.spoken.map(([text]) => text)")
    assert pieces[1] == pieces[2] != pieces[0]
    chat.get_by_role("button", name="Vorlesen beenden").click()
    assert page.evaluate("window.waiting") is None
    expect(chat.get_by_role("button", name="Vorlesen", exact=True)).to_be_focused()
    expect(chat.get_by_role("button", name="Vorlesen beenden")).to_be_hidden()


def test_reading_ends_when_another_question_is_asked_and_when_the_chat_closes(
    page: Page, site: StandIn
) -> None:
    with_voices(page, GERMAN)
    chat = answered(page, site)
    chat.get_by_role("button", name="Vorlesen").click()
    ask(chat, "Und für Kinder?")
    assert page.evaluate("window.waiting") is None
    chat.get_by_role("button", name="Vorlesen", exact=True).last.click()
    assert page.evaluate("window.waiting") is not None
    page.keyboard.press("Escape")
    assert page.evaluate("window.waiting") is None


def test_sentences_in_another_language_get_its_voice_or_are_said_to_be_left_out(
    page: Page, site: StandIn
) -> None:
    with_voices(page, GERMAN, ENGLISH)
    chat = answered(page, site, "notice")
    chat.get_by_role("button", name="Vorlesen").click()
    spoken(page)
    assert ["You need a biometric photograph.", "Device"] in page.evaluate("window.spoken")
    expect(chat.get_by_text("werden nicht vorgelesen")).to_be_hidden()


def test_sentences_that_no_voice_of_the_device_can_read_are_said_to_be_left_out(
    page: Page, site: StandIn
) -> None:
    with_voices(page, GERMAN)
    chat = answered(page, site, "notice")
    expect(chat.get_by_text("werden nicht vorgelesen")).to_be_visible()
    chat.get_by_role("button", name="Vorlesen").click()
    heard = spoken(page)
    assert "Ausweise beantragen Sie im Bürgerbüro." in heard
    assert "You need a biometric photograph." not in heard
    assert any("wegen Umzug geschlossen" in piece for piece in heard)


def test_the_listener_hears_which_sentences_a_language_model_wrote(page: Page, site: StandIn) -> None:
    with_voices(page, GERMAN)
    chat = answered(page, site, "worded")
    chat.get_by_role("button", name="Vorlesen").click()
    heard = spoken(page)
    assert "KI: Der neue Ausweis kostet 46,00 Euro." in heard
    assert "Bringen Sie Ihren bisherigen Ausweis mit." in heard


def test_dictated_words_stand_in_the_field_and_are_not_sent(page: Page, site: StandIn) -> None:
    with_recognition(page, *["available"] * 9)
    chat = open_chat(page, site)
    chat.get_by_role("textbox").fill("Guten Tag,")
    chat.get_by_role("button", name="Diktieren").click()
    expect(chat.get_by_role("button", name="Diktat beenden")).to_be_visible()
    page.evaluate("recognisers[0].hear('was kostet ein Ausweis')")
    expect(chat.get_by_role("textbox")).to_have_value("Guten Tag, was kostet ein Ausweis")
    chat.get_by_role("button", name="Diktat beenden").click()
    expect(chat.get_by_role("button", name="Diktieren")).to_be_visible()
    assert site.requests == []
    assert page.evaluate("[recognisers[0].processLocally, recognisers[0].lang]") == [True, "de-DE"]
    assert page.evaluate("asked[0]") == {"langs": ["de-DE"], "processLocally": True}


def test_where_speech_would_leave_the_device_dictating_is_not_offered_and_the_settings_say_why(
    page: Page, site: StandIn, axe: AxeCheck
) -> None:
    with_recognition(page)
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Einstellungen").click()
    expect(
        chat.get_by_text("Ihr Browser würde Ihre Stimme an einen Dienst im Internet senden")
    ).to_be_visible()
    expect(chat.get_by_role("button", name="Diktieren")).to_have_count(0)
    axe(page)


def test_a_refused_microphone_is_said_beside_the_field(page: Page, site: StandIn) -> None:
    with_recognition(page, *["available"] * 9)
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Diktieren").click()
    page.evaluate("recognisers[0].onerror({ error: 'not-allowed' }); recognisers[0].onend()")
    expect(chat.get_by_text("Das Diktieren hat nicht geklappt.").first).to_be_visible()
    expect(chat.get_by_role("textbox")).not_to_have_attribute("aria-invalid", "true")
    expect(chat.get_by_role("button", name="Diktieren")).to_be_visible()


def test_the_device_stops_listening_when_the_question_is_sent_and_when_the_chat_closes(
    page: Page, site: StandIn
) -> None:
    with_recognition(page, *["available"] * 9)
    chat = open_chat(page, site)
    chat.get_by_role("button", name="Diktieren").click()
    ask(chat, QUESTION)
    assert page.evaluate("recognisers[0].state") == "aborted"
    page.evaluate("recognisers[0].hear('noch etwas')")
    expect(chat.get_by_role("textbox")).to_have_value("")
    chat.get_by_role("button", name="Diktieren").click()
    page.keyboard.press("Escape")
    assert page.evaluate("recognisers[1].state") == "aborted"
