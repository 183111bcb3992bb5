"""When a use of a model is worth it on a machine."""

import pytest

from api.models.judging import Trial, judge
from bot.model.speed import Speed
from bot.settings import BotSettings

FAST, SLOW = Speed(500, 50), Speed(5, 2)


def trial(use: str = "wording", **values: object) -> Trial:
    good = {"questions": 5, "replies": 5, "proposed": 10, "kept": 9, "readability": [4.0], "seconds": [1.0]}
    return Trial(use, **{**good, **values})  # type: ignore[arg-type]  # the literal comes from the test


@pytest.mark.parametrize("use", ["choosing", "wording"])
def test_a_fast_and_reliable_model_is_worth_it(use: str) -> None:
    assert judge(trial(use), FAST, BotSettings()).worth


@pytest.mark.parametrize(
    ("values", "speed", "why"),
    [
        ({}, SLOW, "Zu langsam: In 6 s"),
        ({}, None, "nicht messen"),
        ({"replies": 2}, FAST, "Zu wenige"),
        ({"kept": 3}, FAST, "Nur 30 %"),
        ({"proposed": 0, "kept": 0}, FAST, "Nur 0 %"),
        ({"readability": [7.5]}, FAST, "zu schwer"),
    ],
)
def test_what_it_lacks_is_named(values: dict[str, object], speed: Speed | None, why: str) -> None:
    found = judge(trial(**values), speed, BotSettings())
    assert not found.worth
    assert why in found.why


def test_what_proposed_nothing_has_no_share_and_no_typical_values() -> None:
    empty = Trial("choosing")
    assert (empty.share, empty.typical_seconds, empty.typical_readability) == (None, None, None)
