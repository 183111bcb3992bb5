"""When a model is left alone, and when it is tried again."""

import pytest

from bot.model.client.circuit_breaker import Breaker, BreakerSettings, Circuit
from bot.model.client.failures import ModelFailed, Reason

HANGS = ModelFailed(Reason.TIMEOUT)
SETTINGS = BreakerSettings(failures=3, first_pause=10, longest_pause=25)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock: Clock) -> Breaker:
    return Breaker(SETTINGS, clock)


def fail(breaker: Breaker, times: int = 1, failure: ModelFailed = HANGS) -> None:
    for _ in range(times):
        breaker.enter()
        breaker.failed(failure)


def refused(breaker: Breaker) -> bool:
    with pytest.raises(ModelFailed) as left_alone:
        breaker.enter()
    return left_alone.value.reason is Reason.LEFT_ALONE


def test_it_opens_after_so_many_failures_in_a_row(breaker: Breaker) -> None:
    fail(breaker, 2)
    assert breaker.circuit is Circuit.CLOSED
    fail(breaker)
    assert breaker.circuit is Circuit.OPEN
    assert refused(breaker)
    assert (breaker.opened, breaker.failures[Reason.TIMEOUT], breaker.failures[Reason.LEFT_ALONE]) == (
        1,
        3,
        1,
    )


def test_an_answer_in_between_begins_the_count_anew(breaker: Breaker) -> None:
    fail(breaker, 2)
    breaker.enter()
    breaker.succeeded()
    fail(breaker, 2)
    assert breaker.circuit is Circuit.CLOSED


def test_after_the_pause_one_request_tries_it_and_the_others_wait(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now = 9.9
    assert refused(breaker)
    clock.now = 10
    assert breaker.circuit is Circuit.HALF_OPEN
    breaker.enter()
    assert refused(breaker)
    breaker.succeeded()
    assert breaker.circuit is Circuit.CLOSED
    breaker.enter()


def test_a_failed_trial_doubles_the_pause_up_to_the_longest(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now = 10
    fail(breaker)
    clock.now = 29.9
    assert refused(breaker)
    clock.now = 30
    fail(breaker)
    clock.now = 54.9
    assert refused(breaker)
    clock.now = 55
    breaker.enter()
    breaker.succeeded()
    fail(breaker, 3)
    clock.now = 65
    assert breaker.circuit is Circuit.HALF_OPEN


def test_a_trial_that_nobody_waited_for_leaves_the_next_one_free(breaker: Breaker, clock: Clock) -> None:
    fail(breaker, 3)
    clock.now = 10
    breaker.enter()
    breaker.left()
    assert breaker.circuit is Circuit.HALF_OPEN
    breaker.enter()


def test_a_full_queue_and_a_refused_prompt_are_no_fault(breaker: Breaker) -> None:
    fail(breaker, 5, ModelFailed(Reason.OVERLOADED))
    fail(breaker, 5, ModelFailed(Reason.REFUSED, "HTTP 400"))
    assert breaker.circuit is Circuit.CLOSED
    assert breaker.failures[Reason.OVERLOADED] == 5


def test_a_wrong_key_is(breaker: Breaker) -> None:
    fail(breaker, 3, ModelFailed(Reason.REFUSED, "HTTP 401", lasting=True))
    assert breaker.circuit is Circuit.OPEN
