"""Which services a question could mean equally well: "Ausweis" fits more than the identity card."""

from collections.abc import Sequence

from corpus.analysis.tokens import stem, words
from corpus.analysis.topic import topic_stems
from corpus.records import Document, DocumentKind

_MOST = 4
_LEAST = 2
_LOOKED_AT = 8
_LEAST_LETTERS = 4


def equally_likely(text: str, documents: Sequence[Document]) -> tuple[Document, ...]:
    """Two to four of `documents` (best first) that `text` could mean; none where it is clear.

    Unclear is a question about one word that several titles hold, each as a part of something more. It is
    clear where one title says just that word, or where only the first has it as a word of its own.
    """
    asked = set(topic_stems(text))
    if len(asked) != 1 or len(next(iter(asked))) < _LEAST_LETTERS:
        return ()
    services = [one for one in documents[:_LOOKED_AT] if one.kind is DocumentKind.SERVICE]
    meant = [document for document in services if _names(asked, document)]
    if len(meant) < _LEAST or documents[0] not in meant or _is_clear(asked, meant):
        return ()
    return tuple(meant[:_MOST])


def _names(asked: set[str], document: Document) -> bool:
    """Whether the title names what is asked, if only as a part of a word ("Personalausweis")."""
    title = words(document.title)
    return all(any(one in word for word in title) for one in asked)


def _is_clear(asked: set[str], meant: Sequence[Document]) -> bool:
    if any(set(topic_stems(document.title)) == asked for document in meant):
        return True
    # A part of a word ("Ausweis" in "Personalausweis") is what makes a question unclear; a word of its own in
    # the first title alone makes it clear.
    whole = [one for one in meant if asked <= {stem(word) for word in words(one.title)}]
    return len(whole) == 1 and whole[0] is meant[0]
