"""Counters and gauges of the model's process, for `/metrics`."""

from __future__ import annotations

from collections import deque
from typing import Literal

from prometheus_client import CollectorRegistry, Counter, Gauge, generate_latest

from bot.model.inference.engine import Outcome
from bot.model.inference.prefix_cache import PrefixKeeper
from bot.model.speed import Speed

Result = Literal["answered", "cancelled", "failed", "rejected"]


class Figures:
    """What the process has done so far, in a registry of its own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        # How long the last answers took, for estimating a waiting time.
        self._durations: deque[float] = deque(maxlen=10)
        self._requests = self._counter("requests", "Requests by result.", ("result",))
        self._prompt = self._counter("prompt_tokens", "Prompt tokens of answered requests.")
        self._evaluated = self._counter(
            "prompt_tokens_evaluated", "Prompt tokens evaluated, that is not taken from the cached prefix."
        )
        self._written = self._counter("completion_tokens", "Tokens written.")
        self._reading_seconds = self._counter("prompt_seconds", "Seconds spent on reading prompts.")
        self._writing_seconds = self._counter("completion_seconds", "Seconds spent on writing.")
        self._busy_seconds = self._counter("busy_seconds", "Seconds of computing, given-up answers included.")
        self._reading_speed = self._gauge(
            "prompt_tokens_per_second", "Speed of reading the last long prompt."
        )
        self._writing_speed = self._gauge("completion_tokens_per_second", "Speed of writing the last answer.")
        self._states_loaded = self._gauge(
            "states_loaded", "How often a saved state of a fixed part was used."
        )
        self._states_saved = self._gauge("states_saved", "How often the state of a fixed part was saved.")
        self._state_bytes = self._gauge("state_bytes", "Memory of the saved states.")
        self.waiting = self._gauge("queue_length", "Requests that wait.")
        self.busy = self._gauge("busy", "1 while an answer is being computed.")

    def count(self, result: Result) -> None:
        """One request ended like this."""
        self._requests.labels(result).inc()

    def record(self, outcome: Outcome) -> None:
        """Adds what an answered request took."""
        self.count("answered")
        self._prompt.inc(outcome.prompt)
        self._evaluated.inc(outcome.evaluated)
        self._written.inc(outcome.written)
        self._reading_seconds.inc(outcome.reading_seconds)
        self._writing_seconds.inc(outcome.writing_seconds)
        # Few tokens say nothing about the speed: the first one written comes with the prompt.
        if outcome.evaluated >= 32 and outcome.reading_seconds > 0:
            self._reading_speed.set(outcome.evaluated / outcome.reading_seconds)
        if outcome.written > 1 and outcome.writing_seconds > 0:
            self._writing_speed.set((outcome.written - 1) / outcome.writing_seconds)
        self._durations.append(outcome.reading_seconds + outcome.writing_seconds)

    def computed(self, seconds: float) -> None:
        """So long the model computed for a request, however it ended."""
        self._busy_seconds.inc(seconds)

    def show_speed(self, speed: Speed | None) -> None:
        """Begins with what was measured at the start."""
        if speed is not None:
            self._reading_speed.set(speed.prompt_tokens_per_second)
            self._writing_speed.set(speed.written_tokens_per_second)

    def show_states(self, prefix: PrefixKeeper) -> None:
        """Takes over what became of the saved states of fixed parts."""
        self._states_loaded.set(prefix.loaded)
        self._states_saved.set(prefix.saved)
        self._state_bytes.set(prefix.states.bytes)

    def seconds_for(self, requests: int) -> int:
        """A guess, in whole seconds and at least 1, of how long this many answers will take."""
        mean = sum(self._durations) / len(self._durations) if self._durations else 5.0
        return max(1, round(mean * requests))

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self._registry)

    def _counter(self, name: str, help_text: str, labels: tuple[str, ...] = ()) -> Counter:
        return Counter(f"lotse_model_{name}", help_text, labels, registry=self._registry)

    def _gauge(self, name: str, help_text: str) -> Gauge:
        return Gauge(f"lotse_model_{name}", help_text, registry=self._registry)
