"""The prompts: whole, versioned, and with examples that their own rules let pass."""

import re

import pytest

from bot.answer import Style
from bot.compose.by_model.choosing import read_numbers
from bot.compose.by_model.form import ends, read_line, read_translation
from bot.compose.plain.readability import too_hard
from bot.compose.translating.language import in_language
from bot.settings import BotSettings
from bot.verify.sentence import verify_sentence
from bot.verify.translation.check import carries
from prompts.loading import PromptError, load_prompt, prompt_languages
from tests.unit.prompts.snapshots import FOLDER, name_of, prompts, rendered

_EXAMPLE = re.compile(r"<zeilen>\n(.*?)\n</zeilen>(?:\n<heute>.*?</frage>)?\n\w+:(.*?)(?=\n\n|\Z)", re.DOTALL)
_SHOWN = re.compile(r"^(\d+): (.*)$", re.MULTILINE)


@pytest.mark.parametrize("key", prompts(), ids=name_of)
def test_a_prompt_changes_only_with_its_version(key: tuple[str, str, str]) -> None:
    path = FOLDER / name_of(key)
    assert path.is_file(), "a new prompt or version: python -m tests.unit.prompts.snapshots keeps it"
    assert rendered(key) == path.read_text(encoding="utf-8"), "the prompt has changed: raise its version"


def test_each_snapshot_belongs_to_a_prompt_of_today() -> None:
    assert {path.name for path in FOLDER.glob("*.txt")} == {name_of(key) for key in prompts()}


@pytest.mark.parametrize("key", prompts(), ids=name_of)
def test_the_fixed_part_has_no_placeholder_and_the_rest_is_short(key: tuple[str, str, str]) -> None:
    name, language, style = key
    system, human = load_prompt(name, language, style).messages
    assert not system.input_variables
    assert "lines" in human.input_variables
    assert len(human.prompt.template) < 120


@pytest.mark.parametrize("key", prompts(), ids=name_of)
def test_no_prompt_names_an_address(key: tuple[str, str, str]) -> None:
    assert "http" not in rendered(key)
    assert "www." not in rendered(key)


def examples(name: str, language: str, style: str) -> list[tuple[dict[int, str], str]]:
    """The lines of each example of a prompt, by number, and what is answered."""
    system = str(load_prompt(name, language, style).messages[0].prompt.template)
    found = _EXAMPLE.findall(system[system.index("Beispiel:") :])
    return [({int(n): text for n, text in _SHOWN.findall(lines)}, reply.strip()) for lines, reply in found]


def test_the_examples_of_choosing_have_the_form_that_is_asked_for() -> None:
    found = examples("choosing", "de", "standard")
    assert [read_numbers(reply, len(lines)) for lines, reply in found] == [[2, 3], []]


@pytest.mark.parametrize("style", list(Style))
def test_the_examples_of_wording_pass_the_gate_and_are_easy_enough(style: Style) -> None:
    ((lines, reply),) = examples("wording", "de", style.value)
    for row in reply.splitlines():
        written = read_line(row)
        assert written is not None
        assert verify_sentence(written.text, [lines[number] for number in written.numbers]).carried, row
        assert not too_hard(written.text, style), row


@pytest.mark.parametrize("language", prompt_languages("translating"))
def test_the_examples_of_translating_pass_the_gate(language: str) -> None:
    ((lines, reply),) = examples("translating", language, "standard")
    for row in reply.splitlines():
        written = read_translation(row)
        assert written is not None
        german = lines[written.numbers[0]]
        assert carries(written.text, german, language).carried, row
        assert in_language(written.text, german, language), row
        assert ends(written.text), row


def test_there_is_a_prompt_for_each_language_that_is_translated_into() -> None:
    assert set(prompt_languages("translating")) == BotSettings().translating


def test_a_missing_prompt_is_named() -> None:
    with pytest.raises(PromptError, match=r"prompts/de/singing\.md"):
        load_prompt("singing")
