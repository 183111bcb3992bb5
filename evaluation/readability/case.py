"""What of an answer, or of a page, counts as whose wording."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.answer import Answer, Origin
from corpus.records import Audience, Document, Section

LEAST_WORDS = 8
"""A text of fewer words isn't measured: in it a single long name decides."""
GERMAN = "de"
_BY_ORIGIN = {Origin.FRAME: "own", Origin.SOURCE: "original", Origin.MODEL: "generated"}


@dataclass(frozen=True)
class Text:
    """A text to measure: whose wording it is (`own`, `original`, `generated`, `sources`), in which style."""

    whose: str
    style: str
    text: str


def texts_of(answer: Answer) -> Iterator[Text]:
    """The German texts of an answer, joined by whose they are; what an editor wrote counts as none of ours.

    Notices and the footnote are our own wording. Facts are neither: they are values, not sentences.
    """
    joined: dict[str, list[str]] = {name: [] for name in _BY_ORIGIN.values()}
    for block in answer.blocks:
        for sentence in block.sentences:
            if sentence.language == GERMAN and sentence.origin in _BY_ORIGIN:
                joined[_BY_ORIGIN[sentence.origin]].append(sentence.text)
    if answer.language == GERMAN:
        joined["own"] += [*answer.notices, answer.footnote]
    for whose, parts in joined.items():
        text = "\n".join(part for part in parts if part)
        if len(text.split()) >= LEAST_WORDS:
            yield Text(whose, answer.style.value, text)


def text_of_page(document: Document) -> Text | None:
    """A whole page as the city wrote it; None for pages that aren't public, German and long enough."""
    if document.audience is not Audience.PUBLIC or document.language != GERMAN:
        return None
    parts = [section.text for section in document.sections if _is_german(section)]
    text = "\n".join(parts)
    return Text("sources", "", text) if len(text.split()) >= LEAST_WORDS else None


def _is_german(section: Section) -> bool:
    return section.language in {"", GERMAN}
