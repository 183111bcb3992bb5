"""Writes a static embedding as a sentence-transformers folder, eight bits a number."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save
from tokenizers import Tokenizer

_MODULES = [
    {
        "idx": 0,
        "name": "0",
        "path": "",
        "type": "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding",
    },
    {
        "idx": 1,
        "name": "1",
        "path": "1_Normalize",
        "type": "sentence_transformers.sentence_transformer.modules.normalize.Normalize",
    },
]
_CONFIG = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}


def save_model(folder: Path, rows: NDArray[np.float32], tokenizer: Tokenizer) -> None:
    """Write `rows` (vocabulary, dimensions) and `tokenizer` to `folder`.

    Rows become whole numbers of eight bits with a factor a row, in the names that model2vec uses and
    sentence-transformers reads (`embeddings`, `weights`).
    """
    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    (folder / "1_Normalize" / "config.json").write_text("{}\n", encoding="utf-8")
    (folder / "modules.json").write_text(json.dumps(_MODULES, indent=2) + "\n", encoding="utf-8")
    (folder / "config_sentence_transformers.json").write_text(
        json.dumps(_CONFIG, indent=2) + "\n", encoding="utf-8"
    )
    whole, factors = quantise(rows)
    (folder / "model.safetensors").write_bytes(save({"embeddings": whole, "weights": factors}))
    # Compact: the indented form is three times as large.
    compact = json.dumps(json.loads(tokenizer.to_str()), ensure_ascii=False, separators=(",", ":"))
    (folder / "tokenizer.json").write_text(compact, encoding="utf-8")


def quantise(rows: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """`rows` as whole numbers from -127 to 127 and the factor by which each row must be multiplied."""
    factors = np.maximum(np.abs(rows).max(axis=1), 1e-12).astype(np.float32) / np.float32(127)
    return np.round(rows / factors[:, None]).astype(np.int8), factors
