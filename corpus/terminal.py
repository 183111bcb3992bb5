"""How a city's public terminals behave: the table `[terminal]` of `city.toml`."""

from pydantic import BaseModel, ConfigDict, Field


class Terminal(BaseModel):
    """The chat on a device that strangers use one after another; see docs/operators/terminal.md."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    idle_seconds: int = Field(default=60, ge=20, le=600, description="without a touch, until the warning")
    countdown_seconds: int = Field(
        default=20, ge=20, le=300, description="from the warning to the end; WCAG 2.2.1 asks for 20 at least"
    )
    printing: bool = Field(default=False, description="whether a printer is connected")
    allowed_prints: int = Field(default=3, ge=1, le=20, description="answers that one visitor may print")
    languages: tuple[str, ...] = Field(
        default=(), description="on the first screen, the first one to begin with; empty: all of the city's"
    )
    welcome: str = Field(default="", max_length=80, description="first line, in the first language")
