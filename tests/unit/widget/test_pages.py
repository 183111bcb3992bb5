"""The pages that the server renders, read as a browser without JavaScript reads them."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from bot.answer import Answer
from widget.assets import embed_hash
from widget.pages import Choices, CityView, render_chat, render_error, render_home, render_privacy

ANSWERS = Path(__file__).parents[2] / "browser" / "answers"
CITY = CityView.from_description(
    {
        "id": "musterstadt",
        "name": "Musterstadt",
        "title": "Stadtlotse",
        "greeting": "Guten Tag!",
        "languages": ["de", "en"],
        "suggestions": ["Was kostet ein Personalausweis?"],
        "accent": "#00459a",
        "hotline": {"name": "Bürgertelefon", "telephone": "01234 56-0", "hours": "Mo–Fr 8–18 Uhr"},
    }
)


def scripted(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((ANSWERS / f"{name}.json").read_text(encoding="utf-8"))
    return data


def read(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select_one(selector)
    assert found is not None, selector
    return found


@pytest.mark.parametrize("path", sorted(ANSWERS.glob("*.json")), ids=lambda path: path.stem)
def test_the_scripted_answers_of_the_browser_tests_are_what_the_assistant_sends(path: Path) -> None:
    data = json.loads(path.read_text(encoding="utf-8"))
    assert Answer.model_validate(data).model_dump(mode="json")["sources"] is not None


def test_the_empty_page_offers_a_form_and_the_element_with_its_hash() -> None:
    page = read(render_chat(CITY))
    form = one(page, "form.ask")
    assert (form["method"], form["action"]) == ("post", "/chat")
    assert one(page, "script")["integrity"] == embed_hash()
    assert one(page, "stadt-lotse")["fallback"] == one(page, "#ohne-skript")["id"]


def test_the_page_says_that_a_machine_answers_and_how_to_reach_a_person() -> None:
    page = read(render_chat(CITY))
    assert "Hier antwortet ein Computer." in page.get_text()
    assert one(page, ".about a[href^='tel:']")["href"] == "tel:01234560"


def test_an_answer_is_not_covered_by_the_element() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Was kostet ein Personalausweis?"))
    assert page.select("stadt-lotse, script") == []


def test_a_citation_leads_to_its_source_and_the_source_to_the_section() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Was kostet ein Personalausweis?"))
    cite = one(page, ".block .cite")
    source = one(page, str(cite["href"]) + " a")
    assert str(source["href"]).endswith("/leistungen/personalausweis#gebuehren")
    assert cite["aria-label"] == "Quelle 1: Personalausweis beantragen"


def test_every_address_within_the_page_exists() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Was kostet ein Personalausweis?"))
    targets = [str(link["href"])[1:] for link in page.select("a[href^='#']")]
    assert targets
    assert [target for target in targets if page.find(id=target) is None] == []


def test_no_id_is_given_twice() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Frage"))
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_follow_up_form_and_the_suggestions_carry_the_token() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Frage", choices=Choices("en", "einfach")))
    forms = page.select("main form")
    assert len(forms) == 4
    assert [one(form, "[name=context]")["value"] for form in forms] == ["token-1"] * 4
    assert one(page, "#language option[selected]")["value"] == "en"
    assert one(page, "#style option[selected]")["value"] == "einfach"


def test_choices_are_buttons_that_ask_the_clearer_question() -> None:
    page = read(render_chat(CITY, scripted("clarify"), "Parkausweis"))
    values = [button["value"] for button in page.select(".choices button[name=question]")]
    assert values == [choice["question"] for choice in scripted("clarify")["choices"]]


def test_what_a_model_wrote_is_marked_with_the_original_beside_it() -> None:
    page = read(render_chat(CITY, scripted("worded"), "Frage"))
    sentences = page.select(".sentence.by-model")
    assert len(sentences) == 2
    assert all("Von einem Sprachmodell formuliert" in sentence.get_text() for sentence in sentences)
    assert "ab 24 Jahren 46,00 Euro" in one(page, "details.original").get_text()


def test_a_problem_keeps_the_question_and_the_token() -> None:
    question = "x" * 501
    page = read(render_chat(CITY, None, question, "Die Frage ist zu lang.", context="token-0"))
    assert one(page, "textarea").get_text() == question
    assert one(page, "[name=context]")["value"] == "token-0"
    assert str(one(page, "textarea")["aria-describedby"]).split()[0] == one(page, "[role=alert]")["id"]


def test_nothing_in_an_answer_or_question_becomes_markup_or_a_script_address() -> None:
    page = read(render_chat(CITY, scripted("hostile"), "<script>alert(0)</script>"))
    assert page.select("script, img, svg, b, i, u, [onerror], [onload], [onmouseover]") == []
    addresses = [str(link["href"]).lower() for link in page.select("a[href]")]
    assert [a for a in addresses if not a.startswith(("http", "tel:", "mailto:", "#", "/"))] == []


@pytest.mark.parametrize("name", ["answered", "worded", "clarify", "not_found", "hostile"])
def test_pages_have_no_inline_style_script_or_handler(name: str) -> None:
    page = read(render_chat(CITY, scripted(name), "Frage"))
    assert page.select("style, [style], script:not([src])") == []
    assert [tag for tag in page.find_all(True) if any(key.startswith("on") for key in tag.attrs)] == []


def test_english_pages_are_english() -> None:
    page = read(render_chat(CITY, choices=Choices("en")))
    assert one(page, "html")["lang"] == "en"
    assert one(page, "h1").get_text() == "Questions to the city of Musterstadt"


def test_a_base_path_stands_before_every_address() -> None:
    page = read(render_home(replace(CITY, base="/lotse")))
    loaded = page.select("link, script, form")
    addresses = [str(tag.get("href") or tag.get("src") or tag.get("action")) for tag in loaded]
    assert len(addresses) >= 6
    assert [address for address in addresses if not address.startswith("/lotse/")] == []


def test_the_other_pages_say_how_to_reach_a_person() -> None:
    pages = (render_privacy(CITY), render_error(CITY, "Diese Seite gibt es nicht.", status=404))
    assert all("tel:01234560" in page for page in pages)


def test_an_error_page_works_without_a_city() -> None:
    page = read(render_error(None, "Diese Stadt gibt es hier nicht.", status=404))
    assert one(page, "main .lead").get_text() == "Diese Stadt gibt es hier nicht."


def test_a_notice_stands_before_the_hours_which_it_overrides_and_leads_to_its_source() -> None:
    page = read(render_chat(CITY, scripted("notice"), "Wann hat das Bürgerbüro geöffnet?"))
    card = one(page, ".contact .card")
    notice = one(card, ".name + .notice")
    assert "Vom 23. bis 27. November wegen Umzug geschlossen." in notice.get_text()
    assert one(page, str(one(notice, ".cite")["href"]) + " a")["href"].endswith("/aktuelles/umzug")
    assert "nur mit Termin" in card.get_text()
    assert "Übliche Öffnungszeiten" in [term.get_text() for term in card.select("dt")]


def test_hours_that_nothing_overrides_are_not_called_usual() -> None:
    page = read(render_chat(CITY, scripted("answered"), "Wann hat das Bürgerbüro geöffnet?"))
    assert page.select(".contact .notice") == []
    assert "Öffnungszeiten" in [term.get_text() for term in page.select(".contact dt")]


@pytest.mark.parametrize(("code", "named"), [("en", "English"), ("fr", "fr")])
def test_a_source_in_another_language_says_in_which(code: str, named: str) -> None:
    answer = scripted("notice")
    answer["sources"][2]["language"] = code
    page = read(render_chat(CITY, answer, "Was brauche ich?"))
    assert one(page, "#quelle-3 .meta").get_text() == named
    assert named not in one(page, "#quelle-1").get_text()
    assert one(page, "#quelle-3 [lang]")["lang"] == code


def test_a_source_names_office_and_day_of_the_last_change() -> None:
    page = read(render_chat(CITY, scripted("notice"), "Was brauche ich?"))
    assert one(page, "#quelle-1 .meta").get_text() == "Bürgerbüro · Stand: 12.05.2026"
    assert one(page, "#quelle-2 .meta").get_text() == "Stand: 16.11.2026"
