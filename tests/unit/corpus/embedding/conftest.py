"""Small models made on the spot: static ones of every number format, and a transformer."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

WORDS = [
    "[UNK]",
    "ausweis",
    "hund",
    "steuer",
    "kosten",
    "pass",
    "wie",
    "viel",
    "anmelden",
    "frage",
    ":",
    "text",
]


def _write(folder: Path, tensors: dict[str, NDArray[np.generic]]) -> Path:
    """A sentence-transformers folder with a static embedding of `tensors` over `WORDS`."""
    (folder / "1_Normalize").mkdir(parents=True)
    (folder / "1_Normalize" / "config.json").write_text("{}")
    package = "sentence_transformers.sentence_transformer.modules"
    (folder / "modules.json").write_text(
        json.dumps(
            [
                {"idx": 0, "name": "0", "path": "", "type": f"{package}.static_embedding.StaticEmbedding"},
                {"idx": 1, "name": "1", "path": "1_Normalize", "type": f"{package}.normalize.Normalize"},
            ]
        )
    )
    tokenizer = Tokenizer(
        models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]")
    )
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"\s+"), "removed")
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file(tensors, folder / "model.safetensors")
    return folder


@pytest.fixture
def write_static() -> Callable[[Path, dict[str, NDArray[np.generic]]], Path]:
    """Writes a static model of the given tensors to a folder and returns it."""
    return _write


@pytest.fixture
def rows() -> NDArray[np.float32]:
    return np.random.default_rng(7).normal(size=(len(WORDS), 8)).astype(np.float32)


@pytest.fixture
def static_model(tmp_path: Path, rows: NDArray[np.float32]) -> Path:
    return _write(tmp_path / "tiny-static", {"embedding.weight": rows})


@pytest.fixture(scope="session")
def transformer_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random BERT of two layers with a word tokenizer of its own, as a sentence-transformers folder."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("bert")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS[1:]]
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder / "hf")
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(folder / "hf")
    transformer = Transformer(str(folder / "hf"))
    pooling = Pooling(16, pooling_mode="mean")
    SentenceTransformer(modules=[transformer, pooling], device="cpu").save(str(folder / "model"))
    return folder / "model"
