"""What a city lets a language model do, where one is installed."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

AnswerStyle = Literal["standard", "einfach"]
Translated = Literal["en", "tr", "uk", "ru", "ar", "pl"]


class ModelUse(BaseModel):
    """The table `[model]` of `city.toml`. Empty lists switch a use off; the gate checks every one of them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    choosing: tuple[AnswerStyle, ...] = Field(
        default=("standard",), description="styles in which it chooses the source's sentences"
    )
    wording: tuple[AnswerStyle, ...] = Field(
        default=("einfach",), description="styles in which it writes plainer sentences"
    )
    translating: tuple[Translated, ...] = Field(
        default=("en", "tr", "uk", "ru", "ar", "pl"),
        description="languages into which it translates, the German beside it",
    )
