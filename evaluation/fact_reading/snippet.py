"""A hand-checked snippet: a section as a municipality might write it, and the facts that it states."""

from collections.abc import Iterator
from importlib.resources import as_file, files
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from corpus.records import Section, SectionKind
from evaluation.json_lines import read_lines


class Snippet(BaseModel):
    """One line of `gold/<kind>.jsonl`.

    `text` is written as in `Section.text`. `gold` holds a fact an entry, with the keys that its kind compares
    by; it is empty where nothing must be read. Snippets of the `second` half were written after the work on
    the first one was done, and were measured before anything was changed for them. Those of the `third` were
    written by somebody who hadn't seen the rules; `untouched.json` holds what was measured then.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    heading: str
    text: str
    section: SectionKind
    gold: tuple[dict[str, Any], ...]
    half: Literal["first", "second", "third"] = "first"
    note: str = Field(default="", description="why the gold is as it is, where that isn't plain")

    def as_section(self) -> Section:
        """The snippet as the section that the finders read."""
        return Section(kind=self.section, heading=self.heading, text=self.text)


def snippets(kind: str) -> Iterator[Snippet]:
    """The snippets of a kind; raises `EvaluationError` for a file that is missing or broken."""
    with as_file(files("evaluation.fact_reading") / "gold" / f"{kind}.jsonl") as path:
        for _, snippet in read_lines(path, Snippet):
            yield snippet
