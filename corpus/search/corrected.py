"""Words of a question that no document says, as the documents' words that may have been meant."""

from collections.abc import Callable, Sequence
from functools import cache

from corpus.analysis.tokens import stems
from corpus.analysis.typing_errors import SHORTEST, corrections, most_edits
from corpus.lexicon import load_lexicon

Vocabulary = Callable[[str, int, int], Sequence[tuple[str, int]]]
"""The stems that begin so and have from so many to so many letters, each with the number of its documents."""

_WEIGHT = 0.6
_FEW = 3
"""Unknown words of one question that are looked up; a question of more is of another language."""


def corrected(question: str, vocabulary: Vocabulary) -> dict[str, float]:
    """Stems that `question` may have meant, with their weights beside a word that was typed right.

    A word counts as mistyped that neither a document nor the lexicon says.
    """
    found: dict[str, float] = {}
    unknown = [one for one in dict.fromkeys(stems(question)) if _is_unknown(one, vocabulary)]
    for one in unknown if len(unknown) <= _FEW else ():
        edits = most_edits(one)
        near = vocabulary(one[:2], len(one) - edits, len(one) + edits)
        for meant in corrections(one, near):
            found[meant.word] = max(found.get(meant.word, 0.0), _WEIGHT / max(1.0, meant.cost))
    return found


def _is_unknown(stem: str, vocabulary: Vocabulary) -> bool:
    if len(stem) < SHORTEST or not stem.isalpha() or not stem.isascii():
        return False
    said = vocabulary(stem, len(stem), len(stem))
    return not said and stem not in _lexicon_stems()


@cache
def _lexicon_stems() -> frozenset[str]:
    lexicon = load_lexicon()
    texts = [text for service in lexicon.services for text in (*service.official, *service.phrases)]
    texts.extend(name for service in lexicon.services for names in service.names.values() for name in names)
    for official, colloquial in (*lexicon.thesaurus.items(), *lexicon.common.items()):
        texts.extend((official, *colloquial))
    return frozenset(stems("\n".join(texts)))
