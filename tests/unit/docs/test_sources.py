"""The operators' pages about sources say what the program does: keys, defaults, examples, messages."""

import re
from enum import Enum
from itertools import takewhile
from pathlib import Path

import pytest
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from corpus.city import City, load_city
from corpus.records import Audience
from corpus.sources import AppointmentsSource, FolderSource, WebsiteSource, XzufiSource
from ingest.folder.files import READ
from ingest.folder.front_matter import FrontMatter, parse_head, split_head

ROOT = Path(__file__).parents[3]
PAGES = ROOT / "docs" / "operators"
SOURCES = (PAGES / "sources.md").read_text(encoding="utf-8")
XZUFI = (PAGES / "xzufi.md").read_text(encoding="utf-8")
CITY = """
id = "kleinstadt"
name = "Kleinstadt"
state = "HE"
website = "https://kleinstadt.example/"
hotline = { telephone = "069 90009-115" }
"""
EXPLAINED_IN_WORDS = {"look", "terminal", "embedding", "model"}
"""Their defaults are tables of their own."""


def rows(text: str) -> list[list[str]]:
    """The cells of the first table in a text, without its head."""
    lines = text[text.index("\n|") :].strip().splitlines()
    table = list(takewhile(str.strip, lines))
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table[2:]]


def keys_of(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def table_of(model: type[BaseModel]) -> list[list[str]]:
    return rows(SOURCES.split(f"<!-- keys: {model.__name__} -->", 1)[1])


def told(default: object) -> set[str]:
    """How a table may say a default."""
    if default is PydanticUndefined:
        return {"Pflicht"}
    if default is None or default in ((), ""):
        return {"leer", "keiner"}
    if isinstance(default, bool):
        return {f"`{str(default).lower()}`"}
    if isinstance(default, tuple):
        return {str([*default]).replace("'", '"').join("``")}
    return {f"`{default.value if isinstance(default, Enum) else default}`"}


@pytest.mark.parametrize("model", [City, WebsiteSource, FolderSource, AppointmentsSource, FrontMatter])
def test_each_key_is_in_the_table_and_no_other(model: type[BaseModel]) -> None:
    assert [keys_of(row[0]) for row in table_of(model)] == [[name] for name in model.model_fields]


@pytest.mark.parametrize("model", [City, WebsiteSource, FolderSource, AppointmentsSource])
def test_the_defaults_are_those_of_the_program(model: type[BaseModel]) -> None:
    for row in table_of(model):
        (name,) = keys_of(row[0])
        if name not in EXPLAINED_IN_WORDS:
            assert row[1] in told(model.model_fields[name].default), name


def test_the_page_about_xzufi_has_every_key_too() -> None:
    found = {name for row in rows(XZUFI.split("## Einrichten", 1)[1]) for name in keys_of(row[0])}
    assert found | {"type", "name"} == set(XzufiSource.model_fields)


def test_values_of_front_matter_may_be_german_as_the_table_says() -> None:
    seen = 0
    for row in table_of(FrontMatter):
        (name,) = keys_of(row[0])
        for english, german in re.findall(r"`(\w+)` \((\w+)\)", row[1]):
            assert parse_head(f"{name}: {german}") == parse_head(f"{name}: {english}")
            seen += 1
    assert seen == 6
    assert parse_head("valid_from: 1.2.2027") == parse_head("valid_from: 2027-02-01")


def examples(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", SOURCES + XZUFI, re.DOTALL)


def test_every_example_of_a_city_or_a_source_can_be_read(tmp_path: Path) -> None:
    types = set()
    for example in examples("toml"):
        text = example if "id =" in example else CITY + example
        (tmp_path / "city.toml").write_text(text, encoding="utf-8")
        types |= {source.type for source in load_city(tmp_path).sources}
    assert types == {"website", "folder", "xzufi", "appointments"}


def test_every_schedule_can_be_kept(tmp_path: Path) -> None:
    shown = [keys_of(row[0])[0] for row in rows(SOURCES.split("## Regelmäßig einlesen", 1)[1])]
    assert len(shown) == 3
    for schedule in shown:
        text = f'schedule = "{schedule}"\n{CITY}{examples("toml")[1]}'
        (tmp_path / "city.toml").write_text(text, encoding="utf-8")
        assert load_city(tmp_path).schedule == schedule


def test_the_example_of_front_matter_is_understood() -> None:
    (example,) = examples("markdown")
    head, rest = split_head(example)
    front = parse_head(head)
    assert (front.title, front.audience) == ("Reisepass im Eilfall", Audience.INTERNAL)
    assert front.keywords == ("Expresspass", "Notfall")
    assert "Bereitschaftsdienst" in rest


def test_the_endings_are_those_that_are_read() -> None:
    listed = SOURCES.split("<!-- endings -->")[1].split("<!-- /endings -->")[0]
    assert set(keys_of(listed)) == READ


def test_every_message_in_the_table_of_symptoms_is_one_that_the_program_says() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for room in ("ingest", "corpus", "api")
        for path in sorted((ROOT / room).rglob("*.py"))
    )
    # Sentences that are spread over lines are one string.
    code = re.sub(r'"\s*\n\s*f?"', "", code)
    quoted = [
        message
        for row in rows(SOURCES.split("## Wenn etwas nicht stimmt", 1)[1])
        for message in re.findall(r"^„(.*)“$", row[0])
    ]
    assert len(quoted) > 8
    for message in quoted:
        for part in message.split(" … "):
            assert part in code, message


def test_links_lead_to_pages_and_sections_that_are_there() -> None:
    headings = {re.sub(r"[^\w-]", "", line[3:].lower().replace(" ", "-")) for line in SOURCES.splitlines()
                if line.startswith("## ")}  # fmt: skip
    for target in re.findall(r"\]\(([^)]+)\)", SOURCES):
        assert target[1:] in headings if target.startswith("#") else (PAGES / target).is_file(), target
