"""Errors as RFC 9457 problem details: one clear sentence each."""

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from api.validation import complaint
from bot.request import QuestionError
from bot.texts import say
from corpus.city import City
from widget.pages import CONTENT_SECURITY_POLICY, render_error

MEDIA_TYPE = "application/problem+json"

_TITLES = {
    400: "Die Anfrage ist ungültig.",
    403: "Das ist hier nicht erlaubt.",
    404: "Das gibt es hier nicht.",
    405: "Diese Methode gibt es hier nicht.",
    409: "Das gibt es schon.",
    413: "Die Anfrage ist zu groß.",
    422: "Die Anfrage passt nicht.",
    429: "Zu viele Fragen in kurzer Zeit.",
    500: "Hier ist etwas schiefgegangen.",
    503: "Der Dienst ist gerade nicht bereit.",
}


class Problem(Exception):
    """A problem to tell the client: a status, a sentence, and headers such as Retry-After.

    `reason` is for operators only: a sentence with what they can do.
    """

    def __init__(
        self,
        status: int,
        detail: str,
        code: str,
        headers: Mapping[str, str] | None = None,
        *,
        reason: str | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.code, self.reason = status, detail, code, reason
        self.headers = dict(headers or {})

    def body(self) -> dict[str, str | int]:
        """The problem object."""
        return {
            "type": f"urn:stadtlotse:problem:{self.code}",
            "title": _TITLES.get(self.status, "Die Anfrage ist fehlgeschlagen."),
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
        }


def question_problem(error: QuestionError, city: City, longest: int, language: str | None) -> Problem:
    """The sentence for a question that can't be taken, in the citizen's language where there is one."""
    detail = say(
        f"problem.{error.code.value}",
        spoken(city, language),
        limit=str(longest),
        languages=", ".join(city.languages),
    )
    return Problem(422, detail, error.code.value)


def broken_off(city: City, language: str | None) -> Problem:
    """An answer that could not be finished, with the way to a person."""
    sentence = say("problem.broken_off", spoken(city, language))
    return Problem(500, f"{sentence} {person_to_ask(city, language)}", "internal")


def person_to_ask(city: City, language: str | None) -> str:
    """The sentence that names the city's hotline."""
    hotline = city.hotline
    return say("not_found.person", spoken(city, language), name=hotline.name, telephone=hotline.telephone)


def spoken(city: City, language: str | None) -> str:
    """The language to speak with someone who asked for `language`: the city's first where it hasn't that."""
    return language if language in city.languages and language else city.languages[0]


def install_problem_handlers(app: FastAPI) -> None:
    """Make every error of `app` a problem document."""

    async def on_problem(request: Request, error: Exception) -> Response:
        problem = error if isinstance(error, Problem) else _as_problem(error)
        if "text/html" in request.headers.get("accept", ""):
            # Somebody looks at it in a browser.
            html = render_error(None, problem.detail, status=problem.status)
            policy = {"Content-Security-Policy": CONTENT_SECURITY_POLICY}
            return HTMLResponse(html, status_code=problem.status, headers={**policy, **problem.headers})
        return JSONResponse(
            problem.body(), status_code=problem.status, headers=problem.headers, media_type=MEDIA_TYPE
        )

    for kind in (Problem, RequestValidationError, HTTPException):
        app.add_exception_handler(kind, on_problem)
    app.add_exception_handler(500, on_problem)


def _as_problem(error: Exception) -> Problem:
    if isinstance(error, RequestValidationError):
        return Problem(422, _first_sentence(error), "invalid_request")
    if isinstance(error, HTTPException):
        detail = _TITLES.get(error.status_code, str(error.detail))
        return Problem(error.status_code, detail, f"http_{error.status_code}", error.headers)
    return Problem(500, "Bitte versuchen Sie es noch einmal oder rufen Sie das Bürgertelefon an.", "internal")


def _first_sentence(error: RequestValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body")
    if first["type"] == "json_invalid":
        return "Der Inhalt der Anfrage ist kein gültiges JSON."
    if not where:
        if first["type"] == "missing":
            return "Der Inhalt der Anfrage fehlt."
        return "Bitte ein JSON-Objekt senden (Content-Type: application/json)."
    if first["type"] == "missing":
        return f"Das Feld „{where}“ fehlt."
    if first["type"] == "extra_forbidden":
        return f"Das Feld „{where}“ gibt es nicht."
    return f"Das Feld „{where}“ passt nicht: {complaint(first)}"
