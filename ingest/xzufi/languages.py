"""Chooses texts by language: which documents an object gets, and what stands in where a text is missing."""

from collections.abc import Iterable, Iterator

from ingest.reader.sections import ReadSection
from ingest.xzufi.blocks import GERMAN
from ingest.xzufi.headings import only_in
from ingest.xzufi.model import Texts
from ingest.xzufi.texts import is_filler, plain


def said(texts: Texts, language: str) -> tuple[str, ...]:
    """The texts in a language that say something."""
    return tuple(text for text in texts.get(language, ()) if not is_filler(plain(text)))


def choose(texts: Texts, language: str) -> tuple[str, tuple[str, ...]]:
    """The texts in a language, else in German, else in any other: (language, texts); ("", ()) without any."""
    for name in dict.fromkeys((language, GERMAN, *texts)):
        if found := said(texts, name):
            return name, found
    return "", ()


def languages(all_texts: Iterable[Texts]) -> tuple[str, ...]:
    """The languages in which anything is said, German first."""
    found = dict.fromkeys(name for texts in all_texts for name in texts if said(texts, name))
    return tuple(sorted(found, key=lambda name: (name != GERMAN, name)))


def name(texts: Texts, language: str) -> str:
    """A name on one line in a language, else in German, else in any other; two in one language are joined."""
    _, found = choose(texts, language)
    return "; ".join(dict.fromkeys(plain(text) for text in found))


def heading(words: str, shown: str, language: str) -> str:
    """A heading that says so where its text is in another language than the document."""
    return words if shown in {language, ""} else f"{words} ({only_in(shown, language)})"


def in_language(found: Iterable[ReadSection], shown: str, language: str) -> Iterator[ReadSection]:
    """Mark sections whose text is in another language (`shown`) than the document."""
    other = shown.split("-")[0]
    for one in found:
        is_other = other not in {"", language.split("-")[0]}
        section = one.section.model_copy(update={"language": other}) if is_other else one.section
        yield ReadSection(section, one.links)
