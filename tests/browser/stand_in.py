"""A server with scripted answers in place of the real one, and a host page that makes life hard."""

import threading
from pathlib import Path
from typing import Any, Self

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import HTMLResponse, JSONResponse

from api.embedding import SANDBOX
from tests.browser.answering import Answering, Json, answer
from widget import assets, pages
from widget.catalogue import element_texts
from widget.pages.terminal import TERMINAL_POLICY, TerminalView, render_terminal
from widget.theme import theme_stylesheet

HERE = Path(__file__).parent
CITY: dict[str, Any] = {
    "id": "musterstadt",
    "name": "Musterstadt",
    "languages": ["de", "en"],
    "title": "Stadtlotse",
    "greeting": "Guten Tag! Was möchten Sie wissen?",
    "suggestions": ["Was kostet ein neuer Personalausweis?", "Wann hat das Bürgerbüro geöffnet?"],
    "accent": "#7a1f5c",
    "hotline": {"name": "Bürgertelefon", "telephone": "01234 56-0", "hours": "Mo–Fr 8–18 Uhr"},
    "website": "https://www.musterstadt.example/",
}


class StandIn(Answering):
    """The whole server: pages, files, the city's description, and `Answering`."""

    def __init__(self) -> None:
        self._server = uvicorn.Server(uvicorn.Config(self._app(), port=0, log_level="error", lifespan="off"))
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        super().__init__()

    def reset(self) -> None:
        """Answer every question fully and at once."""
        super().reset()
        self.city: Json = dict(CITY)
        self.city_away = False
        self.example = ""
        """What a page of another origin, `example_page`, consists of."""
        self.example_policy: str | None = None
        self.terminal = TerminalView(printing=True)
        self.rated: list[dict[str, str]] = []
        self.feedback: list[Json] = []
        self.feedback_refusal: tuple[int, Json] | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        while not self._server.started:
            self._thread.join(0.02)
            if not self._thread.is_alive():
                raise RuntimeError("The stand-in server did not start.")
        self.port: int = self._server.servers[0].sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
        self._server.should_exit = True
        self._thread.join(10)

    @property
    def url(self) -> str:
        """The origin of the server, that of the chat."""
        return f"http://localhost:{self.port}"

    @property
    def host_page(self) -> str:
        """A page of another origin that embeds the element; its policy allows no more than it must."""
        return f"http://127.0.0.1:{self.port}/host"

    @property
    def example_page(self) -> str:
        """A page of another origin, made of `example` under `example_policy`."""
        return f"http://127.0.0.1:{self.port}/example"

    def _app(self) -> FastAPI:
        app = FastAPI()
        app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"], allow_headers=["*"])
        app.get("/host")(self._host)
        app.get("/example")(self._example)
        app.get("/embed.js")(self._script)
        app.get("/static/{name}")(self._static)
        app.get("/terminal")(self._terminal)
        app.get("/terminal.js")(lambda: Response(assets.terminal_script(), media_type="text/javascript"))
        app.get("/host.css")(lambda: _file("host.css", "text/css"))
        app.get("/api/v1/cities/{city}")(self._city)
        app.post("/api/v1/cities/{city}/chat")(self.chat)
        app.get("/api/v1/answers/{answer_id}")(self.again)
        app.delete("/api/v1/answers/{answer_id}", status_code=204)(self.discard)
        app.post("/api/v1/cities/{city}/feedback")(self._feedback)
        app.get("/chat")(self._page)
        app.post("/chat")(self._form)
        app.post("/chat/feedback")(self._rate)
        app.get("/frame")(self._page)
        app.post("/frame")(self._form)
        app.post("/frame/feedback")(self._rate)
        app.get("/barrierefreiheit")(self._statement)
        app.get("/")(lambda: self._html(pages.render_home(self._view())))
        app.get("/datenschutz")(lambda: self._html(pages.render_privacy(self._view())))
        app.get("/fehler")(lambda: self._html(pages.render_error(self._view(), "Diese Seite gibt es nicht.")))
        return app

    async def _host(self, name: str = "host") -> Response:
        html = (HERE / "pages" / f"{name}.html").read_text(encoding="utf-8")
        filled = html.replace("SERVER", self.url).replace("HASH", assets.embed_hash())
        filled = filled.replace("SANDBOX", SANDBOX)
        policy = (
            f"default-src 'none'; script-src {self.url}/embed.js; connect-src {self.url}; style-src 'self'; "
            f"frame-src {self.url}; "
            "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
        )
        return HTMLResponse(filled, headers={"Content-Security-Policy": policy})

    async def _example(self) -> Response:
        policy = {"Content-Security-Policy": self.example_policy} if self.example_policy else {}
        return HTMLResponse(self.example, headers=policy)

    async def _script(self) -> Response:
        return Response(assets.embed_script(), media_type="text/javascript")

    async def _static(self, name: str) -> Response:
        if name.startswith("texts-"):
            language = name.removeprefix("texts-").removesuffix(".json")
            return Response(element_texts(language), media_type="application/json")
        if name.startswith("theme-"):
            return Response(theme_stylesheet(self.city["accent"]), media_type="text/css")
        return Response(assets.stylesheet(name), media_type="text/css")

    async def _terminal(self) -> Response:
        html = render_terminal(self._view(), self.terminal)
        return HTMLResponse(html, headers={"Content-Security-Policy": TERMINAL_POLICY})

    async def _city(self, city: str) -> Response:
        if self.city_away:
            return Response("<h1>Bad Gateway</h1>", 502, media_type="text/html")
        if city != "musterstadt":
            return JSONResponse({"status": 404}, status_code=404)
        return JSONResponse(self.city)

    async def _feedback(self, request: Request) -> Response:
        self.feedback.append(await request.json())
        if self.feedback_refusal:
            status, problem = self.feedback_refusal
            return JSONResponse(problem, status, media_type="application/problem+json")
        return Response(status_code=204)

    def _view(self) -> pages.CityView:
        return pages.CityView.from_description(self.city)

    async def _page(self, request: Request) -> Response:
        choices = pages.Choices.read(request.query_params)
        return self._html(pages.render_chat(self._view(), choices=choices, framed=_framed(request)))

    async def _form(self, request: Request) -> Response:
        sent = {name: str(value) for name, value in (await request.form()).items()}
        choices, typed = pages.Choices.read(sent), sent.get("question", "")
        asked = pages.Asked(typed, sent.get("context"))
        if sent.get("apply"):
            asked = pages.Asked(sent.get("asked", ""), sent.get("asked_context"))
        noted = {"question": asked.question, "language": choices.language, "style": choices.style}
        self.requests.append({**noted, "context": asked.context})
        if not asked.question.strip():
            problem = "Bitte schreiben Sie zuerst Ihre Frage in das Feld."
            html = pages.render_chat(
                self._view(), None, typed, problem, choices=choices, context=asked.context
            )
            return self._html(html, 422)
        shown = pages.render_chat(
            self._view(),
            answer(self.answer_name),
            typed,
            choices=choices,
            asked=asked,
            framed=_framed(request),
        )
        return self._html(shown)

    async def _rate(self, request: Request) -> Response:
        sent = {name: str(value) for name, value in (await request.form()).items()}
        self.rated.append(sent)
        said = pages.Said(
            sent["answer"],
            sent.get("rating", ""),
            sent.get("reason", ""),
            sent.get("comment", ""),
            "share" in sent,
        )
        html = pages.render_feedback(
            self._view(),
            said,
            pages.Asked(sent.get("asked", ""), sent.get("asked_context")),
            context=sent.get("context"),
            choices=pages.Choices.read(sent),
            unrated=not said.rating,
            framed=_framed(request),
        )
        return self._html(html, 200 if said.rating else 422)

    async def _statement(self, request: Request) -> Response:
        choices = pages.Choices.read(request.query_params)
        return self._html(pages.render_statement(self._view(), pages.Reporting("HE"), choices=choices))

    def _html(self, text: str, status: int = 200) -> Response:
        # The host page is of another origin and shows /frame.
        framed = 'class="lotse framed"' in text
        host = [f"http://127.0.0.1:{self.port}"]
        policy = pages.frame_policy(host) if framed else pages.CONTENT_SECURITY_POLICY
        return HTMLResponse(text, status, headers={"Content-Security-Policy": policy})


def _framed(request: Request) -> bool:
    return request.url.path.startswith("/frame")


def _file(name: str, media_type: str) -> Response:
    return Response((HERE / "pages" / name).read_bytes(), media_type=media_type)
