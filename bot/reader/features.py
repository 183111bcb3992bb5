"""What the reader knows of a line: how it relates to the question, its neighbours and its section."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bot.reader.lines import Line, looks_like_heading
from bot.reader.question import ReaderQuestion
from bot.reader.share import share
from corpus.analysis.tokens import index_tokens, stems, words
from corpus.embedding.embedder import Embedder

NAMES = (
    "stems",
    "tokens",
    "stems_with_heading",
    "stems_around",
    "tokens_relative",
    "cosine",
    "cosine_relative",
    "cosine_rank",
    "cosine_heading",
    "cosine_around",
    "kind_asked",
    "value_asked",
    "heading_like",
    "list_item",
    "length",
    "very_short",
    "position",
    "link_like",
    "best_before",
    "stems_all_page",
)

_VALUE = {
    "cost": re.compile(
        r"\d[\d.,]*\s*(?:€|euro|eur)\b|kostenlos|kostenfrei|gebührenfrei|unentgeltlich", re.IGNORECASE
    ),
    "duration": re.compile(
        r"\b(?:\d+|ein\w*|zwei|drei|vier|sechs)\s+(?:minut|stund|tag|woch|monat|jahr|werktag|arbeitstag)",
        re.IGNORECASE,
    ),
    "deadline": re.compile(
        r"\b(?:\d+|ein\w*|zwei|drei|vier|sechs)\s+(?:stund|tag|woch|monat|jahr|werktag)|\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]+)"
        r"|spätestens|innerhalb|unverzüglich|frist",
        re.IGNORECASE,
    ),
    "hours": re.compile(
        r"\d{1,2}[.:]?\d{0,2}\s*(?:–|-|bis)\s*\d{1,2}[.:]?\d{0,2}\s*uhr|uhr|montag|mo[ .-]", re.IGNORECASE
    ),
    "where": re.compile(
        r"\b\d{5}\b|stra(?:ß|ss)e|str\.|platz|telefon|tel\.|@|amt\b|büro|stelle\b", re.IGNORECASE
    ),
    "online": re.compile(r"online|internet|portal|digital|e-mail|www\.|http", re.IGNORECASE),
    "form": re.compile(r"formular|antrag|vordruck|bescheinigung|vollmacht", re.IGNORECASE),
    "documents": re.compile(
        r"ausweis|pass|urkunde|nachweis|bescheinigung|kopie|vollmacht|unterlag|foto", re.IGNORECASE
    ),
}


def line_features(question: ReaderQuestion, lines: Sequence[Line], embedder: Embedder) -> NDArray[np.float32]:
    """A row of `NAMES` for each line; shape (lines, features)."""
    if not lines:
        return np.zeros((0, len(NAMES)), dtype=np.float32)
    stem_sets = [set(stems(line.text)) for line in lines]
    token_sets = [set(index_tokens(line.text)) for line in lines]
    heading_sets = [set(stems(f"{line.document_title} {line.heading}")) for line in lines]
    by_stems = np.array([share(question.stems, found) for found in stem_sets])
    by_tokens = np.array([share(question.tokens, found) for found in token_sets])
    with_heading = np.array(
        [share(question.stems, a | b) for a, b in zip(stem_sets, heading_sets, strict=True)]
    )
    around = np.array(
        [share(question.stems, set().union(*stem_sets[max(0, i - 2) : i + 2])) for i in range(len(lines))]
    )
    cosine = embedder.embed_passages([line.text for line in lines]) @ question.vector
    heading_cosine = _heading_cosines(question, lines, embedder)
    smooth = np.array([cosine[max(0, i - 1) : i + 2].mean() for i in range(len(lines))])
    page = share(question.stems, set().union(*stem_sets, *heading_sets))
    columns = [
        by_stems,
        by_tokens,
        with_heading,
        around,
        by_tokens / max(float(by_tokens.max()), 1e-6),
        cosine,
        cosine - cosine.max(),
        np.argsort(np.argsort(-cosine)) / len(lines),
        heading_cosine,
        smooth,
        np.array([float(_kind_asked(question, line)) for line in lines]),
        np.array([float(_value_asked(question, line)) for line in lines]),
        np.array([float(looks_like_heading(line.text)) for line in lines]),
        np.array([float(line.text.startswith(("- ", "• ")) or line.text[:1].isdigit()) for line in lines]),
        np.log1p(np.array([len(words(line.text)) for line in lines])),
        np.array([float(len(line.text) < 25) for line in lines]),
        np.array([line.position / len(lines) for line in lines]),
        np.array([float("http" in line.text or "www." in line.text or "»" in line.text) for line in lines]),
        np.concatenate([[0.0], np.maximum.accumulate(by_tokens)[:-1]]),
        np.full(len(lines), page),
    ]
    return np.stack(columns, axis=1).astype(np.float32)


def _heading_cosines(
    question: ReaderQuestion, lines: Sequence[Line], embedder: Embedder
) -> NDArray[np.float32]:
    headings = list(dict.fromkeys(line.heading for line in lines))
    cosines = dict(zip(headings, embedder.embed_passages(headings) @ question.vector, strict=True))
    return np.array([cosines[line.heading] for line in lines], dtype=np.float32)


def _kind_asked(question: ReaderQuestion, line: Line) -> bool:
    return any(line.kind in aspect.kinds[:2] for aspect in question.aspects)


def _value_asked(question: ReaderQuestion, line: Line) -> bool:
    return any(
        pattern.search(line.text)
        for aspect in question.aspects
        if (pattern := _VALUE.get(aspect.name)) is not None
    )
