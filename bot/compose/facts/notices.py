"""Where a notice about an office is stated."""

from bot.run import Run
from corpus.records import Audience, Document, Fact


def notice_citation(run: Run, office: Document, notice: Fact) -> int | None:
    """The page that states the notice: the office's own, or the public news page that names it."""
    if notice.url is None:
        return run.sources.cite(office, notice.section)
    page = run.tools.generation.document_at(notice.url)
    if page is None or page.audience is not Audience.PUBLIC:
        return None
    stated = (fact.section for fact in page.facts if fact.value == notice.value)
    return run.sources.cite(page, next(stated, 0))
