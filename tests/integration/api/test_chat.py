"""Chat over HTTP: as JSON and as a stream, with problem details for what can't be taken."""

import httpx
import pytest
from httpx_sse import connect_sse
from langchain_core.language_models import SimpleChatModel

from bot.answer import Answer
from tests.integration.api.conftest import Serve

QUESTION = {"question": "Was kostet ein neuer Personalausweis?"}


def test_an_answer_comes_as_json_with_facts_sources_and_contact(client: httpx.Client) -> None:
    response = client.post("/api/v1/chat", json=QUESTION)
    assert response.status_code == 200
    answer = Answer.model_validate(response.json())
    assert "46,00 Euro" in {fact.value for fact in answer.facts}
    assert answer.sources[0].url.startswith("https://www.kleinstadt.example/personalausweis")
    assert answer.contact[-1].telephone == "069 90009-115"


def test_the_general_form_names_the_city(client: httpx.Client) -> None:
    assert client.post("/api/v1/cities/kleinstadt/chat", json=QUESTION).json()["city"] == "kleinstadt"


def test_a_stream_sends_its_events_in_order(client: httpx.Client) -> None:
    with connect_sse(client, "POST", "/api/v1/chat", json=QUESTION) as source:
        events = list(source.iter_sse())
    names = [event.event for event in events]
    assert names[0] == "accepted"
    assert names[-2:] == ["sources", "done"]
    assert names.index("facts") < names.index("done")
    answer = Answer.model_validate(events[-1].json()["answer"])
    assert "46,00 Euro" in {fact.value for fact in answer.facts}


class Surprising(SimpleChatModel):
    """A model that fails in a way that nobody foresaw."""

    @property
    def _llm_type(self) -> str:
        return "surprising"

    def _call(self, *arguments: object, **more: object) -> str:
        raise RuntimeError(QUESTION["question"])


def test_a_stream_that_breaks_ends_with_an_error_that_names_the_hotline(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.model.client.connect.connect", lambda settings, *more: Surprising())
    body = {"question": "Wie beantrage ich einen Personalausweis?"}
    with (
        httpx.Client(base_url=serve(model_url="http://127.0.0.1:1"), timeout=60, trust_env=False) as client,
        connect_sse(client, "POST", "/api/v1/chat", json=body) as source,
    ):
        events = list(source.iter_sse())
    assert events[0].event == "accepted"
    assert events[-1].event == "error"
    problem = events[-1].json()["problem"]
    assert problem["status"] == 500
    assert "069 90009-115" in problem["detail"]


@pytest.mark.parametrize(
    ("content", "kind", "sentence"),
    [
        ("question=Was", "text/plain", "Bitte ein JSON-Objekt senden (Content-Type: application/json)."),
        ("[1]", "application/json", "Bitte ein JSON-Objekt senden (Content-Type: application/json)."),
        ('{"question": 1}', "application/json", "Das Feld „question“ passt nicht: Bitte einen Text angeben."),
    ],
)
def test_what_is_wrong_with_a_body_is_said_in_german(
    client: httpx.Client, content: str, kind: str, sentence: str
) -> None:
    response = client.post("/api/v1/chat", content=content, headers={"Content-Type": kind})
    assert response.status_code == 422
    assert response.json()["detail"] == sentence


def test_an_answer_can_be_fetched_again_by_its_id(client: httpx.Client) -> None:
    answer = client.post("/api/v1/chat", json=QUESTION).json()
    assert client.get(f"/api/v1/answers/{answer['id']}").json() == answer
    assert client.get("/api/v1/answers/nothing").status_code == 404


def test_follow_ups_carry_their_context(client: httpx.Client) -> None:
    first = client.post("/api/v1/chat", json={"question": "Wie beantrage ich einen Personalausweis?"}).json()
    second = client.post(
        "/api/v1/chat", json={"question": "und was kostet das?", "context": first["context"]}
    )
    assert "46,00 Euro" in {fact["value"] for fact in second.json()["facts"]}


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"question": ""}, 422, "empty"),
        ({"question": "x" * 501}, 422, "too_long"),
        ({"question": "Was\u0000?"}, 422, "control_characters"),
        ({"question": "Was?", "language": "fr"}, 422, "unknown_language"),
        ({"question": "Was?", "context": "forged.token"}, 422, "forged_context"),
        ({}, 422, "invalid_request"),
        ({"question": "Was?", "colour": "red"}, 422, "invalid_request"),
    ],
)
@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_bad_questions_get_one_sentence_and_the_right_status(
    client: httpx.Client, body: dict[str, str], status: int, code: str, accept: str
) -> None:
    response = client.post("/api/v1/chat", json=body, headers={"Accept": accept})
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["code"] == code
    assert problem["detail"].endswith(".")


def test_no_json_an_unknown_city_and_a_huge_body_are_refused_clearly(client: httpx.Client) -> None:
    assert (
        client.post("/api/v1/chat", content=b"{", headers={"Content-Type": "application/json"}).status_code
        == 422
    )
    unknown = client.post("/api/v1/cities/atlantis/chat", json=QUESTION)
    assert unknown.status_code == 404
    assert "kleinstadt" in unknown.json()["detail"]
    huge = client.post("/api/v1/chat", json={"question": "x" * 100_000})
    assert (huge.status_code, huge.json()["code"]) == (413, "too_large")


def test_too_many_questions_are_asked_to_wait(serve: Serve) -> None:
    with httpx.Client(base_url=serve(questions_per_minute=2), trust_env=False) as client:
        statuses = [client.post("/api/v1/chat", json=QUESTION).status_code for _ in range(3)]
        refused = client.post("/api/v1/chat", json=QUESTION)
    assert statuses == [200, 200, 429]
    assert int(refused.headers["retry-after"]) >= 1
    assert "warten" in refused.json()["detail"]


def test_nothing_ingested_is_said_with_the_telephone_number(serve: Serve, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    with httpx.Client(base_url=serve(data=tmp_path_factory.mktemp("empty")), trust_env=False) as client:
        response = client.post("/api/v1/chat", json=QUESTION)
        assert response.status_code == 503
        assert "069 90009-115" in response.json()["detail"]
        assert client.get("/readyz").status_code == 503
        assert client.get("/healthz").status_code == 200


def test_answers_are_not_cached_and_carry_no_referrer(client: httpx.Client) -> None:
    response = client.post("/api/v1/chat", json=QUESTION)
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("https://www.kleinstadt.example", 200),  # the city's website
        ("https://portal.kleinstadt.example", 200),  # listed in city.toml
        ("https://evil.example", 403),
        ("https://www.kleinstadt.example.evil.example", 403),
        ("http://www.kleinstadt.example", 403),
        ("null", 403),
    ],
)
def test_pages_of_other_origins_are_refused_readably(client: httpx.Client, origin: str, status: int) -> None:
    headers = {"Origin": origin}
    asked = client.post("/api/v1/cities/kleinstadt/chat", json=QUESTION, headers=headers)
    described = client.get("/api/v1/cities/kleinstadt", headers=headers)
    assert (asked.status_code, described.status_code) == (status, status)
    assert asked.headers["access-control-allow-origin"] == "*"
    if status == 403:
        assert origin in asked.json()["detail"]
        assert "embed_origins" in asked.json()["detail"]


def test_the_servers_own_pages_need_no_listing(client: httpx.Client) -> None:
    own = str(client.base_url).rstrip("/")
    assert client.post("/api/v1/chat", json=QUESTION, headers={"Origin": own}).status_code == 200
