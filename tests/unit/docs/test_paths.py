"""What the documents point at is there: files and folders that were moved take their mentions along."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PAGES = sorted(
    path
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "evaluation").glob("*.md"))
    if path.name not in {"examples.md", "measurements.md"} and path.parent.name != "decisions"
)
ROOMS = "api|bot|corpus|docs|evaluation|ingest|models|prompts|tests|training|widget"
PATH = re.compile(rf"`((?:{ROOMS})/[\w./-]*)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def test_pages_are_looked_at() -> None:
    assert len(PAGES) > 5
    assert PATH.findall("`bot/pipeline.py`") == ["bot/pipeline.py"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    missing = {name for name in PATH.findall(text) if not (ROOT / name).exists()}
    missing |= {name for name in LINK.findall(text) if not (page.parent / name).exists()}
    assert missing == set()


def test_no_command_in_the_measurements_names_a_folder_of_one_machine() -> None:
    text = (ROOT / "docs" / "measurements.md").read_text(encoding="utf-8")
    commands = re.findall(r"^`(python -m [^`]+)`", text, re.MULTILINE)
    assert len(commands) > 10
    assert [one for one in commands if re.search(r"\s[/~]", one)] == []
