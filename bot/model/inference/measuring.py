"""Measures how fast a loaded model reads and writes here, in about a second."""

from __future__ import annotations

import logging
from collections.abc import Callable
from statistics import median
from time import perf_counter

from bot.model.inference.llama import Cancelled, CountingLlama
from bot.model.process.options import ServeOptions
from bot.model.speed import KeptSpeeds, Speed

log = logging.getLogger(__name__)

_FIRST_TOKENS = 32
_LONGEST_PROMPT = 256
_ENOUGH_SECONDS = 0.15
_READ_AGAIN = 3
_READ_AGAIN_SECONDS = 4.0
_WRITTEN_SECONDS = 0.2
_LEAST_WRITTEN = 4
_MOST_WRITTEN = 32
Clock = Callable[[], float]


def speed_here(llama: CountingLlama, options: ServeOptions, cancelled: Callable[[], bool]) -> Speed | None:
    """The speed kept for this file and machine, else a new measurement, which is kept; None if cancelled.

    The weights are read into memory either way, so that the first question needn't wait for the disk.
    """
    llama.cancelled = cancelled
    try:
        _read(llama, 1, perf_counter)
        speed = _kept(options)
        if speed is None:
            speed = measure(llama)
            _keep(options, speed)
    except (Cancelled, RuntimeError) as error:
        # A model that can't compute says so when it is asked; here only the measurement is missing.
        if not cancelled():
            log.warning("The speed wasn't measured: %s", type(error).__name__)
        return None
    finally:
        llama.cancelled = lambda: False
        llama.reset()
    return speed


def _kept(options: ServeOptions) -> Speed | None:
    try:
        return KeptSpeeds(options.speeds).get(options.model, options.threads) if options.speeds else None
    except OSError:
        return None


def _keep(options: ServeOptions, speed: Speed) -> None:
    try:
        if options.speeds is not None:
            KeptSpeeds(options.speeds).put(options.model, options.threads, speed)
    except OSError as error:
        log.warning("The measured speed can't be kept (%s).", error.strerror)


def measure(llama: CountingLlama, clock: Clock = perf_counter) -> Speed:
    """Tokens per second, read in prompts that grow until one takes long enough to be timed, and written.

    What is measured is kept, and a server that starts does much else: so it is the quickest of a few readings
    and the median of the written tokens, which a moment's disturbance doesn't change. `clock` gives seconds.
    """
    count = _FIRST_TOKENS
    longest = min(_LONGEST_PROMPT, llama.n_batch, llama.n_ctx() - _MOST_WRITTEN - 1)
    seconds = _quickest(llama, count, clock)
    while seconds < _ENOUGH_SECONDS and count < longest:
        count = min(longest, max(count * 2, int(count * _ENOUGH_SECONDS / max(seconds, 1e-6))))
        seconds = _quickest(llama, count, clock)
    return Speed(count / seconds, 1 / median(_written(llama, clock)))


def _quickest(llama: CountingLlama, count: int, clock: Clock) -> float:
    """Read so many tokens a few times; seconds of the quickest. What takes long is long enough as it is."""
    times = [_read(llama, count, clock)]
    while len(times) < _READ_AGAIN and sum(times) < _READ_AGAIN_SECONDS:
        times.append(_read(llama, count, clock))
    return min(times)


def _read(llama: CountingLlama, count: int, clock: Clock) -> float:
    """Seconds for reading so many tokens from the beginning. Only their number matters."""
    llama.reset()
    tokens = [_token(llama, number) for number in range(count)]
    began = clock()
    llama.eval(tokens)
    # Decoding may go on in the background until something is asked of it.
    llama.sample()
    return clock() - began


def _written(llama: CountingLlama, clock: Clock) -> list[float]:
    """Seconds of each token written."""
    times: list[float] = []
    while len(times) < _LEAST_WRITTEN or (len(times) < _MOST_WRITTEN and sum(times) < _WRITTEN_SECONDS):
        began = clock()
        llama.eval([_token(llama, len(times))])
        llama.sample()
        times.append(clock() - began)
    return times


def _token(llama: CountingLlama, number: int) -> int:
    return (
        (int(llama.token_bos()) + 7 * number) % int(llama.n_vocab()) if number else max(0, llama.token_bos())
    )
