"""Puts the examples' questions to the sample city and gives what came."""

import asyncio
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.answer import Answer, Style
from bot.assistant import Assistant
from bot.request import Question
from evaluation.musterstadt.measuring import opened_musterstadt

WEBSITE = "https://www.musterstadt.example"


class Asked(BaseModel):
    """A question as a citizen puts it, in the language and style that they have chosen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    language: str | None = None
    style: Style = Style.STANDARD
    after: str | None = None


@dataclass(frozen=True)
class Example:
    """A question and its whole answer."""

    asked: Asked
    answer: Answer


Groups = dict[str, list[Example]]


def examples(data: Path) -> tuple[Groups, Callable[[str], str]]:
    """All examples by the title of their group, and what turns the served addresses into the city's.

    Embeddings are kept in `data`. Raises `EvaluationError`.
    """
    with opened_musterstadt(data) as system:
        groups = asyncio.run(_ask_all(system.assistant))
        served = str(system.assistant.city.website).rstrip("/")
    return groups, lambda text: text.replace(served, WEBSITE)


def asked_groups() -> dict[str, list[Asked]]:
    """The questions by the title of their group, in order."""
    text = (files("evaluation.examples") / "questions.toml").read_text(encoding="utf-8")
    return {
        group["title"]: [Asked.model_validate(one) for one in group["questions"]]
        for group in tomllib.loads(text)["group"]
    }


async def _ask_all(assistant: Assistant) -> Groups:
    return {
        title: [Example(one, await _ask(assistant, one)) for one in questions]
        for title, questions in asked_groups().items()
    }


async def _ask(assistant: Assistant, asked: Asked) -> Answer:
    context = None
    if asked.after:
        before = await assistant.examine(Question(text=asked.after, language=asked.language))
        context = before.answer.context
    question = Question(text=asked.text, language=asked.language, style=asked.style, context=context)
    return (await assistant.examine(question)).answer
