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
    "wrong", [["--context", "1"], ["--threads", "0"], ["--port", "70000"], ["--queue", "x"]]
)
def test_an_option_out_of_bounds_ends_with_code_2(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_options(["--model", "m.gguf", *wrong])
    assert ended.value.code == 2
    assert wrong[0].removeprefix("--") in capsys.readouterr().err
