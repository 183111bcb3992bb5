"""The form of what a model writes: what has another one is no sentence."""

import pytest

from bot.compose.by_model.choosing import choosing_grammar, read_numbers
from bot.compose.by_model.form import read_line, read_translation, translating_grammar, wording_grammar


@pytest.mark.parametrize(
    ("line", "numbers", "text"),
    [
        ("[2] Der Ausweis kostet 46 Euro.", (2,), "Der Ausweis kostet 46 Euro."),
        ("[1, 12] Bringen Sie ein Foto mit!", (1, 12), "Bringen Sie ein Foto mit!"),
        (" [1,2]Sie brauchen z. B. ein Foto. ", (1, 2), "Sie brauchen z. B. ein Foto."),
        ("[3] Das gilt ab 2027 (§ 17 BMG).", (3,), "Das gilt ab 2027 (§ 17 BMG)."),
        ("[1] „Kind“ heißt: unter 16 Jahren.", (1,), "„Kind“ heißt: unter 16 Jahren."),
    ],
)
def test_a_sentence_names_its_lines(line: str, numbers: tuple[int, ...], text: str) -> None:
    written = read_line(line)
    assert written is not None
    assert (written.numbers, written.text) == (numbers, text)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Der Ausweis kostet 46 Euro.",
        "2. Der Ausweis kostet 46 Euro.",
        "[] Der Ausweis kostet 46 Euro.",
        "[2]",
        "[0]",
        "[x] Der Ausweis kostet 46 Euro.",
        "[2] Der Ausweis kostet 46",
        "[1] [2] Der Ausweis kostet 46 Euro.",
        "[1] Der Ausweis <b>kostet</b> 46 Euro.",
        "[1] Der [Ausweis](https://evil.example) kostet 46 Euro.",
        "[1] **Der Ausweis** kostet 46 Euro.",
        "[1] `Der Ausweis` kostet 46 Euro.",
        "[1] # Der Ausweis kostet 46 Euro.",
        '[1] {"text": 1}.',
        "[1] Der Ausweis\x1b kostet 46 Euro.",
        "[1] Der Ausweis\u202e kostet 46 Euro.",
        "[1] Der Aus\u200bweis kostet 46 Euro.",
        "[1] " + "Der Ausweis kostet 46 Euro. " * 40,
        "Satz: [1] Der Ausweis kostet 46 Euro.",
    ],
)
def test_what_has_another_form_is_dropped(line: str) -> None:
    assert read_line(line) is None


def test_an_item_of_a_list_needs_no_full_stop_to_be_translated() -> None:
    written = read_translation("[4] old identity card or passport")
    assert written is not None
    assert written.text == "old identity card or passport"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("2, 3", [2, 3]),
        (" 3,2 \n", [3, 2]),
        ("2, 2, 1", [2, 1]),
        ("0", []),
        ("1, 9", [1]),
        ("2 und 3", []),
        ("Die Zeilen 2, 3", []),
        ("1, 2, 3, 4, 5", []),
        ("-1", []),
        ("", []),
    ],
)
def test_numbers_are_read_only_from_a_list_of_numbers(text: str, named: list[int]) -> None:
    assert read_numbers(text, 5) == named


def test_grammars_name_the_lines_that_are_shown_and_no_other() -> None:
    for grammar in (choosing_grammar(3), wording_grammar(3, 4)):
        assert 'number ::= "1" | "2" | "3"\n' in grammar
    grammar = translating_grammar([80, 120])
    assert grammar.startswith("root ::= line1 line2\n")
    assert '"[2] " char{1,120} "\\n"' in grammar
