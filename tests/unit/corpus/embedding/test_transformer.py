"""Any sentence-transformers model, by folder or name."""

import socket
from pathlib import Path

import numpy as np
import pytest

from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import EmbeddingError


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.slow
def test_a_transformer_in_a_folder_embeds_passages_and_questions(
    transformer_model: Path, no_network: None
) -> None:
    embedder = load_embedder(EmbeddingChoice(model=str(transformer_model)))
    vectors = embedder.embed_passages(["hund steuer", "ausweis"])
    assert vectors.shape == (2, embedder.dimensions) == (2, 16)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(embedder.embed_query("hund steuer"), vectors[0], atol=1e-5)
    assert embedder.embed_passages([]).shape == (0, 16)


@pytest.mark.slow
def test_a_folder_under_models_is_found_by_its_name(transformer_model: Path, no_network: None) -> None:
    embedder = load_embedder(EmbeddingChoice(model=transformer_model.name), models=transformer_model.parent)
    assert embedder.dimensions == 16


@pytest.mark.slow
def test_prompts_change_vectors_and_hash(transformer_model: Path, no_network: None) -> None:
    bare = load_embedder(EmbeddingChoice(model=str(transformer_model)))
    choice = EmbeddingChoice(model=str(transformer_model), query_prompt="frage : ", passage_prompt="text : ")
    prompted = load_embedder(choice)
    assert prompted.hash != bare.hash
    np.testing.assert_allclose(prompted.embed_query("hund"), bare.embed_query("frage : hund"), atol=1e-5)
    np.testing.assert_allclose(
        prompted.embed_passages(["hund"])[0], bare.embed_query("text : hund"), atol=1e-5
    )


@pytest.mark.parametrize("name", ["organisation/modell-das-fehlt", "gibt-es-nicht", "/kein/ordner"])
def test_a_model_that_is_not_here_is_said_without_asking_the_network(name: str, no_network: None) -> None:
    with pytest.raises(EmbeddingError, match=r"city\.toml"):
        load_embedder(EmbeddingChoice(model=name))


@pytest.mark.slow
def test_a_folder_without_a_model_is_said(tmp_path: Path, no_network: None) -> None:
    (tmp_path / "leer").mkdir()
    with pytest.raises(EmbeddingError, match="lässt sich nicht laden"):
        load_embedder(EmbeddingChoice(model=str(tmp_path / "leer")))
