"""The follow-up context: what the last answer was about, without text; signed and expiring.

The server keeps no conversation; what a follow-up question needs travels with the citizen.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from itsdangerous import BadSignature, SignatureExpired, TimestampSigner, URLSafeTimedSerializer
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.request import ProblemCode, QuestionError


class Context(BaseModel):
    """What a follow-up question may refer to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    city: str
    documents: tuple[str, ...] = Field(default=(), max_length=5)
    aspects: tuple[str, ...] = Field(default=(), max_length=5)
    language: str = "de"


class ContextTokens:
    """Seals contexts into tokens and opens them again."""

    def __init__(self, secret: str, lifetime: timedelta, clock: Callable[[], datetime]) -> None:
        self._lifetime = lifetime
        signer = type(
            "ClockedSigner", (TimestampSigner,), {"get_timestamp": lambda _: int(clock().timestamp())}
        )
        self._serializer = URLSafeTimedSerializer(secret, salt="lotse-context", signer=signer)

    def seal(self, context: Context) -> str:
        """The context as a URL-safe token."""
        return str(self._serializer.dumps(context.model_dump(mode="json")))

    def open(self, token: str, *, city: str) -> Context:
        """The context in `token`; raises `QuestionError` if it is forged, expired or another city's."""
        try:
            data = self._serializer.loads(token, max_age=int(self._lifetime.total_seconds()))
            context = Context.model_validate(data)
        except SignatureExpired:
            raise QuestionError(ProblemCode.EXPIRED_CONTEXT) from None
        except (BadSignature, ValidationError):
            raise QuestionError(ProblemCode.FORGED_CONTEXT) from None
        if context.city != city:
            raise QuestionError(ProblemCode.FORGED_CONTEXT)
        return context
