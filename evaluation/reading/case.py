"""Which lines of its page answer a question, and which the reader takes."""

from dataclasses import dataclass

from bot.reader.lines import lines_of_page
from bot.reader.question import Rarity, prepare
from bot.reader.reader import Reader
from corpus.lexicon import expand
from evaluation.questions import GoldQuestion


@dataclass(frozen=True)
class ReadingCase:
    """Indices into the page's lines."""

    id: str
    kind: str
    question: str
    lines: tuple[str, ...]
    gold: frozenset[int]
    read: frozenset[int]
    split: str | None


def case_of(question: GoldQuestion, reader: Reader, rarity: Rarity) -> ReadingCase | None:
    """Let `reader` read the question's page; None for a question without one.

    `rarity` weighs tokens as the index does. The question is expanded as the pipeline does it.
    """
    if question.page_lines is None:
        return None
    asked = " ".join([question.question, *expand(question.question)])
    prepared = prepare(asked, embedder=reader.embedder, rarity=rarity)
    read = reader.read(prepared, lines_of_page(question.page_lines))
    return ReadingCase(
        question.id,
        question.kind,
        question.question,
        question.page_lines,
        frozenset(question.gold_lines),
        frozenset(read),
        question.split,
    )
