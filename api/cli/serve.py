"""`lotse serve`: the server alone."""

import errno
import socket
from typing import Annotated

import typer

from api.cities import load_cities
from api.cli.terminal import clear_errors, fail
from api.cli.updates import scheduled_updates
from api.settings import Settings, read_settings


def serve(
    host: Annotated[str | None, typer.Option(help="Adresse, auf der gelauscht wird")] = None,
    port: Annotated[int | None, typer.Option(help="Port", min=0, max=65535)] = None,
) -> None:
    """Startet den Server (ohne vorher etwas einzulesen)."""
    changes = {key: value for key, value in (("host", host), ("port", port)) if value is not None}
    with clear_errors():
        settings = read_settings().model_copy(update=changes)
        with scheduled_updates(load_cities(settings.cities).values()):
            run_server(settings)


def run_server(settings: Settings) -> None:
    """Serve until told to stop."""
    import uvicorn

    from api.app import create_app
    from api.logs import configure_logs

    configure_logs()
    listening = listen(settings)
    # Our own access log knows no query strings and no addresses.
    config = uvicorn.Config(
        create_app(settings),
        access_log=False,
        # Its own handlers would print exceptions with their values, which may hold a question.
        log_config=None,
        log_level="warning",
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[listening])


def listen(settings: Settings) -> socket.socket:
    """A listening socket; a port in use is said in one sentence."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            fail(
                f"Der Port {settings.port} ist schon belegt. Bitte das andere Programm beenden oder mit "
                f"LOTSE_PORT einen anderen Port wählen."
            )
        fail(f"Auf {settings.host}:{settings.port} lässt sich nicht lauschen: {error.strerror}.")
    return listening
