"""What every table of `city.toml` has in common."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

Language = Literal["de", "en", "tr", "uk", "ru", "ar", "pl"]


class Part(BaseModel):
    """A table of `city.toml`; unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")
