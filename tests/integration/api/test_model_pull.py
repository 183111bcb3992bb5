"""`lotse model pull` against a hub on this machine: whole, resumed, checked, pinned, or a sentence."""

import hashlib
import shutil
import tomllib
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from api.cli.commands import app
from tests.integration.api.played_hub import COMMIT, COMMIT_LATER, Hub, played_hub

NAME = "qwen2.5-1.5b"
FILE = "qwen2.5-1.5b-instruct-q4_k_m.gguf"
KEY = f"Qwen/Qwen2.5-1.5B-Instruct-GGUF/{FILE}"
CONTENT = b"GGUF" + hashlib.sha256(b"seed").digest() * 90_000
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Hub]:
    with played_hub({FILE: CONTENT}) as played:
        monkeypatch.setenv("HF_ENDPOINT", played.url)
        monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
        monkeypatch.setenv("LOTSE_DATA", str(tmp_path / "var"))
        # A dropped connection is tried again after a second.
        monkeypatch.setattr("huggingface_hub.file_download.time.sleep", lambda _: None)
        # What is written at once, ten megabytes otherwise: our file is smaller.
        monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 100_000)
        yield played


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "var" / "models"


def pull(*options: str) -> Result:
    return CliRunner().invoke(app, ["model", "pull", NAME, *options])


def part(folder: Path, content: bytes = CONTENT) -> Path:
    return folder / f"{FILE}.{hashlib.sha256(content).hexdigest()[:12]}.part"


def pins(folder: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((folder / "pins.toml").read_text(encoding="utf-8"))


def test_a_model_is_fetched_checked_and_pinned(hub: Hub, folder: Path) -> None:
    result = pull()
    assert result.exit_code == 0, result.output
    assert (folder / FILE).read_bytes() == CONTENT
    assert pins(folder) == {KEY: {"revision": COMMIT, "sha256": SHA256, "size": len(CONTENT)}}
    assert f"LOTSE_MODEL_PATH={folder / FILE}" in result.output
    assert "Apache-2.0" in result.output
    assert {path.name for path in folder.iterdir()} == {FILE, "pins.toml"}


def test_nothing_but_the_file_is_asked_for_and_no_telemetry_is_sent(hub: Hub) -> None:
    pull()
    assert {path.removeprefix("/cdn") for _, path, _ in hub.asked} == {
        f"/Qwen/Qwen2.5-1.5B-Instruct-GGUF/resolve/main/{FILE}"
    }
    assert hub.agents
    assert not any("torch" in agent or "agent/" in agent for agent in hub.agents)


def test_a_connection_that_drops_is_resumed_at_once(hub: Hub, folder: Path) -> None:
    hub.drop_after, hub.drops = 700_000, 2
    assert pull().exit_code == 0
    assert (folder / FILE).read_bytes() == CONTENT
    assert len(hub.sent()) == 3
    assert hub.sent()[0] is None
    assert all(span is not None and not span.startswith("bytes=0-") for span in hub.sent()[1:])


def test_a_process_that_was_ended_is_continued_by_the_next(hub: Hub, folder: Path) -> None:
    folder.mkdir(parents=True)
    part(folder).write_bytes(CONTENT[:1_000_000])
    assert pull().exit_code == 0
    assert hub.sent() == ["bytes=1000000-"]
    assert (folder / FILE).read_bytes() == CONTENT


def test_a_server_that_keeps_dropping_leaves_what_came_for_the_next_attempt(hub: Hub, folder: Path) -> None:
    hub.drop_after, hub.drops = 0, 99
    folder.mkdir(parents=True)
    part(folder).write_bytes(CONTENT[:500_000])
    result = pull()
    assert result.exit_code != 0
    assert "bleibt erhalten" in result.output
    assert part(folder).stat().st_size == 500_000
    assert not (folder / FILE).exists()


def test_a_server_without_ranges_sends_all_of_it_again(hub: Hub, folder: Path) -> None:
    hub.ignores_ranges = True
    folder.mkdir(parents=True)
    part(folder).write_bytes(CONTENT[:1_000_000])
    assert pull().exit_code == 0
    assert (folder / FILE).read_bytes() == CONTENT


def test_a_wrong_checksum_is_refused_and_nothing_is_installed(hub: Hub, folder: Path) -> None:
    hub.claimed_sha256 = "ab" * 32
    result = pull()
    assert result.exit_code != 0
    assert "andere Prüfsumme" in result.output
    assert list(folder.iterdir()) == []


def test_a_damaged_part_is_found_out(hub: Hub, folder: Path) -> None:
    folder.mkdir(parents=True)
    part(folder).write_bytes(b"x" * 1_000_000)
    assert pull().exit_code != 0
    assert pull().exit_code == 0
    assert (folder / FILE).read_bytes() == CONTENT


def test_what_is_there_is_not_fetched_again(hub: Hub, folder: Path) -> None:
    pull()
    fetched = len(hub.sent())
    assert pull().exit_code == 0
    assert len(hub.sent()) == fetched


def test_later_the_pinned_commit_is_asked_for(hub: Hub, folder: Path) -> None:
    pull()
    (folder / FILE).unlink()
    hub.asked.clear()
    assert pull().exit_code == 0
    assert all(f"/resolve/{COMMIT}/" in path for _, path, _ in hub.asked)


def test_another_file_than_the_pinned_one_is_refused_until_it_is_wanted(hub: Hub, folder: Path) -> None:
    pull()
    hub.files[FILE], hub.commit = CONTENT + b"neu", COMMIT_LATER
    (folder / FILE).unlink()
    result = pull()
    assert result.exit_code != 0
    assert "--renew" in result.output
    assert not (folder / FILE).exists()
    assert pull("--renew").exit_code == 0
    assert pins(folder)[KEY]["revision"] == COMMIT_LATER
    assert (folder / FILE).read_bytes() == CONTENT + b"neu"


def test_without_network_it_is_said_what_to_copy_where(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    result = pull()
    assert result.exit_code != 0
    assert f"http://127.0.0.1:1/Qwen/Qwen2.5-1.5B-Instruct-GGUF/resolve/main/{FILE}" in result.output
    assert "--file" in result.output


@pytest.mark.parametrize(
    ("status", "error", "sentence"),
    [
        (404, "RepoNotFound", "kennt"),
        (404, "EntryNotFound", "kennt"),
        (403, "GatedRepo", "HF_TOKEN"),
        (401, "", "HF_TOKEN"),
        (500, "", "HTTP 500"),
    ],
)
def test_what_the_hub_refuses_is_a_sentence(hub: Hub, status: int, error: str, sentence: str) -> None:
    hub.status, hub.error = status, error
    result = pull()
    assert result.exit_code != 0
    assert sentence in result.output
    assert "Traceback" not in result.output


def test_an_address_that_is_none_is_said(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "spiegel.intern")
    result = pull()
    assert result.exit_code != 0
    assert result.output.startswith("HF_ENDPOINT ist keine Adresse")


def test_too_little_room_is_said_before_anything_is_fetched(
    hub: Hub, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10**10, 10**10 - 1000, 1000))
    result = pull()
    assert result.exit_code != 0
    assert "0,0 GB frei" in result.output
    assert hub.sent() == []


def test_a_disk_that_fills_up_meanwhile_is_said(hub: Hub, folder: Path) -> None:
    folder.mkdir(parents=True)
    part(folder).symlink_to("/dev/full")
    result = pull()
    assert result.exit_code != 0
    assert "voll geworden" in result.output
    assert not (folder / FILE).exists()


def test_a_copied_file_is_taken_and_pinned(hub: Hub, folder: Path, tmp_path: Path) -> None:
    copied = tmp_path / "vom-stick.gguf"
    copied.write_bytes(CONTENT)
    result = pull("--file", str(copied))
    assert result.exit_code == 0, result.output
    assert (folder / FILE).read_bytes() == CONTENT
    assert pins(folder)[KEY]["sha256"] == SHA256
    assert hub.asked == []


def test_a_copied_file_that_is_another_one_or_no_model_is_refused(
    hub: Hub, folder: Path, tmp_path: Path
) -> None:
    pull()
    copied = tmp_path / "vom-stick.gguf"
    for content, sentence in ((CONTENT + b"!", "--renew"), (b"<html>", "keine GGUF-Datei")):
        copied.write_bytes(content)
        result = pull("--file", str(copied))
        assert result.exit_code != 0
        assert sentence in result.output
        assert (folder / FILE).read_bytes() == CONTENT


def test_pins_that_cannot_be_read_stop_the_pull(hub: Hub, folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "pins.toml").write_text("kaputt [", encoding="utf-8")
    result = pull()
    assert result.exit_code != 0
    assert "pins.toml" in result.output


def test_any_other_file_of_a_hub_can_be_named(hub: Hub, folder: Path) -> None:
    hub.files["anderes.gguf"] = CONTENT
    result = CliRunner().invoke(app, ["model", "pull", "wer/was-GGUF/anderes.gguf"])
    assert result.exit_code == 0, result.output
    assert (folder / "anderes.gguf").read_bytes() == CONTENT


def test_what_is_no_model_is_not_kept(hub: Hub, folder: Path) -> None:
    hub.files["seite.gguf"] = b"<html>Nicht gefunden</html>"
    result = CliRunner().invoke(app, ["model", "pull", "wer/was-GGUF/seite.gguf"])
    assert result.exit_code != 0
    assert "seite.gguf ist keine GGUF-Datei" in result.output
    assert list(folder.iterdir()) == []


def test_the_list_shows_what_was_fetched_besides_the_catalogue(hub: Hub) -> None:
    hub.files["anderes.gguf"] = CONTENT
    CliRunner().invoke(app, ["model", "pull", "wer/was-GGUF/anderes.gguf"])
    pull()
    listed = CliRunner().invoke(app, ["model", "list"]).output
    assert "Außerdem da: anderes.gguf\n" in listed
    assert max(len(line) for line in listed.splitlines()) <= 90


def test_a_file_to_copy_that_does_not_exist_is_said(hub: Hub, tmp_path: Path) -> None:
    result = pull("--file", str(tmp_path / "fehlt.gguf"))
    assert result.exit_code != 0
    assert "gibt es nicht: Bitte den Pfad der GGUF-Datei prüfen" in result.output


def test_an_unknown_name_is_told_what_there_is(hub: Hub) -> None:
    result = CliRunner().invoke(app, ["model", "pull", "gibtsnicht"])
    assert result.exit_code != 0
    assert NAME in result.output
