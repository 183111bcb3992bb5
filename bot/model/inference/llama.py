"""llama-cpp-python's model class, made interruptible, and counting what it evaluates."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import llama_cpp


class Cancelled(Exception):
    """The generation was given up because nobody waits for it any more."""


class CountingLlama(llama_cpp.Llama):  # type: ignore[misc]  # llama_cpp is untyped for mypy here
    """A `Llama` that looks up between batches whether to go on, and counts the tokens that it evaluates."""

    evaluated: int = 0
    cancelled: Callable[[], bool] = staticmethod(lambda: False)

    def eval(self, tokens: Sequence[int]) -> None:
        for start in range(0, len(tokens), self.n_batch):
            if self.cancelled():
                raise Cancelled
            batch = tokens[start : start + self.n_batch]
            super().eval(batch)
            self.evaluated += len(batch)

    def needs_fresh_logits(self) -> None:
        """To be called after the state was changed by other means: nothing may be sampled from it."""
        self._requires_eval = True
