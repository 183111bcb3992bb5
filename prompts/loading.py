"""Reads a prompt from its Markdown file into LangChain's chat prompt."""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import yaml

if TYPE_CHECKING:
    from langchain_core.prompts import ChatPromptTemplate

FALLBACK = "de"
STANDARD = "standard"
Turn = Literal["human", "again"]
_PART = re.compile(
    r"^# (system|human|again)\n(.*?)(?=^# (?:system|human|again)\n|\Z)", re.MULTILINE | re.DOTALL
)
_FRONT = frozenset({"name", "language", "style", "version"})


class PromptError(Exception):
    """A prompt file that is missing, or without the front matter or parts that it needs."""


@cache
def load_prompt(
    name: str, language: str = FALLBACK, style: str = STANDARD, *, turn: Turn = "human"
) -> "ChatPromptTemplate":
    """The prompt `name` in `language` and `style`; the standard style's where the style has none of its own.

    The file has YAML front matter (`name`, `language`, `style`, `version`), the part `# system`, which is
    the same for every request and has no `{placeholders}`, and `# human`, whose `{placeholders}` are filled
    when it is used. `turn` "again" takes the part `# again` instead, with which sentences are sent back.
    Raises `PromptError`.
    """
    from langchain_core.prompts import ChatPromptTemplate

    folder = files("prompts").joinpath(language)
    path = folder.joinpath(f"{name}-{style}.md")
    if not path.is_file():
        path = folder.joinpath(f"{name}.md")
    if not path.is_file():
        raise PromptError(f"prompts/{language}/{name}.md is missing.")
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    meta = yaml.safe_load(front)
    parts = {role: text.strip() for role, text in _PART.findall(body)}
    if not {"system", turn} <= set(parts) or not set(meta) >= _FRONT or "{" in parts["system"]:
        raise PromptError(
            f"{path.name} needs {', '.join(sorted(_FRONT))}, # system without placeholders, and # {turn}."
        )
    template = ChatPromptTemplate.from_messages([("system", parts["system"]), ("human", parts[turn])])
    template.metadata = meta
    return template


def prompt_languages(name: str) -> tuple[str, ...]:
    """The languages that have a prompt `name`, sorted."""
    folders = (entry for entry in files("prompts").iterdir() if entry.is_dir())
    return tuple(sorted(folder.name for folder in folders if folder.joinpath(f"{name}.md").is_file()))
