"""Finds out in which language to answer."""

from bot.run import Run
from bot.texts import say
from bot.understanding.language import detect_language
from bot.understanding.unserved import is_unserved

_UNKNOWN = "und"
"""ISO 639-2 for a language that isn't known."""


def language(run: Run) -> None:
    """Fill `language`: the one that the question is written in, if the city serves it."""
    question, city = run.question, run.tools.city
    expected = question.language or (run.context.language if run.context else city.languages[0])
    detected = _UNKNOWN if is_unserved(run.text) else detect_language(run.text, expected=expected)
    run.asked_in = detected
    run.language = detected if detected in city.languages else expected
    if detected not in city.languages:
        # In German and in English, whichever of them the citizen can read.
        run.notices.extend(say("unserved", one, run.question.style) for one in ("de", "en"))
