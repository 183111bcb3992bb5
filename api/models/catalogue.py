"""The catalogue of open models, from `models/catalogue.toml`."""

import re
import tomllib
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from api.models.errors import ModelMissing

_ANY_FILE = re.compile(r"([\w.-]+/[\w.-]+)/([\w./-]+\.gguf)")


class CatalogueModel(BaseModel):
    """A model that can be pulled. Sizes in GB (10^9 bytes), parameters in billions; 0 is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    name: str
    parameters: float = Field(default=0, ge=0)
    quantisation: str = ""
    size: float = Field(default=0, ge=0)
    memory: float = Field(default=0, ge=0)
    licence: str = ""
    public_use: Literal["yes", "conditions", "no", "unknown"] = "unknown"
    note: str = ""
    languages: tuple[str, ...] = ()
    repository: str
    file: str

    @property
    def file_name(self) -> str:
        """The name under which it is kept, without a folder of the repository."""
        return self.file.rpartition("/")[2]


def load_catalogue() -> tuple[CatalogueModel, ...]:
    """All models, the smallest first."""
    text = files("models").joinpath("catalogue.toml").read_text(encoding="utf-8")
    models = [CatalogueModel.model_validate(entry) for entry in tomllib.loads(text)["model"]]
    return tuple(sorted(models, key=lambda model: model.parameters))


def find_model(name: str) -> CatalogueModel:
    """The model of that id, or a GGUF file of any repository as `owner/repository/file.gguf`.

    Raises ModelMissing.
    """
    catalogue = load_catalogue()
    for model in catalogue:
        if model.id == name.lower():
            return model
    if match := _ANY_FILE.fullmatch(name):
        repository, file = match.groups()
        if not {".", ".."} & set(name.split("/")):
            return CatalogueModel(id="eigenes", name=file, repository=repository, file=file)
    known = ", ".join(model.id for model in catalogue)
    raise ModelMissing(
        f"Das Modell „{name}“ steht nicht im Katalog. Es gibt: {known}. Andere gehen als "
        "besitzer/ablage/datei.gguf."
    )
