"""What is measured of a model's speed, by a clock that the test turns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import pytest

from bot.model.inference.llama import CountingLlama
from bot.model.inference.measuring import measure


class Timed:
    """Takes the place of a model; each evaluation turns the clock on, those of `disturbed` by much more."""

    n_batch = 256

    def __init__(self, *, read: float, write: float, disturbed: Sequence[int] = ()) -> None:
        self._read, self._write, self._disturbed = read, write, disturbed
        self.now = 0.0
        self.evaluations = 0

    def eval(self, tokens: Sequence[int]) -> None:
        self.now += self._write if len(tokens) == 1 else self._read * len(tokens)
        self.now += 2.0 if self.evaluations in self._disturbed else 0.0
        self.evaluations += 1

    def sample(self) -> int:
        return 0

    def reset(self) -> None:
        pass

    def n_ctx(self) -> int:
        return 4096

    def token_bos(self) -> int:
        return 1

    def n_vocab(self) -> int:
        return 1000


def measured(model: Timed) -> tuple[float, float]:
    speed = measure(cast("CountingLlama", model), lambda: model.now)
    return speed.prompt_tokens_per_second, speed.written_tokens_per_second


def test_the_speed_is_that_of_the_clock() -> None:
    assert measured(Timed(read=1 / 120, write=1 / 26)) == (pytest.approx(120), pytest.approx(26))


@pytest.mark.parametrize("disturbed", [(0,), (1,), (3,), (7,)])
def test_a_moment_in_which_others_compute_changes_nothing(disturbed: tuple[int, ...]) -> None:
    model = Timed(read=1 / 1000, write=1 / 100, disturbed=disturbed)
    assert measured(model) == (pytest.approx(1000), pytest.approx(100))


def test_a_slow_model_is_not_measured_for_long() -> None:
    model = Timed(read=1 / 8, write=1 / 2)
    assert measured(model) == (pytest.approx(8), pytest.approx(2))
    assert model.now < 11
