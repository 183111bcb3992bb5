"""Explains official terms in plain German where an answer uses them first."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.answer import Style
from bot.compose.asked import CARD_FACTS
from bot.compose.frame import frame_sentence
from bot.run import Run
from bot.texts import say
from bot.verify.gate import release

_GERMAN = "de"
_MOST = 2
_ENDINGS = "(?:e|en|er|ern|n|s|es)?"
# By these words a page says itself what a term means.
_EXPLAINS = (
    r"[“\"»]?\s?(?:\(|–\s|(?:ist|sind) (?:ein|die|das|der)\b|heißt\b|bedeutet\b|bezeichnet\b|bescheinigt\b"
    r"|bestätigt\b|dient\b|, das (?:heißt|ist)\b|, also\b)"
)


@dataclass(frozen=True)
class Term:
    """An official term, how it is found in a text, and what it means; `simple` in simple German."""

    name: str
    pattern: re.Pattern[str]
    explained: re.Pattern[str]
    means: str
    simple: str


@cache
def all_terms() -> tuple[Term, ...]:
    """All terms, the longest first: of two that match, the more specific counts."""
    data = tomllib.loads(files("bot.compose.plain").joinpath("terms.toml").read_text(encoding="utf-8"))
    terms = [_term(entry) for entry in data["terms"]]
    return tuple(sorted(terms, key=lambda term: -len(term.name)))


def find_terms(texts: Sequence[str], *, known: str = "", page: str = "") -> list[Term]:
    """The terms that `texts` use, in their order, without those in `known` and those that `page` explains."""
    found: list[tuple[int, Term]] = []
    text = "\n".join(texts)
    for term in all_terms():
        match = term.pattern.search(text)
        if match is None or term.pattern.search(known) or term.explained.search(page):
            continue
        found.append((match.start(), term))
        # A term within a longer one ("Führungszeugnis", "erweitertes Führungszeugnis") isn't told again.
        text = term.pattern.sub(lambda one: " " * len(one[0]), text)
    return [term for _, term in sorted(found, key=lambda one: one[0])]


def explain_terms(run: Run) -> None:
    """Explain up to two terms below what is shown; who asked with a term knows it.

    Only in German: in other languages the term's translation stands beside it, or the frame is all there is.
    """
    document = run.document
    if document is None or run.language != _GERMAN or document.language != _GERMAN:
        return
    shown = [sentence.text for block in run.blocks for sentence in block.sentences]
    # Remarks beside opening hours are about those who come for something else.
    told = [fact for fact in run.facts if fact.kind not in CARD_FACTS]
    shown = [*(part for fact in told for part in (fact.label, fact.value)), *shown]
    known = "\n".join([run.text, document.title])
    heading = say("terms", run.language, run.question.style)
    for term in find_terms(shown, known=known, page=document.text())[:_MOST]:
        means = term.simple if run.question.style is Style.EINFACH else term.means
        text = f"{term.name}: {means}"
        release(run, frame_sentence(text, _GERMAN), heading=heading, form="list")


def _term(entry: dict[str, str | list[str]]) -> Term:
    name, means = str(entry["term"]), str(entry["means"])
    forms = [str(form) for form in entry.get("forms", ())] or [re.escape(name) + _ENDINGS]
    alternatives = r"(?<!\w)(?:" + "|".join(forms) + r")(?!\w)"
    return Term(
        name,
        re.compile(alternatives),
        re.compile(alternatives + _EXPLAINS),
        means,
        str(entry.get("simple", means)),
    )
