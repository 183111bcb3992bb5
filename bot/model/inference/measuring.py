"""Measures how fast a loaded model reads and writes here, in a few hundred milliseconds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter

from bot.model.inference.llama import Cancelled, CountingLlama
from bot.model.process.options import ServeOptions
from bot.model.speed import KeptSpeeds, Speed

log = logging.getLogger(__name__)

_FIRST_TOKENS = 32
_LONGEST_PROMPT = 256
_ENOUGH_SECONDS = 0.15
_WRITTEN_SECONDS = 0.2
_MOST_WRITTEN = 32


def speed_here(llama: CountingLlama, options: ServeOptions, cancelled: Callable[[], bool]) -> Speed | None:
    """The speed kept for this file and machine, else a new measurement, which is kept; None if cancelled.

    The weights are read into memory either way, so that the first question needn't wait for the disk.
    """
    llama.cancelled = cancelled
    try:
        _read(llama, 1)
        speed = _kept(options)
        if speed is None:
            speed = measure(llama)
            _keep(options, speed)
    except (Cancelled, RuntimeError) as error:
        # A model that can't compute says so when it is asked; here only the measurement is missing.
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


def measure(llama: CountingLlama) -> Speed:
    """Tokens per second, read in prompts that grow until one takes long enough to be timed, and written."""
    count = _FIRST_TOKENS
    longest = min(_LONGEST_PROMPT, llama.n_batch, llama.n_ctx() - _MOST_WRITTEN - 1)
    seconds = _read(llama, count)
    while seconds < _ENOUGH_SECONDS and count < longest:
        count = min(longest, max(count * 2, int(count * _ENOUGH_SECONDS / max(seconds, 1e-6))))
        seconds = _read(llama, count)
    written, began = 0, perf_counter()
    while written < 2 or (written < _MOST_WRITTEN and perf_counter() - began < _WRITTEN_SECONDS):
        llama.eval([_token(llama, written)])
        llama.sample()
        written += 1
    return Speed(count / seconds, written / (perf_counter() - began))


def _read(llama: CountingLlama, count: int) -> float:
    """Seconds for reading so many tokens from the beginning. Only their number matters."""
    llama.reset()
    tokens = [_token(llama, number) for number in range(count)]
    began = perf_counter()
    llama.eval(tokens)
    # Decoding may go on in the background until something is asked of it.
    llama.sample()
    return perf_counter() - began


def _token(llama: CountingLlama, number: int) -> int:
    return (
        (int(llama.token_bos()) + 7 * number) % int(llama.n_vocab()) if number else max(0, llama.token_bos())
    )
