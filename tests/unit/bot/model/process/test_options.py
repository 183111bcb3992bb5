"""What operators set for the model's process is checked where it is read."""

from pathlib import Path

import pytest

from bot.model.process.options import ServeOptions, read_options


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
    ("wrong", "sentence"),
    [
        (
            ["--model", "m.gguf", "--context", "1"],
            "--context passt nicht: Bitte eine ganze Zahl von 128 bis 1048576",
        ),
        (
            ["--model", "m.gguf", "--threads", "0"],
            "--threads passt nicht: Bitte eine ganze Zahl von 1 bis 512",
        ),
        (
            ["--model", "m.gguf", "--port", "70000"],
            "--port passt nicht: Bitte eine ganze Zahl von 0 bis 65535",
        ),
        (
            ["--model", "m.gguf", "--state-mib", "x"],
            "--state-mib passt nicht: Bitte eine ganze Zahl von 0 bis",
        ),
        (["--model", "m.gguf", "--kontext", "4096"], "Die Angabe „--kontext“ gibt es nicht."),
        (["--model", "m.gguf", "--port"], "Bei --port fehlt der Wert"),
        (["--port", "8091"], "Bitte mit --model die GGUF-Datei angeben."),
    ],
)
def test_what_cannot_be_read_ends_with_code_2_and_one_german_sentence(
    wrong: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(wrong)
    said = capsys.readouterr().err
    assert ended.value.code == 2
    assert said.startswith(sentence)
    assert said.count("\n") == 1
