"""Decides whether the corpus covers the question: answer, answer in part, ask back, or say not found."""

from bot.answer import Action, Status
from bot.compose.not_found import not_found, refer_to_authority, refer_to_town
from bot.coverage import coverage_features
from bot.run import Run
from bot.steps.ask_back import ask_whether, ask_which
from bot.steps.life_event import tell_occasion
from bot.texts import say
from bot.understanding.address import depends_on_address
from bot.understanding.fit import fit
from bot.understanding.offering import Offering, named, offering
from bot.understanding.place import other_town
from corpus.analysis.tokens import stems
from corpus.lexicon.authorities import Authority, load_authorities

_NEAREST = 5
_CHANCE, _LIKELY, _SURE = 0.5, 0.65, 0.95
"""How well what was found has to fit (see `fit`).

For an answer to a question that names no service; for asking whether one of the nearest pages is meant; and
for asking so though none of them is about the service that is named.
"""
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
    authority = None if run.follow_up else _authority(run)
    if run.document is None or not _shares_words(run) or not _says_something(run):
        _refuse(run, authority)
        _warn_of_address(run)
        return
    if ask_which(run):
        return
    features = coverage_features(run, run.document)
    run.confidence = float(run.tools.coverage.probabilities(features[None, :])[0])
    offered = offering(run.text, run.documents[:_NEAREST])
    needed = _factor(offered, german=run.asked_in == "de", elsewhere=authority is not None)
    sure = 1.0 if offered is Offering.RELATED else min(1.0, needed)
    enough = run.confidence >= needed * run.tools.settings.answer_threshold
    if not run.follow_up and (not enough or _by_chance(run, offered)):
        _without_page(run, offered, authority)
    elif run.confidence < sure * run.tools.settings.partly_threshold:
        run.status = Status.PARTLY_ANSWERED
        run.notices.append(say("partly", run.language, run.question.style))
    else:
        run.status = Status.ANSWERED
    _warn_of_address(run)


def _without_page(run: Run, offered: Offering, authority: Authority | None) -> None:
    """No page answers: what else there is to do at such an occasion, what may be meant, or that none does."""
    missing = offered is Offering.MISSING
    if authority is None and not missing and tell_occasion(run):
        run.status = Status.PARTLY_ANSWERED
        run.notices.append(say("partly", run.language, run.question.style))
    elif authority is not None or not ask_whether(run, least_fit=_SURE if missing else _LIKELY):
        _refuse(run, authority)


def _by_chance(run: Run, offered: Offering) -> bool:
    """Whether a page only shares a word with a question that names no service."""
    doubtful = offered is Offering.UNKNOWN and run.confidence < run.tools.settings.partly_threshold
    return doubtful and run.tools.retriever is None and fit(run) < _CHANCE


def _warn_of_address(run: Run) -> None:
    """What depends on where somebody lives is looked up on the city's page, never guessed."""
    document = run.document
    if document is None or not depends_on_address(run.text):
        return
    run.notices.append(say("address", run.language, run.question.style))
    if document.url not in {action.url for action in run.actions}:
        run.actions.append(Action(kind="page", label=document.title, url=document.url))


def _refuse(run: Run, authority: Authority | None) -> None:
    if authority is None:
        not_found(run)
    else:
        refer_to_authority(run, authority)


def _authority(run: Run) -> Authority | None:
    """Who else is in charge; None where it is the city itself, which has pages about what lies with them.

    Cars and driving licences are a large city's own business and the county's elsewhere.
    """
    authority = load_authorities().find(run.text)
    if authority is None or authority.telephone or authority.url:
        return authority
    own = any(named(document) & authority.services for document in run.documents[:_NEAREST])
    return None if own else authority


def _other_town(run: Run) -> str | None:
    return other_town(run.text, own=run.tools.city.name, rarity=run.tools.generation.rarity)


def _factor(offered: Offering, *, german: bool, elsewhere: bool) -> float:
    """How much confidence an answer needs: little where the first page is about the service that is named.

    Much where it names one that no page is about: then what was found only looks alike, the more so where
    another authority is in charge of it.
    """
    match offered:
        case Offering.OFFERED | Offering.RELATED:
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
