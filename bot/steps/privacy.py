"""Masks personal data before anything else sees the question."""

import re

from bot.run import Run
from bot.safety.personal.mask import MASK, mask
from bot.texts import say

# "IBAN […]" is no part of what is asked, but in "mein Nachbar […]" the question is about him, and in
# "Kennzeichen […] abmelden" about the thing that bears the number.
_ABOUT = (
    *("kennzeichen", "auto", "wagen", "fahrzeug", "motorrad", "anhänger", "personalausweis", "reisepass"),
    *("mein", "nachbar", "sohn", "tochter", "mann", "frau", "kind", "mutter", "vater"),
    *("oma", "opa", "partner", "bruder", "schwester", "chef"),
)
_LEAD_IN = re.compile(
    rf"(?:(?!(?:{'|'.join(_ABOUT)}))\b[\w.-]+:?\s+)?{re.escape(MASK)}[\s,;.]*", re.IGNORECASE
)


def privacy(run: Run) -> None:
    """Replace personal data in `text` and tell the citizen so."""
    masked = mask(run.text)
    if masked.kinds:
        # "IBAN […]" and "geboren am […]" are no part of what is asked.
        run.text = " ".join(_LEAD_IN.sub(" ", masked.text).split()) or masked.text
        run.notices.append(say("masked", run.language, run.question.style))
