"""What a browser gets: pages that work without JavaScript, the element, descriptions, figures."""

import base64
import hashlib
import re

import httpx


def test_the_chat_page_answers_a_form_and_keeps_the_context(client: httpx.Client) -> None:
    page = client.get("/chat")
    assert page.status_code == 200
    assert "<form" in page.text
    answered = client.post(
        "/chat", data={"question": "Was kostet ein Personalausweis?", "city": "kleinstadt"}
    )
    assert answered.status_code == 200
    assert "46,00 Euro" in answered.text
    context = re.search(r'name="context" value="([^"]+)"', answered.text)
    assert context
    follow_up = client.post("/chat", data={"question": "und wo?", "context": context.group(1)})
    assert "Rathausplatz 1" in follow_up.text


def test_a_bad_question_in_the_form_is_shown_with_what_was_typed(client: httpx.Client) -> None:
    response = client.post("/chat", data={"question": "<b>" + "x" * 500})
    assert response.status_code == 422
    assert "zu lang" in response.text
    assert "&lt;b&gt;" in response.text
    assert "<b>xxx" not in response.text


def test_pages_hold_under_a_strict_policy(client: httpx.Client) -> None:
    for path in ("/", "/chat", "/datenschutz"):
        response = client.get(path)
        policy = response.headers["content-security-policy"]
        assert "unsafe" not in policy, path
        assert "default-src 'none'" in policy
        assert not re.search(r"<script(?![^>]* src=)|<style| style=| on\w+=", response.text), path


def test_the_microphone_is_for_pages_with_the_chat_and_for_them_alone(client: httpx.Client) -> None:
    for path, allowed in (("/", "(self)"), ("/chat", "(self)"), ("/embed.js", "()")):
        permissions = client.get(path).headers["permissions-policy"].split(", ")
        assert f"microphone={allowed}" in permissions, path
        assert "camera=()" in permissions, path


def test_the_element_is_served_with_the_hash_that_pages_name(client: httpx.Client) -> None:
    page = client.get("/chat").text
    address = re.search(r'src="(/embed\.js\?v=\w+)" integrity="sha384-([^"]+)"', page)
    assert address
    script = client.get(address.group(1))
    assert base64.b64encode(hashlib.sha384(script.content).digest()).decode() == address.group(2)
    assert "immutable" in script.headers["cache-control"]
    assert "immutable" not in client.get("/embed.js").headers["cache-control"]


def test_the_style_sheets_that_pages_name_are_there(client: httpx.Client) -> None:
    for address in re.findall(r'href="(/static/[^"]+)"', client.get("/chat").text):
        response = client.get(address)
        assert response.status_code == 200, address
        assert response.headers["content-type"].startswith("text/css")
    assert client.get("/static/../secret").status_code == 404


def test_a_city_describes_itself(client: httpx.Client) -> None:
    city = client.get("/api/v1/cities/kleinstadt").json()
    assert city["hotline"]["telephone"] == "069 90009-115"
    assert client.get("/api/v1/cities/atlantis").status_code == 404


def test_the_interface_is_described_with_examples_and_loads_nothing_from_elsewhere(
    client: httpx.Client,
) -> None:
    description = client.get("/openapi.json").json()
    operation = description["paths"]["/api/v1/chat"]["post"]
    assert operation["requestBody"]["content"]["application/json"]["examples"]
    assert client.get("/docs").status_code == 404


def test_figures_count_answers_without_questions(client: httpx.Client) -> None:
    client.post("/api/v1/chat", json={"question": "Was kostet die Hundesteuer?"})
    figures = client.get("/metrics").text
    assert 'lotse_answers_total{city="kleinstadt",language="de",status="answered"}' in figures
    assert "Hundesteuer" not in figures


def test_ready_tells_generation_and_model(client: httpx.Client) -> None:
    body = client.get("/readyz").json()
    assert body["status"] == "ready"
    assert body["generations"]["kleinstadt"]
    assert body["model"]["state"] == "none"


def test_a_context_that_is_too_long_is_treated_as_forged(client: httpx.Client) -> None:
    response = client.post("/chat", data={"question": "Was kostet ein Ausweis?", "context": "x" * 5000})
    assert response.status_code == 422
    assert "Bezug zur letzten Antwort ist ungültig" in response.text
    assert "Was kostet ein Ausweis?" in response.text
    assert "x" * 5000 not in response.text
