"""How each language of the city writes months, weekdays, units, negations and the like."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

LANGUAGES = ("en", "tr", "uk", "ru", "ar", "pl")


class Language(BaseModel):
    """The words of one language, mostly as regular expressions; see the TOML files beside this one.

    `doubled` says that one negation may take several words ("nigdy nie"); `prefix` is what may be written
    together with a word before it; `letters` are letters that no neighbour in the same script has; `dual` is
    how a word says "two" by its ending.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    script: Literal["latin", "cyrillic", "arabic"]
    ignore_case: bool
    prefix: str = ""
    months: tuple[str, ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[str, ...] = Field(min_length=7, max_length=7)
    rewrites: tuple[tuple[str, str], ...]
    between: str
    numbers: tuple[str, ...] = Field(min_length=12, max_length=12)
    more: dict[int, str]
    one: str
    free: str
    negations: str
    doubled: bool
    must: str
    can: str
    only: str
    at_least: str
    at_most: str
    stopwords: str
    titles: str
    letters: str = ""
    dual: str = ""
    units: dict[str, str]

    def pattern(self, choice: str, *, any_case: bool = False) -> re.Pattern[str]:
        """`choice` as whole words, with what may be written together with it."""
        flags = re.IGNORECASE if self.ignore_case or any_case else re.NOFLAG
        return re.compile(rf"(?<!\w){self.prefix}(?:{choice})(?!\w)", flags)

    def count(self, choice: str, text: str) -> int:
        """How often one of `choice` is said in `text`, at the start of a sentence, too."""
        return sum(1 for _ in self.pattern(choice, any_case=True).finditer(text))


@cache
def language(code: str) -> Language:
    """The language with this ISO 639-1 code; raises `KeyError` for one that the assistant doesn't speak."""
    if code not in LANGUAGES:
        raise KeyError(code)
    text = files(__package__).joinpath(f"{code}.toml").read_text(encoding="utf-8")
    return Language.model_validate(tomllib.loads(text))
