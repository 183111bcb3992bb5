"""What a streamed answer consists of, in the order in which it comes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.answer import Action, Answer, Citation, Contact, FactLine, Sentence


class Event(BaseModel):
    """The base of all events."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Accepted(Event):
    """The question was taken; `queue_place` counts those before it at the language model.

    It comes again whenever the place changes; `wait_seconds` is an estimate from the last answers.
    """

    type: Literal["accepted"] = "accepted"
    id: str
    queue_place: int | None = None
    wait_seconds: int | None = None


class Facts(Event):
    """Everything that needs no model: facts, contact, actions and the sources that carry them."""

    type: Literal["facts"] = "facts"
    facts: tuple[FactLine, ...]
    contact: tuple[Contact, ...]
    actions: tuple[Action, ...]
    sources: tuple[Citation, ...]


class NewSentence(Event):
    """A verified sentence; `block` counts blocks from 0, heading and form belong to the block."""

    type: Literal["sentence"] = "sentence"
    block: int
    heading: str = ""
    form: Literal["paragraph", "list", "steps"] = "paragraph"
    sentence: Sentence


class Sources(Event):
    """All sources of the answer."""

    type: Literal["sources"] = "sources"
    sources: tuple[Citation, ...]


class Done(Event):
    """The whole answer."""

    type: Literal["done"] = "done"
    answer: Answer


class Failed(Event):
    """The answer could not be finished; `problem` is an RFC 9457 problem object."""

    type: Literal["error"] = "error"
    problem: dict[str, str | int]


AnyEvent = Annotated[Accepted | Facts | NewSentence | Sources | Done | Failed, Field(discriminator="type")]
