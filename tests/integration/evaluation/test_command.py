"""`lotse evaluate` from files to figures, through the real pipeline."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evaluation.command import main
from tests.integration.evaluation.conftest import QUESTIONS, Files


@pytest.fixture
def answers(files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The results object and, under "answers", the lines of the answers file by id."""
    path = tmp_path / "answers.jsonl"
    assert main(files.arguments("--reader", "--json", "--answers", str(path))) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in lines] == [question["id"] for question in QUESTIONS]
    return {**found, "answers": {line["id"]: line for line in lines}}


def test_the_right_page_is_found_and_its_fee_stated(answers: dict[str, Any]) -> None:
    assert answers["retrieval"]["all"]["n"] == 3
    line = answers["answers"]["q1"]
    assert line["ranked"][0] == "pass"
    assert "70,00 Euro" in line["answer"]
    assert line["citations"][0]["document_id"] == "pass"
    assert answers["facts"]["plain"] == 1.0
    assert answers["wrong_amounts"]["plain"] == 0.0


def test_a_follow_up_leans_on_what_was_asked_before(answers: dict[str, Any]) -> None:
    assert answers["answers"]["q2"]["ranked"][0] == "hund"


def test_a_question_that_cannot_be_taken_is_a_refusal(answers: dict[str, Any]) -> None:
    line = answers["answers"]["q5"]
    assert (line["status"], line["refused"], line["ranked"]) == ("too_long", True, [])
    assert answers["refusal"]["answerable_refused"] >= 1 / 3 - 1e-3


def test_pages_are_read_by_themselves(answers: dict[str, Any]) -> None:
    assert answers["reading"]["n"] == 2
    assert set(answers["reading"]["splits"]) == {"dev"}
    assert 0 <= answers["reading"]["f1"] <= 1


def test_answers_are_timed_by_kind(answers: dict[str, Any]) -> None:
    latency = answers["latency_ms"]
    assert 0 < latency["p50"] <= latency["p95"]
    assert set(latency["by_kind"]) == {"plain", "followup", "unanswerable", "unanswerable_on_page", "all"}


def test_nothing_but_the_object_is_on_standard_output(files: Files) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "evaluation", *files.arguments("--json", "--failures")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "reading" not in json.loads(done.stdout)
    assert "erwartet: wohngeld" in done.stderr


def test_the_run_is_kept_and_the_next_one_compared(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(files.arguments()) == 0
    assert main(files.arguments("--markdown")) == 0
    assert "| plain | 2 |" in capsys.readouterr().out
    runs = sorted((files.data / "evaluations").glob("*.json"))
    kept = [json.loads(path.read_text(encoding="utf-8")) for path in runs]
    assert [run["measured"]["corpus"] for run in kept] == ["klein/corpus.jsonl"] * 2
    assert kept[0]["results"]["retrieval"] == kept[1]["results"]["retrieval"]
    assert kept[0]["measured"]["corpus_hash"] == kept[1]["measured"]["corpus_hash"]


def test_missed_floors_fail_with_a_line_each(
    files: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.toml"
    floors.write_text('[klein.at_least]\n"retrieval.all.recall_at_1" = 1.1\n"reading.f1" = 0.1\n')
    assert main(files.arguments("--floors", str(floors))) == 1
    said = capsys.readouterr().err
    assert "retrieval.all.recall_at_1 ist" in said
    assert "reading.f1 wurde nicht gemessen" in said
    assert main(files.arguments("--floors", str(floors), "--floors-of", "gross")) == 2
    assert "keine Tabelle „gross“" in capsys.readouterr().err


def test_gold_documents_that_are_missing_are_remarked(
    files: Files, capsys: pytest.CaptureFixture[str]
) -> None:
    files.questions.write_text(json.dumps({**QUESTIONS[0], "gold_ids": ["nirgends"], "kind": "neu"}))
    assert main(files.arguments("--json")) == 0
    said = capsys.readouterr()
    assert "nirgends" in said.err
    assert "Unbekannte Arten von Fragen, nur für sich gezählt: neu" in said.err
    assert json.loads(said.out)["retrieval"]["neu"]["recall_at_5"] == 0.0


@pytest.mark.parametrize("broken", ["corpus", "questions"])
def test_a_bad_line_ends_with_one_sentence_and_status_two(
    files: Files, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    path: Path = getattr(files, broken)
    path.write_text(path.read_text(encoding="utf-8") + "{kaputt}\n", encoding="utf-8")
    assert main(files.arguments("--json")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{path}, Zeile {len(path.read_text().splitlines())}: kein gültiges JSON" in said.err


def test_reading_without_pages_is_said(files: Files, capsys: pytest.CaptureFixture[str]) -> None:
    files.questions.write_text(json.dumps(QUESTIONS[2]))
    assert main(files.arguments("--reader")) == 2
    assert "lassen Sie --reader weg" in capsys.readouterr().err
