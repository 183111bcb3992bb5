"""The assistant's own words in an answer: sentences that come from our catalogue of texts, from no page."""

from collections.abc import Iterable

from bot.answer import Block, Origin, Sentence


def frame_sentence(text: str, language: str, *, citations: Iterable[int] = ()) -> Sentence:
    """A sentence, or an item of a list, in our own words; `citations` are the pages that it points to."""
    return Sentence(text=text, citations=tuple(citations), origin=Origin.FRAME, language=language)


def frame_block(texts: Iterable[str], language: str) -> Block:
    """A paragraph in our own words."""
    return Block(sentences=tuple(frame_sentence(text, language) for text in texts))
