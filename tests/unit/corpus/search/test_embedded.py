"""What of a passage is embedded: its text, leaning towards its title and heading."""

import numpy as np
import pytest

from corpus.records import Passage, SectionKind
from corpus.search.embedded import HEADING, TITLE, passage_vectors
from tests.unit.corpus.search.embedders import HashingEmbedder

EMBEDDER = HashingEmbedder()
LONG = "Der Bescheid kommt mit der Post. " * 40


def passage(title: str = "", heading: str = "", text: str = "46 Euro") -> Passage:
    return Passage(
        id="d#0.0",
        document_id="d",
        section=0,
        kind=SectionKind.DESCRIPTION,
        title=title,
        heading=heading,
        text=text,
        language="de",
    )


def test_text_title_and_heading_are_added_by_their_weights() -> None:
    [row] = passage_vectors([passage("Personalausweis", "Gebühren")], EMBEDDER)
    text, title, heading = EMBEDDER.embed_passages(["46 Euro", "Personalausweis", "Gebühren"])
    expected = text + TITLE * title + HEADING * heading
    np.testing.assert_allclose(row, expected / np.linalg.norm(expected), atol=1e-6)


def test_a_title_does_not_drown_in_a_long_text() -> None:
    short, long = passage_vectors(
        [passage("Hundesteuer", text=LONG[:33]), passage("Hundesteuer", text=LONG)], EMBEDDER
    )
    question = EMBEDDER.embed_query("Hundesteuer")
    assert long @ question == pytest.approx(short @ question, abs=0.02)
    assert long @ question > 0.3


def test_a_passage_without_title_and_heading_is_its_text() -> None:
    [row] = passage_vectors([passage()], EMBEDDER)
    np.testing.assert_allclose(row, EMBEDDER.embed_query("46 Euro"), atol=1e-6)


def test_a_passage_without_a_word_has_no_direction() -> None:
    rows = passage_vectors([passage(text=""), passage("Hund", text="Leine")], EMBEDDER)
    assert not rows[0].any()
    assert np.linalg.norm(rows[1]) == pytest.approx(1.0)


def test_no_passages_are_no_rows() -> None:
    assert passage_vectors([], EMBEDDER).shape == (0, EMBEDDER.dimensions)
