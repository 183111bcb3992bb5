"""Questions and outcomes as the tests need them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.outcome import Outcome
from evaluation.questions import GoldQuestion

MakeOutcome = Callable[..., Outcome]
WriteLines = Callable[..., Path]


@pytest.fixture
def outcome() -> MakeOutcome:
    """Makes an outcome; what isn't said is harmless."""

    def make(
        *,
        status: str = "answered",
        ranked: tuple[str, ...] = (),
        text: str = "",
        milliseconds: float = 10.0,
        **question: Any,
    ) -> Outcome:
        asked = GoldQuestion.model_validate({"id": "q1", "kind": "plain", "question": "Was?", **question})
        return Outcome(asked, status, ranked, text, (), milliseconds)

    return make


@pytest.fixture
def write_lines(tmp_path: Path) -> WriteLines:
    """Writes objects as JSON lines; a text is written as it is."""

    def write(name: str, *lines: dict[str, Any] | str) -> Path:
        path = tmp_path / name
        texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
        path.write_text("\n".join(texts) + "\n", encoding="utf-8")
        return path

    return write
