"""Which pages may embed the chat: those of the server itself, of the city's website, and those listed."""

from urllib.parse import urlsplit

from fastapi import Request

from api.problems import Problem
from corpus.city import City


def check_origin(request: Request, city: City) -> None:
    """Refuse a page of another origin (RFC 6454) than the server's, the city's and those in `embed_origins`.

    Answers may be read by every origin (CORS): the refusal shall be, and nothing here depends on who asks.
    Raises a 403 `Problem` that names the key to change.
    """
    origin = request.headers.get("origin")
    if origin is None or origin in allowed_origins(city) or urlsplit(origin).netloc == request.url.netloc:
        return
    raise Problem(
        403,
        f"Diese Website ({origin[:200]}) darf den Chat nicht einbinden. Bitte die Adresse in city.toml unter "
        "„embed_origins“ aufnehmen.",
        "origin",
    )


def allowed_origins(city: City) -> frozenset[str]:
    """The origins that may embed the chat, besides the server's own."""
    website = urlsplit(str(city.website))
    return frozenset({*city.embed_origins, f"{website.scheme}://{website.netloc}"})
