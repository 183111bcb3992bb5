"""`lotse model check` through the whole pipeline: a model of random weights is measured and found useless."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.commands import app
from bot.model.speed import KeptSpeeds
from tests.integration.api.conftest import CITY_TOML

pytestmark = pytest.mark.model

QUESTIONS = (
    "Wie melde ich meine Wohnung an?",
    "Wie beantrage ich einen Personalausweis?",
    "Wie melde ich meinen Hund an?",
    "Was brauche ich für den Personalausweis?",
)


@pytest.fixture
def check(ingested: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Check":
    head, hotline = CITY_TOML.split("[hotline]")
    toml = f"{head}canary_questions = {json.dumps(QUESTIONS, ensure_ascii=False)}\n[hotline]{hotline}"
    (tmp_path / "city.toml").write_text(toml, encoding="utf-8")
    monkeypatch.setenv("LOTSE_DATA", str(ingested))
    monkeypatch.setenv("LOTSE_CITIES", str(tmp_path))
    monkeypatch.setenv("LOTSE_MODEL_THREADS", "1")
    return Check()


class Check:
    """Runs the command."""

    def __call__(self, *arguments: str) -> Result:
        return CliRunner().invoke(app, ["model", "check", *arguments])


def test_random_weights_are_worth_nothing_and_that_is_said(
    check: Check, words_gguf: Path, ingested: Path
) -> None:
    result = check(str(words_gguf))
    assert result.exit_code == 0, result.output
    assert "weder Auswählen noch Formulieren" in result.output
    assert "liest" in result.output
    assert "Speicher:   0," in result.output
    assert "Übersetzen: nicht gemessen" in result.output
    assert max(len(line) for line in result.output.splitlines()) <= 100
    assert KeptSpeeds(ingested / "models" / "speeds.json").get(words_gguf, 1) is not None


def test_all_figures_are_there_for_machines(check: Check, words_gguf: Path) -> None:
    result = check(str(words_gguf), "--json")
    found = json.loads(result.stdout)
    choosing, wording = found["trials"]
    assert found["speed"]["prompt_tokens_per_second"] > 1
    assert found["memory_gb"] > 0.01
    assert wording["questions"] == len(QUESTIONS)
    assert 1 <= choosing["questions"] <= len(QUESTIONS)
    assert wording["replies"] >= 1
    assert wording["kept"] <= wording["proposed"]
    assert choosing["replies"] >= 1
    assert choosing["proposed"] > 0
    assert [one["worth"] for one in found["judgements"]] == [False, False]


@pytest.mark.parametrize(
    ("name", "value"),
    [("THREADS", "900"), ("CONTEXT", "100000000"), ("QUEUE", "5000"), ("STATE_MIB", "100000")],
)
def test_a_setting_that_no_model_can_be_served_with_is_a_sentence(
    check: Check, words_gguf: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"LOTSE_MODEL_{name}", value)
    result = check(str(words_gguf))
    assert result.exit_code == 2
    assert result.output.startswith(f"Die Einstellung LOTSE_MODEL_{name} passt nicht: Bitte einen Wert bis")


def test_what_cannot_be_loaded_is_a_sentence(check: Check, ingested: Path, tmp_path: Path) -> None:
    broken = tmp_path / "kaputt.gguf"
    broken.write_bytes(b"GGUF" + bytes(1000))
    (ingested / "models").mkdir(exist_ok=True)
    (ingested / "models" / "geholt.gguf").write_bytes(broken.read_bytes())
    for arguments, sentence in (
        ([str(broken)], "beschädigt"),
        (["geholt.gguf"], "beschädigt"),
        (["gibtsnicht.gguf"], "gibt es nicht"),
        (["gemma-3-4b"], "lotse model pull"),
        ([], "LOTSE_MODEL_PATH"),
    ):
        result = check(*arguments)
        assert result.exit_code != 0
        assert sentence in result.output
        assert "Traceback" not in result.output
