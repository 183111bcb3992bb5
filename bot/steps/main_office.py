"""Who asks when "you" are open, or where, and names no office, means the office that citizens go to first."""

import re

from bot.answer import Status
from bot.run import Run
from bot.steps.ask_back import ask_back
from bot.texts import say
from bot.understanding.aspects import GENERAL, OF_OFFICES, all_aspects
from bot.understanding.at_large import asks_at_large, names_hall, without_city
from corpus.records import Document, DocumentKind
from corpus.search.results import DocumentHit, Results

_SEARCHED = 20
_MOST = 6
_KINDS = (DocumentKind.OFFICE, DocumentKind.PAGE)
_CITIZENS = re.compile(
    r"\b(?:bürger(?:\w*innen)?[- ]?(?:büro|amt|service\w*|servicecenter|center|zentrum|dienste?|haus)"
    r"|(?:kunden|service)(?:zentrum|center)|einwohnermelde(?:amt|stelle)|melde(?:amt|stelle)|ortsamt)\w*",
    re.IGNORECASE,
)
_HALL = re.compile(
    r"\b(?:rathaus|(?:stadt|gemeinde|samtgemeinde|verbandsgemeinde|kreis)verwaltung|verwaltungsgemeinschaft"
    r"|landratsamt|stadthaus)\w*",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"\b(?:der|des|die|in|im|von|stadt|gemeinde|öffnungszeiten|kontakt|und)\b", re.IGNORECASE
)


def main_office(run: Run) -> None:
    """Answer such a question from the main citizens' office; ask back where several are equally likely."""
    if run.follow_up or run.tools.retriever is not None or not _asks(run):
        return
    found = _likeliest(run)
    if not found:
        return
    if not any(aspect.name in OF_OFFICES for aspect in run.aspects):
        run.aspects = (all_aspects()["hours"],)
    run.results = Results(tuple(DocumentHit(one.id, 1.0, ()) for one in found), ())
    run.documents = tuple(found)
    run.confidence = 1.0
    if len(found) == 1:
        run.status = Status.ANSWERED
        return
    ask_back(run, found, [say("clarify.office", run.language, run.question.style)])


def _asks(run: Run) -> bool:
    asked = {aspect.name for aspect in run.aspects}
    # "Kann ich morgen vorbeikommen?" asks for hours, whatever else its words could ask for.
    about_offices = bool(asked & OF_OFFICES) or (run.when is not None and asked <= GENERAL)
    return about_offices and asks_at_large(run.text, city=run.tools.city.name)


def _likeliest(run: Run) -> list[Document]:
    """The main office; several where no name tells which of them is the main one."""
    ways = [
        (_CITIZENS, "Bürgerbüro Bürgeramt Bürgerservice"),
        (_HALL, "Rathaus Stadtverwaltung Gemeindeverwaltung"),
    ]
    if names_hall(run.text):
        ways.reverse()
    for name, terms in ways:
        offices = _offices(run, name, terms)
        main = [one for one in offices if _is_whole(one.title, name, run.tools.city.name)]
        if main or offices:
            return main[:1] if len(main) == 1 else (main or offices)[:_MOST]
    return []


def _offices(run: Run, name: re.Pattern[str], terms: str) -> list[Document]:
    """The offices with such a name that state what is asked; pages that do only where there is no office."""
    found = run.tools.generation.named(f"{terms} Öffnungszeiten", limit=_SEARCHED)
    pages = [run.tools.generation.document(one) for one in found]
    wanted = {kind for aspect in run.aspects for kind in aspect.facts if aspect.name in OF_OFFICES}
    wanted = wanted or set(all_aspects()["hours"].facts)
    for kind in _KINDS:
        fitting = [
            page
            for page in pages
            if page is not None
            and page.kind is kind
            and name.search(page.title)
            and run.serves(page)
            and any(fact.kind in wanted for fact in page.facts)
        ]
        if fitting:
            return fitting
    return []


def _is_whole(title: str, name: re.Pattern[str], city: str) -> bool:
    """Whether a title is such a name and no more: "Bürgerbüro der Stadt", not "Bürgerbüro Nord"."""
    rest = without_city(name.sub(" ", title, count=1), city)
    return not re.search(r"\w", _AROUND.sub(" ", rest))
