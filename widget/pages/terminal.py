"""The page of the public terminal, `/terminal`: it holds the element of `src/terminal/`, nothing else."""

from dataclasses import dataclass

from widget.assets import terminal_hash, terminal_version
from widget.pages.rendering import render
from widget.pages.view import Choices, CityView

# No form is sent, no window opened, nothing downloaded, whatever the page's script lets through.
TERMINAL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
    "sandbox allow-scripts allow-same-origin allow-forms allow-modals"
)


@dataclass(frozen=True)
class TerminalView:
    """How the terminal behaves; times in seconds, `allowed_prints` a visit; no `languages`: the city's."""

    idle_seconds: int = 60
    countdown_seconds: int = 20
    printing: bool = False
    allowed_prints: int = 3
    languages: tuple[str, ...] = ()
    welcome: str = ""


def render_terminal(city: CityView, terminal: TerminalView, *, language: str | None = None) -> str:
    """`/terminal` as HTML, to be sent with `TERMINAL_POLICY`; begins in `language`, by default the city's."""
    return render(
        "terminal.html",
        city,
        Choices(language=language or city.languages[0]),
        terminal=terminal,
        languages=terminal.languages or city.languages,
        terminal_version=terminal_version(),
        terminal_hash=terminal_hash(),
    )
