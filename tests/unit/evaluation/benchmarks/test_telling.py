"""Every benchmark tells what it measured in the same way."""

import json
from dataclasses import dataclass

import pytest
import typer
from pydantic import BaseModel

from evaluation.benchmarks.telling import MISSED, end, tell
from evaluation.report.rows import Table

TABLE = Table(("what", "measured"), (("Straße", "3 s"),))


@dataclass(frozen=True)
class Part:
    name: str


class Report(BaseModel):
    seconds: float
    part: Part


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (Report(seconds=3.5, part=Part("Straße")), {"seconds": 3.5, "part": {"name": "Straße"}}),
        (Part("Straße"), {"name": "Straße"}),
        ([Part("a"), Part("b")], [{"name": "a"}, {"name": "b"}]),
    ],
)
def test_machines_get_json_of_whatever_kind_of_report(
    report: object, expected: object, capsys: pytest.CaptureFixture[str]
) -> None:
    tell(report, TABLE, json=True)
    assert json.loads(capsys.readouterr().out) == expected


def test_everybody_else_gets_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    tell(Part("Straße"), TABLE, json=False)
    assert capsys.readouterr().out == "| what | measured |\n| --- | ---: |\n| Straße | 3 s |\n"


def test_a_missed_goal_is_the_exit_status() -> None:
    end(missed=False)
    with pytest.raises(typer.Exit) as ended:
        end(missed=True)
    assert ended.value.exit_code == MISSED
