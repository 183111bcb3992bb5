"""The words by which pages are read (`vocabulary.toml`), compiled once and handed to who needs them."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.records import DocumentKind, SectionKind


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Words of German (and English) municipal pages, by what they tell."""

    chrome_always: frozenset[str]
    chrome_if_links: frozenset[str]
    chrome_classes: frozenset[str]
    harmless_classes: re.Pattern[str]
    chrome_lines: re.Pattern[str]
    chrome_headings: re.Pattern[str]
    main_ids: tuple[str, ...]
    hidden_classes: frozenset[str]
    reader_classes: frozenset[str]
    reader_labels: re.Pattern[str]
    panel_classes: re.Pattern[str]
    section_kinds: tuple[tuple[SectionKind, re.Pattern[str]], ...]
    document_paths: tuple[tuple[DocumentKind, re.Pattern[str]], ...]
    document_titles: tuple[tuple[DocumentKind, re.Pattern[str]], ...]
    plain_pages: re.Pattern[str]
    schema_types: dict[str, DocumentKind]
    simple: re.Pattern[str]
    form_words: re.Pattern[str]
    not_form_words: re.Pattern[str]
    online_words: re.Pattern[str]
    online_hosts: re.Pattern[str]
    not_online: re.Pattern[str]
    offices: re.Pattern[str]
    stopwords: dict[str, frozenset[str]]


@cache
def vocabulary() -> Vocabulary:
    """Read the package's vocabulary; it never changes while the program runs."""
    text = files("ingest.reader").joinpath("vocabulary.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    chrome, kinds, links = data["chrome"], data["document_kinds"], data["links"]
    return Vocabulary(
        chrome_always=frozenset(chrome["always"]),
        chrome_if_links=frozenset(chrome["if_links"]),
        chrome_classes=frozenset(chrome["classes"]),
        harmless_classes=_any(chrome["harmless_classes"]),
        chrome_lines=_any(chrome["lines"]),
        chrome_headings=_any(chrome["headings"]),
        main_ids=tuple(data["main"]["ids"]),
        hidden_classes=frozenset(data["hidden"]["classes"]),
        reader_classes=frozenset(data["hidden"]["reader_classes"]),
        reader_labels=_any(data["hidden"]["reader_labels"]),
        panel_classes=_any(data["hidden"]["panels"]),
        section_kinds=tuple(
            (SectionKind(kind), _any(words)) for kind, words in data["section_kinds"].items()
        ),
        document_paths=tuple((DocumentKind(kind), _any(words)) for kind, words in kinds["paths"].items()),
        document_titles=tuple((DocumentKind(kind), _any(words)) for kind, words in kinds["titles"].items()),
        plain_pages=_any(kinds["plain_pages"]),
        schema_types={name: DocumentKind(kind) for name, kind in kinds["schema_types"].items()},
        simple=_any(data["simple"]["words"]),
        form_words=_any(links["form_words"]),
        not_form_words=_any(links["not_form_words"]),
        online_words=_any(links["online_words"]),
        online_hosts=_any(links["online_hosts"]),
        not_online=_any(links["not_online"]),
        offices=_any(links["offices"]),
        stopwords={language: frozenset(words.split()) for language, words in data["stopwords"].items()},
    )


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
