"""Decides whether the corpus covers the question: answer, answer in part, ask back, or say not found."""

from bot.answer import Action, Choice, Status, Style
from bot.compose.frame import frame_block
from bot.compose.not_found import not_found, refer_to_authority, refer_to_town
from bot.coverage import coverage_features
from bot.patterns import load_patterns
from bot.run import Run
from bot.steps.life_event import tell_occasion
from bot.texts import say
from bot.understanding.clarifying import equally_likely
from bot.understanding.offering import Offering, offering
from bot.understanding.place import other_town
from corpus.analysis.tokens import stems
from corpus.lexicon.authorities import Authority, load_authorities
from corpus.records import Document
from corpus.search.twins import without_twins

_NEAREST = 5
_OFFERED, _NEARBY, _UNKNOWN, _MISSING, _ELSEWHERE = 0.25, 1.0, 0.7, 2.25, 3.0
"""What multiplies the thresholds, by whether the city offers what is asked.

Where no service is known, the features that rest on one stay empty: a right page scores less, too.
"""


def decide(run: Run) -> None:
    """Fill `confidence`; end the run as not found or with a question back."""
    town = None if run.follow_up else _other_town(run)
    if town is not None:
        refer_to_town(run, town)
        return
    authority = None if run.follow_up else load_authorities().find(run.text)
    if run.document is None or not _shares_words(run) or not _says_something(run):
        _refuse(run, authority)
        _warn_of_address(run)
        return
    choices = _choices(run)
    if choices:
        run.status = Status.CLARIFY
        run.blocks.append(frame_block([say("clarify", run.language, run.question.style)], run.language))
        run.choices.extend(choices)
        return
    features = coverage_features(run, run.document)
    run.confidence = float(run.tools.coverage.probabilities(features[None, :])[0])
    offered = offering(run.text, run.documents[:_NEAREST])
    needed = _factor(offered, german=run.asked_in == "de", elsewhere=authority is not None)
    if not run.follow_up and run.confidence < needed * run.tools.settings.answer_threshold:
        if authority is None and offered is not Offering.MISSING and tell_occasion(run):
            run.status = Status.PARTLY_ANSWERED
            run.notices.append(say("partly", run.language, run.question.style))
        else:
            _refuse(run, authority)
    elif run.confidence < min(1.0, needed) * run.tools.settings.partly_threshold:
        run.status = Status.PARTLY_ANSWERED
        run.notices.append(say("partly", run.language, run.question.style))
    else:
        run.status = Status.ANSWERED
    _warn_of_address(run)


def _warn_of_address(run: Run) -> None:
    """What depends on where somebody lives is looked up on the city's page, never guessed."""
    document = run.document
    if document is None or not load_patterns("bot.understanding", "address.toml")["depends"].search(run.text):
        return
    run.notices.append(say("address", run.language, run.question.style))
    if document.url not in {action.url for action in run.actions}:
        run.actions.append(Action(kind="page", label=document.title, url=document.url))


def _refuse(run: Run, authority: Authority | None) -> None:
    if authority is None:
        not_found(run)
    else:
        refer_to_authority(run, authority)


def _other_town(run: Run) -> str | None:
    return other_town(run.text, own=run.tools.city.name, rarity=run.tools.generation.rarity)


def _factor(offered: Offering, *, german: bool, elsewhere: bool) -> float:
    """How much confidence an answer needs: little where the first page is about the service that is named.

    Much where it names one that no page is about: then what was found only looks alike, the more so where
    another authority is in charge of it.
    """
    match offered:
        case Offering.OFFERED:
            return _OFFERED
        case Offering.NEARBY:
            return _NEARBY
        case Offering.MISSING if german or elsewhere:
            return _ELSEWHERE if elsewhere else _MISSING
        case Offering.MISSING:
            return 1.0
        case Offering.UNKNOWN:
            return _UNKNOWN


def _says_something(run: Run) -> bool:
    """Whether the question holds a word that can name anything; "ab" or "?!" can't."""
    return run.follow_up or any(len(one) > 1 for one in stems(run.read))


def _shares_words(run: Run) -> bool:
    """Nearness of vectors alone is no evidence: something is always nearest."""
    return run.tools.retriever is not None or any(hit.lexical > 0 for hit in run.results.documents[0].hits)


def _choices(run: Run) -> list[Choice]:
    """What a question could mean equally well, each as a question that keeps what was asked of it."""
    if run.follow_up:
        return []
    readable = [one for one in without_twins(run.documents) if _can_be_read(one, run)]
    return [
        Choice(
            label=document.title,
            question=f"{document.title}: {run.text}" if run.aspects else document.title,
            document_id=document.id,
        )
        for document in equally_likely(run.text, readable)
    ]


def _can_be_read(document: Document, run: Run) -> bool:
    """A service's page in plain German or in another language is no other service to choose."""
    simple = document.simple and run.question.style is not Style.EINFACH
    return not simple and document.language in {"de", run.language}
