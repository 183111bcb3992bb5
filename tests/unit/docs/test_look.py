"""The operators' page about the look names each key with its default."""

from pathlib import Path

import pytest

from api.embedding import SANDBOX
from corpus.look import Look
from widget.pages.view import CONTRASTS, SCHEMES, SIZES

PAGE = (Path(__file__).parents[3] / "docs" / "operators" / "look.md").read_text(encoding="utf-8")
TABLE = [line for line in PAGE.splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("name", sorted(Look.model_fields))
def test_every_key_has_a_row(name: str) -> None:
    assert [row for row in TABLE if f"`{name}`" in row.split(" | ")[0]]


@pytest.mark.parametrize("name", ["title", "greeting", "accent", "position", "radius"])
def test_defaults_are_those_of_the_program(name: str) -> None:
    default = Look.model_fields[name].default
    written = f'`"{default}"`' if isinstance(default, str) else f"`{default}`"
    assert next(row for row in TABLE if row.startswith(f"| `{name}`")).split(" | ")[1] == written


def test_the_values_of_sandbox_and_of_the_address_are_those_there_are() -> None:
    named = {
        value for row in TABLE for value in row.split(" | ")[0].replace("`", "").replace("| ", "").split(", ")
    }
    assert set(SANDBOX.split()) <= named
    for value in (*SIZES, *CONTRASTS, *SCHEMES):
        assert f"`{value}`" in PAGE
