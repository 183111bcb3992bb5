"""Finds the documents that may answer."""

from dataclasses import replace

from bot.answer import Style
from bot.reader.question import prepare
from bot.run import Run
from bot.understanding.aspects import OF_OFFICES
from corpus.analysis.tokens import index_tokens
from corpus.analysis.topic import topic_stems
from corpus.records import DocumentKind, SectionKind
from corpus.search.results import DocumentHit, Results

FOUND = 10


def retrieve(run: Run) -> None:
    """Fill `results` and `documents`; a follow-up looks first at what the last answer was about."""
    tools = run.tools
    query, official = run.query or run.text, run.official
    if run.asked_in != "de":
        # German pages hold none of the question's words: its official terms are all there is to look for.
        query, official = " ".join([query, *official]), ()
    if tools.retriever is not None:
        # LangChain takes half a second to import: only who plugs in a retriever of LangChain's waits for it.
        from bot.retriever import search_by

        results = search_by(tools.retriever, query, tools.generation)
    else:
        results = tools.generation.search(
            query, official=official, limit=FOUND, kinds=_kinds(run), forgiving=run.asked_in == "de"
        )
    results = _fitting_first(results, run)
    if run.follow_up:
        results = _context_first(results, run)
        run.read = " ".join([query, *official])
        run.reading = prepare(
            run.read, embedder=tools.reader.embedder, rarity=tools.generation.rarity, aspects=run.aspects
        )
    found = [(hit, tools.generation.document(hit.document_id)) for hit in results.documents]
    served = [(hit, document) for hit, document in found if document is not None and run.serves(document)]
    ids = {document.id for _, document in served}
    hits = tuple(hit for hit in results.hits if hit.passage.document_id in ids)
    run.results = Results(tuple(hit for hit, _ in served), hits)
    run.documents = tuple(document for _, document in served)


def _kinds(run: Run) -> tuple[SectionKind, ...]:
    return tuple(dict.fromkeys(aspect.kinds[0] for aspect in run.aspects))


def _fitting_first(results: Results, run: Run) -> Results:
    """Lift documents that fit in language and style, and offices where an office is asked for."""
    if not results.documents:
        return results
    spread = results.documents[0].score - results.documents[-1].score
    wants_simple = run.question.style is Style.EINFACH
    wants_office = any(aspect.name in OF_OFFICES for aspect in run.aspects)
    asked = set(topic_stems(" ".join([run.text, *run.official])))

    def lifted(hit: DocumentHit) -> DocumentHit:
        document = run.tools.generation.document(hit.document_id)
        if document is None:
            return hit
        title = set(topic_stems(document.title))
        fits = _FIT * ((document.language == run.language) + (document.simple == wants_simple))
        # The city's own page in simple German goes first where simple German is asked for.
        fits += _SIMPLE * (wants_simple and document.simple and bool(title & asked))
        if wants_office and document.kind is DocumentKind.OFFICE and title & asked:
            fits += _OFFICE
        return DocumentHit(hit.document_id, hit.score + spread * fits, hit.hits)

    ranked = sorted((lifted(hit) for hit in results.documents), key=lambda hit: -hit.score)
    return Results(tuple(ranked), results.hits)


def _context_first(results: Results, run: Run) -> Results:
    """Lift the document of the last answer, or documents whose title says what the question adds.

    "und wie lange dauert das?" stays with the passport; "und wenn ich ihn verloren habe?" may lead on.
    """
    if run.context is None or not run.context.documents or not results.documents:
        return results
    spread = results.documents[0].score - results.documents[-1].score
    before = run.context.documents[0]
    own = set(index_tokens(" ".join([run.text, *run.added]))) - _title_tokens(run, before)

    def lifted(hit: DocumentHit) -> DocumentHit:
        if run.stays or hit.document_id == before:
            lift = (_STAYS if run.stays else _LEANS) * (hit.document_id == before)
            return replace(hit, score=hit.score + spread * lift)
        leads = bool(own & _title_tokens(run, hit.document_id))
        return replace(hit, score=hit.score + spread * _LEADS_ON * leads)

    ranked = sorted((lifted(hit) for hit in results.documents), key=lambda hit: -hit.score)
    return Results(tuple(ranked), results.hits)


def _title_tokens(run: Run, document_id: str) -> set[str]:
    document = run.tools.generation.document(document_id)
    return set(index_tokens(document.title)) if document is not None else set()


_STAYS = 0.5
_LEANS = 0.1
_LEADS_ON = 0.35
_FIT = 0.15
_OFFICE = 0.3
_SIMPLE = 0.5
