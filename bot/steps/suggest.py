"""Suggests follow-up questions that the document can really answer."""

import re

from bot.answer import Status
from bot.compose.asked import asked
from bot.patterns import load_patterns
from bot.run import Run
from bot.texts import say, texts
from bot.understanding.aspects import OF_OFFICES, Aspect, all_aspects
from corpus.lexicon import load_lexicon
from corpus.lexicon.offered import services_of
from corpus.records import Document, DocumentKind, SectionKind

_MOST = 3
_OPEN = frozenset({Status.NOT_FOUND, Status.CLARIFY})
_LONGEST_NAME = 45
# "Hundesteuer – Hund anmelden, abmelden", "Fahrzeug abmelden (Außerbetriebsetzung)": the name is in front.
_NAME_ENDS = re.compile(r"\s+[–-]\s+|\s*[(:,]|\s+in (?:Einfacher|Leichter) Sprache\b")


def suggest(run: Run) -> None:
    """Fill `suggestions`: what wasn't asked and the document tells, and the event that was mentioned."""
    document = run.document
    if document is not None and not run.ended:
        _suggest_aspects(run, document)
    if run.occasion is not None and run.event is None and (not run.ended or run.status in _OPEN):
        event = run.occasion.names[run.language if run.language in run.occasion.names else "de"]
        run.suggestions.append(say("suggestion.event", run.language, run.question.style, event=event))


def _suggest_aspects(run: Run, document: Document) -> None:
    told = {aspect.name for aspect in asked(run)}
    name = _name(document, run.language)
    for key, aspect in all_aspects().items():
        if len(run.suggestions) == _MOST:
            break
        if f"suggest.{key}" in texts(run.language) and key not in told and _answers(document, aspect):
            question = say(f"suggest.{key}", run.language, run.question.style)
            run.suggestions.append(
                say("suggestion", run.language, service=name, question=question) if name else question
            )


def _answers(document: Document, aspect: Aspect) -> bool:
    """Whether the document has facts of the aspect, or a section of it with words that tell it."""
    if (document.kind is DocumentKind.OFFICE) != (aspect.name in OF_OFFICES):
        return False
    if any(fact.kind in aspect.facts for fact in document.facts):
        return True
    pattern = load_patterns("bot.compose", "evidence.toml").get(aspect.name)
    return any(
        section.kind in aspect.kinds[:1]
        and section.kind is not SectionKind.DESCRIPTION
        and section.text.strip()
        and (pattern is None or document.language != "de" or pattern.search(section.text))
        for section in document.sections
    )


def _name(document: Document, language: str) -> str:
    """What the document is about, in `language` where the lexicon knows it; "" where that is too long."""
    if language == document.language or document.kind is DocumentKind.OFFICE:
        name = _NAME_ENDS.split(document.title)[0].strip()
    else:
        about = services_of(document)
        known = [one for one in load_lexicon().find(document.title) if one.key in about]
        names = (name for one in known for name in one.names.get(language, ()))
        # "kimlik kart*" stands for all its endings; nobody reads that aloud.
        name = next((one for one in names if "*" not in one), "")
    return f"{name[:1].upper()}{name[1:]}" if len(name) <= _LONGEST_NAME else ""
