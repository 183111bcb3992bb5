"""A question is checked at the edge."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.request import ProblemCode, QuestionError, check_text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", ProblemCode.EMPTY),
        ("   \n\t ", ProblemCode.EMPTY),
        ("\u200b\u200e", ProblemCode.EMPTY),
        ("x" * 501, ProblemCode.TOO_LONG),
        ("Was kostet\x00 das?", ProblemCode.CONTROL_CHARACTERS),
        ("Was \x1b[31m kostet das?", ProblemCode.CONTROL_CHARACTERS),
    ],
)
def test_what_cannot_be_taken_is_refused_with_its_code(text: str, code: ProblemCode) -> None:
    with pytest.raises(QuestionError) as raised:
        check_text(text, longest=500)
    assert raised.value.code is code


def test_white_space_is_folded_and_hidden_characters_fall_away() -> None:
    assert check_text("  Was \n kostet\u200b\u202e das? ", longest=500) == "Was kostet das?"


def test_five_hundred_characters_are_allowed() -> None:
    assert len(check_text("ä" * 500, longest=500)) == 500


@given(st.text(max_size=600))
def test_any_text_is_either_taken_or_refused(text: str) -> None:
    try:
        taken = check_text(text, longest=500)
    except QuestionError:
        return
    assert taken
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in taken)
