"""Phrases that stand for things: which of them a question says, and how well each thing fits."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from corpus.analysis.tokens import words
from corpus.lexicon.phrases import Phrase, Question, read_phrase

_WORD_FOR_WORD = "="


class PhraseTable:
    """Looks phrases up in questions.

    A phrase's words may stand in any order, near to each other; one that begins with = must stand in the
    question word for word. A word that ends in * stands for all that begin so.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        """`phrases` maps each key to its phrases."""
        self._loose: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        self._strict: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for key, texts in phrases.items():
            for text in texts:
                if text.startswith(_WORD_FOR_WORD):
                    found = tuple(words(text))
                    self._strict[found[0]].append((found, key))
                else:
                    phrase = read_phrase(text)
                    self._loose[phrase.rarest].append((phrase, key))

    def fits(self, text: str) -> list[tuple[str, float]]:
        """The keys whose phrases `text` says, best first, each with how well it fits (more than 0).

        It is the measure of `Phrase.fit`: more for more and longer words.
        """
        asked = Question(text)
        fits: dict[str, float] = {}
        for word in asked.lookups:
            for phrase, key in self._loose.get(word, ()):
                fits[key] = max(fits.get(key, 0.0), phrase.fit(asked))
        said = words(text)
        for place, word in enumerate(said):
            for phrase_words, key in self._strict.get(word, ()):
                if tuple(said[place : place + len(phrase_words)]) == phrase_words:
                    fits[key] = max(fits.get(key, 0.0), float(len(phrase_words)))
        return sorted(((key, fit) for key, fit in fits.items() if fit > 0), key=lambda entry: -entry[1])
