"""The reader finds the lines that answer, and says where none does."""

import numpy as np
import pytest

from bot.reader.answered import PAGE_NAMES, page_features
from bot.reader.features import as_table, columns_of
from bot.reader.lines import Line, lines_of_page
from bot.reader.names import NAMES
from bot.reader.page import analyse
from bot.reader.question import ReaderQuestion, prepare
from bot.reader.reader import Reader, Reading, chosen_lines, load_reader
from corpus.analysis.rarity import blended_rarity
from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder

_PAGE = (
    "Fundbüro",
    "Im Fundbüro werden verlorene Gegenstände sechs Monate aufbewahrt.",
    "Öffnungszeiten",
    "Montag bis Freitag 9:00 bis 12:30 Uhr",
    "Für wen:",
    "- Kinder und Jugendliche ab 10 Jahren",
    "- Erwachsene",
    "Die Abholung kostet 7 Euro.",
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reader(load_embedder(EmbeddingChoice()))


def _asked(reader: Reader, text: str) -> ReaderQuestion:
    return prepare(text, embedder=reader.embedder, rarity=lambda token: blended_rarity(token, 0, 1))


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("Was kostet die Abholung?", 7),
        ("Wie lange werden verlorene Gegenstände aufbewahrt?", 1),
    ],
)
def test_the_line_that_answers_scores_best(reader: Reader, question: str, line: int) -> None:
    reading = reader.examine(_asked(reader, question), lines_of_page(_PAGE))
    assert int(np.argmax(reading.lines)) == line


def test_a_page_about_it_is_likelier_to_answer_than_one_about_something_else(reader: Reader) -> None:
    lines = lines_of_page(_PAGE)
    fitting = reader.examine(_asked(reader, "Was kostet die Abholung im Fundbüro?"), lines)
    other = reader.examine(_asked(reader, "Welche Impfungen braucht ein Säugling?"), lines)
    assert fitting.answered > other.answered + 0.2


def test_a_page_without_lines_answers_nothing(reader: Reader) -> None:
    reading = reader.examine(_asked(reader, "Was kostet das?"), [])
    assert (reading.lines.size, reading.answered) == (0, 0.0)
    assert reader.read(_asked(reader, "Was kostet das?"), []) == []


@pytest.mark.parametrize("question", ["", "?!", "😀😀😀", "ab", "Wo?", "a " * 250])
def test_any_question_gives_a_probability_for_each_line(reader: Reader, question: str) -> None:
    reading = reader.examine(_asked(reader, question), lines_of_page([*_PAGE, "", "…", "x"]))
    assert np.isfinite(reading.lines).all()
    assert ((reading.lines >= 0) & (reading.lines <= 1)).all()
    assert len(reading.lines) == len(_PAGE) + 3


def test_features_come_in_the_order_that_the_weights_know(reader: Reader) -> None:
    columns = columns_of(_asked(reader, "Was kostet es?"), analyse(lines_of_page(_PAGE), reader.embedder))
    assert tuple(columns) == NAMES
    assert as_table(columns).shape == (len(_PAGE), len(NAMES))
    scores = np.linspace(0, 1, len(_PAGE), dtype=np.float32)
    assert page_features(columns, scores).shape == (len(PAGE_NAMES),)


def test_a_page_that_is_analysed_again_reads_the_same(reader: Reader) -> None:
    question, lines = _asked(reader, "Wann ist offen?"), lines_of_page(_PAGE)
    first, second = reader.examine(question, lines), reader.examine(question, list(lines))
    assert np.array_equal(first.lines, second.lines)


def test_an_answering_page_gives_at_least_its_best_line() -> None:
    reading = Reading(np.array([0.05, 0.15, 0.1], dtype=np.float32), answered=0.8)
    assert chosen_lines(reading, line=0.3, page=0.5) == [1]


def test_a_page_below_its_threshold_gives_none() -> None:
    reading = Reading(np.array([0.9, 0.8], dtype=np.float32), answered=0.4)
    assert chosen_lines(reading, line=0.3, page=0.5) == []


def test_one_line_is_a_page(reader: Reader) -> None:
    line = Line("Der Ausweis kostet 37 Euro.", "", lines_of_page(["x"])[0].kind, 0, 0)
    assert reader.examine(_asked(reader, "Was kostet der Ausweis?"), [line]).lines.shape == (1,)
