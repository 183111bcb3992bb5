"""A static embedding without torch."""

import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from corpus.city import EmbeddingChoice
from corpus.embedding.choose import load_embedder
from corpus.embedding.embedder import EmbeddingError
from corpus.embedding.static import StaticEmbedder, is_static

WriteStatic = Callable[[Path, dict[str, NDArray[np.generic]]], Path]
TEXTS = ["Hund Steuer anmelden", "", "wie viel kosten Ausweis Ausweis", "völlig unbekannt", "pass " * 700]


@pytest.mark.slow
@pytest.mark.parametrize("bits", [32, 16, 8])
def test_it_equals_sentence_transformers(
    tmp_path: Path, write_static: WriteStatic, rows: NDArray[np.float32], bits: int
) -> None:
    from sentence_transformers import SentenceTransformer

    factors = np.abs(rows).max(axis=1) / np.float32(127)
    whole = np.round(rows / factors[:, None]).astype(np.int8)
    tensors = {
        32: {"embedding.weight": rows},
        16: {"embedding.weight": rows.astype(np.float16).astype(np.float32)},
        8: {"embeddings": whole, "weights": factors},
    }[bits]
    folder = write_static(tmp_path / "model", dict(tensors))
    expected = SentenceTransformer(str(folder), local_files_only=True, device="cpu").encode(TEXTS)
    np.testing.assert_allclose(StaticEmbedder(folder).embed_passages(TEXTS), expected, atol=1e-5)


@pytest.mark.slow
def test_the_embedded_model_equals_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer

    texts = [
        "Wie verlängere ich meinen Ausweis?",
        "Bürger:innen",
        "Straße STRASSE",
        "паспорт",
        "",
        "日本",
        "a " * 900,
    ]
    with resources.as_file(resources.files("models").joinpath("static-de")) as folder:
        expected = SentenceTransformer(str(folder), local_files_only=True, device="cpu").encode(texts)
    embedder = load_embedder(EmbeddingChoice())
    np.testing.assert_allclose(embedder.embed_passages(texts), expected, atol=1e-5)


def test_sixteen_bits_are_read(tmp_path: Path, write_static: WriteStatic, rows: NDArray[np.float32]) -> None:
    full = StaticEmbedder(write_static(tmp_path / "full", {"embedding.weight": rows}))
    half = StaticEmbedder(write_static(tmp_path / "half", {"embedding.weight": rows.astype(np.float16)}))
    np.testing.assert_allclose(half.embed_query("hund steuer"), full.embed_query("hund steuer"), atol=1e-2)


def test_vectors_have_length_one_and_texts_without_tokens_are_zero(static_model: Path) -> None:
    vectors = StaticEmbedder(static_model).embed_passages(TEXTS)
    assert vectors.shape == (len(TEXTS), 8)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 0, 1, 1, 1], atol=1e-6)


def test_no_texts_give_no_rows(static_model: Path) -> None:
    assert StaticEmbedder(static_model).embed_passages([]).shape == (0, 8)


def test_a_text_has_the_same_vector_alone_and_among_others(static_model: Path) -> None:
    embedder = StaticEmbedder(static_model)
    many = embedder.embed_passages(TEXTS * 300)
    np.testing.assert_allclose(many[1202], embedder.embed_query(TEXTS[2]), atol=1e-6)


def test_prompts_are_put_in_front(static_model: Path) -> None:
    prompted = StaticEmbedder(static_model, query_prompt="frage : ", passage_prompt="text : ")
    bare = StaticEmbedder(static_model)
    np.testing.assert_array_equal(prompted.embed_query("hund"), bare.embed_query("frage : hund"))
    np.testing.assert_array_equal(prompted.embed_passages(["hund"])[0], bare.embed_query("text : hund"))
    assert prompted.hash != bare.hash


def test_the_hash_follows_the_weights_and_not_the_card(
    tmp_path: Path, write_static: WriteStatic, rows: NDArray[np.float32]
) -> None:
    one = write_static(tmp_path / "one", {"embedding.weight": rows})
    same = write_static(tmp_path / "same", {"embedding.weight": rows})
    other = write_static(tmp_path / "other", {"embedding.weight": rows + 1})
    (same / "README.md").write_text("Eine Karte")
    assert StaticEmbedder(one).hash == StaticEmbedder(same).hash != StaticEmbedder(other).hash


@pytest.mark.parametrize("name", ["tokenizer.json", "model.safetensors"])
@pytest.mark.parametrize("damage", ["missing", "broken"])
def test_a_missing_or_broken_file_is_said(static_model: Path, name: str, damage: str) -> None:
    if damage == "missing":
        (static_model / name).unlink()
    else:
        (static_model / name).write_bytes(b'{"model": 1')
    with pytest.raises(EmbeddingError, match="lässt sich nicht lesen"):
        StaticEmbedder(static_model)


def test_weights_of_another_vocabulary_are_said(
    tmp_path: Path, write_static: WriteStatic, rows: NDArray[np.float32]
) -> None:
    folder = write_static(tmp_path / "short", {"embedding.weight": rows[:3]})
    with pytest.raises(EmbeddingError, match="unvollständig"):
        StaticEmbedder(folder)


def test_only_folders_of_nothing_but_a_static_embedding_are_static(
    static_model: Path, tmp_path: Path
) -> None:
    assert is_static(static_model)
    assert not is_static(tmp_path)
    (static_model / "modules.json").write_text("kein JSON")
    assert not is_static(static_model)


def test_the_embedded_model_is_small_and_needs_no_torch() -> None:
    with resources.as_file(resources.files("models").joinpath("static-de")) as folder:
        assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 17_000_000
    code = (
        "import sys; from corpus.city import EmbeddingChoice;"
        "from corpus.embedding.choose import load_embedder;"
        "v = load_embedder(EmbeddingChoice()).embed_query('Ausweis');"
        "print(len(v), sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "256 []"


def test_the_embedded_model_knows_what_belongs_together() -> None:
    embedder = load_embedder(EmbeddingChoice())
    pages = ["Sperrmüll wird auf Antrag abgeholt.", "Eheschließung beim Standesamt", "Hundesteuer: Anmeldung"]
    passages = embedder.embed_passages(pages)
    for place, question in enumerate(
        ["altes Sofa loswerden", "wir wollen heiraten", "Welpe gekauft, was nun?"]
    ):
        assert int(np.argmax(passages @ embedder.embed_query(question))) == place
