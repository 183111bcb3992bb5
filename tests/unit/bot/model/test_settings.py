"""What operators set for the model is checked where it is read."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.model.client import ModelSettings, connect
from bot.model.options import ServeOptions, read_options


@pytest.mark.parametrize("given", ["http://modell:8090", "http://modell:8090/", "http://modell:8090/v1/"])
def test_the_address_is_taken_with_and_without_the_version(given: str) -> None:
    assert ModelSettings(url=given).url == "http://modell:8090/v1"


@pytest.mark.parametrize("given", ["", "modell:8090", "ftp://modell", "http://"])
def test_what_is_no_address_is_refused_with_a_sentence(given: str) -> None:
    with pytest.raises(ValidationError, match="keine Adresse eines Modellservers"):
        ModelSettings(url=given)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1", True),
        ("http://[::1]:1", True),
        ("http://localhost:1", True),
        ("http://modell.example:1", False),
        ("http://10.0.0.7:1", False),
    ],
)
def test_a_server_on_this_machine_is_known_as_such(url: str, local: bool) -> None:
    assert ModelSettings(url=url).on_this_machine is local


def test_the_key_is_not_printed() -> None:
    assert "geheim" not in repr(ModelSettings(url="http://modell", api_key="geheim"))
    assert "geheim" not in repr(connect(ModelSettings(url="http://modell", api_key="geheim")))


def test_a_command_line_gives_the_options_and_back() -> None:
    options = read_options(["--model", "m.gguf", "--context", "2048", "--threads", "3", "--queue", "0"])
    assert (options.model, options.context, options.threads, options.queue) == (Path("m.gguf"), 2048, 3, 0)
    assert read_options(options.arguments()) == options


def test_all_options_survive_the_way_over_a_command_line() -> None:
    options = ServeOptions(
        model=Path("a b.gguf"), name="Kleines Modell", chat_template="{{ messages }}", end_with_parent=True
    )
    assert read_options(options.arguments()) == options


@pytest.mark.parametrize(
    "wrong", [["--context", "1"], ["--threads", "0"], ["--port", "70000"], ["--queue", "x"]]
)
def test_an_option_out_of_bounds_ends_with_code_2(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(["--model", "m.gguf", *wrong])
    assert ended.value.code == 2
    assert wrong[0].removeprefix("--") in capsys.readouterr().err
