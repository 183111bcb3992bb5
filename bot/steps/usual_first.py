"""Puts the usual page of a service before its plain one, where plain language is not asked for."""

from bot.answer import Style
from bot.compose.linked.simple_pages import standard_page
from bot.run import Run


def usual_first(run: Run) -> None:
    """Reorder what was found: the page in plain language says less, and is linked anyway."""
    page = run.document
    if run.question.style is Style.EINFACH or page is None or not page.simple:
        return
    usual = standard_page(run, page)
    if usual is None:
        return
    run.put_first((usual,))
