"""The command line: what is wrong is said in one sentence, with exit code 2 and without a traceback."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from api.cities import load_cities
from api.cli.up import can_serve
from tests.integration.api.conftest import CITY_TOML, make_settings


def lotse(*arguments: str, data: Path, cities: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LOTSE_")}
    environment |= {"LOTSE_DATA": str(data), "LOTSE_CITIES": str(cities), "LOTSE_PORT": "0", **more}
    return subprocess.run(
        [sys.executable, "-m", "api.cli", *arguments],
        capture_output=True,
        text=True,
        env=environment,
        timeout=120,
        check=False,
    )


def assert_one_sentence(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    for word in words:
        assert word in done.stderr


def test_ask_answers_in_the_terminal_with_sources(ingested: Path, cities: Path) -> None:
    done = lotse("ask", "Was kostet ein neuer Personalausweis?", data=ingested, cities=cities)
    assert done.returncode == 0, done.stderr
    assert "46,00 Euro" in done.stdout
    assert "https://www.kleinstadt.example/personalausweis" in done.stdout


def test_ask_gives_json_where_a_program_asks(ingested: Path, cities: Path) -> None:
    done = lotse("ask", "--json", "Was kostet ein neuer Personalausweis?", data=ingested, cities=cities)
    assert json.loads(done.stdout)["status"] == "answered"


def test_a_bad_question_is_refused(ingested: Path, cities: Path) -> None:
    assert_one_sentence(lotse("ask", "x" * 501, data=ingested, cities=cities), "500 Zeichen")


def test_nothing_ingested_says_what_to_do(data: Path, cities: Path) -> None:
    assert_one_sentence(lotse("ask", "Was?", data=data, cities=cities), "lotse ingest")


def test_a_missing_city_toml_says_what_to_do(data: Path, tmp_path: Path) -> None:
    assert_one_sentence(lotse("up", data=data, cities=tmp_path / "nowhere"), "city.toml", "fehlt")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("name =", "nmae ="), ("nmae",)),
        (('state = "HE"', 'state = "XX"'), ("state",)),
        (('website = "https', 'website = "nowhere'), ("website",)),
        (("[hotline]", "[hotline"), ("TOML",)),
    ],
)
def test_a_wrong_city_toml_names_the_key(
    change: tuple[str, str], words: tuple[str, ...], data: Path, tmp_path: Path
) -> None:
    (tmp_path / "city.toml").write_text(CITY_TOML.replace(*change), encoding="utf-8")
    assert_one_sentence(lotse("serve", data=data, cities=tmp_path), "city.toml", *words)


def test_a_port_in_use_is_said_before_any_work(data: Path, cities: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = lotse("up", data=data, cities=cities, LOTSE_PORT=port)
    assert_one_sentence(done, port, "belegt")
    assert not (data / "generations").exists()


def test_an_unreachable_database_says_what_to_do(ingested: Path, cities: Path) -> None:
    url = "postgresql+psycopg://lotse@127.0.0.1:1/lotse?connect_timeout=2"
    done = lotse("ingest", data=ingested, cities=cities, DATABASE_URL=url)
    assert_one_sentence(done, "Datenbank")


def test_an_unreachable_model_server_leaves_the_original_text_answer(ingested: Path, cities: Path) -> None:
    done = lotse(
        "ask",
        "Was kostet ein neuer Personalausweis?",
        data=ingested,
        cities=cities,
        LOTSE_MODEL_URL="http://127.0.0.1:1",
    )
    assert done.returncode == 0, done.stderr
    assert "46,00 Euro" in done.stdout


def test_a_missing_model_file_leaves_the_original_text_answer(
    ingested: Path, cities: Path, tmp_path: Path
) -> None:
    done = lotse(
        "ask",
        "Was kostet ein neuer Personalausweis?",
        data=ingested,
        cities=cities,
        LOTSE_MODEL_PATH=str(tmp_path / "none.gguf"),
    )
    assert done.returncode == 0, done.stderr
    assert "46,00 Euro" in done.stdout


def test_serving_a_missing_model_file_says_what_to_do(data: Path, cities: Path, tmp_path: Path) -> None:
    done = lotse("model", "serve", "--model", str(tmp_path / "none.gguf"), data=data, cities=cities)
    assert_one_sentence(done, "none.gguf")


def test_embed_prints_the_two_lines_with_the_hash(data: Path, cities: Path) -> None:
    done = lotse("embed", "https://lotse.example", "--city", "kleinstadt", data=data, cities=cities)
    assert 'integrity="sha384-' in done.stdout
    assert '<stadt-lotse city="kleinstadt"' in done.stdout


def test_generations_lists_what_is_there(ingested: Path, cities: Path) -> None:
    done = lotse("generations", data=ingested, cities=cities)
    assert done.stdout.startswith("* kleinstadt ")
    assert_one_sentence(lotse("generations", "back", data=ingested, cities=cities), "frühere")


@pytest.mark.parametrize("command", ["serve", "up", "ingest", "generations", "ask"])
def test_a_setting_that_does_not_fit_is_named(command: str, data: Path, cities: Path) -> None:
    question = ["Was?"] if command == "ask" else []
    done = lotse(command, *question, data=data, cities=cities, LOTSE_PORT="abc")
    assert_one_sentence(done, "LOTSE_PORT", "ganze Zahl")


@pytest.mark.parametrize("command", ["generations", "ingest"])
def test_an_unknown_city_is_said(command: str, data: Path, cities: Path) -> None:
    done = lotse(command, "--city", "atlantis", data=data, cities=cities)
    assert_one_sentence(done, "atlantis", "kleinstadt")


def test_a_generation_that_cannot_be_opened_counts_as_missing(
    ingested: Path, cities: Path, data: Path
) -> None:
    city = load_cities(cities)["kleinstadt"]
    assert can_serve(make_settings(ingested, cities), city)
    shutil.copytree(ingested / "generations", data / "generations")
    for manifest in (data / "generations").glob("*/*/manifest.json"):
        manifest.write_text("{", encoding="utf-8")
    assert not can_serve(make_settings(data, cities), city)
