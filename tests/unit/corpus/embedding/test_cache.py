"""Embeddings are computed once."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.embedding.cache import CachedEmbedder


class Counting:
    """Embeds a text by its length, and remembers what it was asked for."""

    name = "counting"
    dimensions = 2

    def __init__(self, model_hash: str = "one") -> None:
        self.hash = model_hash
        self.asked: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked.extend(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        return np.array([len(text), 0], dtype=np.float32)


def test_only_new_texts_are_computed_and_the_order_is_kept(tmp_path: Path) -> None:
    model = Counting()
    CachedEmbedder(model, tmp_path / "cache.db").embed_passages(["a", "bb"])
    again = CachedEmbedder(model, tmp_path / "cache.db").embed_passages(["ccc", "bb", "a", "bb"])
    assert model.asked == ["a", "bb", "ccc"]
    np.testing.assert_array_equal(again, [[3, 1], [2, 1], [1, 1], [2, 1]])


def test_another_model_does_not_see_the_first_ones_vectors(tmp_path: Path) -> None:
    CachedEmbedder(Counting("one"), tmp_path / "cache.db").embed_passages(["a"])
    other = Counting("other")
    CachedEmbedder(other, tmp_path / "cache.db").embed_passages(["a"])
    assert other.asked == ["a"]


def test_thousands_of_texts_fit(tmp_path: Path) -> None:
    texts = [f"{number:04}" for number in range(2500)]
    cached = CachedEmbedder(Counting(), tmp_path / "cache.db")
    assert cached.embed_passages(texts).shape == (2500, 2)
    assert cached.embed_passages([]).shape == (0, 2)


def test_it_is_the_model_that_it_remembers_for(tmp_path: Path) -> None:
    cached = CachedEmbedder(Counting(), tmp_path / "deep" / "cache.db")
    assert (cached.name, cached.hash, cached.dimensions) == ("counting", "one", 2)
    np.testing.assert_array_equal(cached.embed_query("abc"), [3, 0])


def test_a_broken_file_is_moved_aside_and_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.db"
    path.write_bytes(b"no database at all, only some words " * 50)
    cached = CachedEmbedder(Counting(), path)
    np.testing.assert_array_equal(cached.embed_passages(["a"]), [[1, 1]])
    assert (tmp_path / "cache.db.broken").is_file()


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "cache.db").mkdir()
    with pytest.raises(Exception, match="unable to open"):
        CachedEmbedder(Counting(), tmp_path / "cache.db")
