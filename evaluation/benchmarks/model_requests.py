"""The requests of the model benchmark, in the words of the benchmark's model, one token each."""

from dataclasses import dataclass
from typing import Any

_RULES = (
    "Sie müssen die Unterlagen bringen und der Antrag wird online gültig",
    "Ihr Kind kann persönlich im Rathaus sofort einen Termin beantragen",
    "Die Gebühr ist bei Umzug und Anmeldung kostenlos und heute neu",
)
_LINES = "der Ausweis kostet 37 Euro und die Anmeldung dauert drei Tage im Bürgerbüro am Montag von zehn bis"
FIXED = 30
VARIABLE = 5


@dataclass(frozen=True)
class Asked:
    """What a request holds: a fixed part (language and style) and what is new in it."""

    part: int
    number: int

    def body(self, *, max_tokens: int, stream: bool = False) -> dict[str, Any]:
        """The request as OpenAI's protocol has it."""
        messages = [
            {"role": "system", "content": " ".join([_RULES[self.part]] * FIXED)},
            {"role": "user", "content": f"{self.number} " + " ".join([_LINES] * VARIABLE)},
        ]
        return {
            "model": "default",
            "messages": messages,
            "max_tokens": max_tokens,
            "temperature": 0,
            "stream": stream,
        }
