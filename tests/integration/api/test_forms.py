"""The chat without JavaScript and in an iframe, at the real server."""

import re
from pathlib import Path

import httpx
import pytest
from bs4 import BeautifulSoup, Tag

from api.app import create_app
from tests.integration.api.conftest import CITY_TOML, Serve, make_settings

QUESTION = "Was kostet ein Personalausweis?"
CHOSEN = {"language": "en", "style": "einfach", "size": "large", "contrast": "high", "scheme": "dark"}
LOGO = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
LOOK = """
[look]
accent_dark = "#9cc3ff"
logo = "wappen.svg"
radius = 1.0
imprint_url = "https://www.kleinstadt.example/impressum"
accessibility_contact = "barrierefrei@kleinstadt.example"
"""


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    found = page.select_one(selector)
    assert found is not None, selector
    return found


def read(response: httpx.Response) -> BeautifulSoup:
    return BeautifulSoup(response.text, "lxml")


def fields(form: Tag) -> dict[str, str]:
    """What the form sends as it stands, without its buttons."""
    sent = {str(field["name"]): str(field.get("value", "")) for field in form.select("input[type=hidden]")}
    for field in form.select("select"):
        sent[str(field["name"])] = str(one(field, "[selected]")["value"])
    return sent


@pytest.fixture
def answered(client: httpx.Client) -> BeautifulSoup:
    """The page with an answer."""
    response = client.post("/chat", data={"question": QUESTION, **CHOSEN, "language": "de"})
    assert response.status_code == 200
    return read(response)


def test_choices_travel_with_the_form(answered: BeautifulSoup) -> None:
    assert fields(one(answered, "form.ask")).items() >= {**CHOSEN, "language": "de"}.items()
    assert one(answered, "html")["data-scheme"] == "dark"


def test_the_last_question_is_answered_again_in_another_language(
    client: httpx.Client, answered: BeautifulSoup
) -> None:
    form = fields(one(answered, "form.ask")) | {"language": "en", "apply": "1", "question": "Und wo?"}
    again = read(client.post("/chat", data=form))
    assert one(again, "html")["lang"] == "en"
    assert one(again, "h2.question bdi").get_text() == QUESTION
    assert "46,00 Euro" in again.get_text()
    assert one(again, "textarea#question").get_text() == "Und wo?"


def test_settings_alone_ask_nothing(client: httpx.Client) -> None:
    page = read(client.post("/chat", data={"apply": "1", "question": "Halb getippt", "scheme": "dark"}))
    assert one(page, "html")["data-scheme"] == "dark"
    assert one(page, "textarea#question").get_text() == "Halb getippt"
    assert page.select(".turn, .problem") == []


def test_a_refused_context_is_not_sent_again(client: httpx.Client) -> None:
    page = read(client.post("/chat", data={"question": QUESTION, "context": "verfallen"}))
    assert one(page, "textarea#question").get_text() == QUESTION
    form = fields(one(page, "form.ask"))
    assert "context" not in form
    assert "46,00 Euro" in client.post("/chat", data=form | {"question": QUESTION}).text


def test_feedback_is_kept_with_the_question_only_if_it_may_be(
    client: httpx.Client, answered: BeautifulSoup, ingested: Path, cities: Path
) -> None:
    form = fields(one(answered, "form.rate"))
    said = {"rating": "not_helpful", "reason": "outdated", "comment": "Rufen Sie 0171 2345678 an.\r\nDanke"}
    thanks = client.post("/chat/feedback", data=form | said)
    assert thanks.status_code == 200
    assert read(thanks).select("form.rate") == []
    back = read(client.post("/chat", data=fields(one(read(thanks), "main form")) | {"apply": "1"}))
    assert one(back, "h2.question bdi").get_text() == QUESTION

    state = create_app(make_settings(ingested, cities)).state.lotse
    entries = state.database.store().feedback.all("kleinstadt", today=state.clock().date())
    (kept,) = [entry for entry in entries if entry.answer == form["answer"]]
    state.database.close()
    assert (kept.rating, kept.reason, kept.question) == ("not_helpful", "outdated", "")
    assert "0171" not in kept.comment
    assert kept.documents


def test_a_missing_rating_is_asked_for_and_a_made_up_answer_is_refused(client: httpx.Client) -> None:
    unrated = client.post("/chat/feedback", data={"answer": "a" * 22, "comment": "Stand 2019"})
    assert unrated.status_code == 422
    assert "Bitte wählen Sie „Ja“ oder „Nein“." in unrated.text
    assert "Stand 2019" in unrated.text
    forged = client.post("/chat/feedback", data={"answer": "../x", "rating": "helpful"})
    assert forged.status_code == 422
    assert "gehört zu keiner Antwort" in forged.text


def test_only_the_citys_websites_may_frame_the_chat(client: httpx.Client) -> None:
    frame = client.get("/frame", params={"city": "kleinstadt", "lang": "en"})
    policy = frame.headers["content-security-policy"]
    ancestors = policy.partition("frame-ancestors ")[2]
    assert ancestors == "'self' https://portal.kleinstadt.example https://www.kleinstadt.example"
    assert one(read(frame), "html")["lang"] == "en"
    for path in ("/", "/chat", "/datenschutz", "/barrierefreiheit"):
        assert "frame-ancestors 'none'" in client.get(path).headers["content-security-policy"], path


def test_the_chat_in_a_frame_answers_forms_in_the_frame(client: httpx.Client) -> None:
    answered = client.post("/frame", data={"question": QUESTION})
    assert "https://portal.kleinstadt.example" in answered.headers["content-security-policy"]
    rated = client.post(
        "/frame/feedback", data=fields(one(read(answered), "form.rate")) | {"rating": "helpful"}
    )
    assert rated.status_code == 200
    assert "https://portal.kleinstadt.example" in rated.headers["content-security-policy"]


def test_nothing_is_stored_at_the_visitor(client: httpx.Client) -> None:
    for path in ("/chat", "/frame", "/barrierefreiheit", "/datenschutz"):
        assert "set-cookie" not in client.get(path).headers
    assert "set-cookie" not in client.post("/chat", data={"question": QUESTION}).headers


def test_the_statement_names_the_city_its_state_and_its_contact(serve: Serve, tmp_path: Path) -> None:
    url = serve(folder=with_look(tmp_path))
    text = httpx.get(f"{url}/barrierefreiheit", trust_env=False).text
    assert "Regierungspräsidium Gießen" in text
    assert "mailto:barrierefrei@kleinstadt.example" in text
    assert "https://www.kleinstadt.example/impressum" in text


def test_a_logo_is_a_picture_and_nothing_else(serve: Serve, tmp_path: Path) -> None:
    url = serve(folder=with_look(tmp_path))
    with httpx.Client(base_url=url, trust_env=False) as client:
        page = client.get("/chat")
        address = str(one(read(page), "header img.logo")["src"])
        assert "<svg" not in page.text
        logo = client.get(address)
        assert (logo.text, logo.headers["content-type"]) == (LOGO, "image/svg+xml")
        assert logo.headers["content-security-policy"].startswith("default-src 'none'")
        assert "sandbox" in logo.headers["content-security-policy"]
        assert logo.headers["x-content-type-options"] == "nosniff"
        assert "immutable" in logo.headers["cache-control"]
        assert "immutable" not in client.get(address.split("?")[0]).headers["cache-control"]
        theme = client.get("/static/theme-kleinstadt.css").text
        assert "--lotse-radius: 1em" in theme
        assert "#9cc3ff" in theme


def test_a_city_without_a_logo_has_none(client: httpx.Client) -> None:
    assert client.get("/api/v1/cities/kleinstadt/logo").status_code == 404
    assert client.get("/api/v1/cities/kleinstadt").json()["logo"] is None


def with_look(folder: Path) -> Path:
    (folder / "wappen.svg").write_text(LOGO, encoding="utf-8")
    city = re.sub(r"\[\[sources\]\]", LOOK + "\n[[sources]]", CITY_TOML, count=1)
    (folder / "city.toml").write_text(city, encoding="utf-8")
    return folder
