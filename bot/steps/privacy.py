"""Masks personal data before anything else sees the question."""

from bot.run import Run
from bot.safety.personal_data import mask
from bot.texts import say


def privacy(run: Run) -> None:
    """Replace personal data in `text` and tell the citizen so."""
    masked = mask(run.text)
    if masked.kinds:
        run.text = masked.text
        run.notices.append(say("masked", run.language, run.question.style))
