"""Decides whether the corpus covers the question: answer, answer in part, ask back, or say not found."""

from bot.answer import Action, Block, Choice, Origin, Sentence, Status
from bot.coverage import coverage_features
from bot.run import Run
from bot.steps.guard import frame_block
from bot.texts import say
from corpus.analysis.tokens import stems, words
from corpus.records import Document, DocumentKind

_NEAREST = 3
_CHOICES = 4
_UNCLEAR_WORDS = 2


def decide(run: Run) -> None:
    """Fill `confidence`; end the run as not found or with a question back."""
    if run.document is None or not _shares_words(run) or not _says_something(run):
        _not_found(run)
        return
    choices = _choices(run)
    if choices:
        run.status = Status.CLARIFY
        run.blocks.append(frame_block(say("clarify", run.language, run.question.style), run.language))
        run.choices.extend(choices)
        return
    features = coverage_features(run, run.document)
    run.confidence = float(run.tools.coverage.probabilities(features[None, :])[0])
    settings = run.tools.settings
    if run.confidence < settings.answer_threshold and not run.follow_up:
        _not_found(run)
    elif run.confidence < settings.partly_threshold:
        run.status = Status.PARTLY_ANSWERED
        run.notices.append(say("partly", run.language, run.question.style))
    else:
        run.status = Status.ANSWERED


def _says_something(run: Run) -> bool:
    """Whether the question holds a word that can name anything; "ab" or "?!" can't."""
    return run.follow_up or any(len(one) > 1 for one in stems(run.read))


def _shares_words(run: Run) -> bool:
    """Nearness of vectors alone is no evidence: something is always nearest."""
    return run.tools.retriever is not None or any(hit.lexical > 0 for hit in run.results.documents[0].hits)


def _choices(run: Run) -> list[Choice]:
    """Several documents that a question of one or two words could mean equally well, by their titles."""
    asked = set(stems(run.text))
    if run.follow_up or run.aspects or not asked or len(run.text.split()) > _UNCLEAR_WORDS:
        return []
    meant = [d for d in run.documents if d.kind is DocumentKind.SERVICE and _named(asked, d)]
    exact = [document for document in meant if set(stems(document.title)) == asked]
    if exact or len(meant) < _UNCLEAR_WORDS:
        return []
    return [Choice(label=d.title, question=d.title, document_id=d.id) for d in meant[:_CHOICES]]


def _named(asked: set[str], document: Document) -> bool:
    """Whether the title names everything that is asked, if only as a part of a word ("Personalausweis")."""
    title = words(document.title)
    return all(any(one in word for word in title) for one in asked)


def _not_found(run: Run) -> None:
    style, language, hotline = run.question.style, run.language, run.tools.city.hotline
    run.status = Status.NOT_FOUND
    texts = [
        say("not_found", language, style),
        say("not_found.person", language, style, name=hotline.name, telephone=hotline.telephone),
    ]
    if run.documents:
        texts.append(say("not_found.nearest", language, style))
    run.blocks.append(
        Block(sentences=tuple(Sentence(text=t, origin=Origin.FRAME, language=language) for t in texts))
    )
    run.actions.extend(
        Action(kind="page", label=document.title, url=document.url) for document in run.documents[:_NEAREST]
    )
