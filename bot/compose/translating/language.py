"""Whether a text is in the language that it should be in, told by lingua."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

_WORD = re.compile(r"[^\W\d_]+")
# Of few words no detector is sure; then only a clear sign of another language counts.
_FEW_WORDS = 4
_CERTAIN = 0.95
_LIKELY = 0.1


def in_language(text: str, german: str, language: str) -> bool:
    """Whether `text`, a translation of `german`, is in `language` (ISO 639-1), as far as its words tell.

    Names and terms that stand in the German, too, don't count; a text of nothing else is no translation.
    """
    known = {word.casefold() for word in _WORD.findall(german)}
    own = [word for word in _WORD.findall(text) if word.casefold() not in known]
    if not own:
        return False
    ranked = _detector().compute_language_confidence_values(" ".join(own))
    likely = {found.language.iso_code_639_1.name.lower(): found.value for found in ranked}
    if len(own) < _FEW_WORDS:
        return max(likely, key=likely.__getitem__) == language or max(likely.values()) < _CERTAIN
    return likely.get(language, 0.0) >= _LIKELY


@cache
def _detector() -> "LanguageDetector":
    from lingua import Language, LanguageDetectorBuilder

    # The languages that we speak, and their neighbours, into which a model may slip. Low accuracy keeps
    # trigrams only: some 30 MB, and only where a model translates.
    return (
        LanguageDetectorBuilder.from_languages(
            *(Language.GERMAN, Language.ENGLISH, Language.TURKISH, Language.POLISH, Language.ARABIC),
            *(Language.UKRAINIAN, Language.RUSSIAN, Language.BULGARIAN, Language.SERBIAN),
            *(Language.FRENCH, Language.SPANISH, Language.ITALIAN, Language.DUTCH, Language.CZECH),
            *(Language.ROMANIAN, Language.PERSIAN, Language.URDU),
        )
        .with_low_accuracy_mode()
        .build()
    )
