"""What the stand-in server answers: scripted answers, and all that can happen to them on their way."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Annotated, Any

from fastapi import Header, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

HERE = Path(__file__).parent
STREAM = "text/event-stream"
_LONGEST_HOLD = 20

Json = dict[str, Any]


def answer(name: str) -> Json:
    """A scripted answer from `answers/`, in the shape of `bot.answer.Answer`."""
    data: Json = json.loads((HERE / "answers" / f"{name}.json").read_text(encoding="utf-8"))
    return data


class Answering:
    """What the next questions get: set the switches, look at what was asked afterwards."""

    def __init__(self) -> None:
        self._gate = threading.Event()
        self.reset()

    def reset(self) -> None:
        """Answer every question fully and at once."""
        self.answer_name = "answered"
        self.queue_place = 0
        self.wait_seconds: int | None = None
        self.held = False
        self.held_at = "sentence"
        self.held_back = False
        """A proxy holds every stream back until `release`."""
        self.cut_after: int | None = None
        """The number of events after which the stream of a question is cut."""
        self.cut_again_after: int | None = None
        """The same for streams that go on with an answer."""
        self.so_far = 3
        """How many events an answer that is fetched while it is `held_back` has."""
        self.forgets = False
        """The server does not know an answer that is fetched again."""
        self.json_fails = False
        self.stream_as_json = False
        self.chopped = False
        self.refusals: list[tuple[int, Json, dict[str, str]]] = []
        self.down = False
        self.requests: list[Json] = []
        self.paths: list[str] = []
        self.fetched: list[tuple[str, int | None]] = []
        """What was fetched again: what the client takes, and the last event that it has seen."""
        self.discarded: list[str] = []
        self._gate.clear()

    def release(self) -> None:
        """Let a stream that is `held` (after its first sentence, or at `held_at`) or `held_back` go on."""
        self._gate.set()

    async def chat(self, request: Request) -> Response:
        """Take a question."""
        self.requests.append(await request.json())
        self.paths.append(request.url.path)
        if self.refusals:
            status, problem, headers = self.refusals.pop(0)
            return JSONResponse(problem, status, headers, media_type="application/problem+json")
        wants_stream = STREAM in request.headers["accept"]
        if self.down or (self.json_fails and not wants_stream):
            return _bad_gateway()
        if not wants_stream or self.stream_as_json:
            return JSONResponse(answer(self.answer_name))
        return StreamingResponse(self._stream(0, self.cut_after), media_type=STREAM)

    async def again(
        self, request: Request, answer_id: str, last_event_id: Annotated[int | None, Header()] = None
    ) -> Response:
        """Go on with an answer."""
        accept = request.headers["accept"]
        self.fetched.append((accept, last_event_id))
        if self.down or self.json_fails:
            return _bad_gateway()
        if self.forgets or answer_id not in {asked["id"] for asked in self.requests}:
            return JSONResponse({"status": 404}, 404, media_type="application/problem+json")
        if STREAM in accept:
            start = 0 if last_event_id is None else last_event_id + 1
            return StreamingResponse(self._stream(start, self.cut_again_after), media_type=STREAM)
        if self.held_back and not await asyncio.to_thread(self._gate.wait, 0.2):
            events = [data for _, data in self._events()[: self.so_far]]
            return JSONResponse({"id": answer_id, "events": events}, 202)
        return JSONResponse(answer(self.answer_name))

    async def discard(self, answer_id: str) -> Response:
        """Give an answer up."""
        self.discarded.append(answer_id)
        return Response(status_code=204)

    async def _stream(self, start: int, cut_after: int | None) -> AsyncIterator[bytes]:
        if self.held_back:
            await asyncio.to_thread(self._gate.wait, _LONGEST_HOLD)
        for number, (name, data) in list(enumerate(self._events()))[start:]:
            if cut_after is not None and number - start >= cut_after:
                return
            body = json.dumps(data, ensure_ascii=False)
            text = f"id: {number}\r\nevent: {name}\r\ndata: {body}\r\n\r\n".encode()
            for piece in _chop(text) if self.chopped else (text,):
                yield piece
            if name == self.held_at and self.held:
                yield b": keep-alive\r\n\r\n"
                await asyncio.to_thread(self._gate.wait, _LONGEST_HOLD)

    def _events(self) -> list[tuple[str, Json]]:
        whole = answer(self.answer_name)
        facts = {key: whole[key] for key in ("facts", "contact", "actions", "sources")}
        sentences = [
            {"block": number, "heading": block["heading"], "form": block["form"], "sentence": sentence}
            for number, block in enumerate(whole["blocks"])
            for sentence in block["sentences"]
        ]
        queue = {"queue_place": self.queue_place, "wait_seconds": self.wait_seconds}
        return [
            ("accepted", {"type": "accepted", "id": whole["id"], **queue}),
            ("facts", {"type": "facts", **facts}),
            *(("sentence", {"type": "sentence", **sentence}) for sentence in sentences),
            ("sources", {"type": "sources", "sources": whole["sources"]}),
            ("done", {"type": "done", "answer": whole}),
        ]


def _bad_gateway() -> Response:
    return Response("<h1>Bad Gateway</h1>", 502, media_type="text/html")


def _chop(text: bytes) -> list[bytes]:
    """Pieces of seven bytes: they split characters, line ends and fields."""
    return [text[start : start + 7] for start in range(0, len(text), 7)]
