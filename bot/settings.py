"""What an operator can set of the assistant."""

from datetime import timedelta

from pydantic import BaseModel, ConfigDict, Field


class BotSettings(BaseModel):
    """Limits and thresholds of the pipeline; the defaults suit a small town on two cores."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    max_question: int = Field(default=500, description="characters")
    context_lifetime: timedelta = timedelta(hours=2)
    answer_threshold: float = Field(
        default=0.1, ge=0, le=1, description="least probability that the corpus covers the question"
    )
    partly_threshold: float = Field(
        default=0.25, ge=0, le=1, description="below it an answer is marked as partial"
    )
    max_characters: int = Field(default=700, description="of original text in one answer")
    max_sentences: int = Field(default=6, ge=1)
    max_facts: int = Field(default=8, ge=1)
    model_first_sentence: float = Field(
        default=6.0, gt=0, description="seconds until a model's first verified sentence must be there"
    )
    model_total: float = Field(default=30.0, gt=0, description="seconds a model may take for one answer")
    model_prompt_tokens: int = Field(
        default=400, ge=50, description="most tokens that a model is given beyond the cached prefix"
    )
    model_lines: int = Field(default=12, ge=1, description="source lines that a model is shown")
    choosing: frozenset[str] = Field(
        default=frozenset({"standard"}), description="styles in which a model chooses source lines"
    )
    wording: frozenset[str] = Field(
        default=frozenset({"einfach"}), description="styles in which a model writes plainer sentences"
    )
    translating: frozenset[str] = Field(
        default=frozenset({"en", "tr", "uk", "ru", "ar", "pl"}),
        description="languages into which a model translates sentences, beside the German",
    )
