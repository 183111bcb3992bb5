"""`lotse ask`: a question in the terminal."""

import asyncio
import logging
from typing import Annotated

import typer

from api.cli.terminal import clear_errors, fail
from api.logs import configure_logs
from api.settings import Settings, read_settings
from bot.answer import Answer, Style
from bot.request import Question, QuestionError

_MODEL_SECONDS = 120.0


def ask(
    question: Annotated[str, typer.Argument(help="die Frage, in Anführungszeichen")],
    city: Annotated[str | None, typer.Option(help="Kennung der Stadt, wenn es mehrere gibt")] = None,
    language: Annotated[str | None, typer.Option(help="Sprache der Antwort, z. B. en")] = None,
    einfach: Annotated[bool, typer.Option("--einfach", help="in einfacher Sprache")] = False,
    json: Annotated[bool, typer.Option("--json", help="die Antwort als JSON")] = False,
) -> None:
    """Beantwortet eine Frage, mit Quellen."""
    configure_logs(logging.ERROR)
    style = Style.EINFACH if einfach else Style.STANDARD
    with clear_errors():
        answer = asyncio.run(
            _answer(read_settings(), city, Question(text=question, language=language, style=style))
        )
    if json:
        typer.echo(answer.model_dump_json(indent=2))
        return
    from rich.console import Console
    from rich.markdown import Markdown

    from api.answer_text import answer_markdown

    Console().print(Markdown(answer_markdown(answer)))


async def _answer(settings: Settings, city: str | None, question: Question) -> Answer:
    from api.problems import Problem, question_problem
    from api.state import make_state

    state = make_state(settings)
    try:
        found = state.city(city)
        await state.prepare()
        await state.model.wait(_MODEL_SECONDS)
        assistant = await state.assistant(found)
        return await assistant.answer(question)
    except QuestionError as error:
        fail(question_problem(error, found, 500, question.language).detail)
        raise
    except Problem as problem:
        fail(problem.reason or problem.detail)
        raise
    finally:
        await state.close()
