"""Leads people in need to those who help them, before anything else."""

from bot.answer import Action, Block, Status
from bot.compose.frame import frame_block, frame_sentence
from bot.run import Run
from bot.safety.distress import Helpline, helplines, services_wanted
from bot.texts import say
from corpus.analysis.tokens import stems
from corpus.lexicon import expand
from corpus.records import Document
from corpus.search.results import DocumentHit, Results

_MOST_PAGES = 3
_SEARCHED = 5


def signpost(run: Run, kind: str) -> None:
    """End the run with the numbers for this `kind` of distress, and the city's pages that help with it."""
    run.status = Status.SIGNPOSTED
    lines = tuple(frame_sentence(_line(run, line), run.language) for line in _helplines(run, kind))
    text = say(f"distress.{kind}", run.language, run.question.style)
    run.blocks.append(frame_block([text], run.language))
    run.blocks.append(Block(form="list", sentences=lines))
    pages = _pages(run, kind)
    run.documents = tuple(pages)
    run.results = Results(tuple(DocumentHit(page.id, 0.0, ()) for page in pages), ())
    run.actions.extend(Action(kind="page", label=page.title, url=page.url) for page in pages[:_MOST_PAGES])


def warn(run: Run, kind: str) -> None:
    """Put the numbers for this `kind` of distress above the answer to a question about it."""
    numbers = "; ".join(_line(run, line) for line in _helplines(run, kind))
    run.notices.append(f"{say(f'distress.{kind}', run.language, run.question.style)} {numbers}.")


def _helplines(run: Run, kind: str) -> tuple[Helpline, ...]:
    city = run.tools.city
    return helplines(kind, city.state, city.helplines)


def _line(run: Run, line: Helpline) -> str:
    name = line.name or say(f"helpline.{line.key}", run.language, run.question.style)
    return say("helpline.line", run.language, name=name, number=line.number)


def _pages(run: Run, kind: str) -> list[Document]:
    """Pages whose title or keywords name what is wanted: nearness alone would send people the wrong way."""
    wanted = services_wanted(kind)
    if not wanted:
        return []
    # What was asked goes first, as far as it names something that helps in this distress or a service.
    terms = [*expand(run.text), *wanted]
    found: dict[str, Document] = {}
    for term in dict.fromkeys(terms):
        for hit in run.tools.generation.search(term, official=(), limit=_SEARCHED, kinds=()).documents:
            document = run.tools.generation.document(hit.document_id)
            if document is not None and _names(document, term) and run.serves(document):
                found.setdefault(document.id, document)
    return list(found.values())


def _names(document: Document, term: str) -> bool:
    return set(stems(term)) <= set(stems(f"{document.title} {' '.join(document.keywords)}"))
