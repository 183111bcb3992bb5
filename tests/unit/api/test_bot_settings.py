"""Operators set limits for all cities, a city sets what a model may do for it."""

import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from api.bot_settings import bot_settings
from api.settings import Settings
from bot.settings import BotSettings
from corpus.city import City
from tests.integration.api.conftest import CITY_TOML


def city(more: str = "") -> City:
    return City.model_validate(tomllib.loads(f"{CITY_TOML}\n{more}"))


def settings(**given: object) -> Settings:
    return Settings.model_validate({"data": Path("var"), **given})


def test_what_nobody_sets_is_the_default() -> None:
    assert bot_settings(settings(), city()) == BotSettings()


def test_operators_set_times_and_sizes() -> None:
    made = bot_settings(settings(model_first_sentence=12.0, model_prompt_tokens=800), city())
    assert (made.model_first_sentence, made.model_prompt_tokens) == (12.0, 800)
    assert made.model_total == BotSettings().model_total


def test_a_city_switches_uses_on_and_off() -> None:
    made = bot_settings(settings(), city('[model]\nchoosing = []\nwording = ["standard", "einfach"]'))
    assert (made.choosing, made.wording) == (frozenset(), {"standard", "einfach"})
    assert made.translating == BotSettings().translating


@pytest.mark.parametrize("line", ['choosing = ["leicht"]', 'translating = ["fr"]', "temperature = 2"])
def test_what_a_model_cannot_do_is_refused(line: str) -> None:
    with pytest.raises(ValidationError):
        city(f"[model]\n{line}")
