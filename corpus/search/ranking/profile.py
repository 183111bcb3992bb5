"""What re-ranking has to know of a document, whatever is asked; made when an index is built."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from corpus.analysis.tokens import recent_stems
from corpus.analysis.topic import topic_stems
from corpus.lexicon.offered import services_named
from corpus.records import Document


class Naming(NamedTuple):
    """What names the services of a document."""

    title: str
    keywords: tuple[str, ...]
    leika: tuple[str, ...]


@dataclass(frozen=True)
class Profile:
    """A document as re-ranking sees it.

    `topic` holds the stems of the title that name a subject, `said` every stem of the document once, each
    between blanks.
    """

    topic: frozenset[str]
    said: str
    naming: Naming

    @cached_property
    def services(self) -> frozenset[str]:
        """The lexicon's services that the document is about, by the lexicon of now."""
        return services_named(*self.naming)

    def says(self, stem: str) -> bool:
        """Whether the document holds this stem anywhere."""
        return f" {stem} " in self.said


def profile_of(document: Document) -> Profile:
    """The profile of `document`; takes about a millisecond for a long one."""
    texts = [document.title, *document.keywords]
    for section in document.sections:
        texts.extend((section.heading, section.text.strip()))
    found = dict.fromkeys(one for text in texts for one in recent_stems(text))
    return Profile(
        topic=frozenset(topic_stems(document.title)),
        said=f" {' '.join(found)} ",
        naming=Naming(document.title, document.keywords, document.leika),
    )
