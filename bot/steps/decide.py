"""Decides whether the corpus covers the question: answer, answer in part, ask back, or say not found."""

import numpy as np

from bot.answer import Action, Block, Choice, Origin, Sentence, Status
from bot.reader.lines import lines_of
from bot.run import Run
from bot.steps.guard import frame_block
from bot.texts import say
from corpus.analysis.tokens import index_tokens, stems
from corpus.records import Document

NAMES = ("stems", "tokens", "title", "dense", "dense_margin", "reader", "asked", "rare_missing")
WEIGHTS = "decide-de.json"
_NEAREST = 3
_CHOICES = 4
_UNCLEAR_WORDS = 2


def decide(run: Run) -> None:
    """Fill `confidence`; end the run as not found or with a question back."""
    if run.document is None:
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


def coverage_features(run: Run, document: Document) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """How well `document` covers the question; a value for each of `NAMES`."""
    question = run.reading
    text = f"{document.text()} {' '.join(document.keywords)}"
    stem_set, token_set = set(stems(text)), set(index_tokens(text))
    title_set = set(index_tokens(f"{document.title} {' '.join(document.keywords)}"))
    dense = [max((h.dense for h in hit.hits), default=0.0) for hit in run.results.documents]
    lines = lines_of(document)
    read = run.tools.reader.score(question, lines)
    missing = [weight for stem, weight in question.stems.items() if stem not in stem_set]
    return np.array(
        [
            _share(question.stems, stem_set),
            _share(question.tokens, token_set),
            _share(question.tokens, title_set),
            dense[0] if dense else 0.0,
            (dense[0] - float(np.median(dense))) if dense else 0.0,
            float(read.max()) if len(read) else 0.0,
            float(len(question.aspects) > 0),
            max(missing, default=0.0),
        ],
        dtype=np.float32,
    )


def _share(weights: dict[str, float], found: set[str]) -> float:
    total = sum(weights.values())
    return sum(weight for token, weight in weights.items() if token in found) / total if total else 0.0


def _choices(run: Run) -> list[Choice]:
    """Several documents that a question of one or two words could mean equally well, by their titles."""
    asked = set(stems(run.text))
    if run.follow_up or run.aspects or not asked or len(run.text.split()) > _UNCLEAR_WORDS:
        return []
    meant = [document for document in run.documents if asked <= set(stems(document.title))]
    exact = [document for document in meant if set(stems(document.title)) == asked]
    if exact or len(meant) < _UNCLEAR_WORDS:
        return []
    return [Choice(label=d.title, question=d.title, document_id=d.id) for d in meant[:_CHOICES]]


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
