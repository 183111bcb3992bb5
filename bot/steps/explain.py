"""Adds what the explanation calls for: the other side of a contradiction, what official terms mean."""

from bot.compose.facts.contradictions import doubt_what_is_shown
from bot.compose.plain.terms import explain_terms
from bot.run import Run


def explain(run: Run) -> None:
    """Add to the blocks that are shown; nothing shown is changed."""
    if run.document is None or run.ended:
        return
    doubt_what_is_shown(run)
    explain_terms(run)
