"""From the choice in `city.toml` to an embedder."""

from importlib import resources
from pathlib import Path

from corpus.city import EmbeddingChoice
from corpus.embedding.embedder import Embedder
from corpus.embedding.static import StaticEmbedder, is_static
from corpus.embedding.transformer import TransformerEmbedder


def load_embedder(
    choice: EmbeddingChoice, models: Path | None = None, *, allow_download: bool = False
) -> Embedder:
    """The embedder that a city chose.

    `choice.model` names a folder in `models` (default: the models that come with the program, such as
    "static-de"), a folder anywhere, or a model in the local model cache. Static models are computed without
    torch. Only with `allow_download` is the network used. Raises `EmbeddingError` with one sentence that
    says what to do.
    """
    folder = _models(models) / choice.model
    if not folder.is_dir():
        folder = Path(choice.model)
    if is_static(folder):
        return StaticEmbedder(folder, query_prompt=choice.query_prompt, passage_prompt=choice.passage_prompt)
    return TransformerEmbedder(
        str(folder) if folder.is_dir() else choice.model,
        query_prompt=choice.query_prompt,
        passage_prompt=choice.passage_prompt,
        allow_download=allow_download,
    )


def _models(models: Path | None) -> Path:
    if models is not None:
        return models
    with resources.as_file(resources.files("models")) as folder:
        return folder
