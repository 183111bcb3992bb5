"""A city's own numbers for people in need, from its `city.toml`."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

DistressKind = Literal[
    "suicide", "poison", "child", "missing", "violence", "emergency", "illness", "homeless"
]


class CityHelpline(BaseModel):
    """Who helps, with `telephone` as printed; shown behind the numbers that hold everywhere in Germany."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[DistressKind, ...] = Field(min_length=1)
    name: str = Field(min_length=1, max_length=80)
    telephone: str = Field(pattern=r"^\+?[0-9][0-9 /()-]{1,24}$")
