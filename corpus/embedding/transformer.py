"""Any sentence-transformers model, from a folder or from the local model cache, with its prompts."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.embedding.embedder import EmbeddingError
from corpus.embedding.fingerprint import fingerprint


class TransformerEmbedder:
    """A `SentenceTransformer`; importing torch for it takes seconds and some 500 MB."""

    def __init__(
        self, model: str, *, query_prompt: str = "", passage_prompt: str = "", allow_download: bool = False
    ) -> None:
        """Load `model`: a folder, or a name on the model hub that is in the local cache.

        Only with `allow_download` is the network used. Raises `EmbeddingError` if the model can't be had.
        """
        folder = _folder(model, allow_download=allow_download)
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(str(folder), local_files_only=True, device="cpu")
            self.hash = fingerprint(folder, query_prompt, passage_prompt)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise EmbeddingError(
                f"Das Einbettungsmodell in {folder} lässt sich nicht laden ({_first_line(error)}). "
                "Prüfen Sie, ob der Ordner ein vollständiges sentence-transformers-Modell enthält."
            ) from error
        self.name = model
        self.dimensions = int(self._model.get_embedding_dimension())
        self._query_prompt = query_prompt
        self._passage_prompt = passage_prompt

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder`."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return self._embed(list(texts), self._passage_prompt)

    def embed_query(self, text: str) -> NDArray[np.float32]:
        """See `Embedder`."""
        vector: NDArray[np.float32] = self._embed([text], self._query_prompt)[0]
        return vector

    def _embed(self, texts: list[str], prompt: str) -> NDArray[np.float32]:
        vectors = self._model.encode(
            texts,
            prompt=prompt or None,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.asarray(vectors, dtype=np.float32)


def _folder(model: str, *, allow_download: bool) -> Path:
    folder = Path(model)
    if folder.is_dir():
        return folder
    if folder.is_absolute() or model.startswith(".") or model.count("/") != 1:
        raise EmbeddingError(
            f"Das Einbettungsmodell „{model}“ gibt es nicht. Geben Sie in city.toml unter [embedding] einen "
            "Ordner an oder „static-de“ für das mitgelieferte Modell."
        )
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError

    try:
        return Path(snapshot_download(model, local_files_only=not allow_download))
    except (OSError, HfHubHTTPError, HFValidationError) as error:
        raise EmbeddingError(
            f"Das Einbettungsmodell „{model}“ liegt nicht auf diesem Rechner. Legen Sie es als Ordner ab und "
            "geben Sie in city.toml unter [embedding] dessen Pfad an."
        ) from error


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
