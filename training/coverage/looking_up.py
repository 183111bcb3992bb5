"""Looks a question up as the assistant does, and takes documents out of what was found."""

from collections.abc import Callable
from datetime import datetime

from bot.coverage import coverage_features
from bot.request import Question
from bot.run import Run, Tools
from bot.steps.language import language
from bot.steps.retrieve import retrieve
from bot.steps.understand import understand
from corpus.search.results import Results
from training.coverage.cities import BERLIN
from training.coverage.example import Example


def look_up(text: str, tools: Tools) -> Run | None:
    """The run up to what was found; None where the question ends before that."""
    run = Run(id="", question=Question(text=text), tools=tools, now=datetime.now(BERLIN))
    run.text = text
    language(run)
    understand(run)
    if run.status is not None:
        return None
    retrieve(run)
    return run


def keep(run: Run, wanted: Callable[[str], bool]) -> None:
    """Leave only the documents whose ids are `wanted`, as if the city had no others."""
    run.documents = tuple(document for document in run.documents if wanted(document.id))
    kept = tuple(hit for hit in run.results.documents if wanted(hit.document_id))
    run.results = Results(kept, run.results.hits)


def example(subject: str, source: str, run: Run, *, covers: bool) -> Example:
    """What is to be learned from the document that is first now."""
    return Example(subject, source, coverage_features(run, run.documents[0]), covers)
