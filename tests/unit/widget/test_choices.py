"""What a person chose travels along, as nothing is stored."""

import pytest
from bs4 import BeautifulSoup

from tests.unit.widget.test_pages import CITY, one, read, scripted
from widget.pages import Asked, Choices, render_chat, render_error, render_privacy, render_statement
from widget.pages.statement import Reporting

CHOSEN = Choices("en", "einfach", "x-large", "high", "dark")


def addresses(page: BeautifulSoup) -> list[str]:
    return [str(link["href"]) for link in page.select("a[href^='/']")]


def test_choices_are_read_from_addresses_and_forms() -> None:
    sent = {"style": "einfach", "size": "x-large", "contrast": "high", "scheme": "dark"}
    assert Choices.read({"lang": "en", **sent}) == Choices.read({"language": "en", **sent}) == CHOSEN


@pytest.mark.parametrize("name", ["style", "size", "contrast", "scheme"])
def test_a_choice_that_there_is_not_counts_as_none(name: str) -> None:
    assert Choices.read({name: '"><script>'}) == Choices()


def test_the_page_carries_the_look_where_the_style_sheets_see_it() -> None:
    html = one(read(render_chat(CITY, choices=CHOSEN)), "html")
    assert (html["data-size"], html["data-contrast"], html["data-scheme"]) == ("x-large", "high", "dark")


def test_the_element_starts_with_what_was_chosen() -> None:
    element = one(read(render_chat(CITY, choices=CHOSEN)), "stadt-lotse")
    shown = {name: element.get(name) for name in ("lang", "size", "contrast", "scheme", "simple", "whole")}
    assert shown == {
        "lang": "en",
        "size": "x-large",
        "contrast": "high",
        "scheme": "dark",
        "simple": "",
        "whole": "",
    }


def test_every_form_sends_all_choices() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Frage", choices=CHOSEN))
    forms = page.select("main form")
    assert len(forms) == 4
    for form in forms:
        hidden = {str(field["name"]): str(field["value"]) for field in form.select("input[type=hidden]")}
        selected = {
            str(field["name"]): str(one(field, "[selected]")["value"]) for field in form.select("select")
        }
        assert Choices.read(hidden | selected) == CHOSEN, form


@pytest.mark.parametrize(
    "html",
    [
        render_chat(CITY, choices=CHOSEN),
        render_chat(CITY, scripted("answered"), "Frage", choices=CHOSEN),
        render_privacy(CITY, choices=CHOSEN),
        render_statement(CITY, Reporting("HE"), choices=CHOSEN),
        render_error(CITY, "Diese Seite gibt es nicht.", choices=CHOSEN),
    ],
    ids=["chat", "answered", "privacy", "statement", "error"],
)
def test_every_address_within_the_pages_keeps_city_and_choices(html: str) -> None:
    found = [address for address in addresses(read(html)) if not address.startswith("/static")]
    assert len(found) >= 3
    assert [a for a in found if "city=musterstadt" not in a or "size=x-large" not in a] == []


def test_the_languages_of_the_city_are_one_press_away() -> None:
    page = read(render_chat(CITY, choices=CHOSEN))
    links = page.select(".languages a")
    assert [(link["lang"], link.get_text()) for link in links] == [("de", "Deutsch"), ("en", "English")]
    assert one(page, ".languages [aria-current]").get_text() == "English"
    assert "lang=de&" in str(links[0]["href"])


def test_simple_german_has_words_of_its_own_and_arabic_runs_from_right_to_left() -> None:
    usual, simple = (
        read(render_chat(CITY, choices=Choices("de", style))) for style in ("standard", "einfach")
    )
    assert usual.get_text() != simple.get_text()
    assert one(read(render_chat(CITY, choices=Choices("ar"))), "html")["dir"] == "rtl"


def test_german_values_keep_their_order_of_signs_on_an_arabic_page() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Was kostet das?", choices=Choices("ar")))
    assert one(page, "h2.question bdi").get_text() == "Was kostet das?"
    values = page.select(".facts dd")
    assert len(values) > 3
    assert all(value.select("bdi") for value in values)


def test_the_last_question_can_be_answered_again_in_another_way() -> None:
    asked = Asked("Und was kostet das?", "token-0")
    page = read(render_chat(CITY, scripted("answered"), asked.question, asked=asked))
    form = one(page, "form.ask")
    assert one(form, "[name=asked]")["value"] == "Und was kostet das?"
    assert one(form, "[name=asked_context]")["value"] == "token-0"
    assert one(form, "[name=context]")["value"] == "token-1"
    assert one(form, "button[name=apply]")["value"] == "1"


def test_enter_means_the_button_that_asks() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Frage"))
    assert one(page, "form.ask button").get("name") is None


def test_what_was_typed_meanwhile_stays_in_the_field() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Und wo?", asked=Asked("Was kostet das?")))
    assert one(page, "textarea#question").get_text() == "Und wo?"
    assert one(page, "h2.question bdi").get_text() == "Was kostet das?"
