"""Sees to it that of a prompt only what is new is evaluated."""

from __future__ import annotations

import ctypes

import llama_cpp

from bot.model.inference.llama import CountingLlama
from bot.model.inference.saved_states import SavedState, SavedStates, Tokens, shared


class PrefixKeeper:
    """Brings a model to the state from which a prompt needs the least reading, and saves fixed parts.

    Belongs to the thread that generates. Nothing here changes what is written: states are exact copies.
    """

    def __init__(self, llama: CountingLlama, state_bytes: int) -> None:
        self._llama = llama
        self.cuts_back = not (
            llama_cpp.llama_model_is_recurrent(llama.model) or llama_cpp.llama_model_is_hybrid(llama.model)
        )
        self.states = SavedStates(state_bytes, whole=not self.cuts_back)
        self.loaded = 0
        self.saved = 0

    def prepare(self, tokens: Tokens, fixed: int, *, sure: bool) -> None:
        """Load the best state, and read and save the first `fixed` tokens where that will pay.

        What is left of the prompt is read by whoever generates. Raises what evaluating raises.
        """
        best = self.states.best(tokens)
        if best is not None and self.states.spares(best, tokens) > self._spared_now(tokens):
            self._load(best)
        fixed = min(fixed, len(tokens) - 1)
        if self.states.worth_saving(tokens[:fixed], sure=sure):
            self._read(tokens, fixed)
            self._save(tokens[:fixed])

    def _spared_now(self, tokens: Tokens) -> int:
        held = self._llama.input_ids[: self._llama.n_tokens]
        common = min(shared(held, tokens), len(tokens) - 1)
        return common if self.cuts_back or common == len(held) else 0

    def _read(self, tokens: Tokens, fixed: int) -> None:
        """Bring the model to the state after exactly the first `fixed` tokens."""
        llama, spared = self._llama, min(self._spared_now(tokens), fixed)
        if spared == 0 or (not self.cuts_back and self._spared_now(tokens) > fixed):
            llama.reset()
            spared = 0
        llama_cpp.llama_memory_seq_rm(llama_cpp.llama_get_memory(llama.ctx), -1, spared, -1)
        llama.n_tokens = spared
        llama.eval(tokens[spared:fixed])
        llama.needs_fresh_logits()

    def _save(self, tokens: Tokens) -> None:
        size = llama_cpp.llama_state_seq_get_size(self._llama.ctx, 0)
        if size > self.states.limit:
            return
        buffer = (ctypes.c_uint8 * size)()
        written = llama_cpp.llama_state_seq_get_data(self._llama.ctx, buffer, size, 0)
        if written:
            self.states.put(SavedState(tokens, ctypes.string_at(buffer, written)))
            self.saved += 1

    def _load(self, state: SavedState) -> None:
        llama, size = self._llama, len(state.data)
        llama.reset()
        llama_cpp.llama_memory_clear(llama_cpp.llama_get_memory(llama.ctx), True)
        buffer = (ctypes.c_uint8 * size).from_buffer_copy(state.data)
        if llama_cpp.llama_state_seq_set_data(llama.ctx, buffer, size, 0) == 0:
            # Nothing is lost but time: the prompt is read from its beginning.
            self.states.forget(state.tokens)
            return
        llama.input_ids[: len(state.tokens)] = state.tokens
        llama.n_tokens = len(state.tokens)
        llama.needs_fresh_logits()
        self.loaded += 1
