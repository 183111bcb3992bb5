"""Finds out in which language to answer."""

from bot.run import Run
from bot.understanding.language import detect_language


def language(run: Run) -> None:
    """Fill `language`: the one that the question is written in, if the city serves it."""
    question, city = run.question, run.tools.city
    expected = question.language or (run.context.language if run.context else city.languages[0])
    detected = detect_language(run.text, expected=expected)
    run.asked_in = detected
    run.language = detected if detected in city.languages else expected
