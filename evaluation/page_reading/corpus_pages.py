"""The pages of a corpus file that come with their HTML; their sections' lines are the gold."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from evaluation.errors import EvaluationError
from evaluation.json_lines import read_lines
from evaluation.page_reading.gold_page import GoldPage


class _Section(BaseModel):
    model_config = ConfigDict(extra="ignore")

    heading: str = ""
    text: str = ""


class _Line(BaseModel):
    model_config = ConfigDict(extra="ignore")

    title: str
    url: str
    html: str | None = None
    sections: tuple[_Section, ...] = ()


def corpus_pages(path: Path) -> list[GoldPage]:
    """Read them; raises `EvaluationError` where the file has none."""
    pages = [_page(line, line.html) for _, line in read_lines(path, _Line) if line.html]
    if not pages:
        raise EvaluationError(
            f"In „{path}“ hat kein Dokument ein „html“; bitte geben Sie ein anderes Korpus an."
        )
    return pages


def _page(line: _Line, html: str) -> GoldPage:
    units = tuple(
        unit
        for section in line.sections
        for unit in (section.heading, *section.text.splitlines())
        if unit.strip()
    )
    body = f'<html lang="de"><head><meta charset="utf-8"></head><body>{html}</body></html>'
    return GoldPage(line.url, body.encode(), units, "\n".join([line.title, *units]))
