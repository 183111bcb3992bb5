"""Takes compounds apart with the lexicon's own words: "Hundesteuermarke" is "Hund", "Steuer" and "Marke"."""

from collections.abc import Iterable

from corpus.analysis.tokens import stem

_SHORTEST = 4
_REMEMBERED = 100_000


class Splitter:
    """Splits a word where both sides are known words; the letter between them ("s", "en") falls away."""

    def __init__(self, known: Iterable[str]) -> None:
        """`known` are folded words; those of under four letters are too short to be parts."""
        self._known = frozenset(stem(word) for word in known if len(word) >= _SHORTEST and word.isalpha())
        self._parts: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The stems of the parts of a folded word, in order; its own stem if it is no compound."""
        if (found := self._parts.get(word)) is None:
            found = self._split(word)
            # Titles repeat; what a stranger types must not fill the memory.
            if len(self._parts) < _REMEMBERED:
                self._parts[word] = found
        return found

    def _split(self, word: str) -> tuple[str, ...]:
        cuts = [cut for cut in range(_SHORTEST, len(word) - _SHORTEST + 1) if stem(word[cut:]) in self._known]
        # The cut nearest to the middle: "Personal-ausweis" rather than "Personalau-sweis".
        for cut in sorted(cuts, key=lambda cut: abs(2 * cut - len(word))):
            if stem(word[:cut]) in self._known:
                return (*self.parts(word[:cut]), *self.parts(word[cut:]))
        for cut in cuts:
            if len(before := self.parts(word[:cut])) > 1:
                return (*before, *self.parts(word[cut:]))
        return (stem(word),)
