"""A static embedding, computed with its tokenizer and a mean over rows of a matrix; no torch."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from corpus.embedding.embedder import EmbeddingError
from corpus.embedding.fingerprint import fingerprint

_STATIC = {"StaticEmbedding", "Normalize"}
_BATCH = 512


def is_static(folder: Path) -> bool:
    """Whether `folder` holds a sentence-transformers model of nothing but a static embedding."""
    try:
        modules = json.loads((folder / "modules.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    names = {str(module["type"]).rsplit(".", 1)[-1] for module in modules}
    return "StaticEmbedding" in names and names <= _STATIC


class StaticEmbedder:
    """A sentence-transformers `StaticEmbedding`, equal to it within 1e-5 and ready in milliseconds.

    Takes weights of 32, 16 or 8 bits; 8-bit rows come with a factor a row (`weights`), which
    sentence-transformers reads too. Safe to share between threads.
    """

    def __init__(self, folder: Path, *, query_prompt: str = "", passage_prompt: str = "") -> None:
        """Read `folder`; raises `EmbeddingError` if a file is missing or broken."""
        self.name = folder.name
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt
        try:
            self._tokenizer = _tokenizer(folder / "tokenizer.json")
            tensors = load_file(folder / "model.safetensors")
            self.hash = fingerprint(folder, query_prompt, passage_prompt)
        except (OSError, SafetensorError) as error:
            raise EmbeddingError(
                f"Das Einbettungsmodell in {folder} lässt sich nicht lesen ({error}). Spielen Sie den Ordner "
                "neu ein oder trainieren Sie das Modell mit „make train-embedding“."
            ) from error
        rows = tensors["embedding.weight"] if "embedding.weight" in tensors else tensors.get("embeddings")
        if rows is None or rows.ndim != 2 or len(rows) < self._tokenizer.get_vocab_size():
            raise EmbeddingError(
                f"Das Einbettungsmodell in {folder} ist unvollständig: model.safetensors passt nicht zu "
                "tokenizer.json. Spielen Sie beide Dateien aus derselben Quelle neu ein."
            )
        self._rows = rows
        self._factors = tensors["weights"].astype(np.float32) if "weights" in tensors else None
        self.dimensions = int(rows.shape[1])

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder`."""
        return self._embed([self._passage_prompt + text for text in texts])

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """See `Embedder`."""
        vector: NDArray[np.float32] = self._embed([self._query_prompt + text])[0]
        return vector

    def _embed(self, texts: list[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            vectors[start : start + _BATCH] = self._embed_batch(texts[start : start + _BATCH])
        return vectors

    def _embed_batch(self, texts: list[str]) -> NDArray[np.float32]:
        encodings = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        encoded = [encoding.ids for encoding in encodings]
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        filled = [place for place, ids in enumerate(encoded) if ids]
        if not filled:
            return vectors
        # The length of the mean doesn't matter, only its direction: a sum does as well. One text at a time
        # stays in the processor's cache: all at once takes twenty times as long.
        sums = np.stack([self._sum(np.array(encoded[place], dtype=np.int64)) for place in filled])
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        vectors[filled] = sums / np.maximum(norms, 1e-12)
        return vectors

    def _sum(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        rows = self._rows[ids].astype(np.float32)
        total: NDArray[np.float32] = rows.sum(axis=0) if self._factors is None else self._factors[ids] @ rows
        return total


def _tokenizer(path: Path) -> Tokenizer:
    if not path.is_file():
        raise FileNotFoundError(f"{path.name} fehlt")
    text = path.read_text(encoding="utf-8")
    try:
        vocabulary = json.loads(text)["model"]["vocab"]
    except (ValueError, KeyError, TypeError) as error:
        raise OSError(f"{path.name} ist kein Tokenizer") from error
    if not vocabulary:
        raise OSError(f"{path.name} hat keinen Wortschatz")
    tokenizer = Tokenizer.from_str(text)
    tokenizer.no_padding()
    return tokenizer
