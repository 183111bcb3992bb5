"""A client that lost the connection comes back for its answer, by the id that it chose."""

import threading
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from httpx_sse import connect_sse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult

import api.answers
from tests.integration.api.conftest import Serve

ID = "abcdefghijklmnop0123"
BODY = {"question": "Wie beantrage ich einen Personalausweis?", "id": ID}


class Waiting(BaseChatModel):
    """A model that chooses the first line once it is told to go on."""

    calls: list[str] = []
    given_up: Any = None
    go: Any = None

    @property
    def _llm_type(self) -> str:
        return "waiting"

    def _generate(self, *arguments: Any, **more: Any) -> ChatResult:
        raise NotImplementedError

    async def _astream(
        self, messages: list[BaseMessage], *arguments: Any, **more: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        import asyncio

        self.calls.append("asked")
        try:
            while not self.go.is_set():
                await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            self.given_up.set()
            raise
        yield ChatGenerationChunk(message=AIMessageChunk(content="1"))


@pytest.fixture
def model() -> Waiting:
    return Waiting(go=threading.Event(), calls=[], given_up=threading.Event())


@pytest.fixture
def client(serve: Serve, monkeypatch: pytest.MonkeyPatch, model: Waiting) -> Iterator[httpx.Client]:
    monkeypatch.setattr("bot.model.client.connect.connect", lambda settings, *more: model)
    with httpx.Client(base_url=serve(model_url="http://127.0.0.1:1"), timeout=60, trust_env=False) as client:
        yield client
        model.go.set()


def cut(client: httpx.Client) -> None:
    """Ask, and lose the connection after the facts."""
    with connect_sse(client, "POST", "/api/v1/chat", json=BODY) as source:
        for event in source.iter_sse():
            if event.event == "facts":
                return


def test_asking_again_with_the_same_id_goes_on_with_the_same_answer(
    client: httpx.Client, model: Waiting
) -> None:
    cut(client)
    model.go.set()
    again = client.post("/api/v1/chat", json=BODY)
    assert again.status_code == 200
    assert again.json()["id"] == ID
    assert model.calls == ["asked"]


def test_the_stream_goes_on_after_the_last_event_that_was_seen(client: httpx.Client, model: Waiting) -> None:
    cut(client)
    model.go.set()
    headers = {"Last-Event-ID": "1"}
    with connect_sse(client, "GET", f"/api/v1/answers/{ID}", headers=headers) as source:
        events = list(source.iter_sse())
    assert [event.id for event in events] == [str(number) for number in range(2, 2 + len(events))]
    assert events[-1].event == "done"


def test_where_streams_are_held_back_the_events_so_far_can_be_fetched(
    client: httpx.Client, model: Waiting
) -> None:
    cut(client)
    so_far = client.get(f"/api/v1/answers/{ID}")
    assert so_far.status_code == 202
    assert [event["type"] for event in so_far.json()["events"]][:2] == ["accepted", "facts"]
    model.go.set()
    finished = client.get(f"/api/v1/answers/{ID}", params={"wait": 10})
    assert finished.status_code == 200
    assert finished.json()["status"] == "answered"


def test_an_id_belongs_to_one_question(client: httpx.Client, model: Waiting) -> None:
    cut(client)
    other = client.post("/api/v1/chat", json={"question": "Was kostet ein Hund?", "id": ID})
    assert (other.status_code, other.json()["code"]) == (409, "id_taken")
    guessable = client.post("/api/v1/chat", json={"question": "Was kostet ein Hund?", "id": "1"})
    assert guessable.status_code == 422


def test_an_answer_that_was_stopped_frees_the_model(client: httpx.Client, model: Waiting) -> None:
    cut(client)
    assert client.delete(f"/api/v1/answers/{ID}").status_code == 204
    stopped = client.get(f"/api/v1/answers/{ID}", params={"wait": 10})
    assert stopped.status_code == 500
    assert model.given_up.wait(3)


def test_an_answer_that_nobody_comes_back_for_frees_the_model(
    client: httpx.Client, model: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.answers, "GRACE", 0.05)
    cut(client)
    # Long before the six seconds after which the original text would be taken.
    assert model.given_up.wait(3)
    ended = client.get(f"/api/v1/answers/{ID}", params={"wait": 10})
    assert ended.status_code == 500
    assert "069 90009-115" in ended.json()["detail"]
