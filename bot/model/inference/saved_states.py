"""States of a model after the fixed parts of its prompts, so that changing between them costs no reading."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

Tokens = tuple[int, ...]

# Shorter ones are read again as quickly as they are copied.
_LEAST_TOKENS = 16
_REMEMBERED = 64


@dataclass(frozen=True)
class SavedState:
    """What llama.cpp holds (its cache of keys and values, or a recurrent state) after these tokens."""

    tokens: Tokens
    data: bytes


def shared(one: Sequence[int], other: Sequence[int]) -> int:
    """How many tokens two sequences have in common at their beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class SavedStates:
    """A few states, at most `limit` bytes together; the one that was used least recently goes first.

    `whole` are models whose state can't be cut back (recurrent ones): theirs serves only prompts that begin
    with all of it.
    """

    def __init__(self, limit: int, *, whole: bool = False) -> None:
        self.limit = limit
        self.bytes = 0
        self._whole = whole
        self._states: OrderedDict[Tokens, SavedState] = OrderedDict()
        self._seen: deque[int] = deque(maxlen=_REMEMBERED)

    def __len__(self) -> int:
        return len(self._states)

    def best(self, tokens: Tokens) -> SavedState | None:
        """The state that spares this prompt the most reading, or None."""
        usable = max(self._states.values(), key=lambda state: self.spares(state, tokens), default=None)
        if usable is None or self.spares(usable, tokens) == 0:
            return None
        self._states.move_to_end(usable.tokens)
        return usable

    def spares(self, state: SavedState, tokens: Tokens) -> int:
        """How many tokens of a prompt needn't be read with this state; the last one always is."""
        common = shared(state.tokens, tokens)
        if self._whole:
            return common if common == len(state.tokens) < len(tokens) else 0
        return min(common, len(tokens) - 1)

    def worth_saving(self, tokens: Tokens, *, sure: bool) -> bool:
        """Whether the state after these tokens should be saved.

        Those that a client marked as fixed (`sure`) at once; others when they come a second time, so that
        prompts that never come again push nothing out.
        """
        if len(tokens) < _LEAST_TOKENS or self.limit == 0 or tokens in self._states:
            return False
        if not self._whole and any(shared(known, tokens) == len(tokens) for known in self._states):
            return False
        if sure:
            return True
        known_before = hash(tokens) in self._seen
        self._seen.append(hash(tokens))
        return known_before

    def put(self, state: SavedState) -> None:
        """Keeps a state, unless it alone is larger than the limit."""
        if len(state.data) > self.limit:
            return
        self.forget(state.tokens)
        self._states[state.tokens] = state
        self.bytes += len(state.data)
        while self.bytes > self.limit:
            self.forget(next(iter(self._states)))

    def forget(self, tokens: Tokens) -> None:
        """Drops the state after these tokens, if there is one."""
        if (gone := self._states.pop(tokens, None)) is not None:
            self.bytes -= len(gone.data)
