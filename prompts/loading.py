"""Reads a prompt from its Markdown file into LangChain's chat prompt."""

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from langchain_core.prompts import ChatPromptTemplate

FALLBACK = "de"
_PART = re.compile(r"^# (system|human)\n(.*?)(?=^# (?:system|human)\n|\Z)", re.MULTILINE | re.DOTALL)


class PromptError(Exception):
    """A prompt file without the front matter or parts that it needs."""


@cache
def load_prompt(name: str, language: str = FALLBACK) -> "ChatPromptTemplate":
    """The prompt `name` in `language`, in German where that language has none.

    The file has YAML front matter (`name`, `language`, `version`) and the parts `# system` and `# human`;
    `{placeholders}` are filled when it is used. Raises `PromptError`.
    """
    from langchain_core.prompts import ChatPromptTemplate

    path = files("prompts").joinpath(language, f"{name}.md")
    if not path.is_file():
        path = files("prompts").joinpath(FALLBACK, f"{name}.md")
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    meta = yaml.safe_load(front)
    parts = [(role, text.strip()) for role, text in _PART.findall(body)]
    if [role for role, _ in parts] != ["system", "human"] or not {"name", "language", "version"} <= set(meta):
        raise PromptError(f"prompts/{language}/{name}.md needs name, language, version, # system and # human")
    template = ChatPromptTemplate.from_messages(parts)
    template.metadata = meta
    return template
