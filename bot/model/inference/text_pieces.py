"""Turns the bytes of generated tokens into text that may be shown."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextPieces:
    """Collects the bytes of one answer and releases text as soon as it is certain.

    A token may be a part of a character, so bytes are held back until they are valid UTF-8; bytes that never
    become valid are released as U+FFFD. Text that may be the beginning of a stop sequence is held back, too,
    and what follows a stop sequence, the sequence included, is never released.
    """

    def __init__(self, stop: Sequence[str] = ()) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._stop = tuple(sequence for sequence in stop if sequence)
        self._held = ""
        self.stopped = False

    def add(self, raw: bytes) -> str:
        """The text that a token's bytes release; empty while all of it is uncertain, or after a stop."""
        if self.stopped:
            return ""
        self._held += self._decoder.decode(raw)
        ends = [end for sequence in self._stop if (end := self._held.find(sequence)) >= 0]
        if ends:
            self.stopped = True
            return self._release(min(ends))
        return self._release(len(self._held) - self._uncertain())

    def rest(self) -> str:
        """What was held back, once no more tokens come. A character cut in the middle is dropped."""
        return "" if self.stopped else self._release(len(self._held))

    def _release(self, end: int) -> str:
        text, self._held = self._held[:end], self._held[end:]
        return text

    def _uncertain(self) -> int:
        """How many characters at the end of the held text may be the beginning of a stop sequence."""
        longest = max((len(sequence) - 1 for sequence in self._stop), default=0)
        for length in range(min(longest, len(self._held)), 0, -1):
            if any(sequence.startswith(self._held[-length:]) for sequence in self._stop):
                return length
        return 0
