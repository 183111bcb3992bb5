"""Real sentences to corrupt and to reword, from the sample city and from corpora that lie beside it."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corpus.analysis.sentences import split_sentences
from corpus.musterstadt.content import default_folder, read_content
from corpus.musterstadt.gold import gold, gold_paths, gold_title
from evaluation.corpus_file import CorpusLine
from evaluation.json_lines import read_lines

DEVELOPMENT, HELD_OUT = "development", "held out"
HALVES = (DEVELOPMENT, HELD_OUT)
_LEAST_WORDS, _MOST_WORDS = 6, 34
_FOREIGN = ("/en/",)


@dataclass(frozen=True)
class Source:
    """A sentence with the document (its address or id) and the corpus that it stands in."""

    text: str
    document: str
    corpus: str

    @property
    def half(self) -> str:
        """The half of the documents that it belongs to; by the document's address, so that it never moves."""
        return HALVES[zlib.crc32(self.document.encode()) % 2]


@dataclass(frozen=True)
class Page:
    """A document's title and its sentences in order."""

    title: str
    sentences: tuple[Source, ...]


@dataclass(frozen=True)
class Pool:
    """All documents of a corpus; what one of them says may be mixed with what another one says."""

    name: str
    pages: tuple[Page, ...]

    @cached_property
    def sentences(self) -> tuple[Source, ...]:
        """The sentences of all documents, each text once."""
        once = {source.text: source for page in self.pages for source in reversed(page.sentences)}
        return tuple(once.values())


def sample_city() -> Pool:
    """The German sentences of the sample city's pages."""
    content = read_content(default_folder())
    paths = [path for path in gold_paths(content) if not path.startswith(_FOREIGN)]
    pages = [
        Page(
            gold_title(path, content),
            tuple(_sources((unit for s in gold(path, content) for unit in s.units), path, "musterstadt")),
        )
        for path in paths
    ]
    return Pool("musterstadt", tuple(page for page in pages if page.sentences))


def corpus(path: Path) -> Pool:
    """The German sentences of a corpus file; raises `EvaluationError`."""
    name = path.parent.name
    pages = []
    for _, line in read_lines(path, CorpusLine):
        texts = [paragraph for section in line.sections for paragraph in section.text.split("\n")]
        pages.append(Page(line.title, tuple(_sources(texts, line.id, name))))
    return Pool(name, tuple(page for page in pages if page.sentences))


def _sources(texts: Iterator[str] | Sequence[str], document: str, name: str) -> Iterator[Source]:
    for text in texts:
        for sentence in split_sentences(text):
            if is_sentence(sentence):
                yield Source(sentence, document, name)


def is_sentence(text: str) -> bool:
    """Whether `text` is one whole German sentence of a usual length."""
    count = len(text.split())
    return _LEAST_WORDS <= count <= _MOST_WORDS and text[:1].isupper() and text.endswith((".", "!"))
