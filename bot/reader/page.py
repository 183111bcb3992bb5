"""A page before anything is asked: its lines, stems and vectors; analysed once, asked often."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.reader.lines import Line, is_item, looks_like_heading
from corpus.analysis.tokens import grams, stem, stems, words
from corpus.analysis.topic import topic_stems
from corpus.embedding.embedder import Embedder

Floats = NDArray[np.float32]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Page:
    """The lines of one page, in order, and what holds of them whatever is asked.

    All sequences and arrays run along the lines. `vectors` and `heading_vectors` are L2-normalised, shape
    (lines, dimensions). `words` lists the different stems of all lines, `word_vectors` their vectors, and
    `word_places` names for each line its words by index.
    """

    lines: tuple[Line, ...]
    stems: tuple[frozenset[str], ...]
    tokens: tuple[frozenset[str], ...]
    ordered: tuple[tuple[str, ...], ...]
    headings: tuple[frozenset[str], ...]
    titles: tuple[frozenset[str], ...]
    vectors: Floats
    heading_vectors: Floats
    word_vectors: Floats
    word_places: tuple[tuple[int, ...], ...]
    heading_like: Flags
    items: Flags
    blocks: tuple[int, ...]


def analyse(lines: Sequence[Line], embedder: Embedder) -> Page:
    """Analyse `lines` of one page, for any number of questions."""
    ordered = tuple(tuple(stems(line.text)) for line in lines)
    heading_like = np.array([looks_like_heading(line.text) for line in lines], dtype=np.bool_)
    headings = list(dict.fromkeys(line.heading for line in lines))
    texts = embedder.embed_passages([*(line.text for line in lines), *headings])
    place = {heading: index for index, heading in enumerate(headings)}
    vocabulary, places = _words(lines)
    return Page(
        lines=tuple(lines),
        stems=tuple(frozenset(found) for found in ordered),
        tokens=tuple(frozenset([*found, *(g for one in found for g in grams(one))]) for found in ordered),
        ordered=ordered,
        headings=_stems_once([line.heading for line in lines]),
        titles=_stems_once([line.document_title for line in lines]),
        vectors=texts[: len(lines)],
        heading_vectors=texts[len(lines) :][[place[line.heading] for line in lines]],
        word_vectors=embedder.embed_passages(vocabulary),
        word_places=places,
        heading_like=heading_like,
        items=np.array([is_item(line.text) for line in lines], dtype=np.bool_),
        blocks=_blocks(lines, heading_like),
    )


def _words(lines: Sequence[Line]) -> tuple[list[str], tuple[tuple[int, ...], ...]]:
    """The different words that say something, each by its stem in the form first met."""
    forms: dict[str, str] = {}
    found: list[tuple[str, ...]] = []
    for line in lines:
        telling = {one: word for word in words(line.text) if (one := stem(word)) and len(word) > 2}
        for one, word in telling.items():
            forms.setdefault(one, word)
        found.append(tuple(telling))
    index = {one: place for place, one in enumerate(forms)}
    return list(forms.values()), tuple(tuple(index[one] for one in line) for line in found)


def _stems_once(texts: Sequence[str]) -> tuple[frozenset[str], ...]:
    known = {text: frozenset(topic_stems(text)) for text in dict.fromkeys(texts)}
    return tuple(known[text] for text in texts)


def _blocks(lines: Sequence[Line], heading_like: Flags) -> tuple[int, ...]:
    """The number of the block of each line: a heading begins one, and so does a section."""
    numbers: list[int] = []
    number = -1
    for index, line in enumerate(lines):
        begins = index == 0 or line.section != lines[index - 1].section
        after_text = heading_like[index] and not heading_like[index - 1] if index else True
        number += bool(begins or after_text)
        numbers.append(number)
    return tuple(numbers)
