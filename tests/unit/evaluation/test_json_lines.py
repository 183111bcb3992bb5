"""Bad lines give one sentence with the number of the line."""

from pathlib import Path
from typing import Any

import pytest

from evaluation.errors import EvaluationError
from evaluation.questions import read_questions
from tests.unit.evaluation.conftest import WriteLines

_GOOD = {"id": "1", "kind": "plain", "question": "Was?"}


def test_lines_are_read_with_unknown_fields_ignored_and_empty_lines_passed_over(
    write_lines: WriteLines,
) -> None:
    path = write_lines("q.jsonl", {**_GOOD, "translated": True}, "", {**_GOOD, "id": 2})
    assert [question.id for question in read_questions(path)] == ["1", "2"]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "1", "kind": "plain", "question": "Was?"}\r\n')
    assert len(read_questions(path)) == 1


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "2"', "kein gültiges JSON"),
        ({"kind": "plain", "question": "Was?"}, "„id“ fehlt"),
        ({**_GOOD, "id": ""}, "„id“ ist leer"),
        ({**_GOOD, "id": "2", "gold_ids": "a"}, "„gold_ids“ muss eine Liste sein"),
        ({**_GOOD, "id": "2", "page_lines": ["a"], "gold_lines": [1]}, "„gold_lines“ nennt die Zeile 1"),
        ({**_GOOD, "id": "2", "history": [{"role": "cat", "content": "miau"}]}, "history.0.role"),
        (_GOOD, "steht schon in Zeile 1"),
        ("[1]", "passt nicht"),
    ],
)
def test_a_bad_line_is_named_with_what_is_wrong(
    write_lines: WriteLines, line: dict[str, Any] | str, says: str
) -> None:
    path = write_lines("q.jsonl", _GOOD, line)
    with pytest.raises(EvaluationError) as caught:
        read_questions(path)
    assert "Zeile 2" in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_an_empty_and_a_foreign_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="fehlt"):
        read_questions(tmp_path / "nichts.jsonl")
    with pytest.raises(EvaluationError, match="lässt sich nicht lesen"):
        read_questions(tmp_path)
    (tmp_path / "leer.jsonl").write_text("\n")
    with pytest.raises(EvaluationError, match="ist leer"):
        read_questions(tmp_path / "leer.jsonl")
    (tmp_path / "latin.jsonl").write_bytes("ä".encode("latin-1"))
    with pytest.raises(EvaluationError, match="nicht in UTF-8"):
        read_questions(tmp_path / "latin.jsonl")
