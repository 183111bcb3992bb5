"""The follow-up context is signed, expires and holds no text."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.request import ProblemCode, QuestionError
from bot.token import Context, ContextTokens

NOON = datetime(2026, 6, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
CONTEXT = Context(city="musterstadt", documents=("website:/reisepass",), aspects=("cost",))


def tokens(now: datetime = NOON, secret: str = "secret") -> ContextTokens:
    return ContextTokens(secret, timedelta(hours=2), lambda: now)


def test_a_context_comes_back_as_it_was_sealed() -> None:
    assert tokens().open(tokens().seal(CONTEXT), city="musterstadt") == CONTEXT


def test_a_token_expires() -> None:
    token = tokens().seal(CONTEXT)
    with pytest.raises(QuestionError) as raised:
        tokens(NOON + timedelta(hours=3)).open(token, city="musterstadt")
    assert raised.value.code is ProblemCode.EXPIRED_CONTEXT


@pytest.mark.parametrize(
    "change", [lambda t: t[:-2] + "xx", lambda t: "x" + t, lambda _: "nonsense", lambda _: ""]
)
def test_a_changed_token_is_refused(change) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(QuestionError) as raised:
        tokens().open(change(tokens().seal(CONTEXT)), city="musterstadt")
    assert raised.value.code is ProblemCode.FORGED_CONTEXT


def test_another_servers_or_citys_token_is_refused() -> None:
    with pytest.raises(QuestionError):
        tokens(secret="other").open(tokens().seal(CONTEXT), city="musterstadt")
    with pytest.raises(QuestionError):
        tokens().open(tokens().seal(CONTEXT), city="elsewhere")
