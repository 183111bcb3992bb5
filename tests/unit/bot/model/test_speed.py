"""What was measured of a model is kept by its file and machine."""

from pathlib import Path

import pytest

from bot.model.speed import KeptSpeeds, Speed, fingerprint

SPEED = Speed(prompt_tokens_per_second=32.5, written_tokens_per_second=12.0)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "modell.gguf"
    path.write_bytes(b"GGUF" + bytes(range(256)) * 4096)
    return path


def test_a_kept_speed_is_found_again_by_somebody_else(tmp_path: Path, model: Path) -> None:
    kept = tmp_path / "models" / "speeds.json"
    KeptSpeeds(kept).put(model, 2, SPEED)
    assert KeptSpeeds(kept).get(model, 2) == SPEED
    assert list(kept.parent.iterdir()) == [kept]


def test_other_threads_or_another_file_have_no_speed_yet(tmp_path: Path, model: Path) -> None:
    kept = KeptSpeeds(tmp_path / "speeds.json")
    kept.put(model, 2, SPEED)
    assert kept.get(model, 1) is None
    model.write_bytes(model.read_bytes()[:-1] + b"?")
    assert kept.get(model, 2) is None


def test_measuring_again_replaces_and_leaves_the_others(tmp_path: Path, model: Path) -> None:
    kept = KeptSpeeds(tmp_path / "speeds.json")
    kept.put(model, 1, SPEED)
    kept.put(model, 2, Speed(1.0, 1.0))
    kept.put(model, 2, Speed(2.0, 2.0))
    assert (kept.get(model, 1), kept.get(model, 2)) == (SPEED, Speed(2.0, 2.0))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 1}'])
def test_a_damaged_file_counts_as_empty(tmp_path: Path, model: Path, text: str) -> None:
    path = tmp_path / "speeds.json"
    path.write_text(text, encoding="utf-8")
    assert KeptSpeeds(path).get(model, 1) is None
    KeptSpeeds(path).put(model, 1, SPEED)
    assert KeptSpeeds(path).get(model, 1) == SPEED


def test_the_fingerprint_tells_files_of_the_same_beginning_apart(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_bytes(b"GGUF" * 300_000)
    other.write_bytes(b"GGUF" * 200_000 + b"gguf" * 100_000)
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    "value",
    [
        None,
        {},
        {"prompt_tokens_per_second": 3},
        {"prompt_tokens_per_second": 0, "written_tokens_per_second": 1},
        {"prompt_tokens_per_second": "3", "written_tokens_per_second": 1},
    ],
)
def test_what_tells_no_speed_is_none(value: object) -> None:
    assert Speed.read(value) is None
