"""The pages beside the chat: start, data protection, errors."""

from widget.pages.rendering import render
from widget.pages.view import Choices, CityView


def render_home(city: CityView, *, choices: Choices | None = None) -> str:
    """`/`: a page that shows the element as it stands on a city's website."""
    return render("home.html", city, choices or Choices(), current=None)


def render_privacy(city: CityView, *, choices: Choices | None = None) -> str:
    """`/datenschutz`: who answers, what is kept of a question, and how to reach a person."""
    return render("privacy.html", city, choices or Choices(), current="/datenschutz")


def render_error(
    city: CityView | None, problem: str, *, status: int = 500, choices: Choices | None = None
) -> str:
    """An error page with one sentence that says what to do; `city` is None where none could be told."""
    return render("error.html", city, choices or Choices(), current=None, problem=problem, status=status)
