"""The server's figures for Prometheus: counts and durations, nothing about who asked what."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.answer import Answer
from bot.model.client.circuit_breaker import Breaker, Circuit
from bot.model.client.failures import Reason
from corpus.store.feedback import Feedback

_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30)


class Figures:
    """Counters of one server, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._answers = Counter(
            "lotse_answers",
            "Answers by city, status and language",
            ["city", "status", "language"],
            registry=self._registry,
        )
        self._seconds = Histogram(
            "lotse_answer_seconds",
            "Seconds from question to complete answer",
            ["city"],
            buckets=_BUCKETS,
            registry=self._registry,
        )
        self._generated = Counter(
            "lotse_generated_answers",
            "Answers with sentences of a language model",
            ["city"],
            registry=self._registry,
        )
        self._left_alone = Gauge(
            "lotse_model_left_alone",
            "1 while the language model isn't asked, after failures in a row",
            registry=self._registry,
        )
        self._failures = Gauge(
            "lotse_model_failures",
            "Requests to the language model that failed since the start, by reason",
            ["reason"],
            registry=self._registry,
        )
        self._feedback = Counter(
            "lotse_feedback",
            "Feedback on answers by city, rating and reason",
            ["city", "rating", "reason"],
            registry=self._registry,
        )

    def count(self, answer: Answer, seconds: float) -> None:
        """Count a finished answer."""
        self._answers.labels(answer.city, answer.status.value, answer.language).inc()
        self._seconds.labels(answer.city).observe(seconds)
        if answer.generated:
            self._generated.labels(answer.city).inc()

    def show_model(self, breaker: Breaker | None) -> None:
        """Take over how the language model's requests ended, and whether it is left alone."""
        if breaker is None:
            return
        self._left_alone.set(breaker.circuit is not Circuit.CLOSED)
        for reason in Reason:
            self._failures.labels(reason.value).set(breaker.failures[reason])

    def count_feedback(self, feedback: Feedback) -> None:
        """Count what somebody said of an answer."""
        reason = feedback.reason.value if feedback.reason else ""
        self._feedback.labels(feedback.city, feedback.rating.value, reason).inc()

    def text(self) -> bytes:
        """All figures in Prometheus' text format."""
        return generate_latest(self._registry)
