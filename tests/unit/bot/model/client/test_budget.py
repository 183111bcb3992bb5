"""What a model is given follows from its speed; the speeds are those that were measured on two cores."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.client.budget import NEEDS, Use, budget
from bot.model.speed import Speed
from bot.settings import BotSettings

SMALL = Speed(120, 26)
LARGER = Speed(32, 12)
HUGE = Speed(8, 3)


def test_a_small_model_gets_all_that_is_allowed_for_both_uses() -> None:
    assert budget(SMALL, BotSettings(), "choosing").prompt_tokens == 400
    worded = budget(SMALL, BotSettings(), "wording")
    assert worded.ask
    assert worded.written_tokens == NEEDS["wording"].written


def test_a_larger_one_may_choose_among_fewer_lines_but_does_not_word() -> None:
    chosen = budget(LARGER, BotSettings(), "choosing")
    assert chosen.ask
    assert NEEDS["choosing"].prompt <= chosen.prompt_tokens < 150
    assert not budget(LARGER, BotSettings(), "wording").ask


def test_who_lets_citizens_wait_longer_gets_wording_from_it_too() -> None:
    assert budget(LARGER, BotSettings(model_first_sentence=12.0), "wording").ask


@pytest.mark.parametrize("use", ["choosing", "wording", "translating"])
def test_one_that_is_too_slow_is_not_asked(use: Use) -> None:
    assert budget(HUGE, BotSettings(), use).ask is False


@pytest.mark.parametrize("use", ["choosing", "wording", "translating"])
def test_a_server_of_unknown_speed_is_asked_with_the_default(use: Use) -> None:
    given_ = budget(None, BotSettings(), use)
    assert (given_.ask, given_.prompt_tokens) == (True, 400)


def test_an_operator_may_allow_more_or_less() -> None:
    assert budget(Speed(5000, 100), BotSettings(model_prompt_tokens=1500), "choosing").prompt_tokens == 1500
    assert budget(SMALL, BotSettings(model_prompt_tokens=60), "choosing").prompt_tokens == 60


@given(
    st.floats(0.1, 5000),
    st.floats(0.1, 500),
    st.floats(0.5, 60),
    st.floats(0.5, 300),
    st.sampled_from(["choosing", "wording", "translating"]),
)
def test_what_is_granted_can_be_done_in_time(
    reading: float, writing: float, first: float, total: float, use: Use
) -> None:
    settings = BotSettings(model_first_sentence=first, model_total=total)
    granted = budget(Speed(reading, writing), settings, use)
    if granted.ask:
        read = granted.prompt_tokens / reading
        assert read + NEEDS[use].first / writing <= first
        assert read + granted.written_tokens / writing <= total
        assert 0 < granted.prompt_tokens <= settings.model_prompt_tokens
    else:
        assert (granted.prompt_tokens, granted.written_tokens) == (0, 0)
