"""Makes sections of a service's modules in one language."""

from collections.abc import Iterator, Sequence
from datetime import date

from corpus.records import SectionKind
from ingest.reader.kinds import heading_kind
from ingest.reader.parts import PageLink
from ingest.reader.sections import ReadSection
from ingest.reader.vocabulary import vocabulary
from ingest.xzufi import module_reader as own
from ingest.xzufi.blocks import GERMAN, valid
from ingest.xzufi.headings import FULL, MODULES, NO_SECTION, OTHER, PAPERS_TEXT, SHORT, TEASER
from ingest.xzufi.languages import choose, heading, in_language, name, said
from ingest.xzufi.model import Module, WebLink
from ingest.xzufi.structured import cost_lines, span_lines, spoken_in
from ingest.xzufi.texts import is_filler, joined, lines_section, link_section, plain, read_text

_ORDER = {code: position for position, code in enumerate(MODULES)}


def module_sections(
    modules: Sequence[Module], language: str, today: date, suffix: str = ""
) -> list[ReadSection]:
    """Make the sections of all modules that are valid today, in the order of our headings.

    A module that lacks the language stands in German, and its heading says so; what lacks both stands in
    the language that it has only where nothing is said in German at all, since each language has a document
    of its own. `suffix` is put behind every heading (for the area that an addition is limited to).
    """
    shown = [one for one in modules if one.code not in NO_SECTION and valid(one.periods, today)]
    if any(said(one.texts, GERMAN) for one in shown):
        shown = [one for one in shown if not _is_foreign(one, language)]
    shown.sort(key=lambda one: (_ORDER.get(one.code, len(_ORDER)), one.position))
    has_papers = any(one.code == PAPERS_TEXT and choose(one.texts, language)[1] for one in shown)
    whole = " ".join(_shown(one, language) for one in shown if one.code == FULL)
    found: list[ReadSection] = []
    for one in shown:
        summary = _shown(one, language).rstrip(" .…") if one.code in {TEASER, SHORT} else ""
        repeats = bool(summary) and summary in whole
        if not (repeats or (one.code == own.PAPERS and has_papers)):
            found.extend(_sections(one, language, today, suffix))
    return joined(found)


def _is_foreign(module: Module, language: str) -> bool:
    """Tell whether a module says something, and nothing of it in a document's language or in German."""
    return choose(module.texts, language)[0] not in {"", language, GERMAN}


def _sections(module: Module, language: str, today: date, suffix: str) -> Iterator[ReadSection]:
    words, kind = _heading(module, language)
    shown, texts = choose(module.texts, language)
    whole = heading(words, shown, language) + suffix
    described = "\n".join(plain(text) for text in texts)
    for spoken in dict.fromkeys((language, GERMAN)):
        structured = [
            *cost_lines(module.costs, described, spoken, language, today),
            *span_lines(module.spans, described, spoken, language, today),
            *_paper_lines(module, spoken, language),
        ]
        if structured:
            told = lines_section(structured, heading(words, spoken, language) + suffix, kind)
            yield from in_language([told], spoken, language)
    for text in texts:
        yield from in_language(read_text(text, whole, kind), shown, language)
    spoken, links = _links(module.links, language)
    if links:
        yield from in_language([link_section(links, whole, kind)], spoken, language)


def _heading(module: Module, language: str) -> tuple[str, SectionKind]:
    """The editors' own heading where there is one, and the kind that code or heading tell."""
    known = MODULES.get(module.code)
    own_words = name(module.headings, language)
    words = own_words or (known or OTHER).heading(language)
    if known is not None and module.code != own.INDIVIDUAL:
        return words, known.kind
    words = own_words or (module.name if not is_filler(module.name) else "") or words
    return words, heading_kind(words, vocabulary()) or SectionKind.DESCRIPTION


def _shown(module: Module, language: str) -> str:
    return " ".join(plain(text) for text in choose(module.texts, language)[1])


def _paper_lines(module: Module, spoken: str, language: str) -> Iterator[str]:
    for paper in module.papers:
        if spoken_in(paper.names, language) != spoken:
            continue
        words = name(paper.names, spoken)
        more = name(paper.description, spoken)
        if words and not is_filler(words):
            yield f"- {words}: {more}" if more and more != words else f"- {words}"


def _links(links: Sequence[WebLink], language: str) -> tuple[str, list[PageLink]]:
    """Give the links in a language, else those for all, else German ones, and the language that they have."""
    for wanted in (language, "", GERMAN):
        if found := [link for link in links if link.language == wanted]:
            return wanted, [PageLink(link.title or link.url, link.url) for link in found]
    return "", [PageLink(link.title or link.url, link.url) for link in links]
