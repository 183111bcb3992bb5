"""The assistant's settings for a city: what the operator set for all, and what the city set for itself."""

from api.settings import Settings
from bot.settings import BotSettings
from corpus.city import City

_SET_BY_OPERATORS = (
    "answer_threshold",
    "partly_threshold",
    "model_first_sentence",
    "model_total",
    "model_prompt_tokens",
    "model_lines",
)


def bot_settings(settings: Settings, city: City) -> BotSettings:
    """The environment's values where they are set, the city's uses of a model, the defaults for the rest."""
    given = {name: value for name in _SET_BY_OPERATORS if (value := getattr(settings, name)) is not None}
    uses = {name: frozenset(getattr(city.model, name)) for name in ("choosing", "wording", "translating")}
    return BotSettings(**given, **uses)
