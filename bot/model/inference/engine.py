"""llama.cpp with one model: reads a prompt, writes an answer, and can be stopped at any moment of both."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import llama_cpp

from bot.model.inference.grammar import Grammar
from bot.model.inference.llama import Cancelled, CountingLlama
from bot.model.inference.measuring import speed_here
from bot.model.inference.prefix_cache import PrefixKeeper
from bot.model.inference.text_pieces import TextPieces
from bot.model.process.options import ServeOptions
from bot.model.speed import Speed

FinishReason = Literal["stop", "length"]


class PromptTooLong(ValueError):
    """The prompt leaves no room for an answer in the model's context."""


@dataclass(frozen=True)
class Order:
    """What is to be generated: the prompt's tokens and how to go on from there.

    `max_tokens` None writes until the model ends or its context is full; `temperature` 0 always takes the
    likeliest token; the same `seed` gives the same answer again, None takes a random one. The first `fixed`
    tokens are expected again in later prompts: certainly where `marked`, else perhaps.
    """

    tokens: tuple[int, ...]
    max_tokens: int | None = None
    temperature: float = 0.8
    top_p: float = 0.95
    seed: int | None = None
    stop: tuple[str, ...] = ()
    grammar: Grammar | None = None
    fixed: int = 0
    marked: bool = False


@dataclass(frozen=True)
class Outcome:
    """How a generation went. Counts are tokens; `cached` of the prompt's tokens needed no evaluation."""

    finish_reason: FinishReason
    prompt: int
    evaluated: int
    written: int
    reading_seconds: float
    writing_seconds: float

    @property
    def cached(self) -> int:
        return self.prompt - self.evaluated


class Engine:
    """One loaded model. Not safe for threads: one generation at a time, always in the same thread."""

    def __init__(self, llama: CountingLlama, state_bytes: int = 0) -> None:
        self._llama = llama
        self.prefix = PrefixKeeper(llama, state_bytes)
        self._vocabulary = llama_cpp.llama_model_get_vocab(llama.model)
        self._last_sign = time.monotonic()
        # llama.cpp asks between the nodes of its graph, so even one long batch ends within milliseconds.
        # The object must live as long as the context does.
        self._abort = llama_cpp.ggml_abort_callback(self._should_abort)
        llama_cpp.llama_set_abort_callback(llama.ctx, self._abort, None)

    def close(self) -> None:
        """Frees the model. While llama.cpp does that, its callback must still be there."""
        self._llama.close()

    @property
    def context(self) -> int:
        """The most tokens that prompt and answer may have together."""
        return int(self._llama.n_ctx())

    @property
    def silent_seconds(self) -> float:
        """Seconds since llama.cpp last gave a sign of life, for telling a long computation from a hang."""
        return time.monotonic() - self._last_sign

    def tokens(self, prompt: str) -> tuple[int, ...]:
        """The prompt's tokens, with the beginning-of-text token that the model expects, once.

        Raises PromptTooLong.
        """
        too_long = PromptTooLong(
            f"The prompt is longer than the model's context of {self.context} tokens: "
            "shorten it or raise --context."
        )
        # No token is longer than some 100 bytes in practice; don't spend minutes on tokenising megabytes.
        if len(prompt) > self.context * 128:
            raise too_long
        begin = str(llama_cpp.llama_vocab_get_text(self._vocabulary, self._llama.token_bos()).decode("utf-8"))
        wants_begin = llama_cpp.llama_vocab_get_add_bos(self._vocabulary)
        add_begin = bool(wants_begin) and not (begin and prompt.startswith(begin))
        found = self._llama.tokenize(prompt.encode("utf-8", "replace"), add_bos=add_begin, special=True)
        if len(found) >= self.context:
            raise too_long
        return tuple(found) or (int(self._llama.token_bos()),)

    def speed(self, options: ServeOptions, cancelled: Callable[[], bool]) -> Speed | None:
        """See `measuring.speed_here`."""
        return speed_here(self._llama, options, cancelled)

    def generate(
        self, order: Order, deliver: Callable[[str], None], cancelled: Callable[[], bool]
    ) -> Outcome:
        """Writes an answer and hands its text to `deliver`, piece by piece.

        Raises Cancelled soon after `cancelled` says so, and RuntimeError where llama.cpp fails.
        """
        llama = self._llama
        llama.evaluated, llama.cancelled, self._last_sign = 0, cancelled, time.monotonic()
        try:
            return self._generate(order, deliver)
        except (Cancelled, RuntimeError):
            self._forget_logits()
            if cancelled():
                raise Cancelled from None
            raise
        finally:
            llama.cancelled = lambda: False

    def _generate(self, order: Order, deliver: Callable[[str], None]) -> Outcome:
        llama, pieces = self._llama, TextPieces(order.stop)
        llama.set_seed(order.seed if order.seed is not None else time.monotonic_ns() % 2**32)
        room = self.context - len(order.tokens)
        limit = room if order.max_tokens is None else min(order.max_tokens, room)
        started = time.monotonic()
        reading, evaluated, written = 0.0, 0, 0
        finish: FinishReason = "length"
        self.prefix.prepare(order.tokens, order.fixed, sure=order.marked)
        tokens = llama.generate(
            list(order.tokens),
            temp=order.temperature,
            top_p=order.top_p,
            grammar=order.grammar.for_llama() if order.grammar else None,
        )
        try:
            for token in tokens:
                if not reading:
                    reading, evaluated = time.monotonic() - started, llama.evaluated
                if llama_cpp.llama_vocab_is_eog(self._vocabulary, token):
                    finish = "stop"
                    break
                written += 1
                if text := pieces.add(self._bytes_of(token)):
                    deliver(text)
                if pieces.stopped:
                    finish = "stop"
                    break
                if written >= limit:
                    break
        finally:
            tokens.close()
        if rest := pieces.rest():
            deliver(rest)
        writing = time.monotonic() - started - reading
        return Outcome(finish, len(order.tokens), evaluated, written, reading, writing)

    def _bytes_of(self, token: int) -> bytes:
        """The bytes a token stands for; none for control tokens."""
        size = 64
        while True:
            buffer = ctypes.create_string_buffer(size)
            length = llama_cpp.llama_token_to_piece(self._vocabulary, token, buffer, size, 0, False)
            if length >= 0:
                return buffer.raw[:length]
            size = -length

    def _forget_logits(self) -> None:
        """After a broken evaluation: keep what was evaluated, but sample nothing from what is left."""
        kept = self._llama.n_tokens
        self._llama.reset()
        if self.prefix.cuts_back:
            self._llama.n_tokens = kept

    def _should_abort(self, _: object) -> bool:
        self._last_sign = time.monotonic()
        return bool(self._llama.cancelled())
