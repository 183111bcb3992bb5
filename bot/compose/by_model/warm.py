"""Loads, before the first question, what a model is asked with and its sentences are checked with."""

from bot.compose.plain.readability import wiener
from bot.compose.translating.language import in_language
from bot.settings import BotSettings
from prompts.loading import load_prompt, prompt_languages

_SAMPLE = "Den Ausweis beantragen Sie im Bürgerbüro."


def warm(settings: BotSettings) -> None:
    """Read the prompts in use; load textstat and lingua where they are needed.

    That takes some seconds and 150 MB, once a process, which otherwise the first answer of a model would
    wait for, and all answers beside it.
    """
    for style in settings.choosing:
        load_prompt("choosing", style=style)
    for style in settings.wording:
        load_prompt("wording", style=style)
    if settings.wording:
        wiener(_SAMPLE)
    for language in settings.translating & set(prompt_languages("translating")):
        load_prompt("translating", language)
    if settings.translating:
        in_language("You apply for it in person.", _SAMPLE, "en")
