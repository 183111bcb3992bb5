"""Splitting German text into sentences, without breaking at abbreviations, ordinals and dates."""

import re

from corpus.analysis.wordlists import wordlist

# Abbreviations that may also be the last word of a sentence.
_MAY_END = frozenset({"etc", "usw", "dgl", "mwst", "ff", "a", "ä"})
_BREAK = re.compile(r"[.!?…]+[\"“”»«’)\]]*(?=\s)")
_LAST_TOKEN = re.compile(r"(\S*)$")
_MARKER = re.compile(r"^\s*(?:\d{1,2}|[a-zA-Z])[.)]$")
_REACH = 100
_DATE_END = re.compile(r"\d{1,2}\.\s?\d{1,2}\.?$")


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`, stripped, in order; nothing but white space is lost.

    A line (paragraph, list item, table row) is never merged with the next. A list marker ("1.") stays with
    its item.
    """
    return [sentence for line in text.splitlines() for sentence in _split_line(line)]


def _split_line(line: str) -> list[str]:
    sentences: list[str] = []
    start = 0
    for match in _BREAK.finditer(line):
        if _ends_sentence(line[start : match.start()], match[0], line[match.end() :].lstrip()):
            sentences.append(line[start : match.end()].strip())
            start = match.end()
    sentences.append(line[start:].strip())
    return [sentence for sentence in sentences if sentence]


def _ends_sentence(before: str, mark: str, after: str) -> bool:
    if not after or not before.strip():
        return False
    first = after.lstrip('"„“»«(’[')
    if first[:1].islower():
        return False
    if mark[0] != ".":
        return True
    if mark.startswith(("..", "…")):
        return True
    next_word = re.match(r"[^\W\d_]*", first)
    starter = next_word is not None and next_word[0].lower() in wordlist("starters.txt")
    return _dot_ends_sentence(before, mark, starter=starter)


def _dot_ends_sentence(before: str, mark: str, *, starter: bool) -> bool:
    if _MARKER.match(before + "."):
        return False
    # Searching all of a long line again for each of its dots would take the square of its length.
    before = before[-_REACH:]
    found = _LAST_TOKEN.search(before)
    token = (found[1] if found else "").lstrip('(„"»[')
    if _DATE_END.search(before):
        return starter
    if re.fullmatch(r"\d{1,3}|[IVXL]+", token):
        return starter and not re.search(r"(?:§|Art\.|Nr\.)\s?$", before[: len(before) - len(token)])
    lowered = re.split(r"[.-]", token.lower())[-1]
    if len(lowered) == 1 and lowered.isalpha():
        # "z. B." and "d. h." never end a sentence; "Klasse B." may, before a word that starts one.
        inner = bool(re.search(r"\b[a-zA-ZäöüÄÖÜ]\.\s?[a-zA-ZäöüÄÖÜ]$", before))
        return starter and (not inner or lowered in _MAY_END)
    if lowered in wordlist("abbreviations.txt") and not mark.endswith((")", "“", "”", "«", "»")):
        return starter and lowered in _MAY_END
    return True
