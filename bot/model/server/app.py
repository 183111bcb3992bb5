"""The model's process over HTTP: OpenAI's protocol, health and figures."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import asdict, replace
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.model.fixed_messages import HEADER, leading_system_messages, marked_messages
from bot.model.inference.chat_template import Message, MessagesRefused
from bot.model.inference.engine import Order, PromptTooLong
from bot.model.inference.fixed_tokens import fixed_tokens
from bot.model.inference.grammar import GrammarRefused
from bot.model.inference.loading import LoadedModel
from bot.model.server.disconnect import client_gone
from bot.model.server.protocol import (
    ChatRequest,
    CompletionRequest,
    Generation,
    Reply,
    error_body,
    error_object,
    event,
)
from bot.model.server.queue import Done, Failed, LineClosed, LineFull, Place, Text, Ticket
from bot.model.server.service import ModelService

# So often a waiting client hears something, so that no proxy takes the connection for dead.
SIGN_OF_LIFE_SECONDS = 5.0


class TicketStream(StreamingResponse):
    """A stream that gives its ticket back however it ends, also when it never began."""

    def __init__(self, content: AsyncIterator[bytes], service: ModelService, ticket: Ticket) -> None:
        super().__init__(content, media_type="text/event-stream", headers={"Cache-Control": "no-store"})
        self._service, self._ticket = service, ticket

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._service.leave(self._ticket)


def create_app(service: ModelService) -> FastAPI:
    """The routes over a service that the caller starts and closes."""
    app = FastAPI(title="Stadtlotse language model", openapi_url=None)
    _add_errors(app, service)

    @app.get("/health")
    async def health() -> JSONResponse:
        state = service.state
        body = {
            "state": state,
            "model": service.loaded.name if service.loaded else None,
            "queue": {"length": service.line.length, "limit": service.line.limit},
            "speed": asdict(service.speed) if service.speed else None,
            "silent_seconds": round(service.silent_seconds, 1),
        }
        return JSONResponse(body, status_code=200 if state in ("ready", "busy") else 503)

    @app.get("/metrics")
    async def metrics() -> Response:
        return Response(service.figures.text(), media_type="text/plain; version=0.0.4")

    @app.get("/v1/models")
    async def models() -> dict[str, Any]:
        loaded = _loaded(service)
        about = {"id": loaded.name, "object": "model", "created": 0, "owned_by": "local"}
        return {"object": "list", "data": [about | {"context": loaded.engine.context}]}

    @app.post("/v1/chat/completions")
    async def chat(body: ChatRequest, request: Request) -> Response:
        loaded = _loaded(service)
        messages = [message.plain() for message in body.messages]
        order = _order(loaded, loaded.template.prompt(messages), body, body.limit)
        order = _with_fixed_part(loaded, order, messages, request.headers.get(HEADER))
        return await _answer(service, request, order, body, Reply(loaded.name, chat=True))

    @app.post("/v1/completions")
    async def complete(body: CompletionRequest, request: Request) -> Response:
        loaded = _loaded(service)
        order = _order(loaded, body.prompt, body, body.limit)
        return await _answer(service, request, order, body, Reply(loaded.name, chat=False))

    return app


def _loaded(service: ModelService) -> LoadedModel:
    if service.loaded is None:
        raise LineClosed
    return service.loaded


def _order(loaded: LoadedModel, prompt: str, body: Generation, limit: int | None) -> Order:
    grammar = body.bound_by()
    if grammar is not None:
        loaded.check_grammar(grammar)
    return Order(
        tokens=loaded.engine.tokens(prompt),
        max_tokens=limit,
        temperature=body.temperature,
        top_p=body.top_p,
        seed=body.seed,
        stop=tuple(body.stop),
        grammar=grammar,
    )


def _with_fixed_part(loaded: LoadedModel, order: Order, messages: list[Message], header: str | None) -> Order:
    marked = marked_messages(header, len(messages))
    fixed = marked or leading_system_messages([message["role"] for message in messages])
    count = fixed_tokens(loaded.template, loaded.engine.tokens, messages, fixed, order.tokens)
    return replace(order, fixed=count, marked=marked is not None)


async def _answer(
    service: ModelService, request: Request, order: Order, body: Generation, reply: Reply
) -> Response:
    ticket = service.enter(order)
    if body.stream:
        return TicketStream(_stream(service, ticket, reply, with_usage=body.wants_usage), service, ticket)
    gone = asyncio.ensure_future(client_gone(request))
    whole = asyncio.ensure_future(_whole(ticket, reply))
    try:
        await asyncio.wait({gone, whole}, return_when=asyncio.FIRST_COMPLETED)
        # Where the client is gone the status is for nobody but the log; 499 is what nginx calls it.
        return whole.result() if whole.done() else Response(status_code=499)
    finally:
        gone.cancel()
        whole.cancel()
        service.leave(ticket)


async def _whole(ticket: Ticket, reply: Reply) -> Response:
    place, pieces = ticket.place, list[str]()
    while True:
        match await ticket.events.get():
            case Text(text):
                pieces.append(text)
            case Done(outcome):
                headers = {"X-Queue-Place": str(place)}
                return JSONResponse(reply.whole("".join(pieces), outcome), headers=headers)
            case Failed(message):
                return _problem(503, message, "model-failed")


async def _stream(
    service: ModelService, ticket: Ticket, reply: Reply, *, with_usage: bool
) -> AsyncIterator[bytes]:
    yield event(reply.begin())
    while True:
        try:
            happened = await asyncio.wait_for(ticket.events.get(), SIGN_OF_LIFE_SECONDS)
        except TimeoutError:
            yield b": still at it\n\n"
            continue
        match happened:
            case Place(place):
                yield event(reply.place(place, service.figures.seconds_for(place) if place else 0))
            case Text(text):
                yield event(reply.piece(text))
            case Done(outcome):
                yield event(reply.end(outcome.finish_reason))
                if with_usage:
                    yield event(reply.counts(outcome))
                break
            case Failed(message):
                yield event({"error": error_object(503, message, "model-failed")})
                return
    yield b"data: [DONE]\n\n"


def _problem(status: int, message: str, kind: str, headers: dict[str, str] | None = None) -> JSONResponse:
    body = error_body(status, message, kind)
    return JSONResponse(body, status, headers, media_type="application/problem+json")


def _add_errors(app: FastAPI, service: ModelService) -> None:
    @app.exception_handler(LineFull)
    async def full(_: Request, __: Exception) -> Response:
        length = service.line.length
        seconds = service.figures.seconds_for(length + 1)
        message = f"The queue is full: {length} requests wait already. Try again in about {seconds} seconds."
        headers = {"Retry-After": str(seconds), "X-Queue-Length": str(length)}
        return _problem(503, message, "queue-full", headers)

    @app.exception_handler(LineClosed)
    async def closed(_: Request, __: Exception) -> Response:
        if service.state == "loading":
            return _problem(
                503, "The model is being loaded. Try again soon.", "loading", {"Retry-After": "2"}
            )
        return _problem(503, "The model server is being shut down.", "ending")

    for refused, kind in (
        (PromptTooLong, "prompt-too-long"),
        (GrammarRefused, "grammar-refused"),
        (MessagesRefused, "messages-refused"),
    ):
        _refuse(app, refused, kind)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        faults = [f"{'.'.join(map(str, fault['loc'][1:]))}: {fault['msg']}" for fault in error.errors()]
        return _problem(422, "The request can't be read: " + "; ".join(faults[:5]), "invalid-request")


def _refuse(app: FastAPI, refused: type[Exception], kind: str) -> None:
    @app.exception_handler(refused)
    async def refuse(_: Request, error: Exception) -> Response:
        with contextlib.suppress(UnicodeEncodeError):
            return _problem(400, str(error), kind)
        return _problem(400, "The request contains characters that aren't Unicode.", kind)
